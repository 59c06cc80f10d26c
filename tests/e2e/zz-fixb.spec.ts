import { openPanel } from "@/tests/support/panel";
import { test } from "./fixtures";
for (const colorScheme of ["light", "dark"] as const)
  test(`shot ${colorScheme}`, async ({ launch, wiki }) => {
    const browser = await launch({ colorScheme, viewport: { width: 800, height: 600 } });
    const tab = await browser.context.newPage();
    await tab.goto(wiki.url);
    const panel = await openPanel(tab);
    await panel.frame.getByText("What it costs you").click();
    await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
    await panel.words.fill("x");
    await tab.waitForTimeout(500);
    await tab.screenshot({ path: `/tmp/fixb-${colorScheme}.png` });
    await panel.words.fill("");
    await panel.send.click();
    await tab.waitForTimeout(300);
    await tab.setViewportSize({ width: 320, height: 256 });
    await tab.waitForTimeout(300);
    await tab.screenshot({ path: `/tmp/fixb-${colorScheme}-small.png` });
  });
