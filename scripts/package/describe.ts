import type { Company } from "./company/read-company";
import type { PolicyValues } from "./kit-file";

/** A browser of Chromium's kind, and what it is told. */
export interface ChromiumTarget {
  name: "chrome" | "edge" | "chromium";
  /** For people. */
  label: string;
  extensionId: string;
  /** What stands below the extension's id in the browser policy `ExtensionSettings`. */
  settings: PolicyValues;
}

/** All that the formats are made of: what is to be so in each browser, whoever brings it there. */
export interface Deployment {
  company: string;
  version: string;
  chromium: ChromiumTarget[];
  firefox: { id: string; settings: PolicyValues };
  /** What `storage.managed` is to hold, the same in every browser. */
  policy: PolicyValues;
  /** Of the files that browsers load, in the folder `extension/`. */
  addresses: { crx: string; xpi: string; updatesXml: string; updatesJson: string };
}

const STORES = {
  chrome: "https://clients2.google.com/service/update2/crx",
  edge: "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
} as const;

const LABELS = { chrome: "Google Chrome", edge: "Microsoft Edge", chromium: "Chromium" } as const;

/** `ownId` follows from the company's key, `version` is the one to be published. */
export function describeDeployment(company: Company, ownId: string, version: string): Deployment {
  const at = (file: string) => new URL(file, company.updateAddress).href;
  const addresses = {
    crx: at(`earshot-${version}.crx`),
    xpi: at(`earshot-${version}.xpi`),
    updatesXml: at("updates.xml"),
    updatesJson: at("updates.json"),
  };
  const chromium = (["chrome", "edge", "chromium"] as const).map((name): ChromiumTarget => {
    const storeId = name === "chromium" ? undefined : company.store[name];
    const where: PolicyValues =
      storeId === undefined || name === "chromium"
        ? // Without the second Chromium looks for updates where the manifest says, and nowhere else.
          { update_url: addresses.updatesXml, override_update_url: true }
        : { update_url: STORES[name] };
    return {
      name,
      label: LABELS[name],
      extensionId: storeId ?? ownId,
      settings: {
        installation_mode: "force_installed",
        ...where,
        ...(name === "edge" ? { toolbar_state: "force_shown" } : { toolbar_pin: "force_pinned" }),
        runtime_blocked_hosts: ["*://*"],
        runtime_allowed_hosts: company.hosts,
      },
    };
  });
  return {
    company: company.company,
    version,
    chromium,
    firefox: {
      id: company.firefoxId,
      settings: {
        installation_mode: "force_installed",
        install_url: addresses.xpi,
        default_area: "navbar",
        private_browsing: false,
      },
    },
    policy: { ...company.policy, delivered: Object.keys(company.policy) },
    addresses,
  };
}
