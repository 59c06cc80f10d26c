import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
 * Names files in a built page: scripts before its own, style sheets behind its own, whose rules they may overrule. The
 * browser fetches none of them before a script of the page makes `data-reviewer` their `rel`. What the page has itself is
 * left out, and so is what was nothing but a style sheet.
 */
export function addLaterLinks(folder: string, page: string, files: readonly string[]): void {
  const path = join(folder, page);
  const html = readFileSync(path, "utf8");
  const later = files.filter((file) => !html.includes(`"/${file}"`) && existsSync(join(folder, file)));
  const links = (rel: string, ending: string) =>
    later
      .filter((file) => file.endsWith(ending))
      .map((file) => `<link data-reviewer="${rel}" crossorigin href="/${file}">\n`)
      .join("");
  writeFileSync(
    path,
    html
      .replace("<script", () => `${links("modulepreload", ".js")}<script`)
      .replace("</head>", () => `${links("stylesheet", ".css")}</head>`),
  );
}
