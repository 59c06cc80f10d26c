import { useEffect, useState } from "react";
import type { Impact } from "@/lib/impact/figures";
import { countImpact, impactOf } from "@/lib/impact/impact";
import type { ListedItem } from "@/lib/inbox/item";
import type { ImpactRules } from "@/lib/policy/policy";

interface Wanted {
  items: readonly ListedItem[];
  rules: ImpactRules;
  onCounted?: (impact: Impact) => void;
}

/** What was counted of a list, for as long as the list is there: nothing of it outlives the reviewer's role. */
const counted = new WeakMap<readonly ListedItem[], { rules: ImpactRules; impact: Impact }>();
let next: Wanted | null = null;
let isCounting = false;

/** What one step takes on two slow cores. */
const STEP_MS = 10;

/** Counts in the browser's breaks. While it does so only the newest of what is wanted waits. */
export function countAhead(wanted: Wanted): void {
  const known = countedOf(wanted);
  if (known) return wanted.onCounted?.(known);
  next = wanted;
  if (!isCounting) void countNext();
}

async function countNext(): Promise<void> {
  isCounting = true;
  try {
    for (let job = next; job; job = next) {
      next = null;
      const impact = keep(job, await countInBreaks(job));
      job.onCounted?.(impact);
    }
  } finally {
    isCounting = false;
  }
}

async function countInBreaks({ items, rules }: Wanted): Promise<Impact> {
  const counting = countImpact(items, optionsOf(rules));
  let pause = await nextBreak();
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
    if (pause.timeRemaining() < STEP_MS) pause = await nextBreak();
  }
}

function nextBreak(): Promise<IdleDeadline> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}

/** The figures of these reports: at once, and again in a break after every change. */
export function useImpact(items: readonly ListedItem[], rules: ImpactRules): Impact {
  const [impact, setImpact] = useState(() => countNow({ items, rules }));
  useEffect(() => countAhead({ items, rules, onCounted: setImpact }), [items, rules]);
  return impact;
}

function countNow(wanted: Wanted): Impact {
  return countedOf(wanted) ?? keep(wanted, impactOf(wanted.items, optionsOf(wanted.rules)));
}

function keep({ items, rules }: Wanted, impact: Impact): Impact {
  counted.set(items, { rules, impact });
  return impact;
}

function countedOf({ items, rules }: Wanted): Impact | null {
  const known = counted.get(items);
  return known?.rules === rules ? known.impact : null;
}

function optionsOf({ threshold, rate }: ImpactRules) {
  return { nowMs: Date.now(), threshold, rate };
}
