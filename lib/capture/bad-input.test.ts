// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextSchema } from "@/lib/protocol/context";
import { failedRequests } from "./failed-requests";
import { contextOf } from "./page-context";
import { readPage } from "./read-page";
import { shortEnd, shortText } from "./short-text";
import { exactPath, templatePath } from "./template-path";

/** What pages are called that nobody made for us, and some that somebody did. */
const NASTY = [
  ["a megabyte", "title ".repeat(200_000)],
  ["ten megabytes without a space", "x".repeat(10_000_000)],
  ["half of a surrogate pair", "a\ud800b\udc00"],
  ["a pair at the cut", `${"x".repeat(199)}\u{1f600}`],
  ["bidi overrides", "\u202egnp.exe\u202c \u2066x\u2069"],
  ["control characters", "a\0b\u0007c\u009bd\u001b[31m"],
  ["markup", "<img src=x onerror=alert(1)><script>1</script>"],
  ["Markdown", "[a](javascript:alert(1)) **b** `c`"],
  ["nothing but spaces", " \t\n\u2028\u00a0 "],
  ["combining marks without end", `a${"\u0301".repeat(5000)}`],
  ["prototype words", "__proto__ constructor"],
] as const;

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function isClean(text: string, max: number): void {
  expect(text.length).toBeLessThanOrEqual(max);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(CONTROL);
}

describe.each(NASTY)("%s", (_name, text) => {
  it("as a title becomes one clean line", () => {
    isClean(shortText(text, 200), 200);
    isClean(shortEnd(text, 64), 64);
  });

  it("as a page's title, address and failed request makes a context that the protocol takes", () => {
    const page = fakePage(text);
    const raw = readPage(page);
    if (!raw) throw new Error("the page was not read");
    const { context } = contextOf(raw);
    const parsed = contextSchema.parse(context);
    // Nothing is cut or cleaned again on the way: what the person sees is what leaves.
    expect(parsed).toEqual(context);
    expect(parsed.failedRequests?.length ?? 0).toBeLessThanOrEqual(10);
  });
});

it("cleans and cuts whatever a title or a path is made of", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      isClean(shortText(text, 40), 40);
      const path = templatePath(`/${text}`, "");
      expect(path.length).toBeLessThanOrEqual(512);
      expect(path.isWellFormed()).toBe(true);
    }),
  );
});

it("keeps markup as the text that it is", () => {
  expect(shortText("<b>Orders</b> **late**", 200)).toBe("<b>Orders</b> **late**");
});

describe("private things in titles and addresses", () => {
  it.each([
    ["Inbox of jane.o'neil@corp.example (3)", "Inbox of █████ (3)"],
    ["Pay DE89 3704 0044 0532 0130 00 today", "Pay █████ today"],
    ["Card 4111 1111 1111 1111", "Card █████"],
  ])("%j is called %j", (title, expected) => {
    expect(shortText(title, 200)).toBe(expected);
  });

  it("are hidden at the cut too", () => {
    expect(shortText(`${"word ".repeat(38)}jane.doe@corp.example`, 200)).not.toContain("jane");
  });

  it("are nobody's to add: an address that opens a door is not offered", () => {
    expect(exactPath("/orders/4711", "")).toBe("/orders/4711");
    expect(exactPath("/app;jsessionid=A1B2C3/list", "")).toBe("/app/list");
    expect(
      exactPath("/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9", ""),
    ).toBeNull();
    expect(exactPath(`/${"a".repeat(3000)}`, "")).toBeNull();
  });

  it("are hidden in what failed", () => {
    const name = "https://erp.test/users/jane.doe@corp.example/photo?token=abc";
    expect(failedRequests([{ name, responseStatus: 404 }], "https://erp.test")).toEqual([
      { path: "/users/{id}/photo", status: 404 },
    ]);
  });
});

/** The part of a page that is read, with `text` wherever a page has a say. */
function fakePage(text: string): Window & typeof globalThis {
  const path = encodeURI(`/${text.slice(0, 100_000).toWellFormed()}`);
  const failed = Array.from({ length: 30 }, (_, n) => ({
    name: `https://erp.test${path}/${"abcdefghijklmnopqrstuvwxyzABCD"[n]}?q=${path}`,
    responseStatus: 500,
    responseStart: 1.5,
    loadEventEnd: 6200.4,
  }));
  return {
    location: {
      protocol: "https:",
      origin: "https://erp.test",
      pathname: path,
      search: `?q=${path}`,
      hash: `#/${path}`,
    },
    document: { title: text },
    navigator: { userAgent: text.slice(0, 5000), language: "en-GB" },
    innerWidth: 1280,
    innerHeight: 800,
    performance: { getEntriesByType: () => failed },
    PerformanceObserver: { supportedEntryTypes: [] },
  } as unknown as Window & typeof globalThis;
}
