import { expect, it, vi } from "vitest";
import type { AppState } from "@/lib/messaging/app-state";
import { keyStates } from "@/lib/policy/key-states";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { diagnosisText } from "./diagnosis";

vi.mock("#i18n", () => ({
  i18n: {
    t: (key: string, values: unknown = []) =>
      key === "words.locale" ? "en" : [key, ...(Array.isArray(values) ? values : [values])].join(" "),
  },
}));

const RAW = {
  endpoint: "https://hooks.example.com/SECRET-path?sig=SECRET-query",
  sink: {
    profile: "json",
    headers: [
      { name: "x-key", value: "SECRET-header" },
      { name: "bad name SECRET-headername", value: "SECRET-refused-header" },
    ],
  },
  ingestToken: "SECRET-ingest",
  reviewers: { token: "SECRET-reviewer" },
  sites: [
    { name: "Wiki", matches: ["https://wiki.example.com/*", "SECRET-no-pattern"] },
    "SECRET-site", // Somebody has pasted something into the wrong place.
  ],
  capture: { patterns: ["SECRET-[0-9]+"], selectors: [".SECRET-class"] },
  answers: { jargon: [{ word: "SECRET-word" }] },
};

function stateOf(raw: Record<string, unknown>): AppState {
  const parsed = parsePolicy(raw);
  return {
    policy: { ...parsed, keys: keyStates(raw, parsed.refused), source: "managed", changedAt: 0 },
    session: { role: "reviewer", name: "SECRET-person", scope: null, expiresAt: "2026-01-01T00:00:00Z" },
    sessionProblem: null,
    name: "SECRET-name",
    notify: { answers: true, cannotWork: true },
    setAside: 0,
    orgName: "Example",
    collectorSays: null,
    sample: false,
    sync: { waiting: 2, reason: "auth" },
    hiddenOn: [],
    own: null,
  };
}

const CHECK = {
  outcome: "refused",
  at: 0,
  tookMs: 40,
  status: 401,
  orgName: null,
  isOther: false,
  waitingElsewhere: 0,
  clockOffMs: 0,
} as const;
const BROWSER = {
  version: "1.2.3",
  id: "abc",
  isForced: true,
  isInPrivateWindows: false,
  permissions: ["alarms"],
  hosts: ["<all_urls>"],
  agent: "Chromium 156",
};
const PAGE = {
  address: "https://private.example/SECRET-page",
  sites: [],
  hasButton: false,
  isHidden: false,
  isLetIn: null,
};

const text = (raw: Record<string, unknown>, more = {}) =>
  diagnosisText({ state: stateOf(raw), check: CHECK, page: PAGE, browser: BROWSER, nowMs: 0, ...more });

it("has no secret in it, wherever one stands, not even in a place where it does not belong", () => {
  const said = text(RAW);
  expect(JSON.stringify(stateOf(RAW)).match(/SECRET/g)?.length).toBeGreaterThan(10);
  expect(said).not.toContain("SECRET");
  expect(said).toContain("endpoint: https://hooks.example.com/…");
});

it("has what the help desk asks first", () => {
  const said = text({ ...RAW, endpoint: "https://collector.example", sink: null, delivered: ["button"] });
  for (const line of [
    "Earshot 1.2.3 · abc",
    "Chromium 156",
    "1970-01-01T00:00:00.000Z",
    "options.works.source.managed",
    "sites: options.works.state.partly",
    "button: options.works.state.dropped",
    "sites[0].matches[1] (options.place.siteMatch 1 2): options.reason.pattern",
    "endpoint: https://collector.example",
    "ingestToken: options.isSet",
    "Wiki: https://wiki.example.com/*",
    "HTTP 401, 40 ms",
    "2 auth",
    "options.works.forced",
  ]) {
    expect(said).toContain(line);
  }
});

it("names the page only where it is one of the tools", () => {
  const page = {
    ...PAGE,
    address: "https://wiki.example.com/start",
    sites: [{ name: "Wiki", pattern: "https://wiki.example.com/*" }],
  };
  expect(text(RAW, { page })).toContain("https://wiki.example.com/start");
});

it("is whole where nothing is known", () => {
  const said = text({}, { check: null, page: null, browser: null });
  expect(said).toContain("options.works.pageNone");
  expect(said).toContain("endpoint: options.notSet");
  expect(said).not.toMatch(/undefined|null/);
});
