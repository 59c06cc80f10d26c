import { expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { isQuiet } from "./quiet";

/** 9 March 2026 is a Monday. */
const at = (day: number, hours: number, minutes: number) => new Date(2026, 2, day, hours, minutes).getTime();
const rules = (notifications: object) => parsePolicy({ notifications }).policy.notifications;

it.each([
  ["within the day", { quietFrom: "12:00", quietTo: "13:00" }, at(9, 12, 0), true],
  ["at their end", { quietFrom: "12:00", quietTo: "13:00" }, at(9, 13, 0), false],
  ["in the evening", { quietFrom: "18:00", quietTo: "07:30" }, at(9, 23, 59), true],
  ["in the morning after", { quietFrom: "18:00", quietTo: "07:30" }, at(10, 7, 29), true],
  ["by day", { quietFrom: "18:00", quietTo: "07:30" }, at(9, 7, 30), false],
  ["of no length", { quietFrom: "09:00", quietTo: "09:00" }, at(9, 9, 0), false],
  ["on a quiet day", { quietDays: ["mon"] }, at(9, 10, 0), true],
  ["on the day after", { quietDays: ["mon"] }, at(10, 0, 0), false],
  ["on a Sunday", { quietDays: ["sat", "sun"] }, at(15, 10, 0), true],
  ["where none are set", {}, at(9, 3, 0), false],
])("quiet hours %s", (_name, said, nowMs, expected) => expect(isQuiet(nowMs, rules(said))).toBe(expected));
