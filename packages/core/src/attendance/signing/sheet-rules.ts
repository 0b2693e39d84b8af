import { type HalfDay, halfDayKey, type Schedule, type Session } from "../../sessions/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import { type Finding, found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { enumerate, excerpt, fold } from "../../shared/text.js";
import { type AttendanceRecord, type AttendanceStatus, attendanceStatusLabels, attendingStatuses } from "../record.js";
import { formatSlot, type Slot, traineeSlotKey } from "../slot.js";
import type { AttendanceSheet, SignIn } from "./sign-in.js";

/** A paper sheet that came back signed, and what it is compared with. What is left out makes the rules that need it undecided. */
export interface SheetSituation {
  readonly sheet: AttendanceSheet;
  readonly session: Session;
  /** Who signed which half-day on it. */
  readonly signatures: readonly Pick<SignIn, "traineeId" | "day" | "half">[];
  readonly today: IsoDate;
  readonly schedule?: Schedule | undefined;
  readonly records?: readonly AttendanceRecord[] | undefined;
  /** How the trainers are called, by their id. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

/** What a sheet says, and what denies it; `times`: how many half-days. */
export type SheetContradiction =
  | ({ readonly with: "planning" | "today"; readonly times: number } & Slot)
  | { readonly with: "trainer"; readonly trainer: string }
  | { readonly with: "place"; readonly place: string; readonly planned: string }
  | ({ readonly with: "facts"; readonly trainee: string; readonly status: AttendanceStatus; readonly times: number } & Slot);

const rule = ruleAbout<SheetSituation>();

export const sheetRules = {
  "attendance.sheet-trainer-missing": rule({
    severity: "error",
    source: "caa-paris-2017-sheet",
    check: ({ sheet }) => (sheet.trainers.length === 0 ? found(["trainers"], {}) : nothing),
    fr: () => ({
      what: "La feuille ne dit pas quel formateur l'a signée.",
      why: "Une feuille sans formateur ne prouve rien : les heures peuvent être refusées.",
      mend: "Donnez le nom du formateur s'il figure sur la feuille ; sinon, faites-la-lui signer avant de la joindre.",
    }),
  }),
  "attendance.sheet-place-missing": rule({
    severity: "error",
    source: "caa-paris-2017-sheet",
    check: ({ sheet }) => (sheet.place === undefined || sheet.place === "" ? found(["place"], {}) : nothing),
    fr: () => ({
      what: "La feuille ne dit pas où la formation a eu lieu.",
      why: "Une feuille sans lieu ne prouve rien : les heures peuvent être refusées.",
      mend: "Donnez le lieu écrit sur la feuille ; s'il n'y est pas, faites-la compléter et signer par le formateur.",
    }),
  }),
  "attendance.sheet-date-missing": rule({
    severity: "error",
    source: "caa-paris-2017-sheet",
    check: ({ sheet }) => (sheet.halfDays.length === 0 ? found(["halfDays"], {}) : nothing),
    fr: () => ({
      what: "La feuille ne dit pas quelles demi-journées elle couvre.",
      why: "Une feuille sans date exacte ne prouve rien : les heures peuvent être refusées.",
      mend: "Donnez le premier et le dernier jour écrits sur la feuille ; s'ils n'y sont pas, faites-la compléter par le formateur.",
    }),
  }),
  "attendance.sheet-signature-missing": rule({
    severity: "error",
    source: "caa-paris-2017-sheet",
    needs: ["records"],
    check: unsigned,
    fr: ({ trainees, times }) =>
      trainees.length === 0
        ? {
            what: "Aucun stagiaire n'a signé cette feuille.",
            why: "Sans signature, la feuille ne prouve la présence de personne.",
            mend: "Saisissez d'abord les présences de ces demi-journées, ou donnez les signataires ; sinon, faites signer la feuille.",
          }
        : {
            what: `${times > 1 ? `${times} présences saisies n'ont` : "Une présence saisie n'a"} pas de signature sur la feuille : ${enumerate(trainees)}.`,
            why: "Une présence qui n'est pas signée n'est pas prouvée, et peut ne pas être payée.",
            mend: "Faites signer ces stagiaires, ou corrigez leur présence s'ils n'étaient pas là.",
          },
  }),
  "attendance.sheet-contradiction": rule({
    severity: "error",
    source: "caa-paris-2017-sheet",
    needs: ["schedule", "records"],
    check: (situation) => [...againstPlanning(situation), ...againstSession(situation), ...againstFacts(situation)],
    fr: (contradiction) => ({
      what: contradictionFr(contradiction),
      why: "Une feuille qui contredit le planning ou les présences ne prouve plus rien.",
      mend: mendsFr[contradiction.with],
    }),
  }),
};

export type SheetProblem = ProblemOf<typeof sheetRules>;

/** Judges a sheet by itself, then beside the planning and the facts of its half-days. */
export const checkSheet = judgeBy<SheetSituation, typeof sheetRules>(sheetRules);

/** Nobody signed: it is worth nothing. Somebody recorded as present did not: the rest stands. */
function unsigned({ sheet, signatures, records }: SheetSituation & { readonly records: readonly AttendanceRecord[] }): readonly Finding<{
  readonly trainees: readonly string[];
  readonly times: number;
}>[] {
  if (sheet.halfDays.length === 0) return nothing;
  if (signatures.length === 0) return found(["signatures"], { trainees: [], times: 0 });
  const covered = new Set(sheet.halfDays);
  const signed = new Set(signatures.map(traineeSlotKey));
  const missing = records.filter(
    (one) => covered.has(halfDayKey(one)) && attendingStatuses.has(one.status) && !signed.has(traineeSlotKey(one)),
  );
  if (missing.length === 0) return nothing;
  const trainees = [...new Set(missing.map(({ traineeId }) => traineeId))].sort();
  return found(["signatures"], { trainees, times: missing.length }, "warning");
}

type Contradictions = readonly Finding<SheetContradiction>[];
type Compared = SheetSituation & { readonly schedule: Schedule; readonly records: readonly AttendanceRecord[] };

function againstPlanning({ sheet, schedule, today }: Compared): Contradictions {
  const planned = new Set(schedule.halfDays.map(halfDayKey));
  const slots = sheet.halfDays.map(slotOf);
  return [
    ...firstOf(
      slots.filter((slot) => !planned.has(halfDayKey(slot))),
      "planning",
    ),
    ...firstOf(
      slots.filter(({ day }) => day > today),
      "today",
    ),
  ];
}

function firstOf(slots: readonly Slot[], other: "planning" | "today"): Contradictions {
  const [first] = slots;
  return first === undefined ? nothing : found(["halfDays"], { with: other, ...first, times: slots.length });
}

/** Who teaches and where, where the planning says it. */
function againstSession({ sheet, session, schedule, names }: Compared): Contradictions {
  const covered = new Set(sheet.halfDays);
  const halfDays = schedule.halfDays.filter((one) => covered.has(halfDayKey(one)));
  const teaching = new Set(halfDays.flatMap(({ trainers = session.trainers ?? [] }) => trainers));
  const strangers = teaching.size === 0 ? [] : sheet.trainers.filter((trainer) => !teaching.has(trainer));
  return [
    ...strangers.flatMap((id) => found(["trainers"], { with: "trainer" as const, trainer: names?.get(id) ?? id })),
    ...elsewhere(sheet.place, session, halfDays),
  ];
}

/** Places are written in many ways: one that is not recognised is to be looked at, and blocks nothing. */
function elsewhere(place: string | undefined, session: Session, halfDays: readonly HalfDay[]): Contradictions {
  const isHere = halfDays.some(({ at }) => at === "centre");
  if (place === undefined || session.place === undefined || !isHere) return nothing;
  const rooms = [session.room, ...halfDays.map(({ room }) => room)];
  const said = wordsOf(place);
  const planned = wordsOf(session.place);
  const known = new Set([...planned, ...rooms.flatMap((room = "") => [...wordsOf(room)])]);
  const isKnown = [...said].every((word) => known.has(word)) || [...planned].every((word) => said.has(word));
  return isKnown ? nothing : found(["place"], { with: "place" as const, place, planned: session.place }, "warning");
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}

function againstFacts({ sheet, signatures, records }: Compared): Contradictions {
  const covered = new Set(sheet.halfDays);
  const absent = new Map(records.filter(({ status }) => !attendingStatuses.has(status)).map((one) => [traineeSlotKey(one), one]));
  const byTrainee = new Map<string, AttendanceRecord[]>();
  for (const signature of signatures) {
    const fact = absent.get(traineeSlotKey(signature));
    if (fact === undefined || !covered.has(halfDayKey(signature))) continue;
    byTrainee.set(fact.traineeId, [...(byTrainee.get(fact.traineeId) ?? []), fact]);
  }
  return [...byTrainee].flatMap(([trainee, facts]) => {
    const [first] = facts;
    if (first === undefined) return nothing;
    const { day, half, status } = first;
    return found(["signatures"], { with: "facts" as const, trainee, day, half, status, times: facts.length });
  });
}

function slotOf(key: string): Slot {
  const [day = "", half = ""] = key.split("/");
  return { day, half: half as Slot["half"] };
}

function contradictionFr(contradiction: SheetContradiction): string {
  switch (contradiction.with) {
    case "planning":
      return `La feuille couvre une demi-journée que le planning n'a pas : ${formatSlot(contradiction)}${inAll(contradiction.times)}.`;
    case "today":
      return `La feuille couvre une demi-journée qui n'a pas encore eu lieu : ${formatSlot(contradiction)}${inAll(contradiction.times)}.`;
    case "trainer":
      return `« ${excerpt(contradiction.trainer)} » a signé la feuille, mais n'enseigne pas ces demi-journées d'après le planning.`;
    case "place":
      return `La feuille dit « ${excerpt(contradiction.place)} », la session « ${excerpt(contradiction.planned)} ».`;
    case "facts":
      return `${contradiction.trainee} a signé le ${formatSlot(contradiction)}${inAll(contradiction.times)}, mais la saisie dit « ${attendanceStatusLabels[contradiction.status].fr} ».`;
  }
}

function inAll(times: number): string {
  return times > 1 ? ` (${times} en tout)` : "";
}

const mendsFr: Readonly<Record<SheetContradiction["with"], string>> = {
  planning: "Vérifiez les dates écrites sur la feuille ; si la demi-journée a bien eu lieu, ajoutez-la au planning.",
  today: "Vérifiez les dates écrites sur la feuille : on ne signe que ce qui a eu lieu.",
  trainer: "Vérifiez le nom ; si ce formateur a bien fait cours, corrigez d'abord le planning.",
  place: "Vérifiez le lieu écrit sur la feuille ; s'il est juste, corrigez le lieu ou la salle de la session.",
  facts: "Vérifiez la feuille : corrigez la présence, ou retirez ce stagiaire des signataires.",
};
