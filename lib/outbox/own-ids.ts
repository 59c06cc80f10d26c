import type { EarshotDatabase } from "@/lib/database/open";

/** Reports in which this person is counted already: their own, and those that IT joined theirs to. */
export async function ownIds(db: EarshotDatabase): Promise<Set<string>> {
  const mine = await db.mine.filter(({ takenBackAt }) => takenBackAt === undefined).toArray();
  return new Set(mine.flatMap(({ id, thread }) => (thread?.canonical ? [id, thread.canonical] : [id])));
}
