import {
  type AttendanceSheet,
  checkSheet,
  counted,
  halfDayKey,
  hasErrors,
  inputRules,
  type PlannedHalfDay,
  raise,
  type Session,
  type SignIn,
  traineeSlotKey,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { lockedLines } from "../../dossiers/attachments.js";
import { loadAttendedSession, mayRecord, sessionOption } from "../../dossiers/attendance.js";
import { halfDayOption } from "../../dossiers/half-day-option.js";
import { codes, partsOf } from "../../dossiers/list-options.js";
import { nextId } from "../../dossiers/next-id.js";
import { namesIn } from "../../dossiers/people.js";
import { readSheet, type SheetRead, sheetAlreadyThere } from "../../dossiers/sheet-reading.js";
import { coverageOf } from "../../dossiers/sheets.js";
import type { CheckedFile } from "../../files/received.js";
import { safeName } from "../../files/safe-name.js";
import { file, given, optional, text } from "../../options.js";
import { done, line, type NextStep, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["joindre", "Joint une feuille d'émargement signée, et note qui y a signé"],
    en: ["attach", "Attach a signed attendance sheet, and note who signed it"],
  },
  needs: mayRecord,
  visibility: "private",
  form: [
    ["session", "from", "until", "trainers", "place"],
    ["signers", "except", "file"],
  ],
  example: "/assiduite joindre session:SE-2026-014 fichier:feuille.pdf du:07/12/2026 formateurs:omar lieu:Bordeaux",
  options: {
    session: sessionOption,
    file: file(
      {
        fr: ["fichier", "Scan de la feuille : PDF, PNG ou JPEG de 8 Mo au plus", "Scan de la feuille"],
        en: ["file", "Scan of the sheet: PDF, PNG or JPEG, 8 MB at most", "Scan of the sheet"],
      },
      ["document"],
    ),
    from: optional(
      halfDayOption({
        fr: ["du", "Première demi-journée de la feuille : 07/12/2026 matin", "Première demi-journée"],
        en: ["from", "First half-day of the sheet: 07/12/2026 morning", "First half-day"],
      }),
    ),
    until: optional(
      halfDayOption({
        fr: ["au", "Dernière demi-journée de la feuille, s'il y en a plusieurs", "Dernière demi-journée"],
        en: ["to", "Last half-day of the sheet, if there are several", "Last half-day"],
      }),
    ),
    trainers: optional(
      text(
        {
          fr: ["formateurs", "Formateurs qui ont signé la feuille, séparés par des virgules", "Formateurs qui ont signé"],
          en: ["trainers", "Trainers who signed the sheet, separated by commas", "Trainers who signed"],
        },
        400,
      ),
    ),
    place: optional(text({ fr: ["lieu", "Lieu écrit sur la feuille"], en: ["place", "Place written on the sheet"] }, 160)),
    signers: optional(
      codes(
        {
          fr: [
            "signataires",
            "Stagiaires qui ont signé : T-0001, T-0002 ; sinon, tous les présents saisis",
            "Signataires, ou tous les présents saisis",
          ],
          en: ["signers", "Trainees who signed: T-0001, T-0002; or else all recorded as present", "Who signed, or all recorded as present"],
        },
        2000,
      ),
    ),
    except: optional(
      codes(
        {
          fr: ["sans-signature", "Stagiaires présents qui n'ont pas signé : T-0003", "Présents qui n'ont pas signé"],
          en: ["unsigned", "Trainees who were there and did not sign: T-0003", "Present, and did not sign"],
        },
        2000,
      ),
    ),
  },
  async run(desk) {
    const { store, input, today } = desk;
    const loaded = await loadAttendedSession(desk, input.session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, schedule } = loaded.value;
    const trace = { object: session.reference };
    const trainers = partsOf(input.trainers ?? "");
    const read = await readSheet(store, loaded.value, { ...input, trainers, except: input.except ?? [] });
    if (!read.ok) return refused(read.problems, { trace });
    const { records, signatures } = read.value;
    const sheet = await sheetOf(desk, session, read.value);
    const twin = await sheetAlreadyThere(store, sheet);
    if (twin !== undefined) {
      const taken = raise(inputRules, "input.reference-taken", ["fichier"], { kind: "sheet", reference: twin });
      return refused([taken], { lines: [alreadyThere(twin)], next: [removeIt(twin)], trace });
    }
    const problems = checkSheet({ sheet, session, signatures, today, schedule, records, names: await namesIn(store) });
    if (hasErrors(problems)) return refused(problems.slice(0, mostShown), { trace });
    await store.sheets.save(sheet);
    await store.signIns.addMany(signatures.map((one) => signInOn(sheet, one)));
    const { reference, digest = "" } = sheet;
    const recorded = new Set(records.map(traineeSlotKey));
    const unrecorded = signatures.filter((one) => !recorded.has(traineeSlotKey(one))).length;
    const covers = coverageOf(sheet);
    return done({
      title: { fr: `Session ${session.reference} · feuille ${reference}`, en: `Session ${session.reference} · sheet ${reference}` },
      lines: [
        line("good", `Feuille jointe sous la référence ${reference} : ${covers.fr}.`, `Sheet attached as ${reference}: ${covers.en}.`),
        noted(signatures),
        ...(unrecorded === 0 ? [] : [notRecorded(unrecorded)]),
        ...lockedLines(input.file),
        line("muted", `Empreinte SHA-256 du scan : ${digest}.`, `SHA-256 digest of the scan: ${digest}.`),
      ],
      problems: problems.slice(0, mostShown),
      next: [
        {
          text: { fr: "Voir les feuilles de la session", en: "See the session's sheets" },
          command: `/assiduite feuilles session:${session.reference}`,
        },
      ],
      data: { session: session.reference, sheet: reference, signatures: signatures.length, unrecorded, digest },
      trace: { ...trace, details: { sheet: reference, signatures: signatures.length, digest: digest.slice(0, 12) } },
    });
  },
});

