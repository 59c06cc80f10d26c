import { describe, expect, it } from "vitest";
import { exactPath, templatePath } from "./template-path";

describe("templatePath", () => {
  it.each([
    ["/", "", "/"],
    ["/orders/4711/edit", "", "/orders/{id}/edit"],
    ["/api/v1/i18n/step-2", "", "/api/v1/i18n/step-2"],
    ["/t/INC0012345", "", "/t/{id}"],
    ["/u/550e8400-e29b-41d4-a716-446655440000", "", "/u/{id}"],
    ["/u/jane@corp.example/inbox", "", "/u/{id}/inbox"],
    ["/~jdoe/", "", "/{id}/"],
    ["/f/report-2026-final.pdf", "", "/f/{id}.pdf"],
    ["/app;jsessionid=A1B2/list", "", "/app/list"],
    ["/share/aB3xYz9kLmNoPqRsTuVw", "", "/share/{id}"],
    ["/share/aBcDeFgHiJkLmNoPqRsT", "", "/share/{id}"],
    ["/wiki/how-to-reset-your-password", "", "/wiki/how-to-reset-your-password"],
    ["/caf%C3%A9/a%2Fb", "", "/café/a%2Fb"],
    ["/bad%E0%A4%A", "", "/bad%E0%A4%A"],
    ["/app", "#/orders/4711?tab=2", "/app#/orders/{id}"],
    ["/app", "#!/orders/4711", "/app#!/orders/{id}"],
    ["/app", "#access_token=abc", "/app"],
    ["/app", "#section-2", "/app"],
  ])("%s%s becomes %s", (pathname, hash, expected) => {
    expect(templatePath(pathname, hash)).toBe(expected);
  });

  it("is never longer than the protocol allows", () => {
    expect(templatePath(`/${"abc/".repeat(400)}`, "")).toHaveLength(512);
  });
});

describe("exactPath", () => {
  it("keeps ids and a hash route, and drops any other fragment", () => {
    expect(exactPath("/orders/4711", "#/lines/9?x=1")).toBe("/orders/4711#/lines/9");
    expect(exactPath("/orders/4711", "#token=1")).toBe("/orders/4711");
  });
});
