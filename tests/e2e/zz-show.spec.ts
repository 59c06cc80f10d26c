import { openPanel } from "@/tests/support/panel";
import { test } from "./fixtures";
test.setTimeout(120_000);
for (const [scheme, locale] of [["light", "en"], ["dark", "en"], ["light", "de"]] as const) {
  test(`pics ${scheme} ${locale}`, async ({ launch, site, setup }) => {
    const browser = await launch({ setup, colorScheme: scheme, locale });
    const tab = await browser.context.newPage();
    await tab.setViewportSize({ width: 900, height: 1900 });
    await tab.goto(`${site.url}/spa`);
    await tab.evaluate(() => fetch("/api/orders/4711?key=abc").catch(() => undefined));
    await tab.locator("button").filter({ hasText: "" }).last().waitFor();
    const panel = locale === "en" ? await openPanel(tab) : await (async () => {
      await tab.getByRole("button", { name: "Das nervt mich" }).click();
      return { frame: tab.frameLocator('iframe[src*="/panel.html"]') };
    })();
    const box = panel.frame.locator("#words");
    await box.fill("The invoice for Ms. Smith is gone again. Her card is 4111 1111 1111 1111, mail jane.smith@corp.example, call +49 30 901820 if needed.");
    await panel.frame.getByRole("radio").first().click();
    await tab.waitForTimeout(1500);
    const f = tab.locator('iframe[src*="/panel.html"]');
    await f.screenshot({ path: `/tmp/look/show-${scheme}-${locale}-private.png` });
    await panel.frame.locator("button", { hasText: locale === "en" ? "Black it out" : "Schwärzen" }).first().click();
    await tab.waitForTimeout(900);
    await f.screenshot({ path: `/tmp/look/show-${scheme}-${locale}-blacked.png` });
    await panel.frame.getByRole("button", { name: locale === "en" ? "Show what will be sent" : "Zeigen, was gesendet wird" }).click();
    await tab.waitForTimeout(1200);
    await panel.frame.getByRole("button", { name: locale === "en" ? "Leave out: Your system" : "Weglassen: Dein System" }).click();
    await tab.waitForTimeout(700);
    await f.screenshot({ path: `/tmp/look/show-${scheme}-${locale}-list.png` });
    await panel.frame.getByRole("button", { name: locale === "en" ? "Show it exactly as it is sent" : "Genau so zeigen" }).click();
    await tab.waitForTimeout(700);
    await panel.frame.locator("button", { hasText: locale === "en" ? "Leave out" : "Weglassen" }).nth(2).click(); await tab.waitForTimeout(700); await f.screenshot({ path: `/tmp/look/show-${scheme}-${locale}-json.png` });
    await panel.frame.locator("#panel").evaluate((p) => document.documentElement.scrollTo(0, 99999));
    await tab.waitForTimeout(200);
    await f.screenshot({ path: `/tmp/look/show-${scheme}-${locale}-json2.png` });
  });
}
