import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportForm } from "@/lib/messaging/messages";
import type { Sender } from "@/lib/messaging/sender";
import type { Seal } from "@/lib/outbox/seal";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { PolicyState } from "@/lib/policy/policy";
import { createPanels, type Panel } from "./panels";
import { createReporting } from "./reporting";

vi.mock("wxt/browser", () => ({ browser: {} }));

const tab: Sender = { kind: "panel", tabId: 7, frameId: 0, documentId: "d", url: "" };
const form: ReportForm = {
  words: "w",
  lang: "en",
  goal: "",
  kind: null,
  burden: {},
  context: { origin: "https://erp.test" },
  anonymous: false,
  name: "Ada",
  picture: null,
};
const sites = [{ matches: ["https://erp.test/*"], name: "ERP" }];
const inForce = (raw: object = {}): PolicyState => ({
  ...parsePolicy({ sites, ...raw }),
  source: "managed",
  keys: [],
  changedAt: 0,
});
let policy: PolicyState;
let name: string | null;

let now: number;
let session: string;
let world: ReturnType<typeof make>;

function make() {
  let kept: Panel[] = [];
  let count = 0;
  const panels = createPanels({
    store: { read: async () => structuredClone(kept), write: async (all) => void (kept = structuredClone(all)) },
    clock: { now: () => now },
    ids: { random: () => `id-${(count += 1)}` },
    livingDocuments: async () => null,
  });
  const fresh = (): Seal => ({
    reportId: `r-${(count += 1)}`,
    eventId: { claimed: "c", anonymous: "a" },
    replyKey: "k",
    at: now,
  });
  const reports = {
    seal: (before: Seal | null) => (before && now - before.at < 10 ? before : fresh()),
    preview: vi.fn(async (_form: ReportForm, seal: Seal) => seal.reportId),
    create: vi.fn<Parameters<typeof createReporting>[0]["reports"]["create"]>(async () => ({
      ok: true,
      reportId: "r",
    })),
  };
  const panelOf = async (asked: string, sender: Sender) => {
    const panel = await panels.of(asked, sender);
    if (!panel?.open) throw new Error("no panel");
    return panel;
  };
  const { handlers } = createReporting({
    panelOf,
    panels,
    drafts: { keyOf: async (panel) => `draft of ${panel.session}` },
    policy: { current: async () => policy },
    reports,
    name: async () => name,
    language: () => "de-AT",
  });
  return { panels, reports, handlers };
}

async function openForm(pageUrl: string | null): Promise<string> {
  const { nonce } = await world.panels.issue({
    aboutTab: pageUrl ? 3 : null,
    pageUrl,
    documentId: null,
    inPage: false,
  });
  return (await world.panels.join(nonce, tab))?.session ?? "";
}

const preview = async () => (await world.handlers["report.preview"]({ session, form }, tab)).body;
const create = (shown: string | null) => world.handlers["report.create"]({ session, form, shown }, tab);
const sealsUsed = () => world.reports.create.mock.calls.map(([, at]) => at.seal.reportId);

beforeEach(async () => {
  now = 1000;
  policy = inForce();
  name = "Ada";
  world = make();
  session = await openForm("https://erp.test/po/7");
});

