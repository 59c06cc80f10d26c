import type { Deployment } from "../describe";
import { asJson, type KitFile, type PolicyValue } from "../kit-file";
import { escapeXml } from "../xml";
import { admxText, categoryName, INSTALL, policyName } from "./admx";
import { type WindowsTarget, windowsTargets } from "./registry";
import { type TemplateSetting, templateSettings, valueOf } from "./template-settings";

const ROOT = "./Device/Vendor/MSFT/Policy";
/** Between the items of a list, as Windows wants it. */
const BETWEEN = "&#xF000;";

/**
 * A custom profile for Intune, as its Graph interface takes it: the administrative template, then every setting of the
 * policy by its OMA-URI.
 */
export function intuneFiles(deployment: Deployment): KitFile[] {
  const settings = windowsTargets(deployment).flatMap((target) => [
    omaSetting(`Earshot: install in ${target.label}`, uriOf(target, INSTALL), "<enabled/>"),
    ...templateSettings().flatMap((setting) => {
      const value = valueOf(deployment.policy, setting);
      if (value === undefined) return [];
      const name = `Earshot: ${setting.key} for ${target.label}`;
      return [omaSetting(name, uriOf(target, setting.key), dataOf(target, setting, value))];
    }),
  ]);
  const template = omaSetting(
    "Earshot: the template, first of all",
    `${ROOT}/ConfigOperations/ADMXInstall/Earshot/Policy/EarshotAdmx`,
    admxText(deployment),
  );
  return [
    {
      path: "intune/oma-uri.json",
      content: asJson({
        "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
        displayName: `Earshot ${deployment.version}`,
        description: `Earshot for ${deployment.company}`,
        omaSettings: [template, ...settings],
      }),
    },
  ];
}

function uriOf(target: WindowsTarget, key: string): string {
  return `${ROOT}/Config/Earshot~Policy~Earshot~${categoryName(target)}/${policyName(target, key)}`;
}

function omaSetting(displayName: string, omaUri: string, value: string) {
  return { "@odata.type": "#microsoft.graph.omaSettingString", displayName, omaUri, value };
}

function dataOf(target: WindowsTarget, { key, control }: TemplateSetting, value: PolicyValue): string {
  if (control === "switch") return value === true ? "<enabled/>" : "<disabled/>";
  return `<enabled/><data id="${policyName(target, key)}" value="${textOf(control, value)}"/>`;
}

function textOf(control: TemplateSetting["control"], value: PolicyValue): string {
  if (control === "lines" && Array.isArray(value)) {
    return value.map((item, index) => `${index + 1}${BETWEEN}${escapeXml(plainText(item))}`).join(BETWEEN);
  }
  return escapeXml(plainText(value));
}

function plainText(value: PolicyValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
