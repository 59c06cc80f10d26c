import { readFileSync } from "node:fs";
import type { Company } from "./company/read-company";
import { readCompany } from "./company/read-company";
import { type Deployment, describeDeployment } from "./describe";
import type { KitFile, PolicyValues } from "./kit-file";

export function exampleFile(): Record<string, unknown> {
  const path = new URL("../../company.example.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

export const OWN_ID = "abcdefghijklmnopabcdefghijklmnop";

/** Everything that a format could trip over: its own signs, quotes of every kind, what is not ASCII, line's ends. */
export const AWKWARD: PolicyValues = {
  endpoint: "https://earshot.nordwind.example",
  ingestToken: `it_$(x)%PATH%"'\\&<>]]>`,
  sites: [
    {
      name: `Müller’s "Till" & <Co> — ‚x‘ 收银 🧾`,
      purpose: "a\nb\tc",
      matches: ["https://till.nordwind.example/*"],
      titles: false,
    },
  ],
  capture: { patterns: ["KD-\\d{6}", "it's|‘x’"], selectors: ['[data-x="1"]'], timings: false, elementText: true },
  button: { labels: [{ language: "de", text: "Das nervt" }], corner: "top-left" },
};

export function sampleDeployment(policy: PolicyValues = AWKWARD, more: object = {}): Deployment {
  const read = readCompany({ ...exampleFile(), ...more, policy });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return describeDeployment(read.company satisfies Company, OWN_ID, "1.2.3");
}

export function textOf(files: readonly KitFile[], path: string, encoding: BufferEncoding = "utf8"): string {
  const content = files.find((file) => file.path === path)?.content;
  if (content === undefined) throw new Error(`no ${path} in ${files.map((file) => file.path).join(", ")}`);
  return typeof content === "string" ? content : Buffer.from(content).toString(encoding);
}
