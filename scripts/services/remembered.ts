import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What one start leaves for the next: ports, so that origins stay the same, and the browser's set-up. */
export interface StartState {
  toolPort?: number;
  collectorPort?: number;
  /** Of what the browser was set up with; the tokens themselves stay in the collector's own file. */
  settingsHash?: string;
}

export function createRemembered(path: string) {
  const state: StartState = read(path);
  return {
    get: <K extends keyof StartState>(key: K): StartState[K] => state[key],
    set(more: StartState): void {
      Object.assign(state, more);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(state, null, 2));
    },
  };
}

/** A file that a killed start left half written is worth no more than none. */
function read(path: string): StartState {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as StartState;
  } catch {
    return {};
  }
}
