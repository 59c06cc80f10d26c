import type { Context } from "hono";
import type { Sender } from "@/collector/ingest/sender";
import { senderOf, requireCredential } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Parts, Routes } from "../parts";
import { ProblemError } from "../problem";
import { readBatch } from "../read-body";
import { batchSchema, fullReceiptSchema } from "../schemas";
import { throttleAnonymous, throttleInstalls } from "../throttle";

/** What every path that takes a batch of events has in common. */
export const BATCH = {
  body: { media: ["application/cloudevents-batch+json", "application/json"], schema: batchSchema },
  answers: { 200: { means: "what became of each event: committed where it says so", schema: fullReceiptSchema } },
} as const;
export const BATCH_PROBLEMS = {
  400: ["bad-json", "not-an-array"],
  413: ["batch-too-large", "too-many-events"],
  415: ["unsupported-media-type", "unsupported-content-encoding"],
  ...AWAY,
} as const;

export const eventRoutes: Routes = (router, parts) => {
  route(router, "/v1/events", {
    POST: endpoint(
      {
        summary: "Take in events: reports of employees, or what reviewers say and do",
        callers: ["ingest", "session"],
        ...BATCH,
        problems: { ...BATCH_PROBLEMS, ...UNAUTHORIZED },
      },
      async (c) => {
        const sender = senderOf(await requireCredential(c, parts));
        const batch = await readBatch(c, parts.settings.limits);
        if (sender.via === "ingest") await throttleInstalls(batch, parts);
        return answer(batch, sender, parts);
      },
    ),
  });
  route(router, "/v1/anon/events", {
    POST: endpoint(
      {
        summary: "Take in events without a name, all of one report",
        callers: ["ingest"],
        ...BATCH,
        problems: {
          ...BATCH_PROBLEMS,
          ...UNAUTHORIZED,
          400: [...BATCH_PROBLEMS[400], "mixed-subjects", "forbidden"],
        },
      },
      async (c) => {
        const sender = await anonymousSender(c, parts);
        const batch = await readBatch(c, parts.settings.limits);
        if (subjectsOf(batch).size > 1) {
          // In one request two anonymous reports would be seen to come from one person.
          throw new ProblemError(400, "mixed-subjects", "An anonymous request speaks of one report");
        }
        return answer(batch, sender, parts);
      },
    ),
  });
};

export async function answer(batch: unknown[], sender: Sender, parts: Parts): Promise<Response> {
  const took = parts.metrics.receiptSeconds.startTimer();
  const receipt = await parts.ingest.take(batch, sender);
  took();
  parts.epoch.current = receipt.epoch;
  return json(receipt);
}

export async function anonymousSender(c: Context, parts: Parts): Promise<Sender> {
  const credential = await requireCredential(c, parts);
  if (credential.kind !== "ingest") {
    // A session would say who it is that wants to be anonymous.
    throw new ProblemError(400, "forbidden", "An anonymous request carries the ingest token and no session");
  }
  await throttleAnonymous(parts);
  return { via: "anon", tokenId: credential.id };
}

function subjectsOf(batch: unknown[]): Set<unknown> {
  return new Set(
    batch.map((raw) => {
      const subject = typeof raw === "object" && raw !== null && "subject" in raw ? raw.subject : null;
      return typeof subject === "string" ? subject.toLowerCase() : null;
    }),
  );
}
