import type { PageContext } from "@/lib/protocol/context";
import { templatePath } from "./template-path";

/** A page may ask for an address of megabytes. */
const MOST_READ = 4096;

type Failed = NonNullable<PageContext["failedRequests"]>;

/** At most 10, the newest, each path once: an application that polls must not fill the list with one failure. */
export function failedRequests(
  resources: readonly { name: string; responseStatus?: number }[],
  origin: string,
): Failed | undefined {
  const byPath = new Map<string, Failed[number]>();
  for (const { name, responseStatus: status = 0 } of resources) {
    const address = name.slice(0, MOST_READ);
    if (status < 400 || status > 999 || !URL.canParse(address)) continue;
    const url = new URL(address);
    // The browser asks for the icon by itself; nobody misses it.
    if (url.origin !== origin || url.pathname === "/favicon.ico") continue;
    const path = templatePath(url.pathname, "");
    const key = `${status} ${path}`;
    byPath.delete(key);
    byPath.set(key, { path, status });
  }
  return byPath.size > 0 ? [...byPath.values()].slice(-10) : undefined;
}
