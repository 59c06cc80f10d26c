import type { Policy } from "./policy";
import { siteOf } from "./site-of";

/** Whether the page at this address has the button. */
export function hasLauncher(policy: Pick<Policy, "sites">, address: string): boolean {
  const sitesWhere = (hasButton: boolean) => policy.sites.filter(({ launcher }) => (launcher !== false) === hasButton);
  return (
    siteOf({ sites: sitesWhere(true) }, address) !== null && siteOf({ sites: sitesWhere(false) }, address) === null
  );
}
