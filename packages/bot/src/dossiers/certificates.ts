import {
  type CertificateProblem,
  type CompletionCertificate,
  certificatesDocument,
  checkCertificate,
  counted,
  type Enrolment,
  formatMinutes,
  hasErrors,
  type IsoDate,
  type Minutes,
  type Problem,
  plannedHalfDays,
  prepareCertificate,
  say,
} from "@kairos/core";
import { both, done, line, type Reply, type ReplyDocument, type ReplyTable, refused, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";
import { printed } from "./attendance-documents.js";

/** What somebody says of the certificates they ask for. */
export interface CertificatesAsked {
  readonly minutes: Minutes | undefined;
  readonly signatory: string | undefined;
  readonly place: string | undefined;
}

export interface JudgedCertificate {
  readonly certificate: CompletionCertificate;
  readonly problems: readonly CertificateProblem[];
}

/** The certificates of some trainees of a session: those that are sound as documents, the others with what stands in the way. */
export async function certificatesReply(
  store: Store,
  attended: AttendedSession,
  subjects: readonly Enrolment[],
  asked: CertificatesAsked,
  today: IsoDate,
): Promise<Reply> {
  const { reference } = attended.session;
  const judged = await judgedCertificates(store, attended, subjects, asked, today);
  const sound = judged.filter(({ problems }) => !hasErrors(problems)).map(({ certificate }) => certificate);
  const shared = sharedBy(judged);
  const blocked = judged.length - sound.length;
  const [first, second] = subjects;
  const only = first !== undefined && second === undefined && { trainee: first.traineeId };
  const rest: Omit<Reply, "outcome" | "problems"> = {
    title: { fr: `Session ${reference} · certificats de réalisation`, en: `Session ${reference} · completion certificates` },
    ...tableOf(judged, shared, attended),
    data: { certificates: sound.map(({ trainee, training }) => ({ trainee: trainee.id, minutes: training.attendedMinutes })) },
    trace: { object: reference, details: { kind: "completion", sound: sound.length, blocked, ...only } },
  };
  if (sound.length === 0) return refused(shared, { ...rest, lines: judged.length === 1 ? [] : [noneReady(blocked)] });
  return done({
    ...rest,
    lines: [
      ready(sound),
      ...(blocked === 0
        ? []
        : [
            line(
              "bad",
              `${counted(blocked, "certificat bloqué", "certificats bloqués")} : voir le tableau.`,
              `${counted(blocked, "certificate", "certificates", "en")} blocked: see the table.`,
            ),
          ]),
    ],
    problems: shared,
    documents: documentsOf(reference, sound),
  });
}

/** The certificate of each trainee, and what stands in its way. */
export async function judgedCertificates(
  store: Store,
  attended: AttendedSession,
  subjects: readonly Enrolment[],
  { minutes: askedMinutes, signatory, place }: CertificatesAsked,
  today: IsoDate,
): Promise<readonly JudgedCertificate[]> {
  const { session, provider, schedule, trainees } = attended;
  const filter = { session: session.reference };
  const records = await store.attendance.of(filter);
  const declared = await store.claims.of("declared", filter);
  const months = await store.months.ofSession(session.reference);
  return subjects.map((enrolment) => {
    const certificate = prepareCertificate({
      provider,
      session,
      enrolment,
      trainee: trainees.get(enrolment.traineeId),
      planned: plannedHalfDays(schedule, [enrolment]),
      records,
      months,
      declared,
      signatory,
      place,
      today,
    });
    return { certificate, problems: checkCertificate({ certificate, askedMinutes }) };
  });
}

/** What is said once: problems that every certificate has. */
function sharedBy([first, ...others]: readonly JudgedCertificate[]): readonly Problem[] {
  const texts = others.map(({ problems }) => new Set(problems.map((problem) => JSON.stringify(problem))));
  return (first?.problems ?? []).filter((problem) => texts.every((one) => one.has(JSON.stringify(problem))));
}

/** A trainee a row: the hours, and what is wrong with theirs alone. Of one trainee, all is said already. */
function tableOf(
  judged: readonly JudgedCertificate[],
  shared: readonly Problem[],
  attended: AttendedSession,
): { readonly table?: ReplyTable } {
  if (judged.length === 1) return {};
  const isShared = new Set(shared.map((problem) => JSON.stringify(problem)));
  const rows = judged.map(({ certificate: { trainee, training }, problems }) => {
    const own = problems.filter((problem) => !isShared.has(JSON.stringify(problem)));
    const verdict = hasErrors(problems) ? { fr: "bloqué", en: "blocked" } : { fr: "prêt", en: "ready" };
    return [
      same(calledTrainee(attended, trainee.id)),
      same(`${formatMinutes(training.attendedMinutes)} / ${formatMinutes(training.plannedMinutes)}`),
      verdict,
      both((language) => own.map((problem) => say(problem, language).what).join(" ")),
    ];
  });
  return { table: { columns, rows } };
}

const columns = [
  { fr: "Stagiaire", en: "Trainee" },
  { fr: "Suivi / prévu", en: "Attended / planned" },
  { fr: "Certificat", en: "Certificate" },
  { fr: "Pourquoi", en: "Why" },
];

/** As many as one message holds, a file each; beyond, one file of as many pages. */
const mostFiles = 10;

function documentsOf(session: string, sound: readonly CompletionCertificate[]): readonly ReplyDocument[] {
  const files = sound.length <= mostFiles ? sound.map((one) => [one]) : [sound];
  return files.map((certificates) => printed(certificatesDocument(session, certificates)));
}

function ready(sound: readonly CompletionCertificate[]) {
  const hours = sound.length === 1 ? ` : ${formatMinutes(sound[0]?.training.attendedMinutes ?? 0)}` : "";
  return line(
    "good",
    `${counted(sound.length, "certificat prêt", "certificats prêts")}${hours}. Faites signer et tamponner ; gardez-en une copie avec les feuilles.`,
    `${counted(sound.length, "certificate", "certificates", "en")} ready${hours.replace(" :", ":")}. Have it signed and stamped; keep a copy with the sheets.`,
  );
}

function noneReady(blocked: number) {
  return line("bad", `Aucun certificat n'est prêt : ${blocked} bloqués.`, `No certificate is ready: ${blocked} blocked.`);
}
