import type { Page } from "@playwright/test";

/** Writes rows into the database of the extension whose page is open. `clear`: nothing else stays in those tables. */
export async function putRows(
  page: Page,
  rows: Record<string, unknown[]>,
  { clear }: { clear: boolean },
): Promise<void> {
  await page.evaluate(
    async ([tables, isCleared]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("earshot");
        opening.addEventListener("success", () => resolve(opening.result));
        opening.addEventListener("error", () => reject(opening.error ?? new Error("the database did not open")));
      });
      const names = Object.keys(tables);
      const work = database.transaction(names, "readwrite");
      for (const name of names) {
        const store = work.objectStore(name);
        if (isCleared) store.clear();
        for (const row of tables[name] ?? []) store.put(row);
      }
      await new Promise<void>((resolve, reject) => {
        work.addEventListener("complete", () => resolve());
        work.addEventListener("error", () => reject(work.error ?? new Error("the rows were not written")));
      });
      database.close();
    },
    [rows, clear] as const,
  );
}
