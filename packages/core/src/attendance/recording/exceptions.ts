import { fold } from "../../shared/text.js";
import type { AttendanceStatus, Said } from "../record.js";
import { evidenceWords, joined, reasonWords, statusWords } from "./exception-words.js";
import { findNamed, type Nameable } from "./find-named.js";

/** One piece of « tous présents sauf… » that was read. */
export interface AttendanceException {
  readonly traineeId: string;
  readonly piece: string;
  readonly said: Said;
}

export type ExceptionFault =
  | "nobody-named"
  | "unknown-person"
  | "several-people"
  | "named-twice"
  | "two-people"
  | "no-status"
  | "two-statuses"
  | "unknown-word"
  | "unreadable-minutes"
  | "misplaced-minutes";

/** A piece that could not be read, and the word at fault where there is one. */
export interface UnreadPiece {
  readonly piece: string;
  readonly fault: ExceptionFault;
  readonly word?: string;
}

export interface ReadExceptions {
  readonly exceptions: readonly AttendanceException[];
  readonly faults: readonly UnreadPiece[];
}

/**
 * Reads a line as an assistant types it: `T-0004 absent, Dupont retard 20 min, T-0009 excusé santé AT-12`. A piece that
 * begins with what happened, or why, goes on about the one before: `T-0007 retard 20 min, parti 30 min`.
 */
export function readExceptions(text: string, people: readonly Nameable[]): ReadExceptions {
  const exceptions = new Map<string, AttendanceException>();
  const faults: UnreadPiece[] = [];
  for (const piece of piecesOf(text)) {
    const one = readPiece(piece, people);
    if ("fault" in one) faults.push(one);
    else if (exceptions.has(one.traineeId)) faults.push({ piece, fault: "named-twice" });
    else exceptions.set(one.traineeId, one);
  }
  return { exceptions: [...exceptions.values()], faults };
}

/** What stands between commas, semicolons, line ends and an « et » before a reference, each with the name it is about. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const part of text.split(/[;\n]|,(?!\d)|\s(?:et|and|&)\s+(?=t-?\d)/i)) {
    const piece = part
      .replace(/[()\s]+/g, " ")
      .replace(/[\s.!?…]+$/, "")
      .trim();
    const previous = pieces.at(-1);
    const first = wordsOf(piece)[0]?.folded ?? "";
    const goesOn = previous !== undefined && (isSaying(first) || reasonWords.some(([form]) => form.test(first)));
    if (piece === "") continue;
    if (goesOn) pieces[pieces.length - 1] = `${previous} ${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

function readPiece(piece: string, people: readonly Nameable[]): AttendanceException | UnreadPiece {
  const words = wordsOf(piece);
  const start = whereSaying(words);
  const who = (start === -1 ? words : words.slice(0, start)).map(({ typed }) => typed).join(" ");
  if (who === "") return { piece, fault: "nobody-named" };
  const named = findNamed(who, people);
  if ("fault" in named) {
    const isMute = start === -1 && words.length > 1 && !("fault" in findNamed(words[0]?.typed ?? "", people));
    return isMute ? { piece, fault: "no-status" } : { piece, fault: named.fault, word: who };
  }
  if (start === -1) return { piece, fault: "no-status" };
  if (words.slice(start).some(({ folded }) => reference.test(folded))) return { piece, fault: "two-people" };
  const said = readSaid(words.slice(start));
  return "fault" in said ? { piece, ...said } : { traineeId: named.id, piece, said };
}

/** Of a trainee: never of a document, or whoever comes second would be taken for the proof of the first. */
const reference = /^t-?\d+$/;

/** What was typed and how it is compared; a duration is one word. */
interface Word {
  readonly typed: string;
  readonly folded: string;
  readonly minutes?: number;
}

