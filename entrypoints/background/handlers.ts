import type { EarshotDatabase } from "@/lib/database/open";
import type { Launch } from "@/lib/launch/launch";
import type { Handlers } from "@/lib/messaging/server";
import type { Outbox } from "@/lib/outbox/outbox";
import type { PolicySource } from "@/lib/policy/policy-source";
import type { SyncEngine } from "@/lib/sync/engine";
import { readAppState } from "./app-state";

export interface HandlerDeps {
  db: EarshotDatabase;
  outbox: Outbox;
  engine: SyncEngine;
  policy: PolicySource;
  launch: Launch;
}

/** Which part answers which message. Wiring only: the rules are in the parts. */
export function createHandlers({ db, outbox, engine, policy, launch }: HandlerDeps): Handlers {
  return {
    ...launch.handlers,

    "report.burden": async ({ reportId, burden }) => ({ ok: await outbox.burden(reportId, burden) }),
    "metoo.set": async ({ reportId, on, burden }) => ({ ok: await outbox.metoo(reportId, on, burden) }),

    "popup.state": async () =>
      readAppState(db, await policy.current(), await policy.own(), await launch.hiddenOn(), navigator.onLine),
    async "popup.refresh"() {
      await engine.refresh();
      return null;
    },

    async "mine.seen"({ reportId }) {
      await outbox.markSeen(reportId);
      return null;
    },
    "mine.comment": async ({ reportId, text, lang }) => ({ ok: await outbox.comment(reportId, text, lang) }),
    "mine.helped": async (said) => ({ ok: await outbox.helped(said) }),
    "mine.resend": ({ reportId, words }) => outbox.resend(reportId, words),
    "mine.discard": async ({ reportId }) => ({ discarded: await outbox.discard(reportId) }),

    "review.answer": async (said) => ({ ok: await outbox.answer(said) }),
    async "review.read"({ reportId }) {
      await db.reports
        .where("id")
        .equals(reportId)
        .modify((row) => void (row.readRev = row.rev));
      return null;
    },

    "settings.save": async (settings) => ({ policy: await policy.saveOwn(settings) }),
    async "settings.name"({ name }) {
      await outbox.saveName(name);
      return null;
    },
  };
}
