import type { Page } from "puppeteer-core";

/** Red, green and blue, 0 to 255 each. */
export type Colour = [number, number, number];

/** What a person sees at these places of the window, in CSS pixels. A page of the extension reads the picture. */
export async function coloursAt(
  tab: Page,
  reader: Page,
  places: readonly { x: number; y: number }[],
): Promise<Colour[]> {
  const png = await tab.screenshot({ encoding: "base64" });
  return reader.evaluate(
    async ([base64, wanted]) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(bitmap, 0, 0);
      return wanted.map(({ x, y }) => {
        const [r = 0, g = 0, b = 0] = context.getImageData(x, y, 1, 1).data;
        return [r, g, b] satisfies [number, number, number];
      });
    },
    [png, places] as const,
  );
}
