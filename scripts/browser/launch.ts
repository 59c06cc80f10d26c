import { mkdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";

/** Fixed by the public key in the manifest (wxt.config.ts). */
export const EXTENSION_ID = "keahcjdpfdiaghhgmacmblokcoloaibc";

export interface LaunchOptions {
  executable: string;
  /** The built extension; null launches without (where policy installs it). */
  extension: string | null;
  profile: string;
  headless: boolean;
  viewport?: { width: number; height: number } | null;
  colorScheme?: "light" | "dark";
  /** The interface language, `en`, `de` or `pt-BR`. */
  locale?: string;
  /** Chromium's host mapping. The default keeps a test's browser off the network; null lets it out. */
  hosts?: string | null;
  args?: string[];
  ignoreDefaultArgs?: string[];
  /** Of what policy installs; what is loaded from a folder has the one that the manifest fixes. */
  extensionId?: string;
}

/** Chromium with the extension in it and a profile of its own. */
export interface EarshotBrowser {
  context: BrowserContext;
  profile: string;
  /** The extension's worker; waits for it, and wakes it by opening one of its pages where it sleeps. */
  worker(): Promise<Worker>;
  /** A page of the extension in a new tab, e.g. `popup.html`. */
  open(page: string, viewport?: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
  /** SIGKILL, as in a power cut; the profile can be launched again at once. */
  kill(): Promise<void>;
}

const OFF_THE_NETWORK = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1, EXCLUDE localhost";

export async function launchBrowser(options: LaunchOptions): Promise<EarshotBrowser> {
  const { extensionId = EXTENSION_ID } = options;
  mkdirSync(options.profile, { recursive: true });
  dropSingleton(options.profile);
  const hosts = options.hosts === undefined ? OFF_THE_NETWORK : options.hosts;
  const starting = chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: options.headless,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    colorScheme: options.colorScheme ?? "light",
    // Whoever launches decides when it ends; Playwright's own handlers would end this process at once.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: options.ignoreDefaultArgs ?? [],
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-component-update",
      "--disable-sync",
      `--lang=${options.locale ?? "en"}`,
      ...(hosts === null ? [] : [`--host-resolver-rules=${hosts}`]),
      ...(options.extension === null
        ? []
        : [`--load-extension=${options.extension}`, `--disable-extensions-except=${options.extension}`]),
      ...(options.args ?? []),
    ],
    // Chromium takes the interface's language on Linux from the environment alone.
    env: { ...definedEnvironment(), LANGUAGE: (options.locale ?? "en").replace("-", "_") },
  });
  const context = await starting.catch((error: unknown) => {
    // Playwright adds its whole log, of which the first line says what a person can act on.
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Error(`The browser ${options.executable} did not start: ${why}`, { cause: error });
  });
  const pid = browserPid(options.profile);
  let closed = false;
  const hasClosed = new Promise<void>((resolve) => context.once("close", () => resolve()));
  void hasClosed.then(() => (closed = true));

  async function open(page: string, viewport?: { width: number; height: number }): Promise<Page> {
    const tab = await context.newPage();
    if (viewport) await tab.setViewportSize(viewport);
    await tab.goto(`chrome-extension://${extensionId}/${page}`);
    return tab;
  }

  return {
    context,
    profile: options.profile,
    open,
    async worker() {
      const running = context.serviceWorkers().find((worker) => worker.url().includes(extensionId));
      return running ?? (await context.waitForEvent("serviceworker", { timeout: 15_000 }));
    },
    async close() {
      if (!closed) await context.close();
    },
    async kill() {
      if (pid !== null) process.kill(pid, "SIGKILL");
      await hasClosed;
      dropSingleton(options.profile);
    },
  };
}

/** Chromium's lock on its profile is a link to "host-pid". A killed browser leaves it behind. */
function browserPid(profile: string): number | null {
  try {
    return Number(readlinkSync(join(profile, "SingletonLock")).split("-").at(-1));
  } catch {
    return null;
  }
}

/** Removes the lock of a browser that is gone; a living one keeps its profile. */
function dropSingleton(profile: string): void {
  const pid = browserPid(profile);
  if (pid !== null && isAlive(pid)) return;
  for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(join(profile, name), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
