import type { Locator, Page } from "@playwright/test";

interface Pixels {
  w: number;
  h: number;
  /** Pixels that are more red than anything else. */
  red: number;
  black: number;
  /** Shares of black in the rectangles that were asked for. */
  shares: number[];
}

export type Area = { x: number; y: number; width: number; height: number };

/** What is in the picture as it will be sent, and its bytes. Areas are in CSS pixels of a window 1280 wide. */
export async function look(page: Page, thumb: Locator, areas: Area[] = []): Promise<Pixels & { bytes: Buffer }> {
  const src = (await thumb.getAttribute("src")) ?? "";
  const bytes = Buffer.from(src.split(",")[1] ?? "", "base64");
  const pixels = await page.evaluate(
    async ([url, wanted]) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(bitmap, 0, 0);
      const count = (x: number, y: number, w: number, h: number) => {
        const { data } = context.getImageData(x, y, w, h);
        let red = 0;
        let black = 0;
        for (let at = 0; at < data.length; at += 4) {
          const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
          if (r > 70 && r > 1.6 * g && r > 1.6 * b) red++;
          if (r < 12 && g < 12 && b < 12) black++;
        }
        return { red, black, share: (4 * black) / data.length };
      };
      const k = bitmap.width / 1280;
      const shares = wanted.map(
        (area) => count(area.x * k, area.y * k, Math.max(1, area.width * k), Math.max(1, area.height * k)).share,
      );
      const { red, black } = count(0, 0, bitmap.width, bitmap.height);
      return { w: bitmap.width, h: bitmap.height, red, black, shares };
    },
    [src, areas] as const,
  );
  return { ...pixels, bytes };
}
