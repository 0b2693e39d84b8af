import { type establishmentRules, permissionLabels, type reviewRules } from "../../access/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";
import { enumerate } from "../../shared/text.js";

/** What an access review remarks, in English. */
export const accessReviewEnglish: Sentences<Exclude<keyof typeof reviewRules, "access.self-granted"> | keyof typeof establishmentRules> = {
  "access.leaver-active": ({ leftOn }) => ({
    what: `This person left on ${formatDay(leftOn, "en")} and their access grant is not withdrawn.`,
    why: "As long as it stands, and the portal account with it, nobody knows who uses it.",
    mend: "Withdraw the grant, and close the account in GID Partenaires.",
  }),
  "access.shared-account": ({ declared }) => ({
    what: declared ? "This account is shared by several people." : "This name seems to be that of a team rather than of a person.",
    why: "When several people act under one name, the trail no longer says who did what.",
    mend: "Give each person access under their own name, then withdraw this grant.",
  }),
  "access.inactive-account": ({ days, lastActOn }) => ({
    what:
      lastActOn === undefined
        ? `No act since access was granted, ${days} days ago.`
        : `No act for ${days} days (the last one on ${formatDay(lastActOn, "en")}).`,
    why: "An account nobody uses is the one whose theft nobody notices.",
    mend: "Ask the person whether they still need it; if not, withdraw it.",
  }),
  "access.role-excess": ({ unused }) => ({
    what: `Rights never used: ${enumerate(unused.map((one) => permissionLabels[one].en))}.`,
    why: "A right the work does not need only opens doors to whoever would steal the account.",
    mend: "Reduce the grant to a narrower profile, or keep it and say why.",
  }),
  "access.grant-ending": ({ until }) => ({
    what: `This access grant ends by itself on ${formatDay(until, "en")}.`,
    why: "The day after, the person can do nothing more under it.",
    mend: "If it must go on, grant what follows now, with its reason.",
  }),
  "access.grant-ended": ({ until }) => ({
    what: `This access grant ended by itself on ${formatDay(until, "en")}.`,
    why: "It gives no right here any more; in the portal, access is withdrawn by hand.",
    mend: "Check that the right is withdrawn in GID Partenaires too.",
  }),
  "access.password-due": ({ months, changedOn }) => ({
    what:
      changedOn === undefined
        ? "Whoever manages access grants has declared no change of password."
        : `The password of this administration account dates from ${formatDay(changedOn, "en")} (more than ${months} months).`,
    why: "The CNIL keeps periodic renewal for administration accounts only.",
    mend: "Have it changed in the portal, then record the day (/access account), never the password.",
  }),
  "access.password-rotation-user": ({ months }) => ({
    what: `By the provider's own setting (every ${months} months), the password is due for a change.`,
    why: "This is the provider's choice: the CNIL no longer advises such renewal for ordinary users.",
    mend: "Have it changed and record the day (/access account), or lift the setting (/provider set).",
  }),
  "access.mfa-missing": () => ({
    what: "Two-factor authentication is not declared for this account.",
    why: "In July 2025, credentials stolen from a single provider exposed 340,000 people.",
    mend: "Check it with the person, then record the day (/access account).",
  }),
  "access.change-untraced": ({ grant }) => ({
    what: `The trail does not say who granted ${grant}.`,
    why: "A right given outside of Kairos escapes all control.",
    mend: "Withdraw this grant, grant it again by the command, and run /trail verify.",
  }),
  "access.review-overdue": ({ dueOn, days }) => ({
    what: `The access review was due on ${formatDay(dueOn, "en")} (${days} day${days > 1 ? "s" : ""} late).`,
    why: "Without a review, superfluous rights and forgotten accounts remain.",
    mend: "Open it: /access review.",
  }),
  "access.single-manager": () => ({
    what: "Only one person can grant and withdraw rights.",
    why: "While they are away, nobody can withdraw the rights of a stolen account; and nobody else can review theirs.",
    mend: "Give a second person access as account manager (RGC), in title or as deputy.",
  }),
  "access.waiver-outdated": ({ people }) => ({
    what: `Separation of duties is waived although ${people} people have rights.`,
    why: "It can only be waived by a provider of one person: with several, each can check the other.",
    mend: "Restore it: /provider set setting:separation of duties value:yes.",
  }),
};
