import { createHash } from "node:crypto";
import type { Deployment } from "../describe";
import { asJson, type KitFile } from "../kit-file";
import { element, xmlFile } from "../xml";

/** What browsers ask to learn of a newer version: Chromium's `updates.xml`, Firefox's `updates.json`. */
export function updateFiles(deployment: Deployment, ownId: string, xpi: Uint8Array): KitFile[] {
  const { version, addresses, firefox } = deployment;
  const updates = element(
    "gupdate",
    { xmlns: "http://www.google.com/update2/response", protocol: "2.0" },
    element("app", { appid: ownId }, element("updatecheck", { codebase: addresses.crx, version })),
  );
  const hash = createHash("sha256").update(xpi).digest("hex");
  const update = { version, update_link: addresses.xpi, update_hash: `sha256:${hash}` };
  return [
    { path: "extension/updates.xml", content: xmlFile(updates) },
    { path: "extension/updates.json", content: asJson({ addons: { [firefox.id]: { updates: [update] } } }) },
  ];
}
