// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSelector } from "./selector";

const GOOD = [
  ".customer-name",
  "#iban",
  "td:nth-child(3)",
  "table.orders > tbody tr td:nth-child(2n + 1)",
  "[data-private]",
  "input[name='birth']",
  'a[href^="mailto:"]',
  "[data-x=y]",
  "my-element .x + *",
  "*",
  "h1 ~ p:not(.open):first-child",
  ".größe",
  ".md\\:w-1\\/2",
  "li:last-of-type:empty",
];

describe("isSelector", () => {
  it.each(GOOD)("takes %s", (text) => {
    expect(isSelector(text)).toBe(true);
    expect(() => document.querySelector(text)).not.toThrow();
  });

  it.each([
    "",
    " ",
    ".a, .b",
    "a >",
    "> a",
    "a::before",
    ":hover",
    ":has(.x)",
    ":is(a)",
    "#1a",
    ".b[",
    "a{color:red}",
    "@media",
    "a:nth-child(x)",
    "div:contains(x)",
    "//td",
    "a b ",
    `.${"x".repeat(300)}`,
  ])("refuses %j", (text) => {
    expect(isSelector(text)).toBe(false);
  });

  it("takes nothing that would throw in a page", () => {
    const pieces = fc.constantFrom(
      ..."a .b #c * [ ] = ' \" ( ) : > + ~ , - 1 _ \\ ä :not( :nth-child( 2n :empty [x] {".split(" "),
      " ",
    );
    const text = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (one) => {
        fc.pre(isSelector(one));
        document.querySelector(one);
      }),
      { numRuns: 2_000 },
    );
  });
});
