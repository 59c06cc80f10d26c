import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";

const SPOKEN = [
  { locale: "de", lang: /^de/, english: ["My reports", "Inbox", "Impact", "Send to IT", "Cancel"] },
  { locale: "pt-BR", lang: /^pt/, english: ["My reports", "Inbox", "Impact", "Send to IT", "Cancel"] },
] as const;

for (const { locale, lang, english } of SPOKEN) {
  test(`everything speaks ${locale}`, async ({ launch, wiki }) => {
    const browser = await launch({ locale });
    for (const name of ["popup.html", "options.html", "sheet.html"]) {
      const page = await browser.open(name, { width: 800, height: 600 });
      await expect(page.getByRole("heading").or(page.getByRole("tab")).first()).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      for (const text of english) await expect(page.getByText(text, { exact: true }), name).toHaveCount(0);
      // A text that the catalogue lacks shows as its key or as nothing.
      await expect(page.getByText(/^[a-z]+\.[a-zA-Z.]+$/), name).toHaveCount(0);
      await page.close();
    }
    const tab = await browser.context.newPage();
    await tab.goto(wiki.url);
    const button = tab.getByRole("button", { name: label(locale) });
    await button.click();
    const frame = tab.frameLocator('iframe[src*="/panel.html"]');
    await expect(frame.getByRole("textbox").first()).toBeFocused();
    await expect(frame.locator("html")).toHaveAttribute("lang", lang);
    for (const text of english) await expect(frame.getByText(text, { exact: true })).toHaveCount(0);
  });
}

/** The button's name in the catalogue of the build that is driven. */
function label(locale: string): string {
  const file = join(process.env["EARSHOT_EXTENSION"] ?? "", "_locales", locale.replace("-", "_"), "messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as { launcher_label: { message: string } };
  return messages.launcher_label.message;
}
