import { expect } from "vitest";
import { slugOf, problemSchema } from "@/lib/protocol/problem";
import type { Described } from "./methods";

/**
 * Holds an answer that a test has seen against the description of its route: status, media type, headers and shape,
 * and for a problem its slug. What no route describes (unknown paths, other methods, bugs) is left to the tests.
 */
export async function expectDescribed(
  routes: readonly Described[],
  { method, path }: { method: string; path: string },
  response: Response,
): Promise<void> {
  const route = routes.find((each) => each.method === method && matches(each.path, path));
  const { status, headers } = response;
  if (!route || status === 405 || status === 500) return;
  const { answers, problems } = route.operation;
  const where = `${method} ${route.path} answered ${status}`;
  const media = headers.get("content-type")?.split(";")[0] ?? null;
  const slugs = problems[status];
  if (slugs && media === "application/problem+json") {
    const problem = problemSchema.parse(await response.json());
    expect(slugs, `${where} ${problem.type}, which is not described`).toContain(slugOf(problem));
    return;
  }
  const answer = answers[status];
  expect(answer, `${where}, which is not described`).toBeDefined();
  for (const name of answer?.headers ?? []) expect(headers.get(name), `${where} without ${name}`).not.toBeNull();
  if (answer?.schema) {
    expect(media, where).toBe("application/json");
    answer.schema.parse(await response.json());
  } else if (answer?.media) expect(answer.media, where).toContain(media);
}

function matches(pattern: string, path: string): boolean {
  const parts = pattern.split("/");
  const given = (path.split("?")[0] ?? "").split("/");
  return parts.length === given.length && parts.every((part, at) => part.startsWith(":") || part === given[at]);
}
