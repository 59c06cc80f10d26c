import { createHash } from "node:crypto";
import type { CompanyKey } from "./archive/company-key";
import { forCrx, forStore, forXpi } from "./archive/manifests";
import { signCrx } from "./archive/sign-crx";
import { updateFiles } from "./archive/update-files";
import { type Files, zipFiles } from "./archive/zip";
import type { Company } from "./company/read-company";
import { type Deployment, describeDeployment } from "./describe";
import { admxFiles } from "./formats/admx";
import { firefoxFiles } from "./formats/firefox";
import { googleAdminFiles } from "./formats/google-admin";
import { intuneFiles } from "./formats/intune";
import { linuxFiles } from "./formats/linux";
import { mobileconfigFiles } from "./formats/mobileconfig";
import { powershellFiles } from "./formats/powershell";
import { regFiles } from "./formats/reg-file";
import { asJson, type KitFile } from "./kit-file";
import { readMe } from "./read-me";

export interface KitParts {
  company: Company;
  key: CompanyKey;
  version: string;
  builds: { chromium: Files; firefox: Files };
  /** CycloneDX. */
  sbom: unknown;
}

/** Every file of the kit: the same bytes for the same parts. */
export async function makeKit({ company, key, version, builds, sbom }: KitParts): Promise<KitFile[]> {
  const deployment = describeDeployment(company, key.extensionId, version);
  const { updatesXml, updatesJson } = deployment.addresses;
  const crxZip = zipFiles(forCrx(builds.chromium, { version, publicKey: key.publicKey, updatesXml }));
  const xpi = zipFiles(forXpi(builds.firefox, { version, firefoxId: company.firefoxId, updatesJson }));
  const files: KitFile[] = [
    { path: `extension/earshot-${version}.crx`, content: await signCrx(crxZip, key.file) },
    { path: `extension/earshot-${version}.xpi`, content: xpi },
    ...updateFiles(deployment, key.extensionId, xpi),
    { path: `store/earshot-${version}.zip`, content: zipFiles(forStore(builds.chromium, { version })) },
    ...policyFiles(deployment),
    { path: "sbom.cdx.json", content: asJson(sbom) },
    { path: "READ-ME.txt", content: readMe(deployment, key.extensionId) },
  ];
  return [...files, { path: "SHA256SUMS", content: sums(files) }];
}

/** How each way of managing browsers is told the same. */
function policyFiles(deployment: Deployment): KitFile[] {
  return [
    linuxFiles,
    regFiles,
    powershellFiles,
    admxFiles,
    intuneFiles,
    googleAdminFiles,
    mobileconfigFiles,
    firefoxFiles,
  ].flatMap((format) => format(deployment));
}

/** As `sha256sum --check` reads it. */
function sums(files: KitFile[]): string {
  const lines = files.map(({ path, content }) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
  return lines.join("");
}
