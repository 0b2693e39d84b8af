import {
  findDuplicates,
  fold,
  instantAt,
  type Label,
  type Provider,
  type Session,
  type SessionOverlaps,
  sentenceCase,
  sessionOverlaps,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { type Double, doubleOf, mendings, overlapDouble } from "../../dossiers/doubles.js";
import { namesIn } from "../../dossiers/people.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { csvOf } from "../../files/csv.js";
import { day, optional, reference } from "../../options.js";
import { done, line, type Reply, type ReplyLine, refused, same } from "../../reply.js";
import { zoneOf } from "../../zone.js";

/** More than this goes into a file: nobody reads it in an answer. */
const shown = 20;

/** More than this in the file would not pass through a chat. */
const kept = 10_000;

export default command({
  words: {
    fr: ["doublons", "Trouve les sessions en double, et les formateurs ou salles pris deux fois"],
    en: ["duplicates", "Find sessions recorded twice, and trainers or rooms taken twice"],
  },
  needs: "session.read",
  visibility: "private",
  example: "/session doublons depuis:01/01/2027",
  options: {
    since: optional(
      day({ fr: ["depuis", "Les sessions qui finissent à partir de ce jour"], en: ["since", "Sessions that end from this day on"] }),
    ),
    place: optional(
      reference("provider", { fr: ["etablissement", "Seulement cet établissement"], en: ["establishment", "Only this establishment"] }),
    ),
  },
  async run({ input, store, today }) {
    const from = input.since ?? today;
    const providers = await store.providers.list();
    const place = input.place === undefined ? undefined : providers.find((one) => isCalled(one, input.place ?? ""));
    if (input.place !== undefined && place === undefined) {
      return refused([unknownReference("provider", "etablissement", input.place)]);
    }
    const isThere = ({ siret }: Pick<Session, "siret">) => place === undefined || siret === place.siret;
    const sessions = (await store.sessions.list({ from })).filter(isThere);
    const bookings = await store.bookings.ofSessions(instantAt(from, "00:00", zoneOf(place ?? providers[0])));
    const overlaps = sessionOverlaps(bookings.filter(({ owner }) => isThere(owner)));
    const doubles = await wordsFor({ store }, sessions, providers, overlaps);
    return answer(doubles.slice(0, kept), sessions.length, from, overlaps.cut || doubles.length > kept);
  },
});

async function wordsFor(
  { store }: Pick<CommandContext<unknown>, "store">,
  sessions: readonly Session[],
  providers: readonly Provider[],
  { overlaps }: SessionOverlaps,
): Promise<readonly Double[]> {
  const names = await namesIn(store);
  const known = new Map(sessions.map((session) => [session.reference, session]));
  const placed = new Map(providers.map((provider) => [provider.siret as string, provider]));
  return [
    ...findDuplicates(sessions).map(doubleOf),
    ...overlaps.map((overlap) => {
      const both = overlap.sessions.map((one) => known.get(one));
      const provider = placed.get(both[0]?.siret ?? "");
      return overlapDouble(
        overlap,
        provider,
        names,
        both.map((session) => session?.room),
      );
    }),
  ];
}

function answer(doubles: readonly Double[], looked: number, from: string, cut: boolean): Reply {
  const kinds = [...new Set(doubles.map(({ kind }) => kind))];
  return done({
    title: { fr: "Doublons et chevauchements", en: "Duplicates and overlaps" },
    lines: [
      counted(doubles, looked),
      ...kinds.map((kind): ReplyLine => {
        const { fr, en } = mendings[kind];
        return { tone: "plain", text: { fr: `${kindLabels[kind].fr} : ${fr}`, en: `${kindLabels[kind].en}: ${en}` } };
      }),
      ...(cut
        ? [
            line(
              "warning",
              "Il y en a trop pour tous les montrer : corrigez ceux-ci, puis recommencez.",
              "There are too many to show them all: mend these, then start again.",
            ),
          ]
        : []),
      ...(doubles.length > shown
        ? [line("muted", `Les ${shown} premiers ; tous sont dans le fichier.`, `The first ${shown}; all of them are in the file.`)]
        : []),
    ],
    ...(doubles.length > 0 && {
      table: { columns, rows: doubles.slice(0, shown).map(rowOf), open: { path: "session voir", option: "reference" } },
    }),
    ...(doubles.length > shown && { texts: [{ fileName: `doublons-${from}.csv`, text: fileOf(doubles) }] }),
    verdict: doubles.length === 0 ? "sound" : "unsound",
    data: {
      found: doubles.length,
      first: doubles.slice(0, shown).map(({ kind, sessions }) => ({ kind, sessions })),
      sessions: looked,
      cut,
    },
  });
}

function counted(doubles: readonly Double[], looked: number): ReplyLine {
  if (doubles.length === 0) {
    return line(
      "good",
      `Aucun doublon, aucun chevauchement (${looked} session${looked > 1 ? "s" : ""} examinée${looked > 1 ? "s" : ""}).`,
      `No duplicate, no overlap (${looked} ${looked === 1 ? "session" : "sessions"} looked at).`,
    );
  }
  const twice = doubles.filter(({ kind }) => kind === "duplicate" || kind === "number").length;
  const taken = doubles.length - twice;
  return line(
    "warning",
    `${twice} doublon${twice > 1 ? "s" : ""} et ${taken} chevauchement${taken > 1 ? "s" : ""} parmi ${looked} session${looked > 1 ? "s" : ""}.`,
    `${twice} ${twice === 1 ? "duplicate" : "duplicates"} and ${taken} ${taken === 1 ? "overlap" : "overlaps"} among ${looked} ${looked === 1 ? "session" : "sessions"}.`,
  );
}

const columns = [
  { fr: "Session", en: "Session" },
  { fr: "Avec", en: "With" },
  { fr: "Pourquoi", en: "Why" },
];

const kindLabels: Readonly<Record<Double["kind"], { fr: string; en: string }>> = {
  duplicate: { fr: "Doublon", en: "Duplicate" },
  number: { fr: "Numéro en double", en: "Number used twice" },
  trainer: { fr: "Formateur pris deux fois", en: "Trainer taken twice" },
  room: { fr: "Salle prise deux fois", en: "Room taken twice" },
};

function rowOf({ sessions: [first = "—", ...others], what }: Double) {
  return [same(first), named(others), what];
}

/** The first ones: a cell of a thousand references is no cell. */
function named(references: readonly string[], most = 10): Label {
  const left = references.length - most;
  const first = references.slice(0, most).join(", ");
  return left <= 0 ? same(first) : { fr: `${first}… et ${left} de plus`, en: `${first}… and ${left} more` };
}

function fileOf(doubles: readonly Double[]): string {
  const rows = doubles.map(({ kind, sessions: [first = "", ...others], what, mend }) => {
    return [kindLabels[kind].fr, first, others.join(", "), what.fr, sentenceCase(mend.fr)];
  });
  return csvOf(["Nature", "Session", "Avec", "Pourquoi", "À faire"], rows);
}

function isCalled({ siret, name }: Provider, typed: string): boolean {
  return siret === typed.replace(/\s/g, "") || fold(name) === fold(typed);
}
