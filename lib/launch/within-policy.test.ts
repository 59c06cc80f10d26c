import { describe, expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { PageContext } from "@/lib/protocol/context";
import { contextWithin, elementWithin, mayBeExact } from "./within-policy";

const rules = (capture: object = {}) => parsePolicy({ capture }).policy.capture;
const site = { name: "ERP", matches: ["https://erp.test/*"] };
const element = {
  role: "button",
  name: "Approve KD-123456",
  within: "table Orders of KD-123456",
  css: "#approve",
  quote: { prefix: "KD-123456", exact: "Approve KD-123456", suffix: "now" },
};
const context: PageContext = {
  origin: "https://erp.test",
  path: "/customers/KD-123456/edit",
  query: { view: "KD-123456 open", user: "jane" },
  exactPath: "/customers/KD-123456/edit",
  title: "Order of KD-123456",
  site: "ERP",
  element,
  timings: { load: 3 },
  failedRequests: [{ path: "/api/KD-123456", status: 500 }],
  browser: "Edge 141",
};

describe("contextWithin", () => {
  it("leaves everything but the query where policy says nothing", () => {
    const { query: _query, ...rest } = context;
    expect(contextWithin(context, rules(), site)).toEqual(rest);
    expect(contextWithin({ origin: "https://erp.test" }, rules(), null)).toEqual({ origin: "https://erp.test" });
  });

  it("keeps the parameters that policy names, and no others", () => {
    expect(contextWithin(context, rules({ query: ["view", "tab"] }), site).query).toEqual({ view: "KD-123456 open" });
    expect(contextWithin(context, rules({ query: ["tab"] }), site)).not.toHaveProperty("query");
  });

  it("drops titles on the sites that policy names", () => {
    expect(contextWithin(context, rules(), { ...site, titles: false })).not.toHaveProperty("title");
    expect(contextWithin(context, rules(), { ...site, titles: true })).toHaveProperty("title");
    expect(contextWithin(context, rules(), null)).toHaveProperty("title");
  });

  it("drops what was measured", () => {
    const { timings, browser } = contextWithin(context, rules({ timings: false }), site);
    expect([timings, browser]).toEqual([undefined, "Edge 141"]);
  });

  it("drops every word on and around what was pointed at", () => {
    expect(contextWithin(context, rules({ elementText: false }), site).element).toEqual({
      role: "button",
      css: "#approve",
    });
    expect(elementWithin({ role: "cell" }, rules({ elementText: false }))).toEqual({ role: "cell" });
  });

  it("blacks out the organisation's patterns everywhere, and offers no exact address that has one", () => {
    const capture = rules({ patterns: ["KD-\\d{6}"], query: ["view"] });
    const within = contextWithin(context, capture, site);
    expect(JSON.stringify(within)).not.toContain("KD-");
    expect(within).toMatchObject({
      path: "/customers/█████/edit",
      title: "Order of █████",
      query: { view: "█████ open" },
      element: { name: "Approve █████", within: "table Orders of █████", quote: { prefix: "█████", suffix: "now" } },
      failedRequests: [{ path: "/api/█████", status: 500 }],
    });
    expect(within).not.toHaveProperty("exactPath");
    expect(contextWithin(within, capture, site)).toEqual(within);
    expect(mayBeExact("/customers/KD%2D123456", capture)).toBe(false);
    expect(mayBeExact("/customers/%E0%A4%A", capture)).toBe(true);
    expect(mayBeExact(null, capture)).toBe(true);
  });

  it("stays within the protocol's limits where marks are longer than what they hide", () => {
    const long = { ...context, title: "ab".repeat(100), path: `/${"ab".repeat(255)}` };
    const { title, path } = contextWithin(long, rules({ patterns: ["a"] }), site);
    expect(title?.length).toBe(200);
    expect(path?.length).toBe(512);
  });
});
