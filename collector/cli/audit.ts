import type { AuditEntry } from "../audit/audit-trail";
import type { AuditOptions } from "./options";
import type { Io } from "./run";
import { openDesk } from "./token";

const PAGE = 500;

/** Who did what, newest first, page by page: it may be long. */
export async function runAudit(options: AuditOptions, io: Io): Promise<void> {
  const desk = await openDesk(options, io);
  const isWanted = ({ at }: AuditEntry) => options.since === null || Date.parse(at) >= options.since.getTime();
  try {
    for (let before: string | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
      const page = await desk.audit(before, PAGE);
      const wanted = page.entries.filter(isWanted);
      for (const entry of wanted) io.out(options.json ? `${JSON.stringify(entry)}\n` : lineOf(entry));
      before = wanted.length === page.entries.length ? page.next : null;
    }
  } finally {
    await desk.close();
  }
}

function lineOf({ at, actor, action, target, detail }: AuditEntry): string {
  const by = detail?.session === undefined ? actor : `${actor} (${detail.session})`;
  const opened = detail?.openedAt === undefined ? "" : `  at ${detail.openedAt}`;
  return `${at}  ${by}  ${action}${target === null ? "" : `  ${target}`}${opened}\n`;
}
