import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";

export interface Picture {
  /** In the folder of the sheet. */
  file: string;
  screen: string;
  /** Language, theme and size. */
  variant: string;
}

/** All pictures on one PNG, a row a screen, so that one look finds the one that is out of line. */
export async function writeContactSheet(context: BrowserContext, folder: string, pictures: Picture[]): Promise<string> {
  const rows = groupByScreen(pictures);
  const html = [...rows].map(([screen, of]) => {
    const cells = of.map(({ file, variant }) => {
      const data = readFileSync(join(folder, file)).toString("base64");
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${variant}</figcaption></figure>`;
    });
    return `<h2>${screen}</h2><div>${cells.join("")}</div>`;
  });
  const page = await context.newPage();
  await page.setContent(`<!doctype html><style>${STYLE}</style>${html.join("")}`);
  const width = await page.evaluate(() => document.body.scrollWidth + 32);
  await page.setViewportSize({ width, height: 1000 });
  const path = join(folder, "contact-sheet.png");
  await page.screenshot({ path, fullPage: true });
  await page.close();
  return path;
}

/** All variants of a screen in one row of equal height: short enough for a PNG that every viewer opens. */
const STYLE = `
  body { margin: 16px; font: 11px system-ui; background: #ddd; color: #222; width: max-content }
  h2 { margin: 12px 0 4px; font-size: 14px }
  div { display: flex; gap: 6px }
  figure { margin: 0 }
  img { display: block; height: 160px; border: 1px solid #999 }
`;

function groupByScreen(pictures: Picture[]): Map<string, Picture[]> {
  const rows = new Map<string, Picture[]>();
  for (const picture of pictures) rows.set(picture.screen, [...(rows.get(picture.screen) ?? []), picture]);
  return rows;
}
