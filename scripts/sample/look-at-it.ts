import type { MineRow } from "@/lib/database/rows";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { putRows } from "@/scripts/browser/put-rows";
import { configure } from "@/tests/support/extension-page";
import { sitesOf } from "./company";
import { ME } from "./prepare-sample";

export interface Looking {
  endpoint: string;
  ingestToken: string;
  reviewerToken: string;
  handbookOrigin: string;
  /** The reports that the person filed in the year. */
  mine: readonly MineRow[];
}

/** Makes a browser one of the made-up company's: its tools, who looks at it, and the keys of that person's reports. */
export async function becomePartOfIt(browser: EarshotBrowser, looking: Looking): Promise<void> {
  const { endpoint, ingestToken, reviewerToken, handbookOrigin, mine } = looking;
  const sites = Object.values(sitesOf(handbookOrigin)).map(({ name, origin }) => ({ matches: [`${origin}/*`], name }));
  await configure(browser, { endpoint, ingestToken, reviewerToken, sites, name: ME });
  const page = await browser.open("options.html");
  await putRows(page, { mine: [...mine] }, { clear: false });
  await page.close();
}
