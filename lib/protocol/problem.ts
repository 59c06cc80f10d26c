import { z } from "zod";

const PROBLEM_SLUGS = [
  "bad-json",
  "not-an-array",
  "invalid-event",
  "id-reused",
  "forbidden",
  "subject-erased",
  "unknown-subject",
  "too-large",
  "batch-too-large",
  "too-many-events",
  "mixed-subjects",
  "unsupported-media-type",
  "unsupported-content-encoding",
  "unauthorized",
  "token-revoked",
  "rate-limited",
  "cursor-expired",
  "legal-hold",
  "digest-mismatch",
  "blob-not-wanted",
  "store-unavailable",
  "busy",
  "not-found",
] as const;
export type ProblemSlug = (typeof PROBLEM_SLUGS)[number];

/** RFC 9457 problem details. `type` is `urn:earshot:problem:<slug>`. */
export const problemSchema = z.looseObject({
  type: z.string().max(200),
  title: z.string().max(300),
  status: z.number().int().optional(),
  detail: z.string().max(2000).optional(),
  pointer: z.string().max(500).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const PREFIX = "urn:earshot:problem:";

export function problemType(slug: ProblemSlug): string {
  return PREFIX + slug;
}

/** The slug of a problem, or null where it is none of ours. */
export function slugOf(problem: { type: string } | undefined): ProblemSlug | null {
  const slug = problem?.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : null;
  return PROBLEM_SLUGS.find((known) => known === slug) ?? null;
}
