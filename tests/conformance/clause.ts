import type { World } from "./world";

/** One promise of docs/protocol.md, and how to find out whether a collector keeps it. */
export interface Clause {
  /** Stable, such as `receipt.duplicate`: for issues and for `--only`. */
  id: string;
  /** Of docs/protocol.md. */
  section: number;
  /** The promise in one sentence. */
  says: string;
  /** What it takes beside the ingest token; without it the clause is passed over. */
  needs?: "session";
  /** @throws Broken where it is not kept. */
  check(world: World): Promise<void>;
}

/** The collector does not do what the protocol says. */
export class Broken extends Error {
  override name = "Broken";
}

export function must(kept: boolean, otherwise: string): asserts kept {
  if (!kept) throw new Broken(otherwise);
}

/** Compares by JSON, in which the order of keys counts: build both sides alike. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [has, wants] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (has !== wants) throw new Broken(`${what}: ${short(has)} instead of ${short(wants)}`);
}

function short(text: string | undefined): string {
  return text === undefined ? "nothing" : text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
