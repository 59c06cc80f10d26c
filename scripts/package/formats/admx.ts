import type { Deployment } from "../describe";
import type { KitFile, PolicyValues } from "../kit-file";
import { type Element, element, xmlFile } from "../xml";
import {
  policyPath,
  registryKeys,
  type RegistryKey,
  settingsPath,
  type WindowsTarget,
  windowsTargets,
} from "./registry";
import { type TemplateSetting, templateSettings } from "./template-settings";

/** The longest text that the group policy editor takes in one field. */
const LONGEST_TEXT = "16383";

const NAMESPACES = {
  "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  xmlns: "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions",
  revision: "1.0",
  schemaVersion: "1.0",
};

/** What a policy is called in the template, and what it is about. Intune asks for it by this name. */
export function policyName(target: WindowsTarget, key: string): string {
  return `${target.name}_${key.replaceAll(".", "_")}`;
}

export function categoryName(target: WindowsTarget): string {
  return `Earshot_${target.name}`;
}

export const INSTALL = "install";

export function admxFiles(deployment: Deployment): KitFile[] {
  return [
    { path: "windows/admx/earshot.admx", content: admxText(deployment) },
    { path: "windows/admx/en-US/earshot.adml", content: adml(deployment) },
  ];
}

export function admxText(deployment: Deployment): string {
  const targets = windowsTargets(deployment);
  return xmlFile(
    element(
      "policyDefinitions",
      NAMESPACES,
      element("policyNamespaces", {}, element("target", { prefix: "earshot", namespace: "Earshot.Policies" })),
      element("resources", { minRequiredRevision: "1.0" }),
      element(
        "supportedOn",
        {},
        element("definitions", {}, element("definition", { name: "any", displayName: "$(string.supported)" })),
      ),
      element(
        "categories",
        {},
        element("category", { name: "Earshot", displayName: "$(string.Earshot)" }),
        ...targets.map((target) =>
          element(
            "category",
            { name: categoryName(target), displayName: `$(string.${categoryName(target)})` },
            element("parentCategory", { ref: "Earshot" }),
          ),
        ),
      ),
      element(
        "policies",
        {},
        ...targets.flatMap((target) => [
          installPolicy(target, deployment.policy),
          ...templateSettings().map((setting) => settingPolicy(target, setting)),
        ]),
      ),
    ),
  );
}

function policy(target: WindowsTarget, name: string, attributes: Record<string, string>, ...rest: Element[]): Element {
  return element(
    "policy",
    { name, class: "Machine", displayName: `$(string.${name})`, explainText: `$(string.${name}_help)`, ...attributes },
    element("parentCategory", { ref: categoryName(target) }),
    element("supportedOn", { ref: "any" }),
    ...rest,
  );
}

/** Enabled it installs, pins and confines; what it writes is what the scripts write. */
function installPolicy(target: WindowsTarget, values: PolicyValues): Element {
  const [settings] = registryKeys(target, values);
  return policy(
    target,
    policyName(target, INSTALL),
    { key: settingsPath(target) },
    element("enabledList", {}, ...itemsOf(settings)),
  );
}

function itemsOf(key: RegistryKey | undefined): Element[] {
  return (key?.values ?? []).map(({ name, data }) =>
    element(
      "item",
      { key: key?.path ?? "", valueName: name },
      element(
        "value",
        {},
        typeof data === "number" ? element("decimal", { value: `${data}` }) : element("string", {}, data),
      ),
    ),
  );
}

function settingPolicy(target: WindowsTarget, setting: TemplateSetting): Element {
  const name = policyName(target, setting.key);
  const key = setting.group === "" ? policyPath(target) : `${policyPath(target)}\\${setting.group}`;
  if (setting.control === "switch") {
    const decimal = (value: string) => element("decimal", { value });
    return policy(
      target,
      name,
      { key, valueName: setting.valueName },
      element("enabledValue", {}, decimal("1")),
      element("disabledValue", {}, decimal("0")),
    );
  }
  const input =
    setting.control === "lines"
      ? element("list", { id: name, key: `${key}\\${setting.valueName}`, valuePrefix: "" })
      : element("text", { id: name, valueName: setting.valueName, required: "true", maxLength: LONGEST_TEXT });
  return policy(target, name, { key, presentation: `$(presentation.${name})` }, element("elements", {}, input));
}

function adml(deployment: Deployment): string {
  const targets = windowsTargets(deployment);
  const strings = new Map([
    ["Earshot", "Earshot"],
    ["supported", "Chromium 123 or newer"],
    ...targets.flatMap((target): [string, string][] => [
      [categoryName(target), target.label],
      [policyName(target, INSTALL), "Install Earshot, pinned, for internal hosts only"],
      [`${policyName(target, INSTALL)}_help`, installHelp(deployment, target)],
      ...templateSettings().flatMap((setting): [string, string][] => [
        [policyName(target, setting.key), setting.key],
        [`${policyName(target, setting.key)}_help`, helpOf(setting)],
      ]),
    ]),
  ]);
  return xmlFile(
    element(
      "policyDefinitionResources",
      NAMESPACES,
      element("displayName", {}, "Earshot"),
      element("description", {}, `Earshot for ${deployment.company}`),
      element(
        "resources",
        {},
        element("stringTable", {}, ...[...strings].map(([id, text]) => element("string", { id }, text))),
        element("presentationTable", {}, ...targets.flatMap((target) => presentations(target))),
      ),
    ),
  );
}

function presentations(target: WindowsTarget): Element[] {
  return templateSettings()
    .filter(({ control }) => control !== "switch")
    .map((setting) => {
      const id = policyName(target, setting.key);
      const input =
        setting.control === "lines"
          ? element("listBox", { refId: id }, setting.key)
          : element("textBox", { refId: id }, element("label", {}, setting.key));
      return element("presentation", { id }, input);
    });
}

function installHelp({ version, addresses }: Deployment, { extensionId, label }: WindowsTarget): string {
  return `Enabled: ${label} installs Earshot ${version} (${extensionId}) and keeps it up to date by ${addresses.updatesXml}, or by its store where the company uses that. Not configured: it is taken away, with what it holds.`;
}

function helpOf({ what, without, control, key }: TemplateSetting): string {
  const form = control === "json" ? ` Written as JSON, as docs/policy.md shows it for ${key}.` : "";
  return `${what}.${form}${without === "" ? "" : ` Without it: ${without}.`}`;
}
