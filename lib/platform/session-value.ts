import { browser } from "wxt/browser";

/**
 * One value that lives as long as the browser does, in memory, out of reach of content scripts (`restrictStorage`).
 */
export interface SessionValue {
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
  clear(): Promise<void>;
}

export function createSessionValue(key: string): SessionValue {
  return {
    read: async () => (await browser.storage.session.get(key))[key],
    write: (value) => browser.storage.session.set({ [key]: value }),
    clear: () => browser.storage.session.remove(key),
  };
}
