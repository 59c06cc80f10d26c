import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { HTTP } from "cloudevents";
import { expectAccessible } from "@/tests/support/axe";
import { untilRegistered } from "@/tests/support/extension-page";
import { listen } from "@/tests/support/listen";
import { openPanel, RECEIVED } from "@/tests/support/panel";
import { openPopup, openReport } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("a company without a collector points Earshot at a webhook, which gets CloudEvents; people are told that it is one way", async ({
  launch,
  site,
  words,
}) => {
  const annoyance = words("Nobody answers the phone");
  const got: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const hook = await listen(
    createServer((request, response) => {
      void text(request).then((body) => {
        got.push({ url: request.url ?? "", headers: request.headers, body });
        response.writeHead(202).end();
      });
    }),
  );
  const browser = await launch({ setup: null });

  const options = await browser.open("options.html");
  await options.getByRole("textbox", { name: "Address of IT's service" }).fill(`${hook.url}/in?sig=1`);
  await options.getByText("Who takes the reports").first().click();
  await options.getByRole("radio", { name: "A service for events (CloudEvents)" }).click();
  await options.getByRole("textbox", { name: "What goes along with each request" }).fill("X-Key: k:1\nhost: evil");
  await options.getByRole("textbox", { name: "Name that people know" }).fill("Orders");
  await options.getByRole("textbox", { name: "Addresses, one a line" }).fill(`${site.url}/*`);
  await options.getByRole("button", { name: "Save", exact: true }).click();
  await expect(options.getByText("What goes along, line 2")).toBeVisible();
  await expectAccessible(options);
  await untilRegistered(options, true);

  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await expect(panel.checkbox("Add a picture of the page")).toHaveCount(0);
  await panel.words.fill(annoyance);
  await panel.send.click();
  // Without a name known it goes without one, after a while.
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 30_000 });
  const [request] = got;
  expect(request).toMatchObject({ url: "/in?sig=1", headers: { "x-key": "k:1" } });
  expect(request?.headers.authorization).toBeUndefined();
  const events = HTTP.toEvent({ headers: request?.headers ?? {}, body: request?.body ?? "" });
  expect(events).toMatchObject([
    { type: "org.earshot.report.created.v1", data: { words: annoyance, identity: "anon" } },
  ]);

  const popup = await openPopup(browser);
  await openReport(popup, annoyance);
  await expect(popup.getByText("answers outside of Earshot")).toBeVisible();
  await expect(popup.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  await expect(popup.getByRole("tab", { name: "Inbox" })).toHaveCount(0);
  await expectAccessible(popup);
  expect(got).toHaveLength(1);
  await hook.close();
});