describe("a panel's report", () => {
  it("is filed with the seal that it was shown with, whoever asks first", async () => {
    const [first, second] = await Promise.all([preview(), preview()]);
    expect(second).toBe(first);
    await create(first ?? null);
    expect(sealsUsed()).toEqual([first]);
    expect(world.reports.create.mock.calls[0]?.[1]).toMatchObject({
      siteName: "ERP",
      draftKey: `draft of ${session}`,
      shown: first,
    });
  });

  it("keeps what is still before the person's eyes, and renews what they looked at long ago", async () => {
    const shown = await preview();
    now += 60;
    world.reports.create.mockResolvedValue({ ok: false, reason: "empty" });
    await create(shown);
    await create(null);
    const [looking, notLooking] = sealsUsed();
    expect(looking).toBe(shown);
    expect(notLooking).not.toBe(shown);
  });

  it("has nothing in common with the next one from the same panel", async () => {
    const first = await preview();
    await create(first);
    expect(await preview()).not.toBe(first);
  });

  it("is another one after a disk that refused it, and the same after words that were missing", async () => {
    const first = await preview();
    world.reports.create.mockResolvedValueOnce({ ok: false, reason: "empty" });
    await create(first);
    expect(await preview()).toBe(first);
    world.reports.create.mockResolvedValueOnce({ ok: false, reason: "storage" });
    await create(first);
    expect(await preview()).not.toBe(first);
  });

  it("speaks of its own page or of none", async () => {
    session = await openForm(null);
    await preview();
    await create(null);
    expect(world.reports.preview.mock.calls[0]?.[0].context).toBeNull();
    expect(world.reports.create.mock.calls[0]?.[0].context).toBeNull();
  });

  it("is refused in words where the panel was forgotten, since trying again would not help", async () => {
    await world.panels.forget((panel) => panel.session === session);
    expect(await create(null)).toEqual({ ok: false, reason: "gone" });
    expect(world.reports.create).not.toHaveBeenCalled();
  });

  it("has the name that its form shows, or does not go", async () => {
    name = "Grace";
    expect(await create(null)).toEqual({ ok: false, reason: "changed" });
    name = null;
    expect(await create(null)).toEqual({ ok: false, reason: "changed" });
    name = "Ada";
    expect(await create(null)).toMatchObject({ ok: true });
  });

  it("is shown to nobody but its panel", async () => {
    await expect(world.handlers["report.preview"]({ session, form }, { ...tab, tabId: 8 })).rejects.toThrow("no panel");
  });
});

describe("under the organisation's policy, a report", () => {
  const file = (changed: Partial<ReportForm>) =>
    world.handlers["report.create"]({ session, form: { ...form, ...changed }, shown: null }, tab);
  const filed = () => world.reports.create.mock.lastCall?.[0];
  const picture = { base64: "", type: "image/webp", w: 1, h: 1 } as const;

  it("goes without a name where it wants none, whatever the panel says", async () => {
    policy = inForce({ identity: { mode: "anonymous" } });
    await preview();
    await create(null);
    expect(world.reports.preview.mock.lastCall?.[0].anonymous).toBe(true);
    expect(filed()?.anonymous).toBe(true);
  });

  it("does not go without one where it wants one, and never gets one that the person did not give", async () => {
    policy = inForce({ identity: { mode: "required" } });
    expect(await file({ anonymous: true })).toEqual({ ok: false, reason: "name-needed" });
    name = null;
    expect(await file({})).toEqual({ ok: false, reason: "name-needed" });
    expect(world.reports.create).not.toHaveBeenCalled();
    name = "Ada";
    expect(await file({})).toMatchObject({ ok: true });
  });

  it("does not go with a picture where it wants none: the person takes it out", async () => {
    policy = inForce({ capture: { picture: "off" } });
    expect(await file({ picture })).toEqual({ ok: false, reason: "picture-off" });
    expect(await file({ picture: null })).toMatchObject({ ok: true });
    policy = inForce();
    expect(await file({ picture })).toMatchObject({ ok: true });
    expect(filed()?.picture).toEqual(picture);
  });

  it("is shown as it goes: what came into force meanwhile counts for both", async () => {
    const context = { origin: "https://erp.test", title: "Orders", timings: { load: 3 } };
    const looked = async () => {
      await world.handlers["report.preview"]({ session, form: { ...form, context } }, tab);
      return world.reports.preview.mock.lastCall?.[0].context;
    };
    expect(await looked()).toEqual(context);
    policy = inForce({ sites: [{ ...sites[0], titles: false }], capture: { timings: false } });
    expect(await looked()).toEqual({ origin: "https://erp.test" });
    await file({ context });
    expect(filed()?.context).toEqual({ origin: "https://erp.test" });
  });
});
