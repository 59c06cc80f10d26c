import { expect, it, vi } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import type { ReportDoc } from "@/lib/protocol/documents";
import { freshDatabase } from "@/tests/support/fake-world";
import { docWith } from "./inbox.test-support";
import { createLikely } from "./likely";

const SHOP = "https://shop.example";

async function world() {
  const db = freshDatabase();
  let rev = 0;
  const pause = vi.fn(() => Promise.resolve());
  const likely = createLikely({ db, pause });
  const hold = async (id: string, words: string, part: Partial<ReportDoc> = {}) => {
    rev += 1;
    const context = part.context === undefined ? { origin: SHOP, path: "/orders/{id}" } : part.context;
    const doc = docWith({ ...part, id, words, context });
    await db.reports.put({
      id,
      collector: "",
      rev,
      origin: context?.origin ?? "",
      status: "new",
      doc,
      readRev: 0,
    });
  };
  const ids = async (id: string, search = "") => (await likely.ask(id, search)).map((report) => report.id);
  return { db, likely, hold, ids, pause };
}

it("proposes what a reviewer holds, with the reason, also of what came since", async () => {
  const { likely, hold, ids } = await world();
  await hold("a", "search forgets the filter when I go back");
  await hold("x", "the invoice is late", { context: { origin: SHOP, path: "/invoices" } });
  expect(await ids("a")).toEqual([]);
  await hold("b", "going back, the search has forgotten my filter", { people: 3 });
  expect(await likely.ask("a", "")).toMatchObject([{ id: "b", people: 3, reasons: ["like-words", "same-page"] }]);
  // Somebody else's words now.
  await hold("b", "the invoice is late");
  expect(await ids("a")).toEqual([]);
});

it("proposes nothing that is gone, or the same already", async () => {
  const { db, hold, ids } = await world();
  const words = "search forgets the filter when I go back";
  await hold("a", words);
  for (const id of ["b", "c", "d"]) await hold(id, words);
  expect((await ids("a")).toSorted()).toEqual(["b", "c", "d"]);
  await db.reports.delete("b");
  await hold("c", words, { canonical: "a" });
  expect(await ids("a")).toEqual(["d"]);
  await hold("d", words, { canonical: "a" });
  expect(await ids("c")).toEqual([]);
  expect(await ids("nobody")).toEqual([]);
});

it("begins anew with another history of the collector, whose numbers may be lower", async () => {
  const { db, hold, ids } = await world();
  await hold("a", "search forgets the filter when I go back");
  await hold("b", "going back, the search has forgotten my filter");
  expect(await ids("a")).toEqual(["b"]);
  await writeKv(db, "epoch", { endpoint: "", epoch: "another" });
  await db.reports
    .where("id")
    .equals("b")
    .modify((row) => {
      row.rev = 0;
      row.doc.words = "the invoice is late";
    });
  expect(await ids("a")).toEqual([]);
});

it("lets others have their turn while it reads, and reads once for all who ask", async () => {
  const { hold, ids, pause } = await world();
  await Promise.all(Array.from({ length: 450 }, (_, n) => hold(`r${n}`, `report of the kind ${n}`)));
  await Promise.all([ids("r0"), ids("r1"), ids("r2")]);
  expect(pause).toHaveBeenCalledTimes(2);
});

it("compares a report without a page with those of any site", async () => {
  const { hold, ids } = await world();
  await hold("a", "printing an order cuts off the last column on the right");
  await hold("b", "printing an order cuts off its last column on the right", { context: null });
  for (const id of ["x", "y", "z"]) await hold(id, `nothing of the kind ${id}`, { context: null });
  expect(await ids("b")).toEqual(["a"]);
  expect(await ids("a")).toEqual(["b"]);
});

it("finds what has all words, on any site, and not the report itself", async () => {
  const { hold, ids } = await world();
  await hold("a", "The printer is slow");
  await hold("b", "a SLOW printer", { context: { origin: "https://hr.example" } });
  await hold("c", "slow", { goal: "use the printer" });
  await hold("d", "slow");
  expect((await ids("a", " slow Printer ")).toSorted()).toEqual(["b", "c"]);
});
