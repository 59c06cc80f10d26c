import { describe, expect, it } from "vitest";
import { pageAddress } from "./page-address";

const origin = "https://orders.example.com";

describe("the address that Open the page leads to", () => {
  it.each([
    ["the whole path", { path: "/orders" }, "/orders", true],
    ["the exact one, where the person gave it", { path: "/orders/{id}", exactPath: "/orders/7" }, "/orders/7", true],
    ["the longest part before an id", { path: "/shop/orders/{id}/lines" }, "/shop/orders/", false],
    ["the root, where the id comes first", { path: "/{id}/lines" }, "/", false],
    ["half a part is no part", { path: "/orders/PO-{id}" }, "/orders/", false],
    ["a hash route", { path: "/app#/orders/{id}" }, "/app#/orders/", false],
  ])("%s", (_name, context, path, exact) => {
    expect(pageAddress({ origin, ...context })).toEqual({ url: origin + path, exact });
  });

  it.each([
    ["nothing known", {}],
    ["another host", { exactPath: "//evil.example/x" }],
    ["a script", { exactPath: "javascript:alert(1)" }],
    ["another host by backslashes", { path: "\\\\evil.example/x" }],
    ["another host by a backslash after a slash", { path: "/\\evil.example/x" }],
    ["another host before an id", { path: "//evil.example/{id}" }],
  ])("none for %s", (_name, context) => {
    expect(pageAddress({ origin, ...context })).toBeNull();
  });
});
