import { untilRegistered } from "@/tests/support/extension-page";
import type { EarshotBrowser } from "./launch";

export interface HandSettings {
  endpoint: string;
  ingestToken: string;
  site: { pattern: string; name: string };
  /** Left out for somebody who only reports. */
  reviewerToken?: string;
  /** What IT sees as the reporter's name. */
  name: string;
}

/** Fills the options page in as a person would, by the names of its fields. */
export async function setUpByHand(browser: EarshotBrowser, settings: HandSettings): Promise<void> {
  const page = await browser.open("options.html");
  await page.getByLabel("Address of IT's service").fill(settings.endpoint);
  await page.getByLabel("Key for sending").fill(settings.ingestToken);
  const tool = page.getByRole("textbox", { name: "Name that people know" });
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  if ((await tool.count()) === 0) await page.getByRole("button", { name: "Add a tool" }).click();
  await tool.first().fill(settings.site.name);
  await page.getByRole("textbox", { name: "Addresses, one a line" }).first().fill(settings.site.pattern);
  if (settings.reviewerToken) await page.getByLabel("Access token for reviewers").fill(settings.reviewerToken);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved.").first().waitFor();
  await page.getByLabel("Your name, as IT sees it").fill(settings.name);
  await page.getByRole("button", { name: "Save name" }).click();
  await untilRegistered(page, true);
  await page.close();
}
