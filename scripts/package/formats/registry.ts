import { managedSchema } from "@/lib/policy/managed-schema";
import type { ChromiumTarget, Deployment } from "../describe";
import type { PolicyValue, PolicyValues } from "../kit-file";

/** A key of the registry below HKEY_LOCAL_MACHINE with the values that it is to have. */
export interface RegistryKey {
  path: string;
  /** A number is a DWORD, a text a REG_SZ. */
  values: { name: string; data: string | number }[];
  /** Names that are ours and not to be there. */
  absent: string[];
}

const REGISTRY_ROOTS = {
  chrome: "SOFTWARE\\Policies\\Google\\Chrome",
  edge: "SOFTWARE\\Policies\\Microsoft\\Edge",
} as const;

export interface WindowsTarget extends ChromiumTarget {
  name: keyof typeof REGISTRY_ROOTS;
}

export function windowsTargets({ chromium }: Deployment): WindowsTarget[] {
  return chromium.filter((target): target is WindowsTarget => target.name !== "chromium");
}

export function settingsPath({ name, extensionId }: WindowsTarget): string {
  return `${REGISTRY_ROOTS[name]}\\ExtensionSettings\\${extensionId}`;
}

export function policyPath({ name, extensionId }: WindowsTarget): string {
  return `${REGISTRY_ROOTS[name]}\\3rdparty\\extensions\\${extensionId}\\policy`;
}

/**
 * What a browser reads on Windows. Below the extension's own names, so that what others set stays. A list or a group is
 * one JSON text, which Chromium takes as well as a tree of keys: it changes at once as a whole, and leaves nothing
 * behind when it gets shorter.
 */
export function registryKeys(target: WindowsTarget, policy: PolicyValues): RegistryKey[] {
  const known = Object.keys(managedSchema().properties ?? {});
  return [
    { path: settingsPath(target), values: valuesOf(target.settings), absent: [] },
    {
      path: policyPath(target),
      values: valuesOf(policy),
      absent: known.filter((key) => !Object.hasOwn(policy, key)),
    },
  ];
}

function valuesOf(values: PolicyValues): RegistryKey["values"] {
  return Object.entries(values).map(([name, value]) => ({ name, data: dataOf(value) }));
}

function dataOf(value: PolicyValue): string | number {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