const duration =
  /^(?:(\d{1,2}) ?(?:h|heures?|hours?)(?: ?([0-5]?\d)(?: ?(?:minutes?|min|mn))?)?|(\d{1,4})(?: ?(?:minutes?|min|mn|'))?)(?=\s|$)/;

function wordsOf(piece: string): readonly Word[] {
  const words: Word[] = [];
  let left = joined.reduce((text, [pair, one]) => text.replace(new RegExp(pair, "gi"), one), deaccented(piece).replace(/ ?:(?=\s|$)/g, ""));
  while (left !== "") {
    const [typed = "", hours, rest = "0", minutes] = duration.exec(left.toLowerCase()) ?? [];
    if (typed !== "") {
      const read = hours === undefined ? Number(minutes) : Number(hours) * 60 + Number(rest);
      words.push({ typed: left.slice(0, typed.length), folded: fold(typed), minutes: read });
      left = left.slice(typed.length).trimStart();
      continue;
    }
    const [word = left] = /^\S+/.exec(left) ?? [];
    words.push({ typed: word, folded: fold(word) });
    left = left.slice(word.length).trimStart();
  }
  return words;
}

function readSaid(words: readonly Word[]): Said | Omit<UnreadPiece, "piece"> {
  const statuses = new Set<AttendanceStatus>();
  const details: { -readonly [Key in keyof Said]?: Said[Key] } = {};
  const loose: Word[] = [];
  let isAbsent = false;
  let timed: "late" | "left-early" | undefined;
  for (const word of words) {
    const meaning = statusWords.find(([form]) => form.test(word.folded))?.[1];
    if (meaning?.kind === "absent") isAbsent = true;
    else if (meaning?.kind === "status") {
      statuses.add(meaning.status);
      timed = meaning.status === "late" || meaning.status === "left-early" ? meaning.status : timed;
    } else if (timed !== undefined && meaning === undefined) {
      if (word.minutes === undefined || word.minutes === 0) return { fault: "unreadable-minutes", word: word.typed };
      const key = timed === "late" ? "lateMinutes" : "earlyMinutes";
      if (details[key] !== undefined) return { fault: "unreadable-minutes", word: word.typed };
      details[key] = word.minutes;
    } else if (meaning === undefined) loose.push(word);
  }
  const status = statusOf(statuses, isAbsent);
  if (status === undefined) return { fault: statuses.size + Number(isAbsent) === 0 ? "no-status" : "two-statuses" };
  return withLoose({ status, ...details }, loose);
}

/** One status out of the words: « absence annoncée » is announced, late and left early are late. */
function statusOf(statuses: ReadonlySet<AttendanceStatus>, isAbsent: boolean): AttendanceStatus | undefined {
  const said = [...statuses].sort().join(" ");
  const status = said === "" && isAbsent ? "unexcused" : (pairs[said] ?? (statuses.size === 1 ? [...statuses][0] : undefined));
  return isAbsent && status !== undefined && !away.has(status) ? undefined : status;
}

const away: ReadonlySet<AttendanceStatus> = new Set(["excused", "unexcused", "announced"]);

const pairs: Readonly<Record<string, AttendanceStatus>> = {
  "late left-early": "late",
  "present remote": "remote",
  "announced excused": "excused",
};

/** What no status word took: evidence of remote work, else why and with which document. */
function withLoose(said: Said, words: readonly Word[]): Said | Omit<UnreadPiece, "piece"> {
  if (said.status === "remote") {
    const kinds = words.map(({ folded }) => evidenceWords.find(([form]) => form.test(folded))?.[1]);
    const unknown = words[kinds.indexOf(undefined)];
    const evidence = [...new Set(kinds.filter((kind) => kind !== undefined))];
    if (unknown !== undefined) return { fault: "unknown-word", word: unknown.typed };
    return evidence.length === 0 ? said : { ...said, evidence };
  }
  let { reason, document } = said;
  for (const { typed, folded, minutes } of words) {
    const why = reasonWords.find(([form]) => form.test(folded))?.[1];
    const isDocument = said.status === "excused" && document === undefined && /\d/.test(folded);
    if (why !== undefined && reason === undefined && bearsReason.has(said.status)) reason = why;
    else if (isDocument) document = typed;
    else return minutes === undefined ? { fault: "unknown-word", word: typed } : { fault: "misplaced-minutes", word: typed };
  }
  return { ...said, ...(reason !== undefined && { reason }), ...(document !== undefined && { document }) };
}

/** Statuses that somebody may have a reason for. */
export const bearsReason: ReadonlySet<AttendanceStatus> = new Set(["excused", "announced", "interrupted", "withdrawn"]);

/** Where the name ends: at what happened, or at the small words before it, as in « Dupont est parti ». */
function whereSaying(words: readonly Word[]): number {
  let start = words.findIndex(({ folded }) => isSaying(folded));
  while (start > 1 && /^(?:en|a|est|ete|is|was|has|been)$/.test(words[start - 1]?.folded ?? "")) start -= 1;
  return start;
}

function isSaying(folded: string): boolean {
  const meaning = statusWords.find(([form]) => form.test(folded))?.[1];
  return meaning !== undefined && meaning.kind !== "filler";
}

/** Without accents, each letter still standing where it was typed. */
function deaccented(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
}
