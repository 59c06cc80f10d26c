import { describe, expect, it } from "vitest";
import { hiddenOrigins, nextMidnight, outlivedKeys } from "./hiding";
import { ALWAYS, hiddenKey, isHidden } from "@/lib/platform/launcher-keys";

describe("hiding the button", () => {
  it("ends today at the person's own midnight, also on a day of 23 or 25 hours", () => {
    for (const day of ["2026-03-29T00:30:00", "2026-10-25T23:59:59", "2026-12-31T12:00:00"]) {
      const now = new Date(day).getTime();
      const midnight = new Date(nextMidnight(now));
      expect([midnight.getHours(), midnight.getMinutes(), midnight.getSeconds()]).toEqual([0, 0, 0]);
      expect(midnight.getTime()).toBeGreaterThan(now);
      expect(midnight.getTime() - now).toBeLessThanOrEqual(25 * 3_600_000);
    }
  });

  it.each([
    [ALWAYS, true],
    [1001, true],
    [1000, false],
    [undefined, false],
    ["soon", false],
    [null, false],
  ])("takes %j for hidden: %s", (stored, hidden) => {
    expect(isHidden(stored, 1000)).toBe(hidden);
  });

  it("lists the origins that are hidden now and the keys that are over", () => {
    const stored = {
      corner: "top-left",
      [hiddenKey("https://a.test")]: ALWAYS,
      [hiddenKey("https://b.test:8443")]: 2000,
      [hiddenKey("https://c.test")]: 500,
    };
    expect(hiddenOrigins(stored, 1000)).toEqual(["https://a.test", "https://b.test:8443"]);
    expect(outlivedKeys(stored, 1000)).toEqual([hiddenKey("https://c.test")]);
  });
});
