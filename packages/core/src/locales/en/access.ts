import { type accessRefusals, type grantRules, permissionLabels } from "../../access/index.js";
import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";

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
  "access.missing-permission": ({ permission }) => ({
    what: `Refused: this needs the right “${permissionLabels[permission].en}”.`,
    why: "Nobody has any right by default; each person is given those their work calls for.",
    mend: "The establishment's account manager (RGC) can grant it to you.",
  }),
  "access.unknown-person": () => ({
    what: "Refused: this establishment does not know you yet.",
    why: "Every act is recorded under the name of an authorised person.",
    mend: "Ask the establishment's account manager (RGC) to give you access.",
  }),
};
