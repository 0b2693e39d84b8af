import type { Sentences } from "../../catalogue.js";
import {
  membershipActionLabels,
  membershipDetailLabels,
  type membershipRefusals,
  type membershipRules,
  membershipStateLabels,
  type portalRefusals,
  providerFieldLabels,
} from "../../membership/index.js";
import { formatDay } from "../../shared/calendar.js";
import { sentenceCase } from "../../shared/text.js";

/** The path to the portal, in English. */
export const joiningEnglish: Sentences<keyof typeof membershipRules | keyof typeof membershipRefusals | keyof typeof portalRefusals> = {
  "org.field-missing": ({ field }) => ({
    what: `${providerFieldLabels[field].en} is not filled in.`,
    why: "France Travail knows the provider and its account manager (RGC) by these data.",
    mend: "Complete the provider's record.",
  }),
  "org.rgc-missing": () => ({
    what: "The membership request names no account manager (RGC) yet.",
    why: "France Travail expects a named RGC, who then grants rights in GID Partenaires.",
    mend: "Name one person, and only one for each SIRET.",
  }),
  "org.rgc-single": () => ({
    what: "The account manager (RGC) has no deputy.",
    why: "When they are away, nobody else follows the membership and the rights.",
    mend: "Name a second person as deputy.",
  }),
  "org.rgc-deputy-same": () => ({
    what: "The account manager (RGC) and the deputy are the same person.",
    why: "The deputy is there for when the account manager is not.",
    mend: "Name somebody else as deputy.",
  }),
  "org.establishment-other-siren": ({ siren, headSiren }) => ({
    what: `This establishment has the SIREN ${siren}; the first one of this workspace has the SIREN ${headSiren}.`,
    why: "The establishments of one provider share one SIREN.",
    mend: "Check the SIRET; for another provider, open another workspace.",
  }),
  "org.portal-address": () => ({
    what: "This is not a portal address that can be kept.",
    why: "A false address hides behind an “@”, a port, foreign letters or a page without https.",
    mend: "Copy it from France Travail's letter: the site's name, in https, with nothing before or behind it.",
  }),
  "membership.transition-illegal": ({ action, status, possible }) => ({
    what: `“${sentenceCase(membershipActionLabels[action].en)}” is not possible now. Membership: ${membershipStateLabels[status].en}.`,
    why: "Each step comes in turn, from the request to the Kairos icon.",
    mend: `At this stage one can: ${possible.map((other) => membershipActionLabels[other].en).join(", ")}.`,
  }),
  "membership.act-too-early": ({ on, lastOn }) => ({
    what: `${formatDay(on, "en")} comes before the previous step, recorded on ${formatDay(lastOn, "en")}.`,
    why: "A path whose dates contradict each other no longer tells what is missing.",
    mend: "Check the day on the letter or the message you received.",
  }),
  "membership.end-too-early": ({ endsOn, after }) => ({
    what: `The agreement's end (${formatDay(endsOn, "en")}) must come after ${formatDay(after, "en")}.`,
    why: "An agreement ends after its approval, and a renewal extends it.",
    mend: "Read both dates again on France Travail's letter.",
  }),
  "membership.detail-misplaced": ({ detail, action }) => ({
    what: `${membershipDetailLabels[detail].en} is not recorded with “${membershipActionLabels[action].en}”.`,
    why: "Recorded at the wrong step, it would be lost.",
    mend: "Leave this option out, or choose the step that asks for it.",
  }),
};
