import { readFileSync } from "node:fs";
import type { CollectorProcess } from "@/tests/support/collector-process";
import { batchesOf, makeEvents } from "./events";
import { sendAll } from "./load";

const SLICES = 20;

/** MiB that the collector holds after each twentieth of so many events. Linux only. */
export async function memoryWhile(collector: CollectorProcess, events: number): Promise<number[]> {
  const held: number[] = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    const batches = batchesOf(makeEvents(Math.ceil(events / SLICES)), 100).map((batch) => JSON.stringify(batch));
    await sendAll(collector, batches, 16);
    held.push(memoryOf(collector));
  }
  return held;
}

function memoryOf({ pid }: CollectorProcess): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}
