import type { KnownEvent, EarshotEvent } from "@/lib/protocol/event";
import { ANONYMOUS_SOURCE } from "@/lib/protocol/event";
import type { ProblemSlug } from "@/lib/protocol/problem";

/** Whose credential a request carries. The actor of an event is stamped from it, never read from the event. */
export type Sender =
  | { via: "ingest"; tokenId: string }
  | { via: "anon"; tokenId: string }
  | { via: "session"; sessionId: string; role: "reviewer" | "admin"; name: string; scope: readonly string[] | null }
  | { via: "thread"; reportId: string }
  /** The nightly purge. It erases a report only as it saw it: at this revision, and not on hold. */
  | { via: "retention"; rev: string };

export interface Refusal {
  slug: ProblemSlug;
  detail: string;
  pointer?: string;
}

/** Who may send what: the table of protocol section 2. Null means that the sender may. */
export function refuse(event: EarshotEvent, sender: Sender): Refusal | null {
  if (sender.via === "thread" && event.subject !== sender.reportId) {
    return { slug: "invalid-event", detail: "the subject is not this thread's report", pointer: "/subject" };
  }
  const isAnonymous = event.source === ANONYMOUS_SOURCE;
  if (sender.via === "anon") {
    if (!isAnonymous) return { slug: "invalid-event", detail: "only anonymous events come here", pointer: "/source" };
    if (!isVersion4(event.id)) {
      // A version 7 id tells the millisecond in which it was made.
      return { slug: "invalid-event", detail: "an anonymous event has an id of version 4", pointer: "/id" };
    }
  } else if (isAnonymous && sender.via !== "thread") {
    return { slug: "invalid-event", detail: "anonymous events go to /v1/anon/events", pointer: "/source" };
  }
  if ("unknown" in event) return sender.via === "thread" ? forbidden(event.type, sender) : null;
  return refuseKnown(event, sender);
}

function refuseKnown(event: KnownEvent, sender: Sender): Refusal | null {
  switch (event.type) {
    case "org.earshot.report.created.v1": {
      if (sender.via !== "ingest" && sender.via !== "anon") return forbidden(event.type, sender);
      if ((event.data.identity === "anon") !== (sender.via === "anon")) {
        return {
          slug: "invalid-event",
          detail: "an anonymous report goes to /v1/anon/events, and only that",
          pointer: "/data/identity",
        };
      }
      return null;
    }
    case "org.earshot.burden.set.v1":
      return sender.via === "thread" ? null : forbidden(event.type, sender);
    case "org.earshot.comment.added.v1":
      if (sender.via === "session") return null;
      if (sender.via !== "thread") return forbidden(event.type, sender);
      return event.data.visibility === "thread"
        ? null
        : { slug: "forbidden", detail: "only IT writes internal notes", pointer: "/data/visibility" };
    case "org.earshot.status.set.v1":
    case "org.earshot.triage.set.v1":
    case "org.earshot.report.linked.v1":
    case "org.earshot.summary.published.v1":
      return sender.via === "session" ? null : forbidden(event.type, sender);
    case "org.earshot.digest.published.v1":
      if (sender.via !== "session") return forbidden(event.type, sender);
      // It speaks for the whole organisation.
      return sender.scope === null
        ? null
        : {
            slug: "forbidden",
            detail: "a reviewer of some sites does not see what all figures are made of",
            pointer: "/type",
          };
    case "org.earshot.metoo.set.v1":
      return sender.via === "anon" ? null : forbidden(event.type, sender);
    case "org.earshot.helped.answered.v1":
      if (sender.via !== "thread" && sender.via !== "anon") return forbidden(event.type, sender);
      if ((event.data.tag === undefined) !== (sender.via === "thread")) {
        return {
          slug: "invalid-event",
          detail: "an answer by reply key has no tag, any other has one",
          pointer: "/data/tag",
        };
      }
      return null;
    case "org.earshot.report.erased.v1":
      // The collector writes it itself, where somebody may have a report erased.
      return forbidden(event.type, sender);
    default:
      return event satisfies never;
  }
}

const MAY_NOT: Record<Sender["via"], string> = {
  ingest: "an ingest token",
  anon: "an anonymous request",
  session: "a reviewer",
  thread: "a reply key",
  retention: "the purge",
};

function forbidden(type: string, sender: Sender): Refusal {
  return { slug: "forbidden", detail: `${MAY_NOT[sender.via]} may not send ${type}`, pointer: "/type" };
}

function isVersion4(uuid: string): boolean {
  return uuid[14] === "4";
}
