import type { Deployment } from "../describe";
import { asJson, type KitFile } from "../kit-file";

/** Where each browser looks. */
export const LINUX_FOLDERS = {
  chrome: "/etc/opt/chrome/policies/managed/",
  edge: "/etc/opt/edge/policies/managed/",
  chromium: "/etc/chromium/policies/managed/",
} as const;

/** One file a browser for its managed policies. */
export function linuxFiles({ chromium, policy }: Deployment): KitFile[] {
  return chromium.map(({ name, extensionId, settings }) => ({
    path: `linux/${name}/earshot.json`,
    content: asJson({
      ExtensionSettings: { [extensionId]: settings },
      "3rdparty": { extensions: { [extensionId]: policy } },
    }),
  }));
}
