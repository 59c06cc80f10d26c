import type { Deployment } from "../describe";
import { asJson, type KitFile } from "../kit-file";

/** Firefox's policies, as `policies.json` and the macOS profile hold them. */
export function firefoxPolicies({ firefox, policy }: Deployment) {
  return {
    ExtensionSettings: { [firefox.id]: firefox.settings },
    "3rdparty": { Extensions: { [firefox.id]: policy } },
  };
}

export function firefoxFiles(deployment: Deployment): KitFile[] {
  return [{ path: "firefox/policies.json", content: asJson({ policies: firefoxPolicies(deployment) }) }];
}
