// What every subpath gives beside its own domain.

export type { Instant, IsoDate, Minutes, Period } from "../shared/calendar.js";
export type { Label, Language, Sentence } from "../shared/language.js";
export { parse } from "../shared/parse.js";
export { hasErrors, type Path, type Problem, type Severity } from "../shared/problem.js";
export type { Result } from "../shared/result.js";
export type { Say } from "../shared/sayer.js";
