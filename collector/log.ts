/**
 * The collector's door to its log: one JSON object a line. It gets names, codes and counts; never a body, a key, a
 * token or an address, so that nothing here can tell who reported what.
 */
export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}
type Fields = Record<string, string | number | boolean | null>;

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export function createLog(write: (line: string) => void, now: () => Date): Log {
  const at =
    (level: string) =>
    (message: string, fields: Fields = {}) =>
      write(`${JSON.stringify({ time: now().toISOString(), level, message, ...fields })}\n`);
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** What may be said of an error: its class and code. Messages of databases and parsers quote the data itself. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const where = error.stack?.split("\n").find((line) => line.includes("/collector/") || line.includes("/lib/"));
  return { error: error.name, code, where: where?.trim().slice(0, 200) ?? null };
}
