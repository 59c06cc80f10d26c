import { canInstall, installPackages } from "./apt";
import { onPath } from "./on-path";

/** Programs of others that read the roll-out kit's files in its tests, with the Debian package of each. */
const INDEPENDENT_TOOLS = {
  xmllint: "libxml2-utils",
  plistutil: "libplist-utils",
  hivexregedit: "libwin-hivex-perl",
} as const;

export type IndependentTool = keyof typeof INDEPENDENT_TOOLS;

/** Why a test that needs the tool cannot run here; null where it can. */
export function whyWithout(tool: IndependentTool): string | null {
  return onPath(tool) === null ? `${tool} is not installed (on Debian: ${INDEPENDENT_TOOLS[tool]})` : null;
}

/** Installs what is missing where that asks nobody; elsewhere the tests that need it say that they are skipped. */
export function provideTools(): void {
  const missing = Object.entries(INDEPENDENT_TOOLS).filter(([tool]) => onPath(tool) === null);
  if (missing.length === 0 || !canInstall()) return;
  const packages = missing.map(([, name]) => name);
  console.log(`Installing what reads the roll-out kit in its tests (apt-get install ${packages.join(" ")}) …`);
  installPackages(packages);
}
