import { WEEKDAYS } from "../choices";
import type { Notifications } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";
import { readList, readSwitch } from "./values";

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether reviewers are told of who cannot work, and when not. Quiet hours are both ends or none. */
export function readNotifications(value: unknown, refuse: Refuse): Notifications {
  const parsed = record.safeParse(value);
  if (!isUnset(value) && !parsed.success) refuse("notifications", "wrong-shape", value);
  const { answers, cannotWork, quietFrom, quietTo, quietDays } = parsed.data ?? {};
  const from = readTime(quietFrom, "notifications.quietFrom", refuse);
  const to = readTime(quietTo, "notifications.quietTo", refuse);
  const days = readList(
    quietDays,
    "notifications.quietDays",
    { most: WEEKDAYS.length, check: (text) => (WEEKDAYS.some((day) => day === text) ? null : "not-a-choice") },
    refuse,
  );
  return {
    answers: readSwitch(answers, "notifications.answers", refuse),
    cannotWork: readSwitch(cannotWork, "notifications.cannotWork", refuse),
    quietHours: from === null || to === null ? null : { from, to },
    quietDays: WEEKDAYS.filter((day) => days.includes(day)),
  };
}

/** `07:30` as minutes since midnight. */
function readTime(value: unknown, place: string, refuse: Refuse): number | null {
  if (isUnset(value)) return null;
  const [, hours, minutes] = TIME.exec(String(value)) ?? [];
  if (hours === undefined) refuse(place, "not-a-time", value);
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
