import { formatInstant, type Incident, incidentStatusLabels, symptomLabels } from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { mayReport } from "../../dossiers/incidents.js";
import { personFrom } from "../../dossiers/people.js";
import { callingIn } from "../../dossiers/trainers.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { choice, given, optional, reference } from "../../options.js";
import { both, done, line, refused, same } from "../../reply.js";

const most = 100;

export default command({
  words: {
    fr: ["liste", "Liste les incidents, les derniers d'abord : les vôtres, ou ceux de tous pour qui les suit"],
    en: ["list", "List the incidents, latest first: yours, or everybody's for who follows them"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident liste",
  options: {
    status: optional(choice({ fr: ["statut", "Seulement ce statut"], en: ["status", "Only this status"] }, incidentStatusLabels)),
    symptom: optional(choice({ fr: ["symptome", "Seulement ce constat"], en: ["symptom", "Only this symptom"] }, symptomLabels)),
    person: optional(
      reference("person", {
        fr: ["personne", "Seulement les siens, pour qui suit ceux de tous"],
        en: ["person", "Only theirs, for who follows everybody's"],
      }),
    ),
  },
  async run(desk) {
    const { input, store, actor } = desk;
    const person = input.person === undefined ? undefined : await personFrom(store, input.person);
    if (input.person !== undefined && person === undefined) return refused([unknownReference("person", "personne", input.person)]);
    const { status, symptom } = input;
    const found = await seen(desk, given({ status, symptom, reporter: person?.id }));
    const shown = found.slice(0, most);
    const isFollowing = desk.rights.has("incident.follow");
    const nameOf = await callingIn(store);
    return done({
      title: { fr: "Incidents", en: "Incidents" },
      lines: [
        ...(shown.length === 0 ? [line("plain", "Aucun incident ne correspond.", "No incident matches.")] : []),
        ...(isFollowing || person === undefined || person.id === actor.id ? [] : [onlyOwn]),
        ...(found.length > most ? [cut] : []),
      ],
      ...(shown.length > 0 && {
        table: { columns, rows: shown.map((one) => rowOf(one, nameOf)), open: { path: "incident voir", option: "incident" } },
      }),
      data: {
        incidents: shown.map(({ reference, status, symptom, cause, contact, reportedAt, occurredAt, sameAs }) => ({
          reference,
          status,
          symptom,
          cause,
          contact,
          reportedAt,
          occurredAt,
          sameAs,
        })),
      },
    });
  },
});

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "may" | "rights">;

/** One more than is shown, so that the rest is told of: one's own, and those of the establishments where one follows all. */
async function seen(
  { store, actor, may, rights }: Desk,
  filter: { readonly status?: Incident["status"]; readonly symptom?: Incident["symptom"]; readonly reporter?: string },
): Promise<readonly Incident[]> {
  if (!rights.has("incident.follow")) {
    if (filter.reporter !== undefined && filter.reporter !== actor.id) return [];
    return store.incidents.list({ ...filter, reporter: actor.id, limit: most + 1 });
  }
  const all = await store.incidents.list(filter);
  return all.filter(({ reporter, siret }) => reporter === actor.id || may("incident.follow", siret)).slice(0, most + 1);
}

const onlyOwn = line(
  "muted",
  "Vous voyez vos propres incidents ; ceux des autres, seul qui suit les incidents de tous les voit.",
  "You see your own incidents; those of others are seen by who follows everybody's.",
);

const cut = line(
  "muted",
  `Les ${most} derniers ; précisez un statut, un constat ou une personne pour trouver les autres.`,
  `The latest ${most}; give a status, a symptom or a person to find the others.`,
);

const columns = [
  { fr: "Numéro", en: "Number" },
  { fr: "Statut", en: "Status" },
  { fr: "Constat", en: "Symptom" },
  { fr: "Signalé", en: "Reported" },
  { fr: "Par", en: "By" },
  { fr: "Rattaché à", en: "Attached to" },
];

function rowOf({ reference, status, symptom, reportedAt, timeZone, reporter, sameAs }: Incident, nameOf: (id: string) => string) {
  return [
    same(reference),
    incidentStatusLabels[status],
    symptomLabels[symptom],
    both((language) => formatInstant(reportedAt, timeZone, language)),
    same(nameOf(reporter)),
    same(sameAs ?? "—"),
  ];
}
