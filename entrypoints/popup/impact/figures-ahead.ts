import { useEffect, useState, useSyncExternalStore } from "react";
import type { Impact } from "@/lib/impact/figures";
import { countImpact, impactOf } from "@/lib/impact/impact";
import type { ListedItem } from "@/lib/inbox/item";
import type { ImpactRules } from "@/lib/policy/policy";

interface Wanted {
  items: readonly ListedItem[];
  rules: ImpactRules;
}

/** What was counted last. */
let last: (Wanted & { impact: Impact }) | null = null;
let next: Wanted | null = null;
let isCounting = false;
const listeners = new Set<() => void>();

/** Counts in the browser's breaks. While it does so only the newest of what is wanted waits. */
export function countAhead(items: readonly ListedItem[], rules: ImpactRules): void {
  if (isLast({ items, rules })) return;
  next = { items, rules };
  if (!isCounting) void countNext();
}

async function countNext(): Promise<void> {
  isCounting = true;
  for (let job = next; job; job = next) {
    next = null;
    const counting = countImpact(job.items, optionsOf(job.rules));
    for (let step = counting.next(); ; step = counting.next()) {
      if (step.done) {
        keep(job, step.value);
        break;
      }
      await nextBreak();
    }
  }
  isCounting = false;
}

/** The figures of these reports: at once, and again in a break after every change. */
export function useImpact(items: readonly ListedItem[], rules: ImpactRules): Impact {
  const [first] = useState(() => countNow({ items, rules }));
  useEffect(() => countAhead(items, rules), [items, rules]);
  return useSyncExternalStore(subscribe, () => last?.impact ?? first);
}

function countNow(wanted: Wanted): Impact {
  if (last && isLast(wanted)) return last.impact;
  const impact = impactOf(wanted.items, optionsOf(wanted.rules));
  last = { ...wanted, impact };
  return impact;
}

function keep(job: Wanted, impact: Impact): void {
  last = { ...job, impact };
  for (const listener of listeners) listener();
}

/** The rules come anew with every change of anything, and are seldom others. */
function isLast({ items, rules }: Wanted): boolean {
  return last?.items === items && JSON.stringify(last.rules) === JSON.stringify(rules);
}

function optionsOf({ threshold, rate }: ImpactRules) {
  return { nowMs: Date.now(), threshold, rate };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function nextBreak(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}
