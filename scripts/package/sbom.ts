import { execFileSync } from "node:child_process";
import { z } from "zod";

const sbomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(
    z.looseObject({
      "bom-ref": z.string(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** How npm marks what only developers need. */
const DEVELOPMENT = "cdx:npm:package:development";

/**
 * What extension and collector are made of, by npm's own list of what package-lock.json names. Without the number and
 * the time that npm gives to each copy, and by our name, not that of the folder: the same sources have the same list.
 *
 * npm's own `--omit dev` leaves out whatever a developer's package needs as well (npm 11.19: React, Zod and `pg` were
 * missing), so that the list is asked for in full, and shortened here. What is built with is in it as well.
 */
export function readSbom(root: string): unknown {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const shell = process.platform === "win32";
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, shell } as const;
  const { serialNumber: _number, ...sbom } = sbomSchema.parse(JSON.parse(execFileSync("npm", args, options)));
  const { timestamp: _time, ...metadata } = sbom.metadata;
  const components = sbom.components.filter(({ properties }) => !properties.some(({ name }) => name === DEVELOPMENT));
  const gone = new Set(sbom.components.filter((one) => !components.includes(one)).map((one) => one["bom-ref"]));
  return {
    ...sbom,
    metadata: { ...metadata, component: { ...metadata.component, name: "earshot" } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => !gone.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => !gone.has(ref)) })),
  };
}
