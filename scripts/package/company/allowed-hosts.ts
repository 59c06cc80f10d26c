const HOST = /^(\*|https?):\/\/(\[[0-9a-f:.]+\]|[^/:]+)/i;

/**
 * The hosts that the extension may touch, as browsers take them in `runtime_allowed_hosts`: without a path, for which
 * Chromium drops the whole setting, and without a port, so that all ports count.
 */
export function allowedHosts(matches: readonly string[], endpoint: string, more: readonly string[]): string[] {
  const hosts = [...matches, endpoint, ...more].flatMap((text) => HOST.exec(text)?.[0].toLowerCase() ?? []);
  return [...new Set(hosts)];
}

/** Whether a host or pattern names every host there is, or all of a top-level domain. */
export function isEveryHost(text: string): boolean {
  if (text === "<all_urls>") return true;
  const [, , host = ""] = HOST.exec(text) ?? [];
  return host === "*" || (host.startsWith("*.") && !host.slice(2).includes("."));
}
