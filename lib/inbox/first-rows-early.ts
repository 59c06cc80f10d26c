import type { ReportRow } from "@/lib/database/rows";
import { FIRST } from "./first-rows";

/**
 * The first rows as `readFirstRows` reads them, by IndexedDB itself: for a script that runs before Dexie is there. Makes
 * and changes nothing, and holds up no upgrade. null where there is no such database, or one of an older form, or where
 * it cannot be read.
 */
export function readFirstRowsEarly(name = "earshot", engine: IDBFactory = indexedDB): Promise<ReportRow[] | null> {
  return new Promise((resolve) => {
    // Without a version: whichever is there.
    const opening = engine.open(name);
    opening.addEventListener("upgradeneeded", () => opening.transaction?.abort());
    opening.addEventListener("error", (event) => {
      event.preventDefault();
      resolve(null);
    });
    opening.addEventListener("success", () => {
      const db = opening.result;
      try {
        const reading = db.transaction("reports").objectStore("reports").index("cost").getAll(null, FIRST);
        reading.addEventListener("success", () => resolve(reading.result as ReportRow[]));
        reading.addEventListener("error", () => resolve(null));
      } catch {
        resolve(null);
      }
      // Closes when what was asked has been read.
      db.close();
    });
  });
}
