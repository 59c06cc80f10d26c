import type { Deployment } from "../describe";
import type { KitFile } from "../kit-file";
import { policyPath, registryKeys, type RegistryKey, settingsPath, windowsTargets } from "./registry";

/** For the registry editor: one file a browser to set everything, one to take it away. */
export function regFiles(deployment: Deployment): KitFile[] {
  return windowsTargets(deployment).flatMap((target) => [
    { path: `windows/${target.name}.reg`, content: regFile(registryKeys(target, deployment.policy).map(section)) },
    {
      path: `windows/${target.name}-remove.reg`,
      content: regFile([policyPath(target), settingsPath(target)].map((path) => `[-HKEY_LOCAL_MACHINE\\${path}]`)),
    },
  ]);
}

/** UTF-16 with its mark: in anything else the editor reads letters beyond ASCII wrongly. */
function regFile(sections: string[]): Uint8Array {
  const text = `Windows Registry Editor Version 5.00\n\n${sections.join("\n\n")}\n`;
  return Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`, "utf16le");
}

function section({ path, values, absent }: RegistryKey): string {
  return [
    `[HKEY_LOCAL_MACHINE\\${path}]`,
    ...values.map(({ name, data }) => `"${name}"=${dataText(data)}`),
    ...absent.map((name) => `"${name}"=-`),
  ].join("\n");
}

function dataText(data: string | number): string {
  if (typeof data === "number") return `dword:${data.toString(16).padStart(8, "0")}`;
  // A line's end inside a text has no other spelling.
  if (/[\t\r\n]/.test(data)) {
    return `hex(1):${[...Buffer.from(`${data}\0`, "utf16le")].map((byte) => byte.toString(16).padStart(2, "0")).join(",")}`;
  }
  return `"${data.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
