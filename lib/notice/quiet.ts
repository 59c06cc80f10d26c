import type { Notifications } from "@/lib/policy/policy";

const SUNDAY_FIRST = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Whether nobody is to be disturbed at this moment, by the computer's own clock and time zone. */
export function isQuiet(nowMs: number, { quietHours, quietDays }: Notifications): boolean {
  const now = new Date(nowMs);
  const today = SUNDAY_FIRST[now.getDay()];
  if (quietDays.some((day) => day === today)) return true;
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  const minute = now.getHours() * 60 + now.getMinutes();
  // Over midnight the evening and the morning are quiet; from a time to the same time is no time at all.
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
