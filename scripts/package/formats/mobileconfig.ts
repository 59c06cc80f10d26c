import { v5 as uuidOf } from "uuid";
import type { Deployment } from "../describe";
import type { KitFile, PolicyValue, PolicyValues } from "../kit-file";
import { type Element, element, xmlFile } from "../xml";
import { firefoxPolicies } from "./firefox";

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';
/** So that the same profile gets the same ids in every run: a Mac then replaces it, and has it once. */
const NAMESPACE = "3f0c6a52-7c1e-4a43-9a53-2f3f2f6c9b1d";

const DOMAINS = { chrome: "com.google.Chrome", edge: "com.microsoft.Edge" } as const;

/** A configuration profile for each browser on macOS. */
export function mobileconfigFiles(deployment: Deployment): KitFile[] {
  const chromium = deployment.chromium.flatMap(({ name, label, extensionId, settings }) => {
    if (name === "chromium") return [];
    const domain = DOMAINS[name];
    return [
      profile(deployment, name, label, [
        [domain, { ExtensionSettings: { [extensionId]: settings } }],
        [`${domain}.extensions.${extensionId}`, deployment.policy],
      ]),
    ];
  });
  const firefox = profile(deployment, "firefox", "Firefox", [
    ["org.mozilla.firefox", { EnterprisePoliciesEnabled: true, ...firefoxPolicies(deployment) }],
  ]);
  return [...chromium, firefox];
}

function profile(
  { company, version }: Deployment,
  name: string,
  label: string,
  payloads: [type: string, values: PolicyValues][],
): KitFile {
  const head = (type: string, identifier: string, title: string): PolicyValues => ({
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(`${company} ${identifier}`, NAMESPACE).toUpperCase(),
    PayloadDisplayName: title,
  });
  const root = `earshot.${name}`;
  const title = `Earshot ${version} for ${label}`;
  const content: PolicyValues = {
    ...head("Configuration", root, title),
    PayloadOrganization: company,
    PayloadScope: "System",
    PayloadContent: payloads.map(([type, values], index) => ({
      ...head(type, `${root}.${index + 1}`, title),
      ...values,
    })),
  };
  return {
    path: `macos/${name}.mobileconfig`,
    content: xmlFile(element("plist", { version: "1.0" }, plist(content)), DOCTYPE),
  };
}

function plist(value: PolicyValue): Element {
  switch (typeof value) {
    case "string":
      return element("string", {}, value);
    case "boolean":
      return element(value ? "true" : "false", {});
    case "number":
      return element(Number.isInteger(value) ? "integer" : "real", {}, String(value));
    case "object":
      if (Array.isArray(value)) return element("array", {}, ...value.map(plist));
      return element(
        "dict",
        {},
        ...Object.entries(value).flatMap(([key, inner]) => [element("key", {}, key), plist(inner)]),
      );
    default:
      return value satisfies never;
  }
}
