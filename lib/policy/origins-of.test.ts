import { expect, it } from "vitest";
import { originsOf } from "./origins-of";
import type { Site } from "./policy";

const site = (matches: string[]) => ({ matches, name: "ERP" }) as Site;

it.each([
  ["https://erp.example/*", ["https://erp.example"]],
  ["https://ERP.example/orders/*", ["https://erp.example"]],
  ["*://erp.example/*", ["https://erp.example", "http://erp.example"]],
  ["http://erp.example:8080/*", ["http://erp.example:8080"]],
  ["https://erp.example:443/*", ["https://erp.example"]],
  ["https://erp.example:*/*", ["https://erp.example"]],
  ["https://[::1]:8443/*", ["https://[::1]:8443"]],
  ["https://*.example/*", []],
  ["*://*/*", []],
  ["<all_urls>", []],
])("%s", (pattern, origins) => {
  expect(originsOf({ sites: [site([pattern])] })).toEqual(origins);
});

it("names each once", () => {
  expect(originsOf({ sites: [site(["https://a.example/x/*", "https://a.example/y/*"])] })).toEqual([
    "https://a.example",
  ]);
});
