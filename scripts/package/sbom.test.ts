import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSbom } from "./sbom";

const ROOT = new URL("../..", import.meta.url).pathname;
const own = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

interface Sbom {
  bomFormat: string;
  metadata: { component: { name: string; version: string } };
  components: { name: string; version: string; purl: string; hashes?: object[] }[];
}

it("is CycloneDX, and has what runs with its version and hash, and nothing that only tests it", () => {
  const sbom = readSbom(ROOT) as Sbom;
  expect(sbom.bomFormat).toBe("CycloneDX");
  expect(sbom.metadata.component).toMatchObject({ name: "earshot", version: own.version });
  const versions = new Map(sbom.components.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(own.dependencies)) expect(versions.get(name), name).toBe(version);
  for (const name of ["oxlint", "knip", "@axe-core/playwright"]) {
    expect(own.devDependencies).toHaveProperty([name]);
    expect(versions.has(name)).toBe(false);
  }
  for (const { purl, hashes = [] } of sbom.components) {
    expect(purl).toMatch(/^pkg:npm\//);
    expect(hashes.length, purl).toBeGreaterThan(0);
  }
});

it("is the same in every run", () => {
  expect(JSON.stringify(readSbom(ROOT))).toBe(JSON.stringify(readSbom(ROOT)));
});
