import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LINK = /<link rel="stylesheet" crossorigin href="([^"]+)">/g;

/**
 * Puts the style sheets of a built page into the page. A sheet that is a file of its own holds back the scripts that
 * come after it, and each is asked for by itself: the panel's first word came tens of milliseconds later. The link stays,
 * disabled: a part that comes later and needs the same sheet finds it there, and does not load it behind the others. Its
 * `media` is for Chromium, which looks ahead in a page for what it will need, and fetches disabled sheets too.
 */
export function inlineStyles(folder: string, page: string): void {
  const path = join(folder, page);
  const html = readFileSync(path, "utf8");
  const inlined = html.replace(
    LINK,
    (link, href: string) =>
      `<style>${readFileSync(join(folder, href), "utf8").trim()}</style>${link.replace("<link", '<link disabled media="not all"')}`,
  );
  writeFileSync(path, inlined);
}
