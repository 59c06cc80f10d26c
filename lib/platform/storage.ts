import { browser } from "wxt/browser";

/** What the organisation's policy delivers, as the browser hands it on. */
export interface ManagedStorage {
  /** null where there is no policy at all (Firefox rejects then; Chromium cannot tell this from an empty one). */
  read(): Promise<Record<string, unknown> | null>;
  onChange(callback: () => void): void;
}

export function createManagedStorage(): ManagedStorage {
  return {
    async read() {
      try {
        return await browser.storage.managed.get(null);
      } catch {
        return null;
      }
    },
    onChange(callback) {
      browser.storage.onChanged.addListener((_changes, area) => {
        if (area === "managed") callback();
      });
    },
  };
}

/**
 * Keeps tokens from content scripts, and so from a captured page process: without this they can read `managed`, `sync`
 * and `session`. Firefox (153) has no such call: content scripts have no `session` there, and may read the others.
 * `storage.local` stays open, for the launcher's look.
 */
export async function restrictStorage(): Promise<void> {
  const { managed, sync, session } = browser.storage;
  await Promise.allSettled(
    [managed, sync, session].map(async (area) => area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })),
  );
}
