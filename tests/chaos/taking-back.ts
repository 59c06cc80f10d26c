import type { OutboxRow } from "@/lib/database/rows";
import type { Random } from "@/tests/support/random";
import type { Profile } from "./profile";

/** How far a report had come when its author took it back, as far as a look right before can tell. */
export const MOMENTS = ["before it was sent", "under way", "after its receipt"] as const;
type Moment = (typeof MOMENTS)[number];

/** What became of the reports that one person took back. */
export interface TakingBack {
  /** Takes one back, and thinks better of it now and then. Rejects where a kill has cut that off. */
  ask(reportId: string): Promise<"takenBack" | "undone">;
  /** Those of which the extension has said that nothing is left anywhere. */
  deleted: ReadonlySet<string>;
  /** All that were asked for, whatever became of it: their picture is gone in any case. */
  asked: ReadonlySet<string>;
  moments: ReadonlyMap<Moment, number>;
  undone: ReadonlySet<string>;
}

const CREATED = "org.earshot.report.created.v1";
const SECOND_THOUGHTS = 0.3;

export function createTakingBack(profile: Profile, random: Random): TakingBack {
  const deleted = new Set<string>();
  const asked = new Set<string>();
  const undone = new Set<string>();
  const moments = new Map<Moment, number>();

  return {
    deleted,
    asked,
    moments,
    undone,
    async ask(reportId) {
      const before = momentOf(await profile.readOutboxOf(reportId));
      asked.add(reportId);
      const { became } = await profile.ask("mine.takeBack", { reportId });
      if (became === "deleted") deleted.add(reportId);
      else if (became !== "asked") throw new Error(`taking back a report of one's own: ${became}`);
      const moment = became === "deleted" ? "before it was sent" : before;
      moments.set(moment, (moments.get(moment) ?? 0) + 1);
      if (became === "deleted" || !random.chance(SECOND_THOUGHTS)) return "takenBack";
      if (!(await profile.ask("mine.undoTakeBack", { reportId })).undone) return "takenBack";
      undone.add(reportId);
      return "undone";
    },
  };
}

function momentOf(rows: readonly OutboxRow[]): Moment {
  const created = rows.find(({ type }) => type === CREATED);
  return created?.state === "received" ? "after its receipt" : "under way";
}
