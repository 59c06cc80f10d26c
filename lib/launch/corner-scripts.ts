import type { Policy, Site } from "@/lib/policy/policy";

type Corner = NonNullable<Site["corner"]>;
type CornerFile = `/corners/${Corner}.js`;

/** A script of one line that tells the launcher where a site wants it, for the pages of that site. */
export interface CornerScript {
  id: string;
  js: CornerFile[];
  matches: string[];
  excludeMatches: string[];
}

/** All of their ids begin so. */
export const CORNER_ID = "corner-";

/** The script in `public/corners`. */
export function cornerFile(corner: Corner): CornerFile {
  return `/corners/${corner}.js`;
}

/**
 * One script for each run of sites that want the same corner, without the pages of all sites before them: so a page gets
 * the corner of the first site that matches it, and in whatever order the browser runs scripts, there is only one.
 */
export function cornerScripts({ sites }: Pick<Policy, "sites">): CornerScript[] {
  const scripts: CornerScript[] = [];
  const before: string[] = [];
  let run: Site["corner"];
  for (const { corner: said, launcher, matches } of sites) {
    const corner = launcher === false ? undefined : said;
    if (corner !== undefined && corner !== run) {
      const id = CORNER_ID + scripts.length;
      scripts.push({ id, js: [cornerFile(corner)], matches: [], excludeMatches: [...before] });
    }
    if (corner !== undefined) scripts.at(-1)?.matches.push(...matches);
    run = corner;
    before.push(...matches);
  }
  return scripts;
}

/** As the browser gives it back. */
interface Registered {
  js?: string[];
  matches?: string[];
  excludeMatches?: string[];
}

/** As one text, to tell whether what is registered is what is wanted; order does not count, nor how a path begins. */
export function asText(scripts: readonly Registered[]): string {
  const texts = scripts.map(({ js = [], matches = [], excludeMatches = [] }) =>
    JSON.stringify([
      js.map((path) => path.replace(/^\//, "")),
      [...new Set(matches)].toSorted(),
      [...new Set(excludeMatches)].toSorted(),
    ]),
  );
  return texts.toSorted().join("\n");
}
