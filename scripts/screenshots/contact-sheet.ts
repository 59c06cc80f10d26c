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
  await page.setViewportSize({ width: 2000, height: 1000 });
  await page.setContent(`<!doctype html><style>${STYLE}</style>${html.join("")}`);
  const path = join(folder, "contact-sheet.png");
  await page.screenshot({ path, fullPage: true });
  await page.close();
  return path;
}

const STYLE = `
  body { margin: 16px; font: 12px system-ui; background: #ddd; color: #222 }
  h2 { margin: 16px 0 4px; font-size: 15px }
  div { display: flex; flex-wrap: wrap; gap: 8px; align-items: flex-start }
  figure { margin: 0; max-width: 300px }
  img { display: block; max-width: 300px; max-height: 260px; border: 1px solid #999 }
`;

function groupByScreen(pictures: Picture[]): Map<string, Picture[]> {
  const rows = new Map<string, Picture[]>();
  for (const picture of pictures) rows.set(picture.screen, [...(rows.get(picture.screen) ?? []), picture]);
  return rows;
}
