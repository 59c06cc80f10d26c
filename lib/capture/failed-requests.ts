import type { PageContext } from "@/lib/protocol/context";
import { templatePath } from "./template-path";

type Failed = NonNullable<PageContext["failedRequests"]>;

/** At most 10, the newest, each path once: an application that polls must not fill the list with one failure. */
export function failedRequests(
  resources: readonly { name: string; responseStatus?: number }[],
  origin: string,
): Failed | undefined {
  const byPath = new Map<string, Failed[number]>();
  for (const { name, responseStatus: status = 0 } of resources) {
    if (status < 400 || !URL.canParse(name)) continue;
    const url = new URL(name);
    if (url.origin !== origin) continue;
    const path = templatePath(url.pathname, "");
    const key = `${status} ${path}`;
    byPath.delete(key);
    byPath.set(key, { path, status });
  }
  return byPath.size > 0 ? [...byPath.values()].slice(-10) : undefined;
}
