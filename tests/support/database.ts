import type { EarshotBrowser } from "@/scripts/browser/launch";

/** All rows of a table of the extension's database, read without Dexie from one of its pages. */
export async function readTable<T>(browser: EarshotBrowser, table: string): Promise<T[]> {
  const page = await browser.open("popup.html");
  const rows = await page.evaluate(async (name) => {
    // Opening a database that is not there would make an empty one, and stand in its owner's way.
    if (!(await indexedDB.databases()).some((database) => database.name === "earshot")) return [];
    return new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open("earshot");
      opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
      opening.addEventListener("success", () => {
        const database = opening.result;
        const done = (found: unknown[]) => {
          database.close();
          resolve(found);
        };
        if (!database.objectStoreNames.contains(name)) return done([]);
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.addEventListener("success", () => done(reading.result));
      });
    });
  }, table);
  await page.close();
  return rows as T[];
}
