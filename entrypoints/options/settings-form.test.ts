import { expect, test } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { emptySite, fromForm, readPlace, toForm } from "./settings-form";

test("what was typed comes back as it was, refused or not", () => {
  const own = {
    endpoint: "htp:/wrong",
    answers: {
      jargon: [
        { word: "PROMETHEUS", say: "the order program" },
        { word: "R2-D2", say: "" },
      ],
    },
    sink: { profile: "ce-batch", headers: [{ name: "x-key", value: "a: b" }] },
    ingestToken: "t",
    reviewers: { token: "" },
    sites: [{ name: "Wiki", matches: ["https://wiki.example.com/*", "not a pattern"], titles: false }],
    identity: { mode: "anonymous", name: "profile" },
    capture: {
      picture: "off",
      selectors: [".a, .b"],
      patterns: ["KD-\\d+", "("],
      query: ["view"],
      timings: false,
      elementText: false,
    },
    notifications: { quietFrom: "18:00", quietTo: "", quietDays: ["sat", "sun"] },
    moveWaiting: true,
  };
  expect(fromForm(toForm(own))).toEqual(own);
});

test("empty lines and empty tools are nothing; half a tool is kept, so that it can be named", () => {
  const form = toForm(null);
  expect(fromForm(form).sites).toEqual([]);
  const sites = [
    { key: 0, name: " Wiki ", matches: "\n https://a.example/* \n\n", titles: true },
    { key: 1, name: "Only a name", matches: "", titles: true },
  ];
  expect(fromForm({ ...form, sites }).sites).toEqual([
    { name: "Wiki", matches: ["https://a.example/*"] },
    { name: "Only a name", matches: [] },
  ]);
});

test("a new tool never takes another's place in the form", () => {
  expect(emptySite([{ key: 4, name: "", matches: "", titles: true }]).key).toBe(5);
  expect(emptySite([]).key).toBe(0);
});

test.each([
  ["sites[2].matches[0]", { kind: "siteMatch", site: 3, match: 1 }],
  ["sites[2].name", { kind: "site", site: 3 }],
  ["reviewers.token", { kind: "reviewers" }],
  ["endpoint", { kind: "endpoint" }],
  ["answers", { kind: "answers" }],
  ["answers.jargon[0]", { kind: "word", item: 1 }],
  ["sink.profile", { kind: "sink" }],
  ["sink.headers[1]", { kind: "header", item: 2 }],
  ["capture", { kind: "capture" }],
  ["capture.picture", { kind: "picture" }],
  ["capture.patterns", { kind: "capture" }],
  ["capture.patterns[0]", { kind: "pattern", item: 1 }],
  ["capture.selectors[4]", { kind: "selector", item: 5 }],
  ["capture.query[1]", { kind: "query", item: 2 }],
  ["capture.timings", { kind: "timings" }],
  ["identity.mode", { kind: "identity" }],
  ["sites[1].titles", { kind: "site", site: 2 }],
  ["", { kind: "other" }],
])("the place %s is named for people", (place, named) => {
  expect(readPlace(place)).toEqual(named);
});

test("settings of before have what counts where nothing is set", () => {
  const own = { endpoint: "", ingestToken: "", sites: [], reviewers: { token: "" } };
  const { identity, capture } = fromForm(toForm(own));
  expect(parsePolicy({ identity, capture })).toEqual(parsePolicy({}));
});
