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

/** Kind, code and where. Most messages stay out, since they may quote a row or a value. */
function briefly(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error ? String(error.code) : "";
  const message = quotable(error, code);
  const frames = (error.stack ?? "").split("\n").filter((row) => /^\s+at /.test(row));
  const stack = frames.slice(0, 6).join("\n");
  return { kind: error.name, ...(code === "" ? {} : { code }), ...(message === "" ? {} : { message }), stack };
}

/** What Discord and the system say, and what SQLite adds behind the statement and its values: names of columns. */
function quotable({ name, message }: Error, code: string): string {
  if (code.startsWith("SQLITE")) return message.includes(` - ${code}`) ? message.slice(message.lastIndexOf(code)) : "";
  return name.startsWith("DiscordAPIError") || /^E[A-Z]{3,}$/.test(code) ? message : "";
}