/** Contradictions, one for each trainee: nobody reads more at once. */
const mostShown = 20;

interface Desk extends Pick<CommandContext<unknown>, "store" | "actor" | "now"> {
  readonly input: { readonly file: CheckedFile; readonly place?: string | undefined };
}

async function sheetOf(
  { store, actor, now, input: { file: scan, place } }: Desk,
  { reference, siret }: Session,
  { covered, trainers }: SheetRead,
): Promise<AttendanceSheet> {
  return {
    reference: await nextId(store, "FE"),
    sessionReference: reference,
    siret,
    halfDays: covered.map(halfDayKey),
    trainers: [...trainers],
    ...given({ place }),
    digest: await store.files.put(scan.bytes),
    fileName: safeName(scan.name),
    recordedBy: actor.id,
    recordedAt: now,
  };
}

/** The paper does not say at which minute it was signed. */
function signInOn({ sessionReference, siret, reference, recordedAt }: AttendanceSheet, { traineeId, day, half }: PlannedHalfDay): SignIn {
  return { sessionReference, siret, traineeId, day, half, method: "sheet", at: recordedAt, proof: reference };
}

function noted(signatures: readonly PlannedHalfDay[]): ReplyLine {
  const [all, trainees] = [signatures.length, new Set(signatures.map(({ traineeId }) => traineeId)).size];
  return line(
    "good",
    `Notées : ${counted(all, "signature")} de ${counted(trainees, "stagiaire")}.`,
    `Noted: ${counted(all, "signature", "signatures", "en")} of ${counted(trainees, "trainee", "trainees", "en")}.`,
  );
}

function notRecorded(count: number): ReplyLine {
  return line(
    "warning",
    `${counted(count, "signature")} sur une demi-journée dont la présence n'est pas encore saisie : saisissez-la.`,
    `${counted(count, "signature", "signatures", "en")} on a half-day whose attendance is not recorded yet: record it.`,
  );
}

function removeIt(reference: string): NextStep {
  return {
    text: { fr: "si elle est à joindre autrement, la retirer", en: "if it is to be attached otherwise, remove it" },
    command: `/assiduite retirer-feuille feuille:${reference}`,
  };
}

function alreadyThere(reference: string): ReplyLine {
  return line(
    "plain",
    `Ce scan est déjà joint pour ces demi-journées : ${reference}.`,
    `This scan is attached for these half-days already: ${reference}.`,
  );
}
