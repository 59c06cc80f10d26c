import { expect, it, vi } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { Policy, PolicyState } from "@/lib/policy/policy";
import { sheetPage } from "./sheet-page";

vi.mock("#i18n", () => ({
  i18n: {
    t: (key: string, values: unknown = []) =>
      key === "words.locale" ? "en" : [key, ...(Array.isArray(values) ? values : [values])].join(" "),
  },
}));

const SITE = { name: "ERP", matches: ["https://erp.example.com/*"] };
const BASE = { endpoint: "https://earshot.example.com", sites: [SITE] };
const SAYS = { retention: { reportsMonths: 24, imagesDays: 180 }, privacyText: undefined };

function linesOf(raw: object, collectorSays: typeof SAYS | null = SAYS): string[] {
  const { policy, refused } = parsePolicy(raw);
  expect(refused).toEqual([]);
  const state: PolicyState = { policy, refused, keys: [], source: "managed", changedAt: 0 };
  const { sections } = sheetPage({ policy: state, orgName: "Example", collectorSays }, 0);
  return sections.flatMap(({ title, paragraphs = [], points = [], items = [] }) => [
    title,
    ...paragraphs,
    ...points,
    ...items.flatMap((item) => [item.title, ...item.lines]),
  ]);
}

/** What a policy adds to the sheet, and what it takes away, against that of `BASE`. */
function change(raw: object): { more: string[]; less: string[] } {
  const [before, after] = [linesOf(BASE), linesOf({ ...BASE, ...raw })];
  return {
    more: after.filter((line) => !before.includes(line)).map((line) => line.replace(/^sheet\./, "")),
    less: before.filter((line) => !after.includes(line)).map((line) => line.replace(/^sheet\./, "")),
  };
}

/** Of every key: what it changes in the sheet; the compiler asks for a key that is new. */
const CHANGES: Record<keyof Policy, [raw: object, more: string[], less: string[]][]> = {
  endpoint: [[{ endpoint: null }, ["shortHere", "leaves.nothing"], ["shortText", "leaves.press earshot.example.com"]]],
  sink: [
    [
      { sink: { profile: "json" }, endpoint: "https://hooks.example.com/x?sig=SECRET" },
      ["leaves.press hooks.example.com", "leaves.oneWay", "seen.oneWay hooks.example.com", "kept.oneWay"],
      ["leaves.asks", "seen.it", "kept.takeBack", "kept.reports 24"],
    ],
  ],
  // Who may send says nothing of what is sent.
  ingestToken: [[{ ingestToken: "it_1_x" }, [], []]],
  sites: [
    [{ sites: [] }, ["sites.none"], ["ERP"]],
    [{ sites: [{ ...SITE, titles: false }] }, ["collected.titleNever"], ["collected.title"]],
    [{ sites: [SITE, { ...SITE, name: "Till", titles: false }] }, ["collected.titleBut Till", "Till"], []],
    [
      { sites: [{ ...SITE, purpose: "orders", owner: "Kim", launcher: false }] },
      ["orders", "sites.owner Kim", "sites.noButton"],
      [],
    ],
    [{ sites: [{ ...SITE, names: [{ language: "en", text: "Orders" }] }] }, ["Orders"], ["ERP"]],
  ],
  moveWaiting: [[{ moveWaiting: true }, ["leaves.moves"], []]],
  // How the button looks.
  button: [[{ button: { corner: "top-left" } }, [], []]],
  // Who answers is the collector's word.
  reviewers: [[{ reviewers: { token: "rev" } }, [], []]],
  identity: [
    [
      { identity: { mode: "anonymous" } },
      ["collected.name.anonymous", "collected.exactNever", "collected.titleNever"],
      ["collected.name.optional", "collected.exact", "collected.title", "seen.trail"],
    ],
    [{ identity: { mode: "required" } }, ["collected.name.required"], ["leaves.waits 10", "unnamed.heading"]],
    [{ identity: { name: "profile" } }, ["collected.profile"], []],
  ],
  capture: [
    [{ capture: { picture: "off" } }, ["collected.picture.off"], ["collected.picture.ask", "kept.pictures 180"]],
    [{ capture: { picture: "on" } }, ["collected.picture.on"], ["collected.picture.ask"]],
    // Without a name none is taken but by the tick.
    [{ capture: { picture: "on" }, identity: { mode: "anonymous" } }, ["collected.name.anonymous"], []],
    [{ capture: { query: ["view", "tab"] } }, ["collected.query view and tab"], ["collected.queryNone"]],
    [{ capture: { timings: false } }, ["collected.timingsOff"], ["collected.timings"]],
    [{ capture: { elementText: false } }, ["collected.pointedBare"], ["collected.pointed"]],
    [{ capture: { selectors: [".a"], patterns: ["K-[0-9]", "X"] } }, ["collected.black 1 2"], []],
  ],
  // How answers read.
  answers: [[{ answers: { jargon: [{ word: "X" }] } }, [], []]],
  notifications: [[{ notifications: { answers: false } }, ["leaves.notTold"], ["leaves.told"]]],
  sharedDevice: [
    [
      { sharedDevice: true },
      ["leaves.shared", "kept.hereShared", "seen.youShared"],
      ["leaves.waits 10", "kept.here", "kept.takeBack"],
    ],
  ],
  impact: [
    [{ impact: { threshold: 8 } }, ["cannot.groups 8"], ["cannot.groups 5"]],
    [{ impact: { hourlyRate: 42, currency: "EUR" } }, ["why.money €42.00"], []],
  ],
  anonymousDelayMinutes: [
    [{ anonymousDelayMinutes: 30 }, ["leaves.waits 30"], ["leaves.waits 10"]],
    [{ anonymousDelayMinutes: 0 }, ["leaves.atOnce"], ["leaves.waits 10"]],
  ],
  privacyNotice: [
    [{ privacyNotice: "https://intra.example.com/p" }, ["contact.notice https://intra.example.com/p"], []],
  ],
  contact: [[{ contact: "it@example.com" }, ["contact.ask it@example.com"], ["contact.none"]]],
};

const CASES = Object.entries(CHANGES).flatMap(([key, cases]) => cases.map((one) => [key, ...one] as const));

it.each(CASES)("%s: %j changes the sheet as it changes what is done", (_key, raw, more, less) => {
  const got = change(raw);
  for (const line of more) expect(got.more).toContain(line);
  for (const line of less) expect(got.less).toContain(line);
  if (more.length + less.length === 0) expect(got).toEqual({ more: [], less: [] });
});

it("has no key and no secret part of an address in it", () => {
  const raw = {
    ...BASE,
    endpoint: "https://hooks.example.com/SECRET?sig=SECRET",
    sink: { profile: "json", headers: [{ name: "x-key", value: "SECRET" }] },
    ingestToken: "SECRET",
    reviewers: { token: "SECRET" },
  };
  expect(linesOf(raw).join("\n")).not.toContain("SECRET");
});

it("says that it does not know where the collector has not said how long it keeps things", () => {
  expect(linesOf(BASE, null)).toContain("sheet.kept.unknown");
  expect(linesOf(BASE, { ...SAYS, retention: { reportsMonths: 6, imagesDays: 30 } })).toEqual(
    expect.arrayContaining(["sheet.kept.reports 6", "sheet.kept.pictures 30"]),
  );
});
