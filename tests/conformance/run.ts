import { Broken, type Clause } from "./clause";
import { answerClauses } from "./clauses/answers";
import { changesClauses } from "./clauses/changes";
import { erasingClauses } from "./clauses/erasing";
import { eventClauses } from "./clauses/events";
import { knownClauses } from "./clauses/known";
import { linkClauses } from "./clauses/links";
import { pictureClauses } from "./clauses/pictures";
import { senderClauses } from "./clauses/senders";
import { threadClauses } from "./clauses/threads";
import { openWorld, type Fetch, type Tokens, type World } from "./world";

export const CLAUSES: readonly Clause[] = [
  ...answerClauses,
  ...eventClauses,
  ...senderClauses,
  ...threadClauses,
  ...linkClauses,
  ...knownClauses,
  ...changesClauses,
  ...pictureClauses,
  ...erasingClauses,
];

interface Result {
  clause: Clause;
  outcome: "kept" | "broken" | "passed over";
  /** Why it is broken. */
  why: string | null;
}

export interface Conformance {
  results: Result[];
  /** Reports that could not be taken back in the end. */
  left: number;
}

/**
 * Tries every clause, one after the other, and takes back what it has filed.
 *
 * @throws Broken where the collector cannot be tried at all.
 */
export async function runConformance(endpoint: string, tokens: Tokens, fetch: Fetch): Promise<Conformance> {
  const world = await openWorld(endpoint, tokens, fetch);
  const results: Result[] = [];
  for (const clause of CLAUSES) results.push(await tryOne(clause, world));
  return { results, left: await takeBack(world) };
}

async function tryOne(clause: Clause, world: World): Promise<Result> {
  if (clause.needs === "session" && !world.hasSession) return { clause, outcome: "passed over", why: null };
  try {
    await clause.check(world);
    return { clause, outcome: "kept", why: null };
  } catch (error) {
    // What a collector answers may break any check in any way; all of it is the collector's.
    const why = error instanceof Broken ? error.message : `it failed: ${String(error).split("\n")[0]}`;
    return { clause, outcome: "broken", why };
  }
}

async function takeBack({ ask, filed }: World): Promise<number> {
  let left = 0;
  for (const report of filed) {
    const { status } = await ask(`/v1/threads/${report.id}`, { as: report, method: "DELETE" });
    if (status !== 204 && status !== 404 && status !== 410) left += 1;
  }
  return left;
}

const MARK = { kept: "pass", broken: "FAIL", "passed over": "–" } as const;

/** One line a clause, with the reason below where it is broken. */
export function tableOf({ results, left }: Conformance): string {
  const width = Math.max(...results.map(({ clause }) => clause.id.length));
  const lines = results.map(({ clause: { id, section, says }, outcome, why }) => {
    const line = `${MARK[outcome].padEnd(4)}  §${String(section).padEnd(3)} ${id.padEnd(width)}  ${says}`;
    return why === null ? line : `${line}\n${" ".repeat(11 + width)}${why}`;
  });
  const count = (outcome: Result["outcome"]) => results.filter((each) => each.outcome === outcome).length;
  const passedOver = count("passed over");
  const summary = [
    `${count("kept")} kept, ${count("broken")} broken`,
    ...(passedOver > 0 ? [`${passedOver} passed over: they need --session`] : []),
    ...(left > 0 ? [`${left} reports of this test could not be taken back`] : []),
  ];
  return `${lines.join("\n")}\n\n${summary.join("; ")}.\n`;
}
