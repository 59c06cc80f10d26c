import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";

/** All rows of a table of the extension's database, read from a page that is opened for it. */
export async function readTable<T>(browser: EarshotBrowser, table: string): Promise<T[]> {
  const page = await browser.open("popup.html");
  const rows = await readTableIn<T>(page, table);
  await page.close();
  return rows;
}

/** Of a table only the rows that an index names. */
interface Which {
  index: string;
  is: string;
}

/**
 * The same by a page of the extension that is open already; without Dexie. What runs in the page has no function with a
 * name: `tsx` wraps those in a helper that is not there, and the error would be heard by nobody.
 */
export async function readTableIn<T>(page: Page, table: string, which?: Which): Promise<T[]> {
  const asked = { name: table, index: which?.index ?? null, is: which?.is ?? "" };
  const rows = await page.evaluate(async ({ name, index, is }) => {
    // Opening a database that is not there would make an empty one, and stand in its owner's way.
    if (!(await indexedDB.databases()).some((database) => database.name === "earshot")) return [];
    return new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open("earshot");
      opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
      opening.addEventListener("success", () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains(name)) {
          database.close();
          resolve([]);
          return;
        }
        const store = database.transaction(name).objectStore(name);
        const reading = index === null ? store.getAll() : store.index(index).getAll(is);
        reading.addEventListener("error", () => reject(reading.error ?? new Error("not read")));
        reading.addEventListener("success", () => {
          database.close();
          resolve(reading.result);
        });
      });
    });
  }, asked);
  return rows as T[];
}
