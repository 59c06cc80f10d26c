import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { canInstall, installPackages } from "@/scripts/tools/apt";
import { onPath } from "@/scripts/tools/on-path";

/** ESR first: it alone takes, by policy, an add-on that Mozilla has not signed. */
const FIREFOX = ["firefox-esr", "firefox"];
const PACKAGE = "firefox-esr";

/** In 140 the driver cannot see into the form's frame; in 153 it can. What is between was not tried. */
const OLDEST = 153;

export const NO_FIREFOX = `no Firefox of version ${OLDEST} or newer (on Debian: ${PACKAGE}), and EARSHOT_FIREFOX names none`;

/** The Firefox to use, or null where none is there that can be driven. A wrong EARSHOT_FIREFOX throws: it was meant. */
export function findFirefox(): string | null {
  const wanted = process.env["EARSHOT_FIREFOX"];
  if (wanted && !existsSync(wanted)) throw new Error(`EARSHOT_FIREFOX names ${wanted}, and there is no such file.`);
  return wanted || (FIREFOX.map(onPath).find((found) => found !== null && majorOf(found) >= OLDEST) ?? null);
}

/** 0 for one that does not say, or cannot be started. */
function majorOf(path: string): number {
  try {
    const said = execFileSync(path, ["--version"], {
      encoding: "utf8",
      timeout: 30_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return Number(/Firefox (\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Installs one where there is none, or an older one, and that asks nobody; elsewhere the tests that need it say that they are skipped. */
export function provideFirefox(): void {
  if (findFirefox() !== null || !canInstall()) return;
  console.log(`Installing Firefox (apt-get install ${PACKAGE}) …`);
  installPackages([PACKAGE]);
}
