import { beforeEach, describe, expect, it } from "vitest";
import type { EarshotDatabase } from "@/lib/database/open";
import type { Draft } from "@/lib/database/rows";
import type { Sender } from "@/lib/messaging/sender";
import { freshDatabase } from "@/tests/support/fake-world";
import { createDrafts } from "./drafts";
import { createPanels, type Panel } from "./panels";

const ERP = "https://erp.test/po/7";

let names = 0;
let db: EarshotDatabase;
let kept: Panel[];
/** Documents that stand; null as in a browser that does not tell. */
let living: Set<string> | null;
let world: ReturnType<typeof make>;

beforeEach(() => {
  names += 1;
  db = freshDatabase();
  kept = [];
  living = new Set();
  world = make();
});

function make() {
  let count = 0;
  let now = 0;
  const ids = { random: () => `id-${names}-${(count += 1)}` };
  const clock = { now: () => (now += 1) };
  const panels = createPanels({
    store: { read: async () => structuredClone(kept), write: async (all) => void (kept = structuredClone(all)) },
    clock,
    ids,
    livingDocuments: async () => living,
  });
  return { panels, drafts: createDrafts({ db, panels, clock, ids }) };
}

/** A panel that a person has opened in a tab. */
async function openIn(tabId: number, pageUrl = ERP): Promise<Panel> {
  const documentId = `page of ${tabId} at ${names++}`;
  const page: Sender = { kind: "content", tabId, frameId: 0, documentId, url: pageUrl };
  const frame = `frame in ${documentId}`;
  const { nonce } = await world.panels.issue({ aboutTab: tabId, pageUrl, documentId, inPage: true });
  await world.panels.open(page);
  living?.add(frame);
  const panel = await world.panels.join(nonce, { ...page, kind: "panel", frameId: 3, documentId: frame });
  if (!panel) throw new Error("did not join");
  return panel;
}

const saying = (words: string): Draft => ({
  words,
  goal: "",
  kind: null,
  burden: {},
  exactPath: false,
  anonymous: false,
});
const wordsOf = async (panel: Panel) => (await world.drafts.read(panel))?.words ?? null;
const allWords = async () => (await db.drafts.toArray()).map(({ draft }) => draft.words).toSorted();

describe("drafts", () => {
  it("are two where two tabs of one tool write, and sending one leaves the other", async () => {
    const [left, right] = [await openIn(1), await openIn(2)];
    await world.drafts.keep(left, saying("left"));
    await world.drafts.keep(right, saying("right"));
    await world.drafts.keep(left, saying("left, longer"));
    expect(await allWords()).toEqual(["left, longer", "right"]);
    // What the outbox does when a report is stored.
    await db.drafts.delete(await world.drafts.keyOf(left));
    expect(await allWords()).toEqual(["right"]);
    expect(await wordsOf(right)).toBe("right");
  });

  it("are two also where two panels ask in the same moment", async () => {
    const both = [await openIn(1), await openIn(2)];
    const [one, other] = await Promise.all(both.map((panel) => world.drafts.keyOf(panel)));
    expect(one).not.toBe(other);
  });

  it("come back after a reload in the same tab, also where the browser does not tell who is there", async () => {
    living = null;
    await world.drafts.keep(await openIn(1), saying("half a thought"));
    expect(await wordsOf(await openIn(1))).toBe("half a thought");
  });

  it("come back in another tab once their page is gone without a word", async () => {
    await world.drafts.keep(await openIn(1), saying("half a thought"));
    living?.clear();
    expect(await wordsOf(await openIn(2))).toBe("half a thought");
  });

  it("come back after the browser was killed, the newest first, each to one panel", async () => {
    const [left, right] = [await openIn(1), await openIn(2)];
    await world.drafts.keep(right, saying("older"));
    await world.drafts.keep(left, saying("newer"));
    kept = [];
    living?.clear();
    expect(await wordsOf(await openIn(5))).toBe("newer");
    expect(await wordsOf(await openIn(6))).toBe("older");
    expect(await wordsOf(await openIn(7))).toBeNull();
  });

  it("stay with their origin, and are found where they were kept by it alone", async () => {
    await db.drafts.put({ key: "https://erp.test", draft: saying("of before"), updatedAt: 0 });
    await db.drafts.put({ key: "", draft: saying("of no page"), updatedAt: 0 });
    expect(await wordsOf(await openIn(1, "https://erp.test:8443/"))).toBeNull();
    expect(await wordsOf(await openIn(2))).toBe("of before");
  });

  it("are not kept where nothing is said any more", async () => {
    const panel = await openIn(1);
    await world.drafts.keep(panel, saying("x"));
    await world.drafts.keep(panel, saying(" "));
    expect(await allWords()).toEqual([]);
  });

  it("are not taken from a panel that is forgotten: it is told so", async () => {
    const panel = await openIn(1);
    await world.panels.forget(() => true);
    await expect(world.drafts.keep(panel, saying("x"))).rejects.toThrow("no such panel");
  });
});
