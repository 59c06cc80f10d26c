import { describe, expect, it } from "vitest";
import { E2E, FIREFOX, filesOf, firstScreen, gzipKiB, importsOf, read, SHIPPED } from "./built";

/** Strings that survive minification and that only these libraries have. */
const REACT = /react\.(transitional\.)?element|Minified React error|__reactContainer/;
const ZOD = /_zod|ZodError|invalid_type/;
const DEXIE = /DexieError|_dexie|Dexie\.|dexie-/;

describe("what every internal page pays", () => {
  const inPages = filesOf(SHIPPED).filter((file) => file.startsWith("content-scripts/"));

  it("is the launcher alone", () => {
    expect(inPages).toEqual(["content-scripts/launcher.js"]);
  });

  it("is at most 2.5 KiB compressed", () => {
    expect(gzipKiB(SHIPPED, inPages)).toBeLessThanOrEqual(2.5);
  });

  it("has no React, Zod or Dexie in it", () => {
    for (const file of inPages) {
      const code = read(SHIPPED, file);
      for (const library of [REACT, ZOD, DEXIE]) expect(code).not.toMatch(library);
    }
  });
});

describe("the form and the popup", () => {
  const panel = firstScreen(SHIPPED, "panel.html");
  const popup = firstScreen(SHIPPED, "popup.html");

  it("are found with their scripts", () => {
    for (const files of [panel, popup]) expect(files.filter((file) => file.endsWith(".js")).length).toBeGreaterThan(0);
    // The patterns above do find what they look for.
    expect(popup.map((file) => read(SHIPPED, file)).join("\n")).toMatch(REACT);
    for (const library of [ZOD, DEXIE]) expect(read(SHIPPED, "background.js")).toMatch(library);
  });

  it.each(["panel.html", "popup.html"])("have the styles of %s in the page, where they hold back no script", (page) => {
    for (const build of [SHIPPED, E2E, FIREFOX]) {
      const links = read(build, page).match(/<link[^>]* rel="stylesheet"[^>]*>/g) ?? [];
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toMatch(/^<link disabled media="not all" /);
    }
    expect(read(SHIPPED, page)).toContain("<style>");
  });

  it("name for the popup what only reviewers need, for its first script to fetch", () => {
    for (const build of [SHIPPED, E2E, FIREFOX]) {
      const later = read(build, "popup.html").match(/(?<=<link data-reviewer[^>]*href="\/)[^"]+/g) ?? [];
      expect(later.filter((file) => file.includes("/desk-")).length).toBeGreaterThan(1);
      const there = filesOf(build);
      for (const file of later) expect(there).toContain(file);
      const first = firstScreen(build, "popup.html");
      for (const file of later) expect(first).not.toContain(file);
      // Each script costs by itself, whatever is in it: the early one, the bundler's and the popup's; two more for reviewers.
      expect(first.filter(isScript).length).toBeLessThanOrEqual(3);
      expect(later.filter(isScript).length).toBeLessThanOrEqual(2);
      expect(first).toContain("popup-early.js");
      // Their styles come with the last of them, into a place behind the page's own.
      expect(read(build, "popup.html")).toMatch(/<\/style>[^]*<style data-later><\/style>/);
      expect(read(build, later.findLast(isScript) ?? "")).toMatch(/"style\[data-later\]"\)\.textContent="\./);
    }
  });

  it("have no two scripts that need each other: which of them ran first would be left to chance", () => {
    for (const build of [SHIPPED, E2E, FIREFOX]) {
      const files = filesOf(build).filter((file) => file.startsWith("chunks/") && file.endsWith(".js"));
      expect(files.flatMap((file) => importsOf(build, file)).length).toBeGreaterThan(files.length);
      for (const file of files) expect(needs(build, file)).not.toContain(file);
    }
  });

  it("load at most 90 KiB for the panel", () => expect(gzipKiB(SHIPPED, panel)).toBeLessThanOrEqual(90));

  it("load at most 130 KiB for the popup's first screen", () =>
    expect(gzipKiB(SHIPPED, popup)).toBeLessThanOrEqual(130));

  it("keep Zod and Dexie out of the panel", () => {
    const code = panel.map((file) => read(SHIPPED, file)).join("\n");
    for (const library of [ZOD, DEXIE]) expect(code).not.toMatch(library);
  });
});

const isScript = (file: string) => file.endsWith(".js");

/** All that a script imports, and what that imports. */
function needs(build: string, file: string): string[] {
  const seen = new Set<string>();
  const open = importsOf(build, file);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...importsOf(build, next));
  }
  return [...seen];
}

const scripts = (build: string) =>
  filesOf(build)
    .filter((file) => file.endsWith(".js"))
    .map((file) => read(build, file));
const rootsOf = (build: string) => scripts(build).flatMap((code) => code.match(/attachShadow\(\{[^}]*\}\)/g) ?? []);

describe("the two seams for tests", () => {
  it("has open shadow roots in the end-to-end build, and none in the shipped one", () => {
    const shipped = rootsOf(SHIPPED);
    expect(shipped.length).toBeGreaterThan(0);
    for (const root of shipped) expect(root).toMatch(/["'`]closed["'`]/);
    // Each of ours, the picker's too: a closed one could not be driven.
    expect(rootsOf(E2E)).toHaveLength(shipped.length);
    for (const root of rootsOf(E2E)) expect(root).toMatch(/["'`]open["'`]/);
  });

  it("divides delays in the end-to-end build, and none in the shipped one", () => {
    // What `lib/platform/build.ts` keeps only where the divisor is not 1.
    const mark = "earshot-e2e-delays";
    expect(scripts(E2E).join("\n")).toContain(mark);
    for (const build of [SHIPPED, FIREFOX]) expect(scripts(build).join("\n")).not.toContain(mark);
  });

  it("has no name of a seam left, which would fail where it runs", () => {
    for (const build of [SHIPPED, E2E, FIREFOX])
      expect(scripts(build).join("\n")).not.toMatch(/__(OPEN_SHADOW|DELAY_DIVISOR)__/);
  });
});
