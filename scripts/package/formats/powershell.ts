import type { Deployment } from "../describe";
import type { KitFile } from "../kit-file";
import { policyPath, registryKeys, settingsPath, windowsTargets } from "./registry";

/** For Intune's remediations and every other tool that runs a script: they run as SYSTEM or an administrator. */
export function powershellFiles(deployment: Deployment): KitFile[] {
  const targets = windowsTargets(deployment);
  const keys = targets.flatMap((target) => registryKeys(target, deployment.policy));
  const title = `Earshot ${deployment.version} for ${deployment.company}: ${targets.map(({ label }) => label).join(" and ")}.`;
  const wanted = `$wanted = @(\n${keys
    .flatMap(({ path, values }) =>
      values.map(
        ({ name, data }) =>
          `  @{ Key = ${quote(`HKLM:\\${path}`)}; Name = ${quote(name)}; Type = ${typeof data === "number" ? "'DWord'" : "'String'"}; Value = ${typeof data === "number" ? data : quote(data)} }`,
      ),
    )
    .join("\n")}\n)`;
  const unwanted = `$unwanted = @(\n${keys
    .flatMap(({ path, absent }) =>
      absent.map((name) => `  @{ Key = ${quote(`HKLM:\\${path}`)}; Name = ${quote(name)} }`),
    )
    .join("\n")}\n)`;
  const trees = targets.flatMap((target) => [policyPath(target), settingsPath(target)]);
  const treeList = `$trees = @(\n${trees.map((path) => `  ${quote(`HKLM:\\${path}`)}`).join("\n")}\n)`;
  return [
    script("deploy", [comment(title, DEPLOY_NOTE), wanted, unwanted, DEPLOY]),
    script("detect", [
      comment(title, "Exit code 0: all is set. 1: something is missing or differs, and is named."),
      wanted,
      unwanted,
      DETECT,
    ]),
    script("remove", [comment(title, REMOVE_NOTE), treeList, REMOVE]),
  ];
}

const DEPLOY_NOTE =
  "Sets what is to be set, each value in place: a key that is taken away and written again could be seen in between, and\n" +
  "the browser would take the extension away, with what people have not sent yet.";
const REMOVE_NOTE =
  "Takes Earshot away. The browser deletes its data with it, also reports that have not been sent: see docs/rollout.md.";

const DEPLOY = `$ErrorActionPreference = 'Stop'
foreach ($item in $wanted) {
  if (-not (Test-Path -LiteralPath $item.Key)) { New-Item -Path $item.Key -Force | Out-Null }
  New-ItemProperty -LiteralPath $item.Key -Name $item.Name -PropertyType $item.Type -Value $item.Value -Force | Out-Null
}
foreach ($item in $unwanted) {
  Remove-ItemProperty -LiteralPath $item.Key -Name $item.Name -ErrorAction SilentlyContinue
}
Write-Output 'Earshot is set.'
exit 0`;

const DETECT = `foreach ($item in $wanted) {
  $found = (Get-ItemProperty -LiteralPath $item.Key -Name $item.Name -ErrorAction SilentlyContinue).($item.Name)
  if ($null -eq $found -or $found -cne $item.Value) {
    Write-Output "Not as it should be: $($item.Key), $($item.Name)"
    exit 1
  }
}
foreach ($item in $unwanted) {
  if ($null -ne (Get-ItemProperty -LiteralPath $item.Key -Name $item.Name -ErrorAction SilentlyContinue)) {
    Write-Output "Should not be set: $($item.Key), $($item.Name)"
    exit 1
  }
}
Write-Output 'Earshot is set.'
exit 0`;

const REMOVE = `$ErrorActionPreference = 'Stop'
foreach ($tree in $trees) {
  if (Test-Path -LiteralPath $tree) { Remove-Item -LiteralPath $tree -Recurse -Force }
}
Write-Output 'Earshot is taken away.'
exit 0`;

/** With the mark of UTF-8: Windows PowerShell takes a file without it for the computer's old code page. */
function script(name: string, parts: string[]): KitFile {
  return { path: `windows/${name}.ps1`, content: `\ufeff${parts.join("\n\n")}\n`.replaceAll("\n", "\r\n") };
}

function comment(...lines: string[]): string {
  return lines
    .flatMap((line) => line.split("\n"))
    .map((line) => `# ${line.replaceAll(/[\r\n]/g, " ")}`)
    .join("\n");
}

/** PowerShell ends a text at typographic quotes as well. */
export function quote(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}
