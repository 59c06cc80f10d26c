import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import type { PageContext } from "@/lib/protocol/context";
import { KINDS } from "@/lib/protocol/vocabulary";
import { clientWorld, posts } from "@/tests/support/client-world";
import type { NewReport } from "./create-report";

const context: PageContext = { origin: "https://erp.example", path: "/po/{id}", title: "PO 7", exactPath: "/po/7" };
const report: NewReport = {
  words: "slow",
  lang: "en",
  goal: "",
  kind: null,
  burden: {},
  context,
  anonymous: false,
  picture: null,
};
const here = { siteName: null, draftKey: null };

/** Whatever a person may type or a page may be called. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("\ud800", "a\r\nb", "\u202eback", "\0", "e\u0301", '"\\', "<b>x</b>"),
);
const anyReport: fc.Arbitrary<NewReport> = fc.record({
  words: text,
  lang: fc.constantFrom("en", "de", "pt-BR", "und"),
  goal: text,
  kind: fc.constantFrom(...KINDS),
  burden: fc.record(
    { often: fc.constantFrom("daily" as const), minutes: fc.constantFrom(5 as const) },
    { requiredKeys: [] },
  ),
  context: fc.option(text.map((title) => ({ ...context, title }))),
  anonymous: fc.boolean(),
  picture: fc.constant(null),
});

describe("what is shown", () => {
  it("is to the byte what is sent", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (one) => {
        const w = await clientWorld();
        const seal = w.outbox.seal(null);
        // Looked at early, sent later, and nothing in it has moved.
        const shown = await w.outbox.preview(one, seal);
        w.clock.move(4 * 60_000);
        expect(await w.outbox.create(one, { ...here, seal, shown })).toMatchObject({ ok: true });
        w.clock.move(11 * 60_000);
        await w.engine.kick();
        expect(posts(w).map((request) => request.text)).toEqual([`[${shown}]`]);
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it("is nothing that is stored", async () => {
    const w = await clientWorld();
    await w.outbox.preview(report, w.outbox.seal(null));
    await w.engine.kick();
    expect([await w.db.outbox.count(), await w.db.mine.count(), posts(w).length]).toEqual([0, 0, 0]);
  });

  it("can be looked at while there is nothing to send yet, or too much", async () => {
    const w = await clientWorld();
    const seal = w.outbox.seal(null);
    expect(JSON.parse(await w.outbox.preview({ ...report, words: "" }, seal))).toMatchObject({ data: { words: "" } });
    const words = "x".repeat(5000);
    expect(JSON.parse(await w.outbox.preview({ ...report, words }, seal))).toMatchObject({ data: { words } });
  });

  it("keeps its numbers while the person changes their mind about their name, and gives none of the other form away", async () => {
    const w = await clientWorld();
    const seal = w.outbox.seal(null);
    const named = await w.outbox.preview(report, seal);
    const nameless = await w.outbox.preview({ ...report, anonymous: true }, seal);
    expect(await w.outbox.preview(report, seal)).toBe(named);
    expect(named).not.toContain(seal.eventId.anonymous);
    expect(nameless).not.toContain(seal.eventId.claimed);
    expect(nameless).not.toMatch(/Ada|PO 7|\/po\/7|install/);
    for (const body of [named, nameless]) expect(body).not.toContain(seal.replyKey);
  });

  it("is sent or nothing is: a name that was changed elsewhere is looked at again", async () => {
    const w = await clientWorld();
    const seal = w.outbox.seal(null);
    const shown = await w.outbox.preview(report, seal);
    await writeKv(w.db, "name", "Grace");
    expect(await w.outbox.create(report, { ...here, seal, shown })).toEqual({ ok: false, reason: "changed" });
    expect(await w.db.outbox.count()).toBe(0);
    const again = await w.outbox.preview(report, seal);
    expect(await w.outbox.create(report, { ...here, seal, shown: again })).toMatchObject({ ok: true });
  });

  it("is of now: a seal of long ago, or of a clock that has jumped, is made anew", async () => {
    const w = await clientWorld();
    const seal = w.outbox.seal(null);
    w.clock.move(9 * 60_000);
    expect(w.outbox.seal(seal)).toBe(seal);
    w.clock.move(2 * 60_000);
    expect(w.outbox.seal(seal)).not.toEqual(seal);
    w.clock.move(-86_400_000);
    expect(w.outbox.seal(seal)).not.toEqual(seal);
  });
});
