import type { Logger } from "pino";

/** Where unexpected errors and starts go: ids and messages, never names or what people typed. */
export interface Log {
  info(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(error: unknown, fields: Readonly<Record<string, string | number>>, message: string): void;
}

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

/** Logs to stderr, as JSON lines. pino is loaded only when something may be written. */
export async function openLog(level: LogLevel): Promise<Log> {
  if (level === "silent") return silentLog;
  const { pino } = await import("pino");
  return through(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true })));
}

export const silentLog: Log = { info: () => undefined, error: () => undefined };

function through(logger: Logger): Log {
  return {
    info: (fields, message) => logger.info(fields, message),
    error: (error, fields, message) => logger.error({ ...fields, error: briefly(error) }, message),
  };
}

/** Kind, code and where. Most messages stay out, since they may quote a row, a value or the name of a file. */
function briefly(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error ? String(error.code) : "";
  const call = "syscall" in error ? String(error.syscall) : "";
  const message = quotable(error, code);
  return {
    kind: error.name,
    ...(code === "" ? {} : { code }),
    ...(call === "" ? {} : { call }),
    ...(message === "" ? {} : { message }),
    stack: framesOf(error),
  };
}

/** The frames alone: a message may hold lines that look like one. */
function framesOf({ stack = "", message }: Error): string {
  const after = stack.indexOf(message);
  const frames = (after < 0 ? stack : stack.slice(after + message.length)).split("\n").filter((row) => /^\s+at /.test(row));
  return frames.slice(0, 6).join("\n");
}

/** What Discord says in short, and what SQLite adds behind the statement and its values: names of columns. */
function quotable({ name, message }: Error, code: string): string {
  if (code.startsWith("SQLITE")) return message.includes(` - ${code}`) ? message.slice(message.lastIndexOf(code)) : "";
  return name.startsWith("DiscordAPIError") ? (message.split("\n")[0] ?? "") : "";
}
