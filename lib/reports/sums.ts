import type { ReportDoc } from "@/lib/protocol/documents";
import { round } from "./hours";
import { shareOf, type Voice } from "./voice";

/** The document's sums, less what a voice said before, plus what it says now. */
export function withVoice(doc: ReportDoc, before: Voice | null, after: Voice): ReportDoc {
  const { forEvent } = doc.helped;
  const less = shareOf(before, forEvent);
  const more = shareOf(after, forEvent);
  const people = doc.people - less.people + more.people;
  const hoursUnknown = doc.hoursUnknown - less.hoursUnknown + more.hoursUnknown;
  const hours = round((doc.hoursAWeek ?? 0) - less.hours + more.hours);
  return {
    ...doc,
    burden: after.isReporter ? after.burden : doc.burden,
    people,
    hoursUnknown,
    blocked: doc.blocked - less.blocked + more.blocked,
    hoursAWeek: people > hoursUnknown ? hours : null,
    // A report that was joined to another one, and to that one again, counts anew: what a voice said of the same claim
    // the first time is not in these sums, and must not be taken off them.
    helped: {
      forEvent,
      yes: Math.max(0, doc.helped.yes - less.yes) + more.yes,
      partly: Math.max(0, doc.helped.partly - less.partly) + more.partly,
      no: Math.max(0, doc.helped.no - less.no) + more.no,
      hoursGivenBack: round(Math.max(0, doc.helped.hoursGivenBack - less.hoursGivenBack) + more.hoursGivenBack),
      givenBackUnknown: Math.max(0, doc.helped.givenBackUnknown - less.givenBackUnknown) + more.givenBackUnknown,
    },
  };
}
