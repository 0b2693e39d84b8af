import {
  advanceListing,
  checkListing,
  formatDay,
  inputRules,
  type ListingStatus,
  listingStanding,
  parse,
  raise,
  type Session,
  sessionSchema,
  settingsSchema,
} from "@kairos/core";
import { command } from "../../command.js";
import { listingSituationOf, listingStepLabels, nextSteps, standingLines, standingTitle, stepTo } from "../../dossiers/listings.js";
import { sessionSummary } from "../../dossiers/sessions.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { choice, day, given, optional, reference, text } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["visibilite", "Dit où en est le référencement et quand la session s'affiche ; note une étape"],
    en: ["visibility", "Tell where the listing stands and when the session shows; record a step"],
  },
  needs: "session.manage",
  visibility: "private",
  example: "/session visibilite reference:SE-2026-014 etape:transmise le:12/11/2026",
  options: {
    reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }),
    to: optional(choice({ fr: ["etape", "Ce qui vient de se passer"], en: ["step", "What has just happened"] }, listingStepLabels)),
    on: optional(
      day({ fr: ["le", "Le jour où cela s'est passé ; aujourd'hui par défaut"], en: ["on", "The day it happened; today by default"] }),
    ),
    listingReference: optional(
      text({ fr: ["carif", "Numéro donné par le Carif-Oref"], en: ["carif", "Number given by the Carif-Oref"] }, 40),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const { reference: typed, to, on, listingReference } = input;
    const action = to && stepTo.get(to);
    const current = await store.sessions.get(typed.toUpperCase());
    if (current === undefined) return refused([unknownReference("session", "reference", typed)]);
    const trace = { object: current.reference, details: given({ step: action, change: listingReference && "listingReference" }) };
    if (on !== undefined && action === undefined) return refused([raise(inputRules, "input.missing", ["etape"], {})], { trace });
    const numbered = parse(sessionSchema, { ...current, ...given({ listingReference }) });
    if (!numbered.ok) return refused(numbered.problems, { trace });
    const before = await listingSituationOf({ store, today }, numbered.value);
    const advanced = action === undefined ? numbered : advanceListing(numbered.value, action, { by: actor.id, at: now, on }, today, before);
    if (!advanced.ok) return refused(advanced.problems, { trace });
    const session = advanced.value;
    if (action !== undefined || listingReference !== undefined) await store.sessions.save(session);
    const { provider, course } = before;
    const standing = listingStanding(session, provider?.settings ?? settingsSchema.parse({}), today, { course, provider });
    return done({
      title: standingTitle(session, today),
      lines: [...recorded(to, on ?? today, listingReference), { tone: "plain", text: sessionSummary(session) }, ...standingLines(standing)],
      problems: checkListing({ ...before, session }).filter(({ severity }) => severity !== "undecided"),
      next: nextSteps(standing, session),
      data: {
        reference: session.reference,
        status: standing.status,
        possible: standing.possible,
        ...standing.visibility,
      },
      trace,
    });
  },
});

function recorded(to: ListingStatus | undefined, on: string, number: Session["listingReference"]): readonly ReplyLine[] {
  const named = number === undefined ? [] : [line("good", `Numéro Carif-Oref : ${number}.`, `Carif-Oref number: ${number}.`)];
  if (to === undefined) return named;
  const { fr, en } = listingStepLabels[to];
  return [line("good", `Enregistré : ${fr}, le ${formatDay(on)}.`, `Recorded: ${en}, on ${formatDay(on, "en")}.`), ...named];
}
