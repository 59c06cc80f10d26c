import type { Page } from "@playwright/test";
import type { Answered } from "@/lib/notice/answered";
import { putRows } from "@/scripts/browser/put-rows";
import { readTableIn } from "./database";
import { ask } from "./extension-page";

/**
 * Changes rows of the extension's database from one of its pages, as if time had gone by; without Dexie. `paths` name
 * numbers in a row ("said.0.at"); each is moved by so many milliseconds.
 */
async function moveTimes(page: Page, table: string, paths: readonly string[], byMs: number): Promise<void> {
  await page.evaluate(
    ({ name, moved, ms }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("earshot");
        opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const writing = database.transaction(name, "readwrite");
          const reading = writing.objectStore(name).openCursor();
          reading.addEventListener("success", () => {
            const cursor = reading.result;
            if (!cursor) return;
            const row = cursor.value as Record<string, unknown>;
            for (const path of moved) {
              const keys = path.split(".");
              const last = keys.pop() ?? "";
              let at: Record<string, unknown> | undefined = row;
              for (const key of keys) at = at?.[key] as Record<string, unknown> | undefined;
              if (at && typeof at[last] === "number") at[last] += ms;
            }
            cursor.update(row);
            cursor.continue();
          });
          writing.addEventListener("complete", () => {
            database.close();
            resolve();
          });
          writing.addEventListener("error", () => reject(writing.error ?? new Error("not written")));
        });
      }),
    { name: table, moved: paths, ms: byMs },
  );
}

const DAY_MS = 86_400_000;

/** What this person was asked and what they answered is so many days older. */
export async function daysGoBy(page: Page, days: number): Promise<void> {
  await moveTimes(page, "asks", ["askedAt", "said.0.at", "said.1.at"], -days * DAY_MS);
}

/** The files of known annoyances are fetched now, and not in four hours. */
export async function fetchKnown(page: Page): Promise<void> {
  await moveTimes(page, "buckets", ["nextAt"], -DAY_MS);
  await ask(page, "popup.refresh", null);
}

/** It is another day for the notifications: what was told was told yesterday. */
export async function nextDayOfNotices(page: Page): Promise<void> {
  const rows = await readTableIn<{ key: string; value: Answered }>(page, "kv");
  const answered = rows.filter(({ key }) => key === "answered");
  for (const { value } of answered) for (const told of Object.values(value.told)) told.at -= DAY_MS;
  await putRows(page, { kv: answered }, { clear: false });
}
