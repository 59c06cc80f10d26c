import { useEffect, useState } from "react";
import { browser } from "wxt/browser";

/** What the browser says of this extension. */
export interface BrowserFacts {
  version: string;
  id: string;
  /** Installed by policy, which the person cannot undo. */
  isForced: boolean;
  isInPrivateWindows: boolean;
  permissions: string[];
  /** Host permissions, before what the browser's policy takes away. */
  hosts: string[];
  /** The browser and its system, as every page is told. */
  agent: string;
}

export function useBrowserFacts(): BrowserFacts | null {
  const [facts, setFacts] = useState<BrowserFacts | null>(null);
  useEffect(() => {
    read().then(setFacts, () => {});
  }, []);
  return facts;
}

async function read(): Promise<BrowserFacts> {
  const [self, granted, isInPrivateWindows] = await Promise.all([
    browser.management.getSelf(),
    browser.permissions.getAll(),
    browser.extension.isAllowedIncognitoAccess(),
  ]);
  return {
    version: self.version,
    id: browser.runtime.id,
    isForced: self.installType === "admin",
    isInPrivateWindows,
    permissions: (granted.permissions ?? []).toSorted(),
    hosts: (granted.origins ?? []).toSorted(),
    agent: navigator.userAgent,
  };
}
