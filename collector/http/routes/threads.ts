import { readThread, type ThreadRead } from "@/collector/read/thread";
import { requireReplyKey } from "../authorize";
import { isUnchanged, json, notModified, route } from "../methods";
import type { Routes } from "../parts";
import { notFound, ProblemError } from "../problem";
import { readBatch } from "../read-body";
import { answer } from "./events";

export const threadRoutes: Routes = (app, parts) => {
  route(app, "/v1/threads/:id", {
    GET: async (c) => {
      const key = await requireReplyKey(c, parts);
      const { rev, doc } = open(await readThread(parts.db, parts.org.id, c.req.param("id") ?? "", key));
      const etag = `"${rev}"`;
      const isOld = isUnchanged(c, etag);
      parts.metrics.polls.inc({ what: "thread", status: isOld ? 304 : 200 });
      return isOld ? notModified(etag) : json(doc, { ETag: etag });
    },
    // The key is checked before anything waits for the feed's lock: strangers shall not be able to hold it.
    DELETE: async (c) => {
      const key = await requireReplyKey(c, parts);
      const thread = await readThread(parts.db, parts.org.id, c.req.param("id") ?? "", key);
      if (thread.found === "no") throw notFound();
      if (thread.found === "yes") await parts.ingest.erase(thread.doc.id);
      return new Response(null, { status: 204 });
    },
  });
  route(app, "/v1/threads/:id/events", {
    POST: async (c) => {
      const key = await requireReplyKey(c, parts);
      const { doc } = open(await readThread(parts.db, parts.org.id, c.req.param("id") ?? "", key));
      return answer(await readBatch(c.req.raw, parts.settings.limits), { via: "thread", reportId: doc.id }, parts);
    },
  });
};

function open(thread: ThreadRead): Extract<ThreadRead, { found: "yes" }> {
  switch (thread.found) {
    case "yes":
      return thread;
    case "erased":
      throw new ProblemError(410, "subject-erased", "This report was taken back");
    case "no":
      throw notFound();
    default:
      throw new Error(thread satisfies never);
  }
}
