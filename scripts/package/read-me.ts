import type { Deployment } from "./describe";
import { LINUX_FOLDERS } from "./formats/linux";

/** Its first line is how the next run knows a folder of its own. */
export const KIT_MARK = "Earshot's roll-out kit";

/** What lies in the folder, for whoever opens it. */
export function readMe({ company, version, addresses, chromium, firefox }: Deployment, ownId: string): string {
  const ids = chromium.map(({ label, extensionId }) => `  ${label}: ${extensionId}`).join("\n");
  const folders = Object.entries(LINUX_FOLDERS).map(([name, folder]) => `  linux/${name}/earshot.json -> ${folder}`);
  return `${KIT_MARK}
for ${company}, version ${version}. Made by npm run package; nothing in it is meant to be changed by hand.
How to use it: docs/rollout.md.

What is signed with the company's key has the id ${ownId}.
${ids}
  Firefox: ${firefox.id}

extension/   what browsers load. Serve it at ${new URL(".", addresses.updatesXml).href}
store/       for the Chrome Web Store and Edge Add-ons, where a store is needed
windows/     chrome.reg and edge.reg, deploy.ps1, detect.ps1, remove.ps1, and the group policy's template in admx/
intune/      the same as a custom profile
google-admin/ the text for "Policy for extensions" in Google's Admin console
macos/       a configuration profile for each browser
firefox/     policies.json, for /etc/firefox/policies/ or the folder distribution/ beside the program
${folders.join("\n")}
sbom.cdx.json what it is made of (CycloneDX)
SHA256SUMS   sha256sum --check SHA256SUMS
`;
}
