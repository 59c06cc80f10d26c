import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PLACE = "style[data-later]";

/** Of the bundler's output, what is needed here. */
export interface BuiltScript {
  type: string;
  fileName: string;
  facadeModuleId?: string | null;
  moduleIds?: readonly string[];
  imports?: readonly string[];
  viteMetadata?: { importedCss: ReadonlySet<string> };
}

/** Scripts and style sheets, from the build's folder, that a module imported on demand (`id`) needs: what is needed first comes first. */
export function filesFor(bundle: Readonly<Record<string, BuiltScript>>, id: string): string[] {
  const seen = new Set<BuiltScript>();
  const files = new Set<string>();
  const add = (script: BuiltScript | undefined) => {
    if (!script || seen.has(script)) return;
    seen.add(script);
    for (const file of script.imports ?? []) add(bundle[file]);
    for (const css of script.viteMetadata?.importedCss ?? []) files.add(css);
    files.add(script.fileName);
  };
  for (const script of Object.values(bundle)) {
    const { facadeModuleId, moduleIds } = script;
    if (facadeModuleId ? facadeModuleId === id : moduleIds?.includes(id)) add(script);
  }
  return [...files];
}

/**
 * Names files in a built page, of which the browser fetches none before a script of the page makes `data-reviewer` their
 * `rel`: scripts, before the page's own. What the page has itself is left out, and so is what was nothing but a style sheet.
 *
 * Style sheets go into the last of the scripts as text, and from there to where the page has a place for them, behind its
 * own sheets, whose rules they may overrule: each file costs the browser its time, and without them nothing can be shown.
 * Their links stay, disabled, so that a part that comes later and needs the same sheet finds it there.
 */
export function addLaterLinks(folder: string, page: string, files: readonly string[]): void {
  const path = join(folder, page);
  const html = readFileSync(path, "utf8");
  const later = files.filter((file) => !html.includes(`"/${file}"`) && existsSync(join(folder, file)));
  const scripts = later.filter((file) => file.endsWith(".js"));
  const sheets = later.filter((file) => file.endsWith(".css"));
  const last = scripts.at(-1);
  if (last === undefined) throw new Error(`nothing comes later in ${page}`);
  const css = sheets.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n");
  appendFileSync(
    join(folder, last),
    `document.querySelector(${JSON.stringify(PLACE)}).textContent=${JSON.stringify(css)};`,
  );
  const ahead = scripts.map((file) => `<link data-reviewer="modulepreload" crossorigin href="/${file}">\n`).join("");
  const off = sheets.map(
    (file) => `<link data-reviewer="stylesheet" disabled media="not all" crossorigin href="/${file}">\n`,
  );
  writeFileSync(
    path,
    html
      .replace("<script", () => `${ahead}<script`)
      .replace("</head>", () => `<style data-later></style>${off.join("")}</head>`),
  );
}
