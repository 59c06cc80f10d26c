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

/** Scripts and style sheets, from the build's folder, that a module imported on demand (`id`) needs. */
export function filesFor(bundle: Readonly<Record<string, BuiltScript>>, id: string): string[] {
  const files = new Set<string>();
  const open = Object.values(bundle).filter(({ facadeModuleId, moduleIds }) =>
    facadeModuleId === undefined || facadeModuleId === null ? moduleIds?.includes(id) : facadeModuleId === id,
  );
  for (let script = open.pop(); script; script = open.pop()) {
    if (files.has(script.fileName)) continue;
    files.add(script.fileName);
    for (const css of script.viteMetadata?.importedCss ?? []) files.add(css);
    open.push(...(script.imports ?? []).flatMap((file) => bundle[file] ?? []));
  }
  return [...files];
}

/**
 * Names files in a built page, before its scripts. The browser fetches none of them before a script of the page makes
 * `data-reviewer` their `rel`. What the page has itself is left out, and so is what was nothing but a style sheet.
 */
export function addLaterLinks(folder: string, page: string, files: readonly string[]): void {
  const path = join(folder, page);
  const html = readFileSync(path, "utf8");
  const links = files
    .filter((file) => !html.includes(`"/${file}"`) && existsSync(join(folder, file)))
    .map((file) => {
      const how = file.endsWith(".css") ? 'data-reviewer="preload" as="style"' : 'data-reviewer="modulepreload"';
      return `<link ${how} crossorigin href="/${file}">`;
    });
  writeFileSync(
    path,
    html.replace("<script", () => `${links.join("\n")}\n<script`),
  );
}
