import type { ItemProblem } from "@/lib/database/rows";
import { toProblem } from "@/lib/outbox/settle";
import { problemSchema, slugOf } from "@/lib/protocol/problem";
import type { Exchange } from "./collector-client";

/** What the collector said of a refused item; `slug` is used where it says none of ours, or where it must be this one. */
export function problemOf(answer: Exchange, slug: string | null): ItemProblem {
  const parsed = problemSchema.safeParse(answer.kind === "answer" ? answer.json : null);
  const problem = parsed.success && slugOf(parsed.data) ? toProblem(parsed.data) : null;
  return { slug: slug ?? problem?.slug ?? null, detail: problem?.detail ?? null, pointer: problem?.pointer ?? null };
}
