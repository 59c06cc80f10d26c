import type { EarshotDatabase } from "@/lib/database/open";
import { ownIds } from "./own-ids";

/**
 * Reports in which this person counts twice: IT has joined their own report to one that they had said me too to. The
 * collector cannot see that, so whoever can takes the me too back.
 */
export async function readCountedTwice(db: EarshotDatabase): Promise<string[]> {
  const [own, joined] = await Promise.all([ownIds(db), db.joined.toCollection().primaryKeys()]);
  return joined.filter((id) => own.has(id));
}
