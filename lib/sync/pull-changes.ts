import { copyTables, dropCopies, keepCopies } from "@/lib/copies/keep";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { ReportRow } from "@/lib/database/rows";
import type { Policy } from "@/lib/policy/policy";
import type { ChangeItem } from "@/lib/protocol/documents";
import { isReadByOlder, noteNewer } from "./newer";
import { EVERY_MS, nextPollAt } from "./poll-plan";
import { noteRefusal } from "./pull-session";
import type { PullDeps } from "./pull-deps";
import { type ReadChanges, readChanges } from "@/lib/protocol/read-changes";

type Configured = Policy & { endpoint: string };

const PAGE = 200;

export interface PulledChanges {
  /** ok: read to the end; failed: no usable answer; refused: the token is not good for this. */
  outcome: "ok" | "failed" | "refused";
  /** How many reports have changed. */
  changed: number;
}

/** Keeps the reviewer's copies: pages of changes since a cursor, each page and its cursor in one transaction. */
export function createChangesPuller({ db, request, clock, random, version }: PullDeps & { version: string }) {
  /** Reads to the end. `waitSec`: how long the collector may hold the answer back until something changes. */
  async function pullChanges(policy: Configured, waitSec = 0): Promise<PulledChanges> {
    let changed = 0;
    let restarted = false;
    for (;;) {
      const collector = (await readKv(db, "collector"))?.key ?? "";
      if (await isReadByOlder(db, version)) await startAnew(collector);
      const stored = await readKv(db, "cursor");
      const since = stored?.collector === collector ? stored.cursor : null;
      const answer = await request({
        endpoint: policy.endpoint,
        path: `/v1/changes?${query(since, waitSec)}`,
        authorization: policy.reviewers.token === null ? null : `Bearer ${policy.reviewers.token}`,
      });
      if (answer.kind === "network" || !answer.fromCollector) return later("failed", changed);
      if (answer.status === 304) return later("ok", changed);
      if (answer.status === 410 && !restarted) {
        restarted = true;
        await startAnew(collector);
        continue;
      }
      if (await noteRefusal({ db, clock, random }, policy, answer)) return { outcome: "refused", changed };
      const page = answer.status === 200 ? readChanges(answer.json) : null;
      if (page === null) return later("failed", changed);
      const isNews = await store(page, collector, since);
      if (!isNews) return later("ok", changed);
      changed += page.items.length;
      // A cursor that stays where it is would have us ask for ever.
      if (!page.more || page.next === since) return later("ok", changed);
    }
  }

  async function later(outcome: PulledChanges["outcome"], changed: number): Promise<PulledChanges> {
    await db.transaction("rw", db.kv, async () => {
      const cursor = await readKv(db, "cursor");
      const now = clock.now();
      const scale = (await readKv(db, "config"))?.config.pollScale ?? 1;
      const nextAt = nextPollAt(now, EVERY_MS.changes, random.fraction(), scale);
      const confirmed = outcome === "ok" ? { pulledAt: now } : {};
      await writeKv(db, "cursor", { collector: "", cursor: null, ...cursor, nextAt, ...confirmed });
    });
    return { outcome, changed };
  }

  async function startAnew(collector: string): Promise<void> {
    await db.transaction("rw", db.kv, async () => {
      const cursor = await readKv(db, "cursor");
      await writeKv(db, "cursor", { ...cursor, collector, cursor: null, nextAt: 0 });
      await db.kv.delete("newer");
      // Perhaps because the reviewer may see other sites than before: the collector says which.
      const session = await readKv(db, "session");
      if (session) await writeKv(db, "session", { ...session, nextAt: 0 });
    });
  }

  /** false for a page that came too late: another request has moved the cursor, and its copies are newer. */
  async function store(page: ReadChanges, collector: string, since: string | null) {
    const { items, next, more, skipped } = page;
    const partly = new Set(page.partly);
    return db.transaction("rw", copyTables(db), async () => {
      const cursor = await readKv(db, "cursor");
      if ((cursor?.collector === collector ? cursor.cursor : null) !== since) return false;
      // Without a cursor the collector tells everything anew: what it does not name any more must not stay. That goes
      // at the end only, since the marks of what was read are in no other place and we may be stopped in the middle.
      if (since === null) {
        await db.reports.toCollection().modify({ stale: true });
        // Another history may count its revisions from further down.
        await db.kv.bulkDelete(["noticed", "newer"]);
      }
      const isSweeping = since === null || (cursor?.sweeping ?? false);
      const before = await db.reports.bulkGet(items.map((item) => item.id));
      await dropCopies(
        db,
        items.flatMap((item) => ("erased" in item ? [item.id] : [])),
      );
      await keepCopies(
        db,
        items.flatMap((item, n) => toRow(item, { collector, readRev: before[n]?.readRev ?? 0, partly }) ?? []),
      );
      await noteNewer(db, version, { skipped, partly: page.partly, read: items.map(({ id }) => id) });
      if (isSweeping && !more) await dropCopies(db, await db.reports.filter((row) => row.stale === true).primaryKeys());
      const pulledAt = clock.now();
      await writeKv(db, "cursor", { collector, cursor: next, nextAt: 0, pulledAt, sweeping: isSweeping && more });
      return true;
    });
  }

  return { pullChanges };
}

function query(since: string | null, waitSec: number): URLSearchParams {
  const params = new URLSearchParams({ limit: String(PAGE) });
  if (since !== null) params.set("since", since);
  // Without a cursor there is always something to tell.
  if (since !== null && waitSec > 0) params.set("wait", String(waitSec));
  return params;
}

interface Around {
  collector: string;
  readRev: number;
  partly: ReadonlySet<string>;
}

function toRow(item: ChangeItem, { collector, readRev, partly }: Around): ReportRow | null {
  if ("erased" in item) return null;
  const { id, doc } = item;
  const isPart = partly.has(id);
  return {
    id,
    collector,
    rev: Number(item.rev),
    origin: doc.context?.origin ?? "",
    status: doc.status,
    doc,
    readRev,
    ...(isPart && { partly: true }),
  };
}
