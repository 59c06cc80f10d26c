import { useEffect, useState } from "react";
import type { EarshotDatabase } from "@/lib/database/open";
import type { MonthPage } from "@/lib/impact/month-page";
import type { Docs } from "./month-draft";

/** What IT wrote about the annoyances of a month, which the list does not know; null until it is read. */
export function useDocs(db: EarshotDatabase, { fixes, nos }: MonthPage): Docs | null {
  const [docs, setDocs] = useState<Docs | null>(null);
  const ids = [...fixes, ...nos].map(({ id }) => id).join(" ");
  useEffect(() => {
    let isOver = false;
    db.reports.bulkGet(ids.split(" ").filter((id) => id !== "")).then(
      (rows) => isOver || setDocs(new Map(rows.flatMap((row) => (row ? [[row.id, row.doc] as const] : [])))),
      // The figures stand without them.
      () => isOver || setDocs(new Map()),
    );
    return () => {
      isOver = true;
    };
  }, [db, ids]);
  return docs;
}
