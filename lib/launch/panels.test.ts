import { beforeEach, describe, expect, it } from "vitest";
import type { Sender } from "@/lib/messaging/sender";
import { createPanels, type Panel, type Panels } from "./panels";

const launcher: Sender = { kind: "content", tabId: 7, frameId: 0, documentId: "page", url: "https://erp.test/" };
const frame: Sender = { kind: "panel", tabId: 7, frameId: 3, documentId: "frame", url: "" };
const about = { aboutTab: 7, pageUrl: "https://erp.test/", documentId: "page", inPage: true };

let kept: Panel[];
let panels: Panels;

beforeEach(() => {
  kept = [];
  let count = 0;
  panels = createPanels({
    // Each read is a copy, as in storage.session.
    store: {
      read: async () => structuredClone(kept),
      write: async (all) => void (kept = structuredClone(all)),
    },
    clock: { now: () => 1 },
    ids: { random: () => `id-${(count += 1)}` },
    livingDocuments: async () => null,
  });
});

describe("panels", () => {
  it("lets a panel in once, and releases its page only after a click", async () => {
    const { nonce } = await panels.issue(about);
    const joined = await panels.join(nonce, frame);
    expect(joined).toMatchObject({ open: false, nonce: null });
    const session = joined?.session ?? "";
    expect(await panels.of(session, frame)).toMatchObject({ session, open: false });
    expect(await panels.open(launcher)).toMatchObject({ session });
    expect(await panels.of(session, frame)).toMatchObject({ session, open: true });
    expect(await panels.join(nonce, frame)).toBeNull();
  });

  it("takes the nonce that a launcher has made, for its own tab only", async () => {
    const nonce = "1,2,3,4 as the launcher made it";
    await panels.issue(about, nonce);
    // The same, named by another tab: neither gets the other's panel.
    await panels.issue({ ...about, aboutTab: 8, documentId: "elsewhere" }, nonce);
    expect(await panels.join(nonce, { ...frame, tabId: 9 })).toBeNull();
    expect(await panels.join(nonce, frame)).toMatchObject({ aboutTab: 7, open: false });
    expect(await panels.join(nonce, { ...frame, documentId: "again" })).toBeNull();
  });

  it("lets only one of two hellos with one nonce in", async () => {
    const { nonce } = await panels.issue(about);
    const both = await Promise.all([panels.join(nonce, frame), panels.join(nonce, { ...frame, documentId: "other" })]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it("knows the frames of panels in pages, once they have joined", async () => {
    const { nonce } = await panels.issue(about);
    const own = await panels.issue({ ...about, inPage: false });
    expect(await panels.frames()).toEqual([]);
    await panels.join(nonce, frame);
    await panels.join(own.nonce, { ...frame, frameId: 0 });
    expect(await panels.frames()).toEqual([{ tabId: 7, frameId: 3 }]);
  });

  it("takes the click before the hello", async () => {
    const { nonce } = await panels.issue(about);
    await panels.open(launcher);
    expect(await panels.join(nonce, frame)).toMatchObject({ open: true });
  });

  it.each<[string, Sender]>([
    ["another tab", { ...frame, tabId: 8 }],
    ["a tab of its own", { ...frame, frameId: 0 }],
    ["the popup", { ...frame, tabId: null, frameId: null }],
  ])("refuses a hello from %s", async (_where, sender) => {
    const { nonce } = await panels.issue(about);
    expect(await panels.join(nonce, sender)).toBeNull();
  });

  it("refuses a form's nonce inside a page's frame, and takes it in the popup and in a tab", async () => {
    const form = { aboutTab: null, pageUrl: null, documentId: null, inPage: false };
    const { nonce } = await panels.issue(form);
    expect(await panels.join(nonce, frame)).toBeNull();
    expect(await panels.join(nonce, { ...frame, tabId: null, frameId: null })).toMatchObject({ open: true });
    const second = await panels.issue(form);
    expect(await panels.join(second.nonce, { ...frame, frameId: 0 })).toMatchObject({ open: true });
  });

  it("gives a session to nobody but the panel that joined with it", async () => {
    const { nonce } = await panels.issue(about);
    const session = (await panels.join(nonce, frame))?.session ?? "";
    await panels.open(launcher);
    expect(await panels.of(session, { ...frame, documentId: "other" })).toBeNull();
    expect(await panels.of(session, { ...frame, tabId: 8 })).toBeNull();
    expect(await panels.of("made-up", frame)).toBeNull();
  });

  it("opens the newest panel of a document and none of another one", async () => {
    await panels.issue(about);
    const { nonce } = await panels.issue(about);
    await panels.open(launcher);
    expect(await panels.join(nonce, frame)).toMatchObject({ open: true });
    expect(await panels.open({ ...launcher, documentId: "next page" })).toBeNull();
  });

  it("keeps a panel that is open, however many are warmed after it", async () => {
    const { nonce } = await panels.issue(about);
    await panels.open(launcher);
    const session = (await panels.join(nonce, frame))?.session ?? "";
    for (let tab = 100; tab < 350; tab++) await panels.issue({ ...about, aboutTab: tab });
    expect(kept).toHaveLength(200);
    expect(await panels.of(session, frame)).toMatchObject({ open: true });
  });

  it("keeps one panel that was never clicked for a tab, and the one that is open there", async () => {
    await panels.issue(about);
    await panels.open(launcher);
    for (let hover = 0; hover < 3; hover++) await panels.issue({ ...about, documentId: `page ${hover}` });
    expect(kept.map(({ documentId }) => documentId)).toEqual(["page", "page 2"]);
  });

  it("lets a click in a tab take the place of what was open on the page before", async () => {
    await panels.issue(about);
    await panels.open(launcher);
    await panels.issue({ ...about, documentId: "next page" });
    await panels.open({ ...launcher, documentId: "next page" });
    expect(kept.map(({ documentId }) => documentId)).toEqual(["next page"]);
  });

  it("has one form in a popup: the next takes its place", async () => {
    const form = { aboutTab: 7, pageUrl: "https://erp.test/", documentId: null, inPage: false };
    const popup = { ...frame, tabId: null, frameId: null };
    const first = await panels.join((await panels.issue(form)).nonce, popup);
    const second = await panels.join((await panels.issue(form)).nonce, popup);
    expect(kept.map(({ session }) => session)).toEqual([second?.session]);
    expect(second?.session).not.toBe(first?.session);
  });

  it("forgets", async () => {
    await panels.issue(about);
    await panels.forget((panel) => panel.aboutTab === 7);
    expect(kept).toEqual([]);
  });
});
