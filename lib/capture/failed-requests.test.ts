import { expect, it } from "vitest";
import { failedRequests } from "./failed-requests";

const at = (path: string, responseStatus?: number) => ({ name: `https://erp.test${path}`, responseStatus });

it("keeps what failed on the page's own origin, each path once, ids and query taken out", () => {
  const resources = [
    at("/api/orders/1?q=jane", 500),
    at("/ok.js", 200),
    at("/api/orders/2", 500),
    at("/old"),
    { name: "https://other.test/x", responseStatus: 404 },
    { name: "not an address", responseStatus: 404 },
    at("/gone", 404),
  ];
  expect(failedRequests(resources, "https://erp.test")).toEqual([
    { path: "/api/orders/{id}", status: 500 },
    { path: "/gone", status: 404 },
  ]);
});

it("keeps the newest ten", () => {
  const names = "abcdefghijkl".split("");
  const kept = failedRequests(
    names.map((name) => at(`/${name}`, 503)),
    "https://erp.test",
  );
  expect(kept?.map((request) => request.path)).toEqual(names.slice(2).map((name) => `/${name}`));
});

it("is left out where nothing failed", () => {
  expect(failedRequests([at("/", 200)], "https://erp.test")).toBeUndefined();
});
