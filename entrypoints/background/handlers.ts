import { browser } from "wxt/browser";
import { markRead } from "@/lib/copies/keep";
import { writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Launch } from "@/lib/launch/launch";
import type { Pusher } from "@/lib/messaging/push";
import type { Handlers } from "@/lib/messaging/server";
import type { Outbox } from "@/lib/outbox/outbox";
import type { PolicySource } from "@/lib/policy/policy-source";
import type { SyncEngine } from "@/lib/sync/engine";
import type { Likely } from "@/lib/inbox/likely";
import type { Notice } from "@/lib/notice/create-notice";
import { pageAddress } from "@/lib/inbox/page-address";
import { openPage } from "@/lib/launch/open-page";
import { toBase64 } from "@/lib/platform/digest";
import { readAppState } from "./app-state";

export interface HandlerDeps {
  push: Pusher;
  db: EarshotDatabase;
  outbox: Outbox;
  engine: SyncEngine;
  policy: PolicySource;
  launch: Launch;
  likely: Likely;
  notice: Notice;
}

/** Which part answers which message. Wiring only: the rules are in the parts. */
export function createHandlers({ push, db, outbox, engine, policy, launch, likely, notice }: HandlerDeps): Handlers {
  return {
    ...launch.handlers,

    "report.burden": async ({ reportId, burden }) => ({ ok: await outbox.burden(reportId, burden) }),
    "metoo.set": async ({ reportId, on, burden }) => ({ ok: await outbox.metoo(reportId, on, burden) }),

    async "sheet.show"() {
      await browser.tabs.create({ url: browser.runtime.getURL("/sheet.html") });
      return null;
    },

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
    async "mine.asked"(said) {
      await outbox.asked(said);
      return null;
    },
    async "mine.resend"({ reportId, words }) {
      const { mode } = (await policy.current()).policy.identity;
      return outbox.resend(reportId, words, mode === "anonymous");
    },
    "mine.discard": async ({ reportId }) => ({ discarded: await outbox.discard(reportId) }),
    "mine.takeBack": async ({ reportId }) => ({ became: await outbox.takeBack(reportId) }),
    "mine.undoTakeBack": async ({ reportId }) => ({ undone: await outbox.undoTakeBack(reportId) }),
    async "mine.putAway"({ reportId }) {
      await outbox.putAway(reportId);
      return null;
    },

    "review.answer": async (said) => ({ ok: await outbox.answer(said) }),
    "review.alike": ({ reportId, search }) => likely.ask(reportId, search),
    async "review.link"({ reportId, into }) {
      const eventId = await outbox.link(reportId, into);
      return eventId === null ? { ok: false } : { ok: true, eventId };
    },
    async "review.publish"(said) {
      const eventId = await outbox.publish(said);
      return eventId === null ? { ok: false } : { ok: true, eventId };
    },
    async "review.share"(said) {
      const eventId = await outbox.share(said);
      return eventId === null ? { ok: false } : { ok: true, eventId };
    },
    "review.note": async (said) => ({ ok: await outbox.note(said) }),
    "review.triage": async (said) => ({ ok: await outbox.triage(said) }),
    "review.all": async ({ said }) => ({ eventIds: await outbox.all(said) }),
    "review.undo": async ({ eventIds }) => ({ undone: await outbox.undo(eventIds) }),
    async "review.opened"({ reportId }) {
      await engine.opened(reportId);
      return null;
    },
    async "review.read"({ reportId }) {
      await markRead(db, reportId);
      void notice.look();
      return null;
    },
    async "review.picture"({ reportId, sha256 }) {
      const row = await db.reports.get(reportId);
      if (!row?.doc.attachments.some((attachment) => attachment.sha256 === sha256))
        return { ok: false, reason: "gone" };
      const fetched = await engine.fetchPicture((await policy.current()).policy, sha256);
      return fetched.ok ? { ok: true, base64: toBase64(fetched.bytes), type: fetched.type } : fetched;
    },
    async "review.setAside"({ send }) {
      await outbox.setAside(send);
      return null;
    },
    async "review.openPage"({ reportId }) {
      const context = (await db.reports.get(reportId))?.doc.context ?? null;
      const address = context && pageAddress(context);
      if (!address) return { opened: false };
      // Not awaited: the answer closes the popup's wait, and highlighting takes as long as the page.
      void openPage(address.url, context.element ?? null);
      return { opened: true };
    },

    async "session.signIn"() {
      const outcome = await engine.signIn.begin((await policy.current()).policy);
      await engine.refresh();
      return { outcome };
    },
    async "session.signOut"() {
      await engine.signIn.end((await policy.current()).policy);
      await engine.refresh();
      return null;
    },

    async "settings.notify"({ what, on }) {
      const key = what === "answers" ? "answersOff" : "notifyOff";
      await (on ? db.kv.delete(key) : writeKv(db, key, true));
      return null;
    },
    async "settings.check"() {
      const check = await engine.check((await policy.current()).policy);
      // What waited for a way that was closed need not wait any longer.
      if (check.outcome === "well" && !check.isOther) void engine.tryAgain();
      return check;
    },
    "settings.save": async (settings) => ({ policy: await policy.saveOwn(settings) }),
    async "settings.name"({ name: said }) {
      const name = await outbox.saveName(said);
      // Every form that is open says what IT will see.
      push.toPages("name.changed", { name });
      return { name };
    },
  };
}
