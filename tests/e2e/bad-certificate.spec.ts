import { readTable } from "@/tests/support/database";
import { openPanel, SAVED } from "@/tests/support/panel";
import { openExpiredDoor } from "@/tests/support/tls-door";
import { wordsAtIt } from "@/tests/support/words-at-it";
import { expect, test } from "./fixtures";

test("behind a certificate that has run out everything waits, the options page says how to see why, and it goes then", async ({
  launch,
  setup,
  wiki,
  gate,
  collector,
  words,
}) => {
  const door = await openExpiredDoor(gate.url);
  try {
    const text = words("The certificate has run out");
    const browser = await launch({ args: door.trusting, setup: { ...setup, endpoint: door.url } });
    const tab = await browser.context.newPage();
    await tab.goto(wiki.url);
    const panel = await openPanel(tab);
    await panel.words.fill(text);
    await panel.send.click();
    await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
    const options = await browser.open("options.html");
    await expect(options.getByText("its certificate not valid")).toBeVisible({ timeout: 15_000 });
    const look = options.getByRole("link", { name: "Open its address in a tab" });
    await expect(look).toHaveAttribute("href", `${door.url}/healthz`);
    expect(door.turnedAway()).toBeGreaterThan(0);
    // Not even a token went to somebody who cannot say who they are.
    expect(door.requests()).toBe(0);
    // It is tried again from time to time, and waits in between.
    const states = async () => (await readTable<{ state: string }>(browser, "outbox")).map(({ state }) => state);
    await expect.poll(states).toEqual(["queued"]);

    door.renew();
    await options.getByRole("button", { name: "Ask again" }).click();
    await expect(options.getByText("It answers, and it knows us: ")).toBeVisible({ timeout: 15_000 });
    await expect(look).toHaveCount(0);
    await expect.poll(() => wordsAtIt(collector), { timeout: 40_000 }).toContain(text);
  } finally {
    await door.close();
  }
});
