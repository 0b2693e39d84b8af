import {
  addMonths,
  counted,
  formatMinutes,
  formatMonth,
  type Incident,
  type IncidentCount,
  type IsoMonth,
  incidentsOf,
  instantAt,
  type Language,
  symptomLabels,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { csvOf } from "../files/csv.js";
import { incidentsSvg } from "../pictures/incidents.js";
import { both, line, type ReplyLine, type ReplyPicture, type ReplyTable, type ReplyText, same } from "../reply.js";
import { zoneOf } from "../zone.js";
import { calledCause } from "./incident-words.js";

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "may" | "provider">;

/** The incidents of a month by cause: everybody's where the person follows them, else their own. */
export async function incidentMonth({ store, actor, may, provider }: Desk, month: IsoMonth): Promise<readonly IncidentCount[]> {
  const zone = zoneOf(provider);
  // From the month before: what was attached since is counted with what was seen first.
  const since = instantAt(addMonths(`${month}-01`, -1), "00:00", zone);
  const isSeen = ({ reporter, siret }: Incident) => reporter === actor.id || may("incident.follow", siret);
  return incidentsOf(month, (await store.incidents.list({ since })).filter(isSeen), zone);
}

/** `12 incidents (3 signalements rattachés), 9 résolus.` */
export function monthLine(counts: readonly IncidentCount[]): ReplyLine {
  if (counts.length === 0) return line("plain", "Aucun incident ce mois-là.", "No incident that month.");
  const { reported, attached, solved } = totalsOf(counts);
  return line(
    "plain",
    `${counted(reported, "incident")}${attached === 0 ? "" : ` (et ${counted(attached, "signalement rattaché", "signalements rattachés")})`}, ${counted(solved, "résolu")}.`,
    `${counted(reported, "incident", "incidents", "en")}${attached === 0 ? "" : ` (and ${counted(attached, "report", "reports", "en")} attached)`}, ${solved} solved.`,
  );
}

export function totalsOf(counts: readonly IncidentCount[]) {
  const sum = (of: (one: IncidentCount) => number) => counts.reduce((total, one) => total + of(one), 0);
  return { reported: sum((one) => one.reported), attached: sum((one) => one.attached), solved: sum((one) => one.solved) };
}

export function monthTable(counts: readonly IncidentCount[]): ReplyTable {
  return { columns, rows: counts.map(rowOf) };
}

/** `2 h 05`, `3 jours`: a time to solution as it is said; hours no longer mean much past two days. */
export function durationOf(minutes: number, language: Language): string {
  const days = Math.round(minutes / 1440);
  if (minutes < 2 * 1440) return formatMinutes(minutes);
  return language === "fr" ? counted(days, "jour") : counted(days, "day", "days", "en");
}

export function monthFile(month: IsoMonth, counts: readonly IncidentCount[]): ReplyText {
  const rows = counts.map(({ symptom, cause, reported, attached, solved, medianMinutes }) => [
    month,
    symptomLabels[symptom].fr,
    calledCause(cause).fr,
    ...[reported, attached, solved, medianMinutes ?? ""].map(String),
  ]);
  const head = ["Mois", "Constat", "Cause", "Incidents", "Signalements rattachés", "Résolus", "Délai médian (minutes)"];
  return { fileName: `incidents-${month}.csv`, text: csvOf(head, rows) };
}

export function monthPicture(month: IsoMonth, counts: readonly IncidentCount[]): ReplyPicture {
  const bars = counts.map(({ cause, symptom, reported, solved, medianMinutes }) => ({
    cause: calledCause(cause).fr,
    symptom: symptomLabels[symptom].fr,
    reported,
    solved,
    ...(medianMinutes !== undefined && { median: durationOf(medianMinutes, "fr") }),
  }));
  const alt = both((language) => {
    const said = counts
      .slice(0, 8)
      .map(({ cause, reported }) => `${calledCause(cause)[language]}${language === "fr" ? " : " : ": "}${reported}`);
    const head = language === "fr" ? `Incidents, ${formatMonth(month)}` : `Incidents, ${formatMonth(month, "en")}`;
    return `${head} : ${said.join(", ")}.`;
  });
  return { fileName: `incidents-${month}.png`, alt, svg: incidentsSvg({ month, bars }) };
}

const columns = [
  { fr: "Cause", en: "Cause" },
  { fr: "Constat", en: "Symptom" },
  { fr: "Incidents", en: "Incidents" },
  { fr: "Rattachés", en: "Attached" },
  { fr: "Résolus", en: "Solved" },
  { fr: "Délai médian", en: "Median time" },
];

function rowOf({ symptom, cause, reported, attached, solved, medianMinutes }: IncidentCount) {
  return [
    calledCause(cause),
    symptomLabels[symptom],
    same(String(reported)),
    same(String(attached)),
    same(String(solved)),
    medianMinutes === undefined ? same("—") : both((language) => durationOf(medianMinutes, language)),
  ];
}
