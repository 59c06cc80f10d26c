import { expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { pageFacts, pickTab } from "./page-facts";

it("takes the tab that it was opened from, else the page that was looked at last", () => {
  const tabs = [
    { id: 1, url: "https://a.example/", lastAccessed: 10 },
    { id: 2, url: "chrome-extension://x/options.html", lastAccessed: 40 },
    { id: 3, url: "http://b.example/", lastAccessed: 30 },
    { id: 4, lastAccessed: 50 },
  ];
  expect(pickTab(tabs, 1)?.id).toBe(1);
  expect(pickTab(tabs, 2)?.id).toBe(3);
  expect(pickTab(tabs, undefined)?.id).toBe(3);
  expect(pickTab(tabs.slice(3), undefined)).toBeNull();
});

const { policy } = parsePolicy({
  sites: [
    { name: "Wiki", matches: ["https://b.example/*", "https://a.example/wiki/*"] },
    { name: "All", matches: ["https://a.example/*"] },
    { name: "Till", matches: ["https://a.example/till/*"], launcher: false },
  ],
});

it("names every site of a page with its pattern, and nothing of the address behind the path", () => {
  expect(pageFacts(policy, "https://a.example/wiki/x?q=secret#more", [])).toEqual({
    address: "https://a.example/wiki/x",
    sites: [
      { name: "Wiki", pattern: "https://a.example/wiki/*" },
      { name: "All", pattern: "https://a.example/*" },
    ],
    hasButton: true,
    isHidden: false,
  });
});

it("says where there is no button, and why", () => {
  expect(pageFacts(policy, "https://a.example/till/1", [])).toMatchObject({ hasButton: false });
  expect(pageFacts(policy, "https://a.example/", ["https://a.example"])).toMatchObject({
    hasButton: true,
    isHidden: true,
  });
  expect(pageFacts(policy, "https://c.example/", [])).toMatchObject({ sites: [], hasButton: false });
});
