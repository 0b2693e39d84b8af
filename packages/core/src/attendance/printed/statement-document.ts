import { activityMention, type Provider } from "../../membership/index.js";
import type { Session, Trainee } from "../../sessions/index.js";
import { formatInstant, type IsoDate, type Minutes } from "../../shared/calendar.js";
import { type AttendanceMonth, type IsoMonth, type MonthStatus, monthStatusLabels } from "../months/month.js";
import type { MinutesByClass, MonthStatement } from "../months/statement.js";
import { alphabetical } from "../trainee-names.js";

/** Everything the printed monthly statement of a session shows: the document only draws it. */
export interface MonthStatementDocument {
  readonly kind: "month-statement";
  readonly month: IsoMonth;
  readonly issuedOn: IsoDate;
  readonly provider: { readonly name: string; readonly siret: string; readonly activityMention: string | undefined };
  readonly session: Pick<Session, "reference" | "title" | "listingReference" | "startsOn" | "endsOn" | "place">;
  /** `ouvert`, `clôturé`, `rouvert`. */
  readonly status: string;
  readonly rows: readonly StatementRow[];
  readonly totals: StatementFigures;
  /** Who signed it off, while it stands as it was then. */
  readonly closing: { readonly by: string; readonly at: string; readonly digest: string } | undefined;
}

export interface StatementFigures {
  readonly planned: Minutes;
  readonly minutes: MinutesByClass;
}

export interface StatementRow extends StatementFigures {
  readonly traineeId: string;
  readonly name: string;
}

/** Gathers what the printed statement needs; `nameOf` calls whoever closed it, `zone` is whose clocks say when. */
export function prepareMonthStatement(facts: {
  readonly provider: Provider;
  readonly session: Session;
  readonly statement: MonthStatement;
  readonly month: AttendanceMonth | undefined;
  readonly trainees: ReadonlyMap<string, Trainee>;
  readonly nameOf: (person: string) => string;
  readonly zone: string;
  readonly issuedOn: IsoDate;
}): MonthStatementDocument {
  const { provider, session, statement, month } = facts;
  const byId = new Map(statement.trainees.map((one) => [one.traineeId, one]));
  const status: MonthStatus = month?.status ?? "open";
  const last = status === "closed" ? month?.closings.at(-1) : undefined;
  const { reference, title, listingReference, startsOn, endsOn, place } = session;
  return {
    kind: "month-statement",
    month: statement.month,
    issuedOn: facts.issuedOn,
    provider: { name: provider.name, siret: provider.siret, activityMention: activityMention(provider) },
    session: { reference, title, listingReference, startsOn, endsOn, place },
    status: monthStatusLabels[status].fr,
    rows: alphabetical([...byId.keys()], facts.trainees).flatMap(({ traineeId, name }) => {
      const one = byId.get(traineeId);
      return one === undefined ? [] : [{ traineeId, name, planned: one.planned, minutes: one.minutes }];
    }),
    totals: {
      planned: statement.planned,
      minutes: statement.minutes,
    },
    closing: last && { by: facts.nameOf(last.by), at: formatInstant(last.at, facts.zone), digest: last.digest },
  };
}
