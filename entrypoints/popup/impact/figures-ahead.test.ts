import { expect, it, vi } from "vitest";
import type { Impact } from "@/lib/impact/figures";
import { impactOf } from "@/lib/impact/impact";
import { THRESHOLD } from "@/lib/protocol/threshold";
import { countAhead } from "./figures-ahead";

const RULES = { threshold: THRESHOLD, rate: null };

it("counts in the browser's breaks, and once: who asks afterwards has it at once", async () => {
  const breaks: IdleRequestCallback[] = [];
  vi.stubGlobal("requestIdleCallback", (go: IdleRequestCallback) => breaks.push(go));
  const items: never[] = [];
  const answers: Impact[] = [];
  const ask = () => countAhead({ items, rules: RULES, onCounted: (impact) => answers.push(impact) });

  countAhead({ items, rules: RULES });
  expect(breaks).toHaveLength(1);
  for (let go = breaks.shift(); go; go = breaks.shift()) {
    go({ didTimeout: false, timeRemaining: () => 0 });
    await new Promise((resolve) => setTimeout(resolve));
  }
  ask();
  expect(answers).toEqual([impactOf(items, { nowMs: Date.now(), ...RULES })]);

  // Other rules are other figures: they are counted anew, and not at once.
  countAhead({ items, rules: { ...RULES, threshold: 9 }, onCounted: (impact) => answers.push(impact) });
  expect(answers).toHaveLength(1);
  expect(breaks).toHaveLength(1);
});
