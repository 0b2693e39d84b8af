import { counted, fullName, inputRules, type Provider, raise } from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { personFrom } from "../../dossiers/people.js";
import { personReport } from "../../dossiers/person-report.js";
import { personKinds } from "../../dossiers/person-words.js";
import { memberKinds } from "../../dossiers/person-words-team.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { optional, reference } from "../../options.js";
import { done, line, type Reply, refused, same } from "../../reply.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "commands">;

export default command({
  words: {
    fr: ["exporter", "Donne en un fichier tout ce qui est gardé d'une personne (droit d'accès)"],
    en: ["export", "Give in one file all that is kept of a person (right of access)"],
  },
  needs: "data.export",
  visibility: "private",
  example: "/donnees exporter stagiaire:T-0001",
  options: {
    trainee: optional(reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] })),
    person: optional(reference("person", { fr: ["personne", "Ou un membre de l'équipe"], en: ["person", "Or a member of the team"] })),
  },
  async run({ input, ...desk }) {
    if (input.trainee !== undefined) return exportTrainee(desk, input.trainee);
    if (input.person !== undefined) return exportMember(desk, input.person);
    return refused([raise(inputRules, "input.nothing-given", [], {})]);
  },
});

async function exportTrainee({ store, today }: Desk, typed: string): Promise<Reply> {
  const trainee = await store.trainees.get(typed.toUpperCase());
  if (trainee === undefined) return refused([unknownReference("trainee", "stagiaire", typed)]);
  const provider = (await store.providers.get(trainee.siret)) as Provider;
  const kept = await store.personal.of(trainee.id);
  const quotes = (await store.quotes.list({ traineeId: trainee.id })).map(({ reference: one }) => one);
  const attachments = (await Promise.all(quotes.map((one) => store.attachments.of(one)))).flat();
  const [reference, subject] = [trainee.id, fullName(trainee)];
  const report = { subject, reference, provider, kinds: personKinds, kept: { trainee: [trainee], ...kept }, today };
  const files = attachments.map(({ id, fileName, digest }) => ({ fileName: `${id}-${fileName}`, digest }));
  const traced = { trainee: trainee.id, rows: countOf(kept), files: files.length };
  return {
    ...packed(report, { stagiaire: trainee, ...kept }, files),
    data: traced,
    trace: { object: trainee.id, details: { rows: traced.rows, files: files.length } },
  };
}

async function exportMember({ store, today, commands }: Desk, typed: string): Promise<Reply> {
  const person = await personFrom(store, typed);
  const kept = person === undefined ? {} : await store.personal.ofMember(person.id);
  const [first] = await store.providers.list();
  if (person === undefined || first === undefined || countOf(kept) === 0) return refused([unknownReference("person", "personne", typed)]);
  const kinds = memberKinds(commands, await store.ownProfiles.list());
  const reference = person.id.replace(/[^A-Za-z0-9_-]+/g, "-");
  const rows = countOf(kept);
  return {
    ...packed({ subject: person.name, reference, provider: first, kinds, kept, today }, kept),
    data: { person: person.id, rows },
    trace: { object: "", details: { person: person.id, rows } },
  };
}

type Report = Parameters<typeof personReport>[0];
interface Enclosed {
  readonly fileName: string;
  readonly digest: string;
}

function packed(report: Report, data: object, files: readonly Enclosed[] = []): Reply {
  const { reference, kept, kinds, today } = report;
  const rows = countOf(kept);
  return done({
    title: { fr: `Données gardées · ${reference}`, en: `Data kept · ${reference}` },
    lines: [
      line(
        "good",
        `Tout ce qui est gardé de cette personne : ${counted(rows, "élément", "éléments")} et ${counted(files.length, "pièce jointe", "pièces jointes")}, en un fichier rangé dans le dossier « documents ».`,
        `All that is kept of this person: ${counted(rows, "item", "items", "en")} and ${counted(files.length, "attachment", "attachments", "en")}, in one file put into the “documents” folder.`,
      ),
      line(
        "warning",
        "Relisez-le avant de le remettre : ce qui nomme d'autres personnes (feuilles d'émargement, factures) n'y est que par sa référence. Remettez-le en main propre ou chiffré, puis effacez-le.",
        "Look at it before you hand it over: what names others (attendance sheets, invoices) is in it by reference only. Hand it over in person or encrypted, then delete it.",
      ),
    ],
    table: {
      columns: [
        { fr: "Quoi", en: "What" },
        { fr: "Combien", en: "How many" },
      ],
      rows: Object.entries(kinds).flatMap(([table, { label }]) => {
        const count = kept[table]?.length ?? 0;
        return count === 0 ? [] : [[label, same(String(count))]];
      }),
    },
    packages: [
      {
        fileName: `donnees-${reference}-${today}.zip`,
        confidential: true,
        parts: [
          { fileName: "donnees.json", text: `${JSON.stringify(data, undefined, 2)}\n` },
          { fileName: "donnees.pdf", document: personReport(report) },
          ...files,
        ],
      },
    ],
  });
}

const countOf = (kept: Readonly<Record<string, readonly unknown[]>>): number =>
  Object.values(kept).reduce((sum, list) => sum + list.length, 0);
