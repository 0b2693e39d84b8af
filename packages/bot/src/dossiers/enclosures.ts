import { extname } from "node:path";
import {
  certificatesDocument,
  type EnclosureKind,
  type Enclosures,
  enclosuresOf,
  formatMonth,
  hasErrors,
  type InvoiceSituation,
  type Label,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { both, type ReplyDocument, type ReplyFile, same } from "../reply.js";
import { type AttendedSession, attendedSession } from "./attendance.js";
import { printed, sheetDocument, statementDocument } from "./attendance-documents.js";
import { type CertificatesAsked, judgedCertificates } from "./certificates.js";
import { monthDossier } from "./months.js";
import { callingIn } from "./trainers.js";

export type PackagingDesk = Pick<CommandContext<unknown>, "store" | "today" | "now">;

/** Files of one kind that go with an invoice, and what there is no file of. */
export interface Enclosed {
  readonly parts: readonly (ReplyDocument | ReplyFile)[];
  readonly lacking: readonly Label[];
}

/** What goes with an invoice: the quote it comes from, and what proves the attendance of those it bills, of nobody else. */
export async function enclosedWith(
  desk: PackagingDesk,
  situation: InvoiceSituation,
  asked: Pick<CertificatesAsked, "signatory" | "place">,
): Promise<Readonly<Partial<Record<EnclosureKind, Enclosed>>>> {
  const { session } = situation;
  const expected = enclosuresOf(situation);
  const quote = await quoteOf(desk, situation);
  if (session === undefined || expected.traineeIds.length === 0) return quote;
  const whole = await attendedSession(desk.store, session, await desk.store.schedules.get(session.reference));
  const billed = new Set(expected.traineeIds);
  const attended = { ...whole, roster: whole.roster.filter(({ traineeId }) => billed.has(traineeId)) };
  return {
    ...quote,
    certificates: await certificatesOf(desk, attended, expected, asked),
    sheets: await sheetsOf(desk, attended, expected),
    "signed-sheets": await signedSheetsOf(desk, expected),
    statements: await statementsOf(desk, attended, expected),
  };
}

/** The version that was accepted, as it was sealed. */
async function quoteOf({ store }: PackagingDesk, { quote }: InvoiceSituation): Promise<{ readonly quote?: Enclosed }> {
  if (quote === undefined) return {};
  const accepted = (await store.quotes.versions(quote.reference)).find(({ version }) => version === quote.version);
  return { quote: { parts: accepted === undefined ? [] : [printed(accepted.document)], lacking: [] } };
}

async function certificatesOf(
  { store, today }: PackagingDesk,
  attended: AttendedSession,
  { traineeIds }: Enclosures,
  asked: Pick<CertificatesAsked, "signatory" | "place">,
): Promise<Enclosed> {
  const judged = await judgedCertificates(store, attended, attended.roster, { ...asked, minutes: undefined }, today);
  const sound = new Map(
    judged.flatMap(({ certificate, problems }) => (hasErrors(problems) ? [] : [[certificate.trainee.id, certificate]])),
  );
  return {
    parts: [...sound].map(([id, certificate]) => ({
      fileName: `certificat-${id}.pdf`,
      document: certificatesDocument(attended.session.reference, [certificate]),
    })),
    lacking: traineeIds.filter((id) => !sound.has(id)).map(same),
  };
}

async function sheetsOf({ store, today }: PackagingDesk, attended: AttendedSession, { months }: Enclosures): Promise<Enclosed> {
  const { schedule } = attended;
  if (schedule === undefined) return { parts: [], lacking: months.map(calledMonth) };
  const parts: ReplyDocument[] = [];
  for (const month of months) {
    const document = await sheetDocument(store, { ...attended, schedule }, { by: "month", month }, { isFilled: true, today });
    parts.push({ fileName: `feuille-${month}.pdf`, document });
  }
  return { parts, lacking: [] };
}

/** Scans, as they came back. */
async function signedSheetsOf({ store }: PackagingDesk, { signedSheets }: Enclosures): Promise<Enclosed> {
  const parts: ReplyFile[] = [];
  const lacking: Label[] = [];
  for (const reference of signedSheets) {
    const { digest, fileName = "", removed } = (await store.sheets.get(reference)) ?? {};
    if (digest === undefined || removed !== undefined) lacking.push(same(reference));
    else parts.push({ fileName: `feuille-signee-${reference}${extname(fileName) || ".pdf"}`, digest });
  }
  return { parts, lacking };
}

/** Closed months only: an open one may still change. */
async function statementsOf(
  { store, today, now }: PackagingDesk,
  attended: AttendedSession,
  { months, openMonths }: Enclosures,
): Promise<Enclosed> {
  const nameOf = await callingIn(store);
  const parts: ReplyDocument[] = [];
  for (const month of months.filter((one) => !openMonths.includes(one))) {
    const dossier = await monthDossier(store, attended, month, now);
    const { document } = statementDocument(dossier, dossier.statement, dossier.month, { nameOf, today });
    parts.push({ fileName: `etat-mensuel-${month}.pdf`, document });
  }
  return { parts, lacking: openMonths.map(calledMonth) };
}

function calledMonth(month: string): Label {
  return both((language) => formatMonth(month, language));
}
