import { expect, it } from "vitest";
import type { Burden, MinutesNow } from "@/lib/protocol/burden";
import { hoursAWeek, hoursBack, round } from "./hours";

it.each<[Burden, number | null]>([
  [{ often: "daily", minutes: 5 }, 0.416667],
  [{ often: "hourly", minutes: 60 }, 30],
  [{ often: "weekly", minutes: 15 }, 0.75],
  [{ often: "monthly", minutes: 0.25 }, 0.002917],
  [{ often: "once", minutes: 60 }, 0],
  [{ often: "daily" }, null],
  [{ minutes: 5, holdsBack: "blocks" }, null],
  [{}, null],
])("%j costs %s hours a week", (burden, hours) => {
  expect(hoursAWeek(burden)).toBe(hours);
});

it.each<[Burden, MinutesNow | null, number | null]>([
  [{ often: "daily", minutes: 15 }, null, 1.25],
  [{ often: "daily", minutes: 15 }, 0, 1.25],
  [{ often: "daily", minutes: 15 }, 5, 0.833333],
  [{ often: "daily", minutes: 15 }, 15, 0],
  [{ often: "daily", minutes: 5 }, 60, 0],
  [{ often: "once", minutes: 5 }, 0, 0],
  [{ often: "daily" }, 0, null],
  [{}, null, null],
])("of %j with %s minutes left, %s hours a week come back", (burden, minutesNow, hours) => {
  expect(hoursBack(burden, minutesNow)).toBe(hours);
});

it("ends at the same sum when what was added is taken away", () => {
  expect(round(round(0.1 + 0.2) - 0.2)).toBe(0.1);
});
