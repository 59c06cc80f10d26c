import { expect, it } from "vitest";
import { clientWorld } from "@/tests/support/client-world";
import { known } from "@/tests/support/known-file";
import { createAnswered, type NewAnswers } from "./create-answered";

const DAY = 86_400_000;
const [CLAIM, LATER] = ["7d0a6a52-5f0c-4b0e-9f0b-6d3a1f0f7a12", "7d0a6a52-5f0c-4b0e-9f0b-6d3a1f0f7a13"];

async function world() {
  const w = await clientWorld();
  w.state.policy.reviewers.token = "rev";
  const shown: (NewAnswers | null)[] = [];
  let isLooking = false;
  const policy = { current: async () => w.state, onChange: () => () => {} };
  const answered = createAnswered({
    ...w,
    policy,
    isLooking: async () => isLooking,
    show: (what) => void shown.push(what),
  });
  await answered.look();
  return {
    ...w,
    answered,
    shown,
    looks: (now: boolean) => void (isLooking = now),
    /** IT answers, and the person's browser learns of it. */
    async answer(reportId: string, text: string) {
      const basedOn = (await w.db.mine.get(reportId))?.thread?.statusEvent ?? null;
      await w.outbox.answer({ reportId, status: basedOn === null ? "asked" : "done", basedOn, text, lang: "en" });
      await w.engine.kick();
      w.clock.move(DAY);
      await w.engine.refresh();
      await answered.look();
    },
  };
}

it("tells once that IT has asked or put right, and takes it away when the person has looked", async () => {
  const w = await world();
  const id = await w.file();
  await w.engine.kick();
  await w.answer(id, "Which one?");
  expect(w.shown).toEqual([{ count: 1, kind: "asked", site: null }]);
  await w.answered.look();
  expect(w.shown).toHaveLength(1);
  await w.outbox.markSeen(id);
  await w.answered.look();
  expect(w.shown[1]).toBeNull();
  await w.answer(id, "It works now");
  expect(w.shown.slice(2)).toEqual([{ count: 1, kind: "fixed", site: null }]);
});

it("says nothing of what is read in My reports just now, nor where it is switched off", async () => {
  const w = await world();
  const id = await w.file();
  await w.engine.kick();
  w.looks(true);
  await w.answer(id, "Which one?");
  w.looks(false);
  await w.answered.look();
  w.state.policy.notifications.answers = false;
  await w.answer(id, "It works now");
  expect(w.shown).toEqual([]);
});

it("tells of what was joined when its status changes, and of no status that was there by then", async () => {
  const w = await world();
  const collector = (await w.db.kv.get("collector"))?.value as { key: string };
  const planned = known(1, { statusEvent: CLAIM });
  const bucket = { name: "all", collector: collector.key, etag: null, fetchedAt: 1, nextAt: 2 };
  await w.db.buckets.put({ ...bucket, items: [planned] });
  await w.outbox.metoo(planned.reportId, true, undefined);
  await w.answered.look();
  expect(w.shown).toEqual([]);
  const become = { ...planned, status: "done", statusEvent: LATER } as const;
  await w.db.joined.update(planned.reportId, { known: become });
  await w.answered.look();
  expect(w.shown).toEqual([{ count: 1, kind: "fixed", site: null }]);
  await w.outbox.markSeen(planned.reportId);
  await w.answered.look();
  expect(w.shown[1]).toBeNull();
});
