import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/protocol/canonical";
import { parseEvent, type EarshotEvent } from "@/lib/protocol/event";
import { problemType, type Problem, type ProblemSlug } from "@/lib/protocol/problem";
import type { ReceiptItem } from "@/lib/protocol/receipt";
import type { ServerLimits } from "../settings";
import { refuse, type Refusal, type Sender } from "./sender";
import { isStorable, storable } from "./storable";
import { refuseUnknown } from "./unknown-shape";

/** An event that is well formed and that its sender may send; what it does is decided under the feed's lock. */
export interface Incoming {
  /** As it was sent: the receipt names it so. `event.id` is in lower case. */
  sentId: string;
  event: EarshotEvent;
  /** sha256 in hex of the canonical JSON of what was sent, without its source. */
  hash: string;
  sender: Sender;
}

export interface Accepted {
  incoming: Incoming[];
  rejected: ReceiptItem[];
  /** Items without an id that a receipt could name, by their place in the batch. */
  nameless: { pointer: string; detail: string }[];
}

type EventLimits = Pick<ServerLimits, "eventBytes" | "unknownBytes">;

/** Sorts a batch into what goes on and what is refused for good. Pure; one bad item never harms another. */
export function acceptBatch(batch: readonly unknown[], sender: Sender, limits: EventLimits): Accepted {
  const accepted: Accepted = { incoming: [], rejected: [], nameless: [] };
  batch.forEach((raw, index) => {
    const sentId = idOf(raw);
    if (sentId === null) {
      accepted.nameless.push({ pointer: `/${index}/id`, detail: "an event needs a UUID as its id" });
      return;
    }
    const checked = check(raw, sender, limits);
    if ("event" in checked) accepted.incoming.push({ sentId, ...checked, sender });
    else accepted.rejected.push(rejection(sentId, checked, index));
  });
  return accepted;
}

function check(raw: unknown, sender: Sender, limits: EventLimits): { event: EarshotEvent; hash: string } | Refusal {
  // Parsed before it is measured: the parser refuses depths that would exhaust the stack of everything after it.
  const parsed = parseEvent(raw);
  if (!parsed.ok) return { slug: "invalid-event", detail: parsed.detail, pointer: parsed.pointer };
  const text = withoutSource(raw);
  if (Buffer.byteLength(text) > limits.eventBytes) {
    return { slug: "too-large", detail: `an event has at most ${limits.eventBytes} bytes` };
  }
  const event = lowerCased(isStorable(text) ? parsed.event : storable(parsed.event));
  const refusal = ("unknown" in event ? refuseUnknown(event, limits.unknownBytes) : null) ?? refuse(event, sender);
  return refusal ?? { event, hash: createHash("sha256").update(text).digest("hex") };
}

function lowerCased(event: EarshotEvent): EarshotEvent {
  const named = { ...event, id: event.id.toLowerCase(), subject: event.subject.toLowerCase() };
  if ("unknown" in named || named.type !== "org.earshot.report.linked.v1") return named;
  return { ...named, data: { ...named.data, into: named.data.into?.toLowerCase() ?? null } };
}

/**
 * The canonical text that is measured and hashed. Without the source: whoever knows an install's id could else find
 * its reports by their hashes.
 */
function withoutSource(raw: unknown): string {
  const { source: _, ...rest } = raw as Record<string, unknown>;
  return canonicalJson(rest);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function idOf(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return null;
  return typeof raw.id === "string" && UUID.test(raw.id) ? raw.id : null;
}

const TITLES: Partial<Record<ProblemSlug, string>> = {
  "invalid-event": "Event is not valid",
  "id-reused": "Another event has this id",
  forbidden: "Not allowed with this credential",
  "subject-erased": "The report was taken back",
  "unknown-subject": "Report not known yet",
  "too-large": "Event too large",
  busy: "Busy",
};

export function itemProblem(slug: ProblemSlug, detail?: string, pointer?: string): Problem {
  return {
    type: problemType(slug),
    title: TITLES[slug] ?? slug,
    ...(detail && { detail }),
    ...(pointer && { pointer }),
  };
}

function rejection(id: string, refusal: Refusal, index: number): ReceiptItem {
  const pointer = refusal.pointer === undefined ? undefined : `/${index}${refusal.pointer}`;
  return { id, status: "rejected", problem: itemProblem(refusal.slug, refusal.detail, pointer) };
}
