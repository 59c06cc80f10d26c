import { z } from "zod";
import type { Files } from "./zip";

const manifestSchema = z.looseObject({
  version: z.string(),
  browser_specific_settings: z.looseObject({ gecko: z.looseObject({ id: z.string() }) }).optional(),
});

type Manifest = z.infer<typeof manifestSchema>;

/** Private windows are off for good: no switch of the browser lets it in there. */
const EVERYWHERE = { incognito: "not_allowed" };

/** Signed by the company, and updated from its own address. */
export function forCrx(files: Files, own: { version: string; publicKey: string; updatesXml: string }): Files {
  return withManifest(files, (manifest) => ({
    ...manifest,
    ...EVERYWHERE,
    version: own.version,
    key: own.publicKey,
    update_url: own.updatesXml,
  }));
}

/** A store signs and updates by itself, and takes no package that says how. */
export function forStore(files: Files, { version }: { version: string }): Files {
  return withManifest(files, ({ key: _key, update_url: _url, ...manifest }) => ({
    ...manifest,
    ...EVERYWHERE,
    version,
  }));
}

export function forXpi(files: Files, own: { version: string; firefoxId: string; updatesJson: string }): Files {
  return withManifest(files, (manifest) => ({
    ...manifest,
    ...EVERYWHERE,
    version: own.version,
    browser_specific_settings: {
      ...manifest.browser_specific_settings,
      gecko: { ...manifest.browser_specific_settings?.gecko, id: own.firefoxId, update_url: own.updatesJson },
    },
  }));
}

function withManifest(files: Files, change: (manifest: Manifest) => Record<string, unknown>): Files {
  const bytes = files.get("manifest.json");
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return new Map([...files, ["manifest.json", new TextEncoder().encode(JSON.stringify(change(manifest)))]]);
}
