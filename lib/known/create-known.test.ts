import { beforeEach, describe, expect, it } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import { fakeClock, freshDatabase } from "@/tests/support/fake-world";
import { known, ORIGIN } from "@/tests/support/known-file";
import { createKnown } from "./create-known";

const HERE = { origin: ORIGIN, path: "/orders/{id}" };
const ALL = [
  known(1, { title: "Filters of the order list are forgotten", texts: { de: { title: "Filter gehen verloren" } } }),
  known(2, { title: "Exporting invoices to a file takes very long", path: "/invoices" }),
  known(3, { title: "Printing labels cuts off the last line", originHash: "b".repeat(64) }),
];

let db: ReturnType<typeof freshDatabase>;
beforeEach(() => {
  db = freshDatabase();
});

async function knownWorld(items: KnownAnnoyance[] = ALL, collector = "ours") {
  await writeKv(db, "collector", { endpoint: "https://c.example", key: "ours" });
  await db.buckets.put({ name: "all", collector, etag: null, items, fetchedAt: 1, nextAt: 2 });
  return createKnown({ db, clock: fakeClock(), langs: () => ["en"] });
}

describe("known annoyances", () => {
  it("are those of the page; how many more the site has is said as a number", async () => {
    const w = await knownWorld();
    expect(await w.here(HERE)).toMatchObject({ items: [{ title: ALL[0]?.title }], elsewhere: 1 });
    expect(await w.here(null)).toEqual({ items: [], elsewhere: 3 });
  });

  it("of another collector than the one in force are none", async () => {
    const w = await knownWorld(ALL, "theirs");
    expect(await w.here(HERE)).toEqual({ items: [], elsewhere: 0 });
    expect(await w.alike(HERE, "Exporting invoices to a file is slow", "en")).toEqual([]);
  });

  it("that words are about are found on other pages of the site, and on none of another site", async () => {
    const w = await knownWorld();
    const alike = async (words: string, lang = "en", place: typeof HERE | null = HERE) =>
      (await w.alike(place, words, lang)).map(({ title }) => title);
    expect(await alike("Exporting invoices to a file is so slow")).toEqual([ALL[1]?.title]);
    expect(await alike("Printing labels cuts off the last line")).toEqual([]);
    expect(await alike("The coffee is cold")).toEqual([]);
    expect(await alike("  ")).toEqual([]);
    // A person writes in their own language.
    expect(await alike("Die Filter gehen immer verloren", "de")).toEqual([ALL[0]?.title]);
  });

  it("are read anew when the files have changed", async () => {
    const w = await knownWorld();
    const words = "Exporting invoices to a file is so slow";
    expect(await w.alike(HERE, words, "en")).toHaveLength(1);
    await db.buckets.update("all", { etag: '"2"', items: ALL.slice(0, 1) });
    expect(await w.alike(HERE, words, "en")).toEqual([]);
  });
});
