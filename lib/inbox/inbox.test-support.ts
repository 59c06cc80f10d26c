import type { OutboxItem } from "@/lib/database/rows";
import type { ReportDoc } from "@/lib/protocol/documents";
import type { InboxItem } from "./item";

/** A report document with nothing in it but what a test says. */
export function docWith(part: Partial<ReportDoc> = {}): ReportDoc {
  return {
    v: 1,
    id: "00000000-0000-4000-8000-000000000001",
    createdAt: "2026-11-20T08:00:00.000Z",
    updatedAt: "2026-11-20T08:00:00.000Z",
    identity: "anon",
    reporter: null,
    words: "The list jumps",
    lang: "en",
    goal: null,
    kind: null,
    burden: {},
    hoursAWeek: null,
    hoursUnknown: 1,
    people: 1,
    blocked: 0,
    context: null,
    attachments: [],
    status: "new",
    statusEvent: null,
    statusBy: null,
    statusAt: null,
    note: null,
    noteLang: null,
    attention: null,
    helped: { forEvent: null, yes: 0, partly: 0, no: 0, hoursGivenBack: 0, givenBackUnknown: 0 },
    timeline: [],
    ...part,
  };
}

/** Such a document as the Inbox lists it. */
export function itemWith(id: string, part: Partial<ReportDoc> = {}): InboxItem {
  const doc = docWith({ id, ...part });
  return { id, doc, own: doc, unread: false, refused: [], joined: [], joinedInto: null };
}

const CREATED_MS = Date.UTC(2026, 10, 20, 9);

/** A reviewer's status that waits in the outbox. */
export function statusRow(id: string, data: Record<string, unknown>, part: Partial<OutboxItem> = {}): OutboxItem {
  const type = "org.earshot.status.set.v1";
  const time = new Date(CREATED_MS).toISOString();
  const event = { specversion: "1.0", id, source: "urn:earshot:reviewer", subject: "r", type, time, data };
  return {
    id,
    subject: "r",
    type,
    route: "session",
    state: "queued",
    body: JSON.stringify(event),
    bodyBytes: 0,
    collector: "",
    createdAt: CREATED_MS,
    nextAt: 0,
    nextSetAt: 0,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch: null,
    problem: null,
    parkedFor: null,
    ...part,
  };
}
