import {
  type Answers,
  answersIn,
  type Conclusion,
  type DeskFacts,
  diagnose,
  knownIncident,
  managersOf,
  type Provider,
  pastSolutions,
  type QuestionId,
  questionIds,
  questions,
  recogniseSymptom,
  type Siret,
  symptomLabels,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { leaversIn, placeAmong } from "../../dossiers/access.js";
import { type DiagnosisOf, deskFactsFor, permissionFor } from "../../dossiers/diagnosis.js";
import { factLines } from "../../dossiers/diagnosis-facts.js";
import { askObject, namedObjects } from "../../dossiers/diagnosis-object.js";
import { stepsAfter } from "../../dossiers/diagnosis-remedies.js";
import {
  againWith,
  causeLines,
  choicesOf,
  helpLines,
  precedentLines,
  symptomSteps,
  titleOf,
  tryLines,
} from "../../dossiers/diagnosis-said.js";
import { mayReport, recipientOf } from "../../dossiers/incidents.js";
import { callingIn } from "../../dossiers/trainers.js";
import { establishmentOption } from "../../establishment.js";
import { choice, given, masked, optional, reference, text } from "../../options.js";
import { done, line, type NextStep, type Reply, refused } from "../../reply.js";

/** An answer may be given from the start; otherwise it is asked, one button for each choice. */
const asked = (id: QuestionId, fr: string, en: string) =>
  optional(choice({ fr: [fr, questions[id].label.fr], en: [en, questions[id].label.en] }, questions[id].choices));

export default command({
  words: {
    fr: ["diagnostic", "Trouve la cause probable d'un problème du portail, et qui peut aider"],
    en: ["diagnosis", "Find the likely cause of a problem of the portal, and who can help"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident diagnostic symptome:erreur 403, accès refusé tache:saisir un devis",
  options: {
    symptom: optional(choice({ fr: ["symptome", "Ce que vous constatez"], en: ["symptom", "What you see"] }, symptomLabels)),
    message: optional(
      masked(
        text(
          {
            fr: ["message", "Le message du portail, collé tel quel, ou vos mots"],
            en: ["message", "The portal's message, pasted as it is, or your own words"],
          },
          2000,
          "several",
        ),
      ),
    ),
    "message-says": asked("message-says", "page", "page"),
    "other-browser": asked("other-browser", "chrome", "chrome"),
    "typed-from-letter": asked("typed-from-letter", "lettre", "letter"),
    task: asked("task", "tache", "task"),
    "listing-sent": asked("listing-sent", "transmise", "sent"),
    "qualiopi-shown": asked("qualiopi-shown", "qualiopi", "qualiopi"),
    "candidate-approved": asked("candidate-approved", "valide", "approved"),
    session: optional(
      reference("session", {
        fr: ["session", "La session concernée ; « aucune » pour passer"],
        en: ["session", "The session it is about; “none” to pass"],
      }),
    ),
    quote: optional(
      reference("quote", {
        fr: ["devis", "Le devis concerné ; « aucun » pour passer"],
        en: ["quote", "The quote it is about; “none” to pass"],
      }),
    ),
    ...establishmentOption,
  },
  async run(desk) {
    const { input, provider, store } = desk;
    if (provider === undefined) return refused([]);
    const { message = "" } = input;
    const place = await placeAmong(store, provider);
    const symptom = input.symptom ?? recogniseSymptom(message);
    if (symptom === undefined) return askSymptom(message !== "", place);
    const said = given(Object.fromEntries(questionIds.map((id) => [id, input[id]])));
    const answers: Answers = { ...answersIn(message, symptom), ...said };
    const named = await namedObjects(desk, { session: input.session, quote: input.quote, message });
    if (!named.ok) return refused(named.problems);
    const about = { symptom, answers, provider, ...named.value };
    return (await askObject(desk, about, place)) ?? (await answer(desk, about, place));
  },
});

type Desk = CommandContext<unknown>;

function askSymptom(isPasted: boolean, place: Siret | undefined): Reply {
  return done({
    title: { fr: "Que constatez-vous ?", en: "What do you see?" },
    ...(isPasted && {
      lines: [
        line(
          "warning",
          "Ce message ne ressemble à rien de connu : choisissez ce qui s'en approche.",
          "This message looks like nothing known: choose what comes nearest.",
        ),
      ],
    }),
    next: symptomSteps(place),
    data: { asks: "symptom" },
    trace: { details: { asks: "symptom" } },
  });
}

async function answer(desk: Desk, about: DiagnosisOf, place: Siret | undefined): Promise<Reply> {
  const { symptom, answers } = about;
  const facts = await deskFactsFor(desk, about);
  const diagnosis = diagnose({ symptom, answers, desk: facts });
  if (!("ask" in diagnosis)) return concluded(desk, about, facts, diagnosis, place);
  const { ask } = diagnosis;
  return done({
    title: titleOf(symptom),
    lines: [{ tone: "plain", text: questions[ask].label }],
    next: choicesOf(ask, (more) => againWith({ ...about, answers: { ...answers, ...more } }, place)),
    data: { symptom, asks: ask },
    trace: { details: { symptom, asks: ask } },
  });
}

async function concluded(
  desk: Desk,
  about: DiagnosisOf,
  facts: DeskFacts,
  conclusion: Conclusion,
  place: Siret | undefined,
): Promise<Reply> {
  const { store, actor, may, now } = desk;
  const { symptom, provider } = about;
  const { cause, row } = conclusion;
  const [nameOf, own, managers] = [await callingIn(store), await store.ownProfiles.list(), await managersIn(desk, provider)];
  const permission = permissionFor(about);
  const seen = (await store.incidents.list({ symptom, limit: 200 })).filter(({ siret }) => siret === provider.siret);
  const known = knownIncident(seen, { symptom, reporter: actor.id }, now);
  const profile = facts.access?.granted === false ? facts.access.profile : undefined;
  const maySet = may("provider.manage", provider.siret);
  const { address } = recipientOf(row.contact, provider);
  return done({
    title: titleOf(symptom),
    lines: [
      ...precedentLines(known, pastSolutions(seen, { symptom, cause })),
      ...causeLines(conclusion),
      ...factLines(facts, { provider, own, permission, actor: actor.id, nameOf }),
      ...tryLines(conclusion),
      ...helpLines(conclusion, {
        address,
        managers: managers.filter((person) => person !== actor.id).map(nameOf),
        isManager: managers.includes(actor.id),
        maySet,
      }),
    ],
    next: [
      ...stepsAfter(conclusion, { ...about, permission, person: actor.id, profile, place }, desk),
      ...(address === undefined && maySet && row.contact !== "account-manager" ? [recordAddress] : []),
    ],
    data: { symptom, cause, contact: row.contact, ...given({ knownAs: known?.reference }) },
    trace: { details: { symptom, cause }, ...given({ object: about.quote ?? about.session }) },
  });
}

async function managersIn({ store, today }: Desk, { siret }: Provider): Promise<readonly string[]> {
  return managersOf(await store.grants.list(), siret, today, { own: await store.ownProfiles.list(), leavers: await leaversIn(store) });
}

const recordAddress: NextStep = {
  text: { fr: "enregistrer cette adresse", en: "record this address" },
  button: { fr: "enregistrer cette adresse", en: "record this address" },
  command: "/organisme regler parametre:… valeur:…",
};
