import { expectAccessible } from "@/tests/support/axe";
import { configure } from "@/tests/support/extension-page";
import { expect, test } from "./fixtures";

/** Whether everything works, as the options page says it; what a company's policy adds is in policy.spec.ts. */

test("the options page says whose page this is, that IT's service knows us, and copies it without secrets", async ({
  earshot,
  setup,
  collector,
  wiki,
  tab,
}) => {
  await configure(earshot, setup);
  await tab.goto(`${wiki.url}/?q=behind-the-path`);
  await tab.bringToFront();
  const options = await earshot.open("options.html");
  const works = options.locator("section").filter({ has: options.getByRole("heading", { name: "Does it work?" }) });
  await expect(works.getByText("It answers, and it knows us: ")).toBeVisible({ timeout: 15_000 });
  await expect(works.getByText("It belongs to Nordwind handbook. The button is there.")).toBeVisible();
  await expect(works.getByText("They were set on this computer.")).toBeVisible();
  await options.getByText("What Earshot may do in this browser").click();
  await expect(works.getByText("scripting")).toBeVisible();
  await options.getByText("Show what is copied").click();
  await expectAccessible(options);

  await options.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await works.getByRole("button", { name: "Copy for the help desk" }).click();
  await expect(works.getByText("Copied.")).toBeVisible();
  const copied = await options.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`endpoint: ${setup.endpoint}`);
  expect(copied).toContain(`${wiki.url}/`);
  for (const secret of [collector.ingestToken, collector.reviewerToken, "Ada Example", "behind-the-path"])
    expect(copied).not.toContain(secret);
});

test("a wrong server, a key that is not taken and no answer at all are told apart, at a press", async ({
  earshot,
  setup,
  gate,
}) => {
  await configure(earshot, setup);
  const options = await earshot.open("options.html");
  const again = options.getByRole("button", { name: "Ask again" });
  await expect(options.getByText("It answers, and it knows us: ")).toBeVisible({ timeout: 15_000 });
  const html = { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Sign in</h1>" };
  gate.fake = ({ path }) => (path.startsWith("/v1/config") ? html : null);
  await again.click();
  await expect(options.getByText("Something answers that is not Earshot's service")).toBeVisible();
  gate.fake = null;
  await configure(earshot, { ...setup, ingestToken: "it_none_of_theirs" });
  await options.reload();
  await expect(options.getByText("does not accept the key for sending")).toBeVisible({ timeout: 15_000 });
  await configure(earshot, setup);
  await gate.shut();
  await again.click();
  await expect(options.getByText("Nothing answers.")).toBeVisible({ timeout: 15_000 });
});
