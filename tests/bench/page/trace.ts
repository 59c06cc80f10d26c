/** What is read of Chromium's trace events; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  id?: string;
  ts: number;
  dur?: number;
  /** Time that the thread had a processor, which a busy machine does not stretch. */
  tdur?: number;
  args?: {
    fileName?: string;
    data?: {
      url?: string;
      startTime?: number;
      timeDeltas?: number[];
      cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
    };
  };
}

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { url?: string };
}

interface Interval {
  pid: number;
  from: number;
  to: number;
}

export const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "disabled-by-default-v8.compile",
  "disabled-by-default-v8.cpu_profiler",
  "disabled-by-default-v8.cpu_profiler.hires",
];

/** Compiling and running as a whole; what runs in between (promises, timers, the DOM's own work) is in the samples. */
const WHOLE = new Set(["EvaluateScript", "FunctionCall", "v8.compile", "v8.compileModule", "v8.evaluateModule"]);

/**
 * Milliseconds of processor time in which one of the scripts was compiled, ran, or waited for what it had called: the
 * scripts' share of each of the main thread's tasks, times what the task had of the processor.
 */
export function cpuMs({ traceEvents: events = [] }: { traceEvents?: TraceEvent[] }, scripts: RegExp): number {
  const whole = events
    .filter(({ name, args }) => WHOLE.has(name) && scripts.test(args?.data?.url ?? args?.fileName ?? ""))
    .map(({ pid, ts, dur = 0 }) => ({ pid, from: ts, to: ts + dur }));
  const own = [...whole, ...sampled(events, scripts)].toSorted((a, b) => a.from - b.from);
  const pids = new Set(own.map(({ pid }) => pid));
  const tasks = events.filter(({ name, pid, dur }) => name === "RunTask" && pids.has(pid) && dur);
  return tasks.reduce((sum, task) => sum + ownShare(task, own) * (task.tdur ?? 0), 0) / 1000;
}

/** The CPU profiler's samples in whose stack the scripts are, each until the next one. */
function sampled(events: readonly TraceEvent[], scripts: RegExp): Interval[] {
  const profiles = new Map<string, { at: number; own: Map<number, boolean> }>();
  const intervals: Interval[] = [];
  for (const { name, pid, id, args } of events) {
    const { startTime = 0, timeDeltas = [], cpuProfile: { nodes = [], samples = [] } = {} } = args?.data ?? {};
    if (name === "Profile") profiles.set(`${pid} ${id}`, { at: startTime, own: new Map() });
    const profile = profiles.get(`${pid} ${id}`);
    if (name !== "ProfileChunk" || !profile) continue;
    for (const { id: node, parent = 0, callFrame } of nodes) {
      profile.own.set(node, profile.own.get(parent) === true || scripts.test(callFrame.url ?? ""));
    }
    for (const [index, node] of samples.entries()) {
      profile.at += timeDeltas[index] ?? 0;
      const lasts = Math.max(timeDeltas[index + 1] ?? 0, 0);
      if (profile.own.get(node)) intervals.push({ pid, from: profile.at, to: profile.at + lasts });
    }
  }
  return intervals;
}

/** How much of a task the intervals fill, from 0 to 1; what overlaps counts once. */
function ownShare({ pid, ts, dur = 0 }: TraceEvent, own: readonly Interval[]): number {
  let filled = 0;
  let reached = ts;
  for (const { pid: process, from, to } of own) {
    if (process !== pid) continue;
    const end = Math.min(to, ts + dur);
    filled += Math.max(0, end - Math.max(from, reached));
    reached = Math.max(reached, end);
  }
  return filled / dur;
}
