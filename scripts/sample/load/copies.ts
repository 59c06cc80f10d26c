import type { ReportDoc } from "@/lib/protocol/documents";
import { readChanges } from "@/lib/protocol/read-changes";

const PAGE = 500;

/** Copies of all reports, as a reviewer's browser has them: each call reads on from where the one before it ended. */
export function createCopies(ask: (path: string) => Promise<Response>): () => Promise<ReportDoc[]> {
  const docs = new Map<string, ReportDoc>();
  let cursor: string | null = null;
  return async () => {
    for (let more = true; more;) {
      const since: string = cursor === null ? "" : `&since=${encodeURIComponent(cursor)}`;
      const response = await ask(`/v1/changes?limit=${PAGE}${since}`);
      const page = readChanges(await response.json());
      if (!page) throw new Error(`The collector did not tell its reports (${response.status}).`);
      for (const item of page.items) {
        if ("doc" in item) docs.set(item.id, item.doc);
        else docs.delete(item.id);
      }
      cursor = page.next;
      more = page.more;
    }
    return [...docs.values()];
  };
}
