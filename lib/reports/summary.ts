import type { ReportDoc } from "@/lib/protocol/documents";
import type { KnownEvent } from "@/lib/protocol/event";
import type { Summary } from "@/lib/protocol/summary";
import { trustedTime } from "./timeline";

type Published = Extract<KnownEvent, { type: "org.earshot.summary.published.v1" }>;

/** The last one stands; without a title nothing is published any more. It leaves no line: the person is told by an answer. */
export function withSummary(
  doc: ReportDoc,
  { data, time }: Pick<Published, "data" | "time">,
  { actor, receivedAt }: { actor: string | null; receivedAt: string },
): ReportDoc {
  const { summary: _before, ...rest } = doc;
  const { title, text, workaround, lang, texts, place = "page" } = data;
  if (title === null) return rest;
  const summary: Summary = {
    title,
    ...(text !== undefined && { text }),
    ...(workaround !== undefined && { workaround }),
    lang,
    ...(texts && { texts }),
    place,
    by: actor,
    at: trustedTime(time, receivedAt),
  };
  return { ...rest, summary };
}

/** What people outside of IT may see of it. */
export function shownOf({ by: _by, at: _at, place: _place, ...shown }: Summary): Omit<Summary, "by" | "at" | "place"> {
  return shown;
}
