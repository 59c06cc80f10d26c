import type { Context } from "hono";
import { z } from "zod";
import { readThread, type ThreadRead } from "@/collector/read/thread";
import { threadDocSchema } from "@/lib/protocol/documents";
import { requireReplyKey } from "../authorize";
import { isUnchanged, json, notModified, route } from "../methods";
import { AWAY, endpoint } from "../operation";
import type { Routes } from "../parts";
import { notFound, ProblemError } from "../problem";
import { readBatch } from "../read-body";
import { answer, BATCH, BATCH_PROBLEMS } from "./events";

/** No key, a wrong one and no such report look alike, so there is no 401. */
const THREAD = {
  callers: ["reply"],
  params: z.object({ id: z.uuid() }),
} as const;
const THREAD_PROBLEMS = { 404: ["not-found"], 429: ["rate-limited"], ...AWAY } as const;

export const threadRoutes: Routes = (router, parts) => {
  const read = async (c: Context, id: string) => {
    const key = await requireReplyKey(c, parts);
    return readThread(parts.db, parts.org.id, id, key);
  };

  route(router, "/v1/threads/:id", {
    GET: endpoint(
      {
        summary: "What the reporter may see of their report",
        ...THREAD,
        answers: {
          200: { means: "the thread", schema: threadDocSchema, headers: ["ETag"] },
          304: { means: "as `If-None-Match` has it", headers: ["ETag"] },
        },
        problems: { ...THREAD_PROBLEMS, 410: ["subject-erased"] },
      },
      async (c, { params }) => {
        const { rev, doc } = open(await read(c, params().id));
        const etag = `"${rev}"`;
        const isOld = isUnchanged(c, etag);
        parts.metrics.polls.inc({ what: "thread", status: isOld ? 304 : 200 });
        return isOld ? notModified(etag) : json(doc, { ETag: etag });
      },
    ),
    DELETE: endpoint(
      {
        summary: "Take the report back: all of it is erased, for good",
        ...THREAD,
        answers: { 204: { means: "erased, now or before" } },
        problems: THREAD_PROBLEMS,
      },
      // The key is checked before anything waits for the feed's lock: strangers shall not be able to hold it.
      async (c, { params }) => {
        const thread = await read(c, params().id);
        if (thread.found === "no") throw notFound();
        if (thread.found === "yes") parts.epoch.current = await parts.ingest.erase(thread.doc.id);
        return new Response(null, { status: 204 });
      },
    ),
  });
  route(router, "/v1/threads/:id/events", {
    POST: endpoint(
      {
        summary: "Take in what the reporter says in their thread",
        ...THREAD,
        ...BATCH,
        problems: { ...BATCH_PROBLEMS, ...THREAD_PROBLEMS, 410: ["subject-erased"] },
      },
      async (c, { params }) => {
        const { doc } = open(await read(c, params().id));
        return answer(await readBatch(c, parts.settings.limits), { via: "thread", reportId: doc.id }, parts);
      },
    ),
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
