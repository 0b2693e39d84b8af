import { enumerate, formatDay, inputRules, isStanding, privacyRefusals, raise } from "@kairos/core";
import { command } from "../../command.js";
import { eraseTrainee, heldOf } from "../../dossiers/erasing.js";
import { personFrom } from "../../dossiers/people.js";
import { heldKinds, initialsOf, retentionSettingsOf, trainingStill } from "../../dossiers/personal-data.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { fingerprintOf } from "../../fingerprint.js";
import { optional, reference } from "../../options.js";
import { done, line, type Reply, refused } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["effacer", "Efface les données d'une personne, sauf ce que la loi oblige à garder"],
    en: ["erase", "Erase a person's data, except what the law obliges to keep"],
  },
  needs: "data.erase",
  visibility: "private",
  final: true,
  example: "/donnees effacer stagiaire:T-0001",
  options: {
    trainee: optional(reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] })),
    person: optional(
      reference("person", {
        fr: ["personne", "Ou un membre de l'équipe qui est parti"],
        en: ["person", "Or a member of the team who has left"],
      }),
    ),
  },
  async run({ input, actor, today, store }) {
    if (input.trainee !== undefined) return eraseOne(store, input.trainee, { today, by: actor.id });
    if (input.person !== undefined) return eraseMember(store, input.person, today);
    return refused([raise(inputRules, "input.nothing-given", [], {})]);
  },
});

async function eraseOne(store: Store, typed: string, { today, by }: { readonly today: string; readonly by: string }): Promise<Reply> {
  const trainee = await store.trainees.get(typed.toUpperCase());
  if (trainee === undefined) return refused([unknownReference("trainee", "stagiaire", typed)]);
  const { id, siret } = trainee;
  const trace = { trace: { object: id } };
  const before = await store.personal.erasure(id);
  if (before !== undefined) {
    const { heldUntil, doneOn } = before;
    const params = { reference: id, ...(doneOn === undefined && heldUntil !== undefined && { heldUntil }) };
    return refused([raise(privacyRefusals, "privacy.already-erased", ["stagiaire"], params)], trace);
  }
  const active = await trainingStill(store, trainee, today);
  if (active.length > 0) return refused(active, trace);
  const holds = await heldOf(store, id, retentionSettingsOf(await store.providers.get(siret)), today);
  const heldUntil = holds.at(-1)?.until;
  const asked = { id, siret, askedOn: today, askedBy: by };
  const title = { fr: `Effacement · ${id} (${initialsOf(trainee)})`, en: `Erasure · ${id} (${initialsOf(trainee)})` };
  const removed = await eraseTrainee(store, trainee, heldUntil === undefined ? { ...asked, doneOn: today } : { ...asked, heldUntil });
  return done({
    title,
    lines: [
      heldUntil === undefined
        ? line(
            "good",
            "Partent : nom, identifiant, compte de discussion, notes et pièces des devis, lieux et conseiller des rendez-vous, réponses et saisies gardées. Les dossiers restent sous sa référence seule.",
            "Leaves: name, identifier, chat account, notes and files of quotes, places and adviser of appointments, kept answers and drafts. The files stay under the reference alone.",
          )
        : line(
            "good",
            "Partent : compte de discussion, notes des devis, lieux et conseiller des rendez-vous, textes où cette personne est nommée, réponses et saisies gardées.",
            "Leaves: chat account, notes of quotes, places and adviser of appointments, texts that name this person, kept answers and drafts.",
          ),
      ...(heldUntil === undefined
        ? []
        : [
            line(
              "warning",
              `Restent jusqu'au ${formatDay(heldUntil)} : nom, identifiant, et ${enumerate(holds.map(({ kind }) => heldKinds[kind].fr))}. Kairos les effacera de lui-même après ce jour.`,
              `Stays until ${formatDay(heldUntil, "en")}: name, identifier, and ${enumerate(holds.map(({ kind }) => heldKinds[kind].en))}. Kairos erases them by itself after that day.`,
            ),
          ]),
      line(
        "plain",
        `Le journal ne change pas : il n'a jamais eu que la référence ${id}.`,
        `The trail does not change: it never had more than the reference ${id}.`,
      ),
      line(
        "warning",
        "À faire de votre côté : effacer les PDF du dossier « documents », les feuilles d'émargement numérisées, les messages Discord, et les sauvegardes d'avant aujourd'hui à leur terme.",
        "For you to do: delete the PDFs of the “documents” folder, scanned attendance sheets, Discord messages, and the backups from before today at their term.",
      ),
    ],
    erases: true,
    basis: fingerprintOf([id, holds]),
    data: { trainee: id, ...(heldUntil !== undefined && { heldUntil }) },
    trace: { object: id, details: { complete: heldUntil === undefined, texts: removed.texts, files: removed.files } },
  });
}

async function eraseMember(store: Store, typed: string, today: string): Promise<Reply> {
  const meant = await personFrom(store, typed);
  const person = meant && (await store.people.get(meant.id));
  if (person === undefined) return refused([unknownReference("person", "personne", typed)]);
  const trace = { trace: { object: "", details: { person: person.id } } };
  const standing = (await store.grants.of(person.id)).filter((grant) => isStanding(grant, today)).length;
  const elsewhere = (await store.grants.standsElsewhere(person.id, today)) ? 1 : 0;
  if (standing + elsewhere > 0) {
    return refused([raise(privacyRefusals, "privacy.still-enabled", ["personne"], { profiles: standing + elsewhere })], trace);
  }
  const [firstName = "", ...last] = person.name.split(/\s+/);
  const named = { firstName, lastName: last.join(" "), ids: [], reference: "ancien membre" };
  const removed = await store.personal.remove(named, { account: person.id, isHeld: false });
  return done({
    title: { fr: "Effacement · membre de l'équipe", en: "Erasure · member of the team" },
    lines: [
      line(
        "good",
        "Partent : nom affiché, saisies, rappels, réponses gardées, et son nom dans les textes et les rapports de revue.",
        "Leaves: displayed name, drafts, reminders, kept answers, and the name in texts and review reports.",
      ),
      line(
        "plain",
        "Restent, comme preuves, ses habilitations et ses entrées du journal, sous son identifiant seul : elles partent avec le journal.",
        "Stays, as evidence: access grants and trail entries, under the identifier alone: they leave with the trail.",
      ),
    ],
    erases: true,
    basis: fingerprintOf([person.id]),
    data: { person: person.id },
    trace: { object: "", details: { person: person.id, texts: removed.texts } },
  });
}
