import {
  type AttendanceMonth,
  type AttendanceSheetDocument,
  type IsoDate,
  type MonthStatement,
  prepareAttendanceSheet,
  prepareMonthStatement,
  type Schedule,
  type SheetView,
  schemeLabels,
} from "@kairos/core";
import { fileNameOf, type PrintableDocument } from "@kairos/pdf";
import type { ReplyDocument } from "../reply.js";
import type { HalfDayFilter, Store } from "../store/store.js";
import { zoneOf } from "../zone.js";
import type { AttendedSession } from "./attendance.js";
import { callingIn } from "./trainers.js";

/** An attendance sheet of a session that has a schedule: to be signed, or filled in with what is recorded. */
export async function sheetDocument(
  store: Store,
  attended: AttendedSession & { readonly schedule: Schedule },
  view: SheetView,
  { isFilled, today }: { readonly isFilled: boolean; readonly today: IsoDate },
): Promise<AttendanceSheetDocument> {
  const { reference } = attended.session;
  const filter: HalfDayFilter = { session: reference, ...daysOf(view), ...(view.by === "trainee" && { trainee: view.traineeId }) };
  const told = isFilled && {
    records: await store.attendance.of(filter),
    signIns: await store.signIns.of(filter),
    sheets: await store.sheets.ofSession(reference),
  };
  return prepareAttendanceSheet({
    ...attended,
    nameOf: await callingIn(store),
    funding: await fundingOf(store, reference, view),
    view,
    ...(told !== false && { told }),
    issuedOn: today,
  });
}

/** The monthly statement of a session as it stands, signed off or not. */
export function statementDocument(
  { provider, session, schedule, trainees }: AttendedSession,
  statement: MonthStatement,
  month: AttendanceMonth | undefined,
  { nameOf, today }: { readonly nameOf: (person: string) => string; readonly today: IsoDate },
): ReplyDocument {
  const zone = schedule?.timeZone ?? zoneOf(provider);
  return printed(prepareMonthStatement({ provider, session, statement, month, trainees, nameOf, zone, issuedOn: today }));
}

/** A document under the name its file takes. */
export function printed(document: PrintableDocument): ReplyDocument {
  return { fileName: fileNameOf(document), document };
}

function daysOf(view: SheetView): Pick<HalfDayFilter, "from" | "until"> {
  return view.by === "day" ? { from: view.day, until: view.day } : { from: `${view.month}-01`, until: `${view.month}-31` };
}

/** What pays for those who are on the sheet: `AIF, POEI`. */
async function fundingOf(store: Store, session: string, view: SheetView): Promise<string | undefined> {
  const accepted = await store.quotes.list({ sessionReference: session, status: "accepted" });
  const paid = accepted.filter(({ traineeId }) => view.by !== "trainee" || traineeId === view.traineeId);
  const schemes = [...new Set(paid.map(({ scheme }) => schemeLabels[scheme].fr))].sort();
  return schemes.length === 0 ? undefined : schemes.join(", ");
}
