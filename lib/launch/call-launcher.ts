import { browser } from "wxt/browser";
import type { LauncherHandle } from "@/entrypoints/launcher.content/handle";

/**
 * Has the launcher in a tab's page do something, and gives what it says; undefined where there is none. By injection:
 * a launcher that listened for messages would cost every page 0.7 ms and 14 KiB before anybody touches it.
 */
export async function callLauncher<C extends "open" | "remove" | "place">(
  tabId: number,
  call: C,
  ...args: Parameters<LauncherHandle[C]>
): Promise<unknown> {
  try {
    const [done] = await browser.scripting.executeScript({
      target: { tabId },
      args: [call, args],
      func: (name: string, given: unknown[]) =>
        (globalThis.earshot as unknown as Record<string, (...all: unknown[]) => unknown>)?.[name]?.(...given),
    });
    return done?.result;
  } catch {
    // A page that takes no script has no launcher.
    return undefined;
  }
}
