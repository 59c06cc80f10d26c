import { execFileSync } from "node:child_process";
import { z } from "zod";

const sbomSchema = z.looseObject({ metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }) });

/**
 * What extension and collector are made of, by npm's own list of what package-lock.json names. Without the number and
 * the time that npm gives to each copy, and by our name, not that of the folder: the same sources have the same list.
 */
export function readSbom(root: string): unknown {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"];
  const options = {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  } as const;
  const { serialNumber: _number, metadata, ...sbom } = sbomSchema.parse(JSON.parse(execFileSync("npm", args, options)));
  const { timestamp: _time, ...kept } = metadata;
  return { ...sbom, metadata: { ...kept, component: { ...kept.component, name: "earshot" } } };
}
