import { existsSync } from "node:fs";
import { canInstall, installPackages } from "@/scripts/tools/apt";
import { onPath } from "@/scripts/tools/on-path";

/** ESR first: it alone takes, by policy, an add-on that Mozilla has not signed. */
const FIREFOX = ["firefox-esr", "firefox"];
const PACKAGE = "firefox-esr";

export const NO_FIREFOX = `Firefox is not installed (on Debian: ${PACKAGE}), and EARSHOT_FIREFOX names none`;

/** The Firefox to use, or null where none is installed. A wrong EARSHOT_FIREFOX throws: it was meant. */
export function findFirefox(): string | null {
  const wanted = process.env["EARSHOT_FIREFOX"];
  if (wanted && !existsSync(wanted)) throw new Error(`EARSHOT_FIREFOX names ${wanted}, and there is no such file.`);
  return wanted || (FIREFOX.map(onPath).find((found) => found !== null) ?? null);
}

/** Installs one where there is none and that asks nobody; elsewhere the tests that need it say that they are skipped. */
export function provideFirefox(): void {
  if (findFirefox() !== null || !canInstall()) return;
  console.log(`Installing Firefox (apt-get install ${PACKAGE}) …`);
  installPackages([PACKAGE]);
}
