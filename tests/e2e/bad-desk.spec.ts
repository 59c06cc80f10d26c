import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeEvent, makePicture, makeReport } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, colleaguesSay, oneWord } from "@/tests/support/colleagues";
import { findReport, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const NARROW = { width: 380, height: 600 };

async function inbox(earshot: Parameters<typeof openPopup>[0]): Promise<Page> {
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  return desk;
}

/** Whether anything in the page is wider than its place. */
const sideways = (desk: Page) =>
  desk.evaluate(() =>
    [document.scrollingElement, ...document.querySelectorAll("article, main, ul, [data-printed]")].some(
      (part) => part !== null && part.scrollWidth > part.clientWidth + 1,
    ),
  );

test("4,000 characters of one word stay within the list, the report, a narrow window and the sheet of paper", async ({
  earshot,
  collector,
}) => {
  const mark = oneWord();
  await colleaguesFile(collector, [{ words: mark + "x".repeat(4000 - mark.length), goal: "y".repeat(1000) }]);
  const desk = await inbox(earshot);
  await openReport(desk, mark);
  await expect(desk.getByRole("heading", { level: 2 })).toBeVisible();
  expect(await sideways(desk)).toBe(false);
  await expectAccessible(desk);
  await desk.setViewportSize(NARROW);
  expect(await sideways(desk)).toBe(false);
  await desk.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await desk.emulateMedia({ media: "print" });
  await expect(desk.locator("[data-printed] h1")).toBeVisible();
  expect(await sideways(desk)).toBe(false);
});

test("words from right to left begin at the right, in the list and in the report", async ({ earshot, collector }) => {
  const mark = oneWord();
  await colleaguesFile(collector, [{ words: `البحث ينسى عامل التصفية ${mark}`, lang: "ar" }]);
  const desk = await inbox(earshot);
  const row = await findReport(desk, mark);
  const way = (element: Element) => getComputedStyle(element).direction;
  expect(await row.locator("[lang=ar]").evaluate(way)).toBe("rtl");
  await row.getByRole("button").click();
  await expect(desk.getByRole("heading", { level: 2 })).toBeVisible();
  expect(await desk.getByRole("heading", { level: 2 }).evaluate(way)).toBe("rtl");
  await desk.getByRole("textbox", { name: "Answer in plain words" }).fill("شكرا");
  expect(await desk.getByRole("textbox", { name: "Answer in plain words" }).evaluate(way)).toBe("rtl");
  expect(await row.evaluate(way)).toBe("ltr");
});

test("the list cuts words between characters, never through one", async ({ earshot, collector }) => {
  const mark = oneWord();
  const family = "👩‍👩‍👧‍👦";
  const begin = `${mark} `;
  await colleaguesFile(collector, [{ words: `${begin}${family.repeat(40)}` }]);
  const desk = await inbox(earshot);
  const row = await findReport(desk, mark);
  const shown = (await row.getAttribute("aria-label")) ?? "";
  expect(shown.endsWith("…")).toBe(true);
  expect(shown.slice(begin.length, -1).replaceAll(family, "")).toBe("");
});

test("of 100 comments the newest are there at once, and the others with one press", async ({ earshot, collector }) => {
  const mark = oneWord();
  const report = makeReport({ words: `Everybody talks about it ${mark}` });
  await colleaguesSay(collector, [report.event]);
  const comments = Array.from({ length: 100 }, (_, at) =>
    makeEvent(
      "comment.added.v1",
      report.id,
      { text: `Comment ${at + 1}.`, lang: "en", visibility: "thread" },
      { source: "urn:earshot:reviewer" },
    ),
  );
  await colleaguesSay(collector, comments, "reviewerToken");
  const desk = await inbox(earshot);
  await openReport(desk, mark);
  const talk = desk.getByRole("region", { name: "The conversation" });
  await expect(talk.getByText("Comment 100.", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(talk.getByRole("listitem")).toHaveCount(8);
  await expectAccessible(desk);
  await talk.getByRole("button", { name: "Show 92 earlier messages" }).focus();
  await desk.keyboard.press("Enter");
  await expect(talk.getByRole("listitem")).toHaveCount(100);
  await expect(talk.getByRole("listitem").first()).toBeFocused();
});

test("a picture that is gone is said to be gone", async ({ earshot, collector, gate }) => {
  const mark = oneWord();
  const { attachment, sha256, bytes } = makePicture();
  await colleaguesFile(collector, [{ words: `The colours are wrong ${mark}`, attachments: [attachment] }]);
  const put = await fetch(`${collector.url}/v1/blobs/${sha256}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${collector.ingestToken}`, "content-type": "image/webp" },
    body: bytes,
  });
  expect(put.status).toBe(201);
  gate.fake = ({ path }) =>
    path === `/v1/blobs/${sha256}`
      ? { status: 404, headers: { "earshot-protocol": "1", "content-type": "application/problem+json" }, body: "{}" }
      : null;
  const desk = await inbox(earshot);
  await openReport(desk, mark);
  const picture = desk.getByRole("region", { name: "The picture of the page" });
  await expect(picture).toContainText("The picture is not there any more", { timeout: 15_000 });
  await expect(picture.getByRole("button")).toHaveCount(0);
});

test("a report of a newer version does not keep the others away, and is not missing unnoticed", async ({
  launch,
  collector,
  gate,
}) => {
  const mark = oneWord();
  await colleaguesFile(
    collector,
    ["one", "two", "three"].map((word) => ({ words: `Report ${word} ${mark}` })),
  );
  const headers = { authorization: `Bearer ${collector.reviewerToken}` };
  const real = await fetch(`${collector.url}/v1/changes?limit=500`, { headers });
  const page = (await real.json()) as { items: { doc?: Record<string, unknown> }[] };
  const docOf = (word: string) => page.items.find(({ doc }) => doc?.words === `Report ${word} ${mark}`)?.doc ?? {};
  Object.assign(docOf("two"), { v: 2, words: { rich: true } });
  Object.assign(docOf("three"), { status: "waiting", mood: "bad", statusEvent: randomUUID() });
  const said = {
    "content-type": "application/json",
    "earshot-protocol": "1",
    "earshot-epoch": real.headers.get("earshot-epoch") ?? "",
    "access-control-expose-headers": "Earshot-Protocol, Earshot-Epoch",
  };
  gate.fake = ({ path }) =>
    path.startsWith("/v1/changes") && !path.includes("since=")
      ? { status: 200, headers: said, body: JSON.stringify(page) }
      : null;
  const desk = await inbox(await launch());
  await openReport(desk, `Report three ${mark}`);
  await expect(desk.getByText("Some of this comes from a newer version of Earshot")).toBeVisible();
  await findReport(desk, `Report one ${mark}`);
  await expect(desk.getByText("One report comes from a newer version of Earshot")).toBeVisible();
  await expectAccessible(desk);
});
