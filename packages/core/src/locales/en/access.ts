import { type accessRefusals, type grantRules, permissionLabels, profiles } from "../../access/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";
import { enumerate } from "../../shared/text.js";

/** Access grants and refusals, in English. */
export const accessEnglish: Sentences<keyof typeof grantRules | keyof typeof accessRefusals> = {
  "access.self-granted": () => ({
    what: "Nobody grants a right to themselves.",
    why: "A right that nobody else decided on is neither seen nor checked.",
    mend: "Ask another account manager (RGC) to grant it; if there is none, first give a second person access as RGC.",
  }),
  "access.last-rgc": () => ({
    what: "This is the last account manager (RGC) of the establishment.",
    why: "Without one, nobody could grant or withdraw rights any more.",
    mend: "Appoint another account manager first, then withdraw this one.",
  }),
  "access.dates-order": ({ from, until }) => ({
    what: `The access grant would end on ${formatDay(until, "en")}, before it starts (${formatDay(from, "en")}).`,
    why: "It would never give any right.",
    mend: "Correct the start or end date.",
  }),
  "access.in-the-past": ({ day, today }) => ({
    what: `A right is not granted for a day gone by (${formatDay(day, "en")}).`,
    why: "What was refused yesterday does not become allowed afterwards: the trail would say otherwise.",
    mend: `Choose a first day from ${formatDay(today, "en")} on.`,
  }),
  "access.already-granted": ({ grant }) => ({
    what: `This person already has this profile (access grant ${grant}).`,
    why: "Two identical grants are hard to withdraw: one is always forgotten.",
    mend: "Keep the existing grant, or withdraw it first.",
  }),
  "access.not-founded": () => ({
    what: "No workspace is open here yet.",
    why: "Rights are granted by the account manager (RGC) of a provider.",
    mend: "Record the provider first: whoever does becomes its first account manager (RGC).",
  }),
  "access.already-founded": () => ({
    what: "This provider's workspace is already open.",
    why: "It is opened only once; after that, the account manager (RGC) grants rights.",
    mend: "Ask the account manager (RGC) to give you access.",
  }),
  "access.not-a-trainee": () => ({
    what: "Refused: your account belongs to no trainee.",
    why: "Everybody signs in for themselves only: Kairos must know who you are.",
    mend: "Ask your training provider to put your account on your record, or sign the paper sheet.",
  }),
  "access.not-own-session": ({ session }) => ({
    what: `Refused: you are not a trainer of session ${session}.`,
    why: "A trainer sees and fills the attendance of their own sessions only.",
    mend: "Check the reference; if the session is yours, ask the coordinator to add you to it as a trainer.",
  }),
  "access.not-administrator": () => ({
    what: "Refused: only the owner or an administrator of the server opens the provider's workspace.",
    why: "Whoever opens it names the first account manager (RGC), who then grants every right.",
    mend: "Ask the person who runs this server.",
  }),
  "access.not-yours": () => ({
    what: "Refused: only the person who asked may answer here.",
    why: "An act is confirmed by whoever does it, with their own rights.",
    mend: "Run the command yourself, if you have the right.",
  }),
  "access.missing-permission": ({ permission, managers }) => ({
    what: `Refused: this needs the right “${permissionLabels[permission].en}”.`,
    why: "Nobody has any right by default; each person is given those their work calls for.",
    mend: ask(managers),
  }),
  "access.grant-over": ({ permission, grant, endedOn, managers }) => ({
    what: `Refused: the access grant ${grant}, which gave you the right “${permissionLabels[permission].en}”, ended on ${formatDay(endedOn, "en")}.`,
    why: "A temporary or withdrawn grant gives no right any more, from that very day.",
    mend: ask(managers),
  }),
  "access.grant-to-come": ({ permission, grant, from }) => ({
    what: `Refused: you will have the right “${permissionLabels[permission].en}” from ${formatDay(from, "en")} on (access grant ${grant}).`,
    why: "An access grant is not valid before its first day.",
    mend: "Wait for that day, or ask the account manager (RGC) to bring it forward.",
  }),
  "access.establishment-ambiguous": ({ establishments }) => ({
    what: "You act for several establishments: say which one.",
    why: "Each right is for one establishment only, and each record belongs to one only.",
    mend: `Add establishment: followed by the SIRET: ${establishments.join(", ")}.`,
  }),
  "access.has-left": ({ leftOn }) => ({
    what: `This person's departure is recorded already, for ${formatDay(leftOn, "en")}.`,
    why: "A departure is not put off in silence: rights that ended would come back.",
    mend: "If they come back or stay, grant them a right: their departure is then lifted.",
  }),
  "access.no-link": () => ({
    what: "No link was recognised in this text.",
    why: "Only the address as it was received can be judged.",
    mend: "Paste the whole address, or the whole message, without a click.",
  }),
  "access.profile-too-wide": ({ base, permissions }) => ({
    what: `The profile “${profiles[base].label.en}” does not give: ${permissions.map((one) => permissionLabels[one].en).join(", ")}.`,
    why: "A provider's own profile takes rights away from one of ours; it never adds any.",
    mend: "Take these rights out, or start from a profile that gives them.",
  }),
  "access.profile-taken": ({ profile }) => ({
    what: `A profile already has this name (${profile}).`,
    why: "Two profiles of the same name would be granted one for the other.",
    mend: "Give another name, or change the existing profile by giving its reference.",
  }),
  "access.waiver-not-alone": ({ people }) => ({
    what: `Separation of duties can only be waived by a provider of one person; ${people} people have rights here.`,
    why: "As soon as somebody else can read it again, a second look avoids mistakes and protects everyone.",
    mend: "Give the right to approve or issue to somebody else than whoever enters.",
  }),
  "access.no-open-review": () => ({
    what: "No access review is open.",
    why: "Each decision belongs to a review, which is closed with a report.",
    mend: "Open it first: /access review.",
  }),
  "access.no-closed-review": () => ({
    what: "No access review has been closed yet.",
    why: "The report is written when it is closed, once each row is decided.",
    mend: "Review the access grants (/access review), then close it.",
  }),
  "access.own-decision": () => ({
    what: "Nobody decides on their own access grant while another account manager (RGC) can.",
    why: "A review is only worth something if somebody else looks.",
    mend: "Leave this row to the establishment's other account manager.",
  }),
  "access.no-narrower-profile": () => ({
    what: "No narrower profile keeps what this person uses.",
    why: "To reduce is to replace the profile with one that gives fewer rights.",
    mend: "Make the profile you want with /access profile, then name it: profile:PR-…",
  }),
  "access.not-narrower": ({ permissions }) => ({
    what:
      permissions.length === 0
        ? "This profile gives the same rights: that is no reduction."
        : `This profile would add: ${permissions.map((one) => permissionLabels[one].en).join(", ")}.`,
    why: "A review takes rights away; it gives none.",
    mend: "Choose a narrower profile, or grant the other one apart, with its reason.",
  }),
  "access.review-undecided": ({ grants }) => ({
    what: `${grants.length > 1 ? `${grants.length} access grants still wait` : "One access grant still waits"} for a decision: ${enumerate(grants)}.`,
    why: "What drew a remark is kept, reduced or withdrawn knowingly.",
    mend: "Decide on each with /access review, then close it.",
  }),
  "access.unknown-person": () => ({
    what: "Refused: this establishment does not know you yet.",
    why: "Every act is recorded under the name of an authorised person.",
    mend: "Ask the establishment's account manager (RGC) to give you access.",
  }),
};

function ask(managers: readonly string[]): string {
  return managers.length === 0
    ? "The establishment's account manager (RGC) can grant it to you."
    : `Ask the establishment's account manager (RGC): ${enumerate(managers, 3)}.`;
}
