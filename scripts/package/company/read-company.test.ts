import { describe, expect, it } from "vitest";
import { exampleFile } from "../sample.test-support";
import { readCompany } from "./read-company";

const example = exampleFile();
const policy = example["policy"] as Record<string, unknown>;
const site = { name: "A", matches: ["https://a.nordwind.example/*"] };

function problemsOf(change: object): string[] {
  const read = readCompany({ ...example, ...change });
  return read.ok ? [] : read.problems;
}
const ofPolicy = (change: object) => problemsOf({ policy: { ...policy, ...change } });

it("takes the example, with what follows from it", () => {
  const read = readCompany(example);
  expect(read).toMatchObject({
    ok: true,
    company: {
      hosts: [
        "https://po.nordwind.example",
        "https://*.intra.nordwind.example",
        "https://earshot.nordwind.example",
        "https://login.nordwind.example",
      ],
    },
  });
});

describe("what cannot be right is named, with what to do about it", () => {
  it.each([
    ["a plain http collector", { endpoint: "http://earshot.nordwind.example" }, /policy\.endpoint is not HTTPS/],
    ["a script for an address", { endpoint: "javascript:alert(1)" }, /policy\.endpoint is no address of a collector/],
    ["no collector at all", { endpoint: "" }, /policy\.endpoint is missing/],
    [
      "a pattern for every site",
      { sites: [{ ...site, matches: ["<all_urls>"] }] },
      /every site there is: .*<all_urls>/,
    ],
    ["a pattern for every host", { sites: [{ ...site, matches: ["*://*/*"] }] }, /every site there is/],
    ["a pattern for a top-level domain", { sites: [{ ...site, matches: ["https://*.com/*"] }] }, /every site there is/],
    [
      "a pattern that is none",
      { sites: [{ ...site, matches: ["erp.example.com"] }] },
      /sites\[0\]\.matches\[0\] is no match/,
    ],
    ["what browsers drop", { sites: [{ ...site, titles: "no" }] }, /policy\.sites\[0\]\.titles must be true or false/],
    ["a text for a list", { sites: "https://a.example/*" }, /policy\.sites must be a list/],
    ["a slip of the pen", { capture: { pictures: "off" } }, /policy\.capture\.pictures is no key .*picture, selectors/],
    ["a word that is none", { identity: { mode: "sometimes" } }, /policy\.identity\.mode is none of the words/],
  ])("%s", (_, change, problem) => {
    expect(ofPolicy(change)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    [
      "a plain http update address",
      { updateAddress: "http://earshot.nordwind.example/x/" },
      /must be an https address/,
    ],
    ["a script for one", { updateAddress: "javascript:1" }, /must be an https address/],
    ["a file for a folder", { updateAddress: "https://a.example/updates.xml" }, /end it with a slash/],
    ["a version that is none", { version: "1.0-beta" }, /^version: is one to four numbers/],
    ["a version that Chromium cannot hold", { version: "1.70000" }, /^version: is one to four numbers/],
    ["a key that is not known", { updateAdress: "x" }, /updateAdress/],
    ["every host as internal", { internalHosts: ["*://*"] }, /every site there is/],
    ["a path in a host", { internalHosts: ["https://a.example/x"] }, /a scheme and a host without a path/],
    ["an id that is none", { store: { edge: "earshot" } }, /^store\.edge: is an extension's id/],
  ])("%s", (_, change, problem) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(problem)]);
  });

  it("10,000 sites: more hosts than a browser takes", () => {
    const sites = Array.from({ length: 10_000 }, (_, at) => ({
      name: "A",
      matches: [`https://a${at}.nordwind.example/*`],
    }));
    const problems = ofPolicy({ sites });
    expect(problems.some((problem) => /browsers take 100: write \*\.corp\.example/.test(problem))).toBe(true);
    expect(problems.length).toBeLessThan(4);
    // As many on one host are no trouble to the browser.
    const paths = Array.from({ length: 200 }, (_, at) => ({
      name: "A",
      matches: [`https://a.nordwind.example/${at}/*`],
    }));
    expect(ofPolicy({ sites: paths })).toEqual([]);
  });

  it("all of it at once", () => {
    expect(problemsOf({ updateAddress: "x", policy: { endpoint: "ftp://x" } })).toHaveLength(3);
  });

  it.each([null, 7, "x", []])("%j is no such file", (raw) => {
    expect(readCompany(raw).ok).toBe(false);
  });
});

it("takes no site where that is written down: the way out begins with it", () => {
  expect(ofPolicy({ sites: [] })).toEqual([]);
  const { sites: _sites, ...without } = policy;
  expect(problemsOf({ policy: without })).toEqual([expect.stringMatching(/policy\.sites is missing/)]);
});

it("never says a token", () => {
  expect(ofPolicy({ ingestToken: "it secret with blanks" }).join()).not.toContain("secret");
});

it("takes plain http for trying it on one's own machine", () => {
  const local = { endpoint: "http://127.0.0.1:4180", sites: [{ name: "A", matches: ["http://127.0.0.1:8080/*"] }] };
  const read = readCompany({
    ...example,
    updateAddress: "http://127.0.0.1:4180/extension/",
    internalHosts: [],
    policy: local,
  });
  // Without the port: Chromium drops a setting whose hosts have what it does not understand.
  expect(read).toMatchObject({ ok: true, company: { hosts: ["http://127.0.0.1"] } });
});
