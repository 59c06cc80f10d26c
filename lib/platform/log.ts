/** The only place that writes to the console. Never pass bodies, keys or tokens. */
export const log = {
  info: (message: string, detail?: unknown) => write("info", message, detail),
  warn: (message: string, detail?: unknown) => write("warn", message, detail),
  error: (message: string, detail?: unknown) => write("error", message, detail),
};

function write(level: "info" | "warn" | "error", message: string, detail: unknown): void {
  if (detail === undefined) console[level](`[earshot] ${message}`);
  else console[level](`[earshot] ${message}`, detail instanceof Error ? detail.message : detail);
}
