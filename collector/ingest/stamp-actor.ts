import type { ActorKind } from "@/lib/protocol/documents";
import type { StoredDoc } from "@/lib/reports/fold";
import type { Incoming } from "./accept";

/** Who is behind an event, as the collector knows it by the credential; an event's own word counts for nothing. */
export interface Actor {
  kind: ActorKind;
  /** The display name of a session's token, or the name that a reporter claimed. */
  name: string | null;
  /** As the event table names it. */
  column: "anon" | "claimed" | "reviewer" | "admin" | "system";
}

export function stampActor(incoming: Incoming, stored: StoredDoc | null): Actor {
  const { event, sender } = incoming;
  switch (sender.via) {
    case "session":
      return { kind: sender.role, name: sender.name, column: sender.role };
    case "retention":
      return { kind: "system", name: null, column: "system" };
    case "thread":
      return reporter(stored?.doc.reporter?.name ?? null);
    case "ingest":
    case "anon":
      if ("unknown" in event) return { kind: "reporter", name: null, column: "anon" };
      if (event.type !== "org.earshot.report.created.v1") return { kind: "colleague", name: null, column: "anon" };
      return reporter(event.data.reporter?.name ?? null);
    default:
      return sender satisfies never;
  }
}

function reporter(name: string | null): Actor {
  return { kind: "reporter", name, column: name === null ? "anon" : "claimed" };
}
