/**
 * The roll-out kit of a company: `npm run package -- key earshot-key.pem`, once, then `npm run package -- company.json`.
 * docs/rollout.md says how to go on.
 */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildExtension } from "./build/extension";
import { makeKey, PackageError, readKey } from "./package/archive/company-key";
import { readBuild } from "./package/archive/read-build";
import { readCompany } from "./package/company/read-company";
import { makeKit } from "./package/make-kit";
import { readSbom } from "./package/sbom";
import { writeKit } from "./package/write-kit";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const USAGE = `Usage:
  npm run package -- key FILE                          makes the company's key, once
  npm run package -- company.json [--out output/package]   makes the kit; company.example.json shows what it reads
`;

const CUSTODY = `This key is what makes an update an update: whoever has it can put code into every browser of the company, and without
it nobody can update what is installed. Keep it where you keep your code-signing keys, with one copy elsewhere, out of
the repository and off the machine that serves updates. It has no password of its own.`;

async function main(args: string[]): Promise<void> {
  const options = { out: { type: "string", default: join(ROOT, "output/package") } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [first, second, ...rest] = positionals;
  if (first === undefined || rest.length > 0 || (second !== undefined && first !== "key"))
    throw new PackageError(USAGE);
  if (first !== "key") return packageFor(resolve(first), resolve(values.out));
  if (second === undefined) throw new PackageError(USAGE);
  const key = makeKey(resolve(second));
  console.log(`The key is in ${key.file}. What it signs has the id ${key.extensionId}.\n\n${CUSTODY}`);
}

async function packageFor(companyFile: string, out: string): Promise<void> {
  const read = readCompany(readJson(companyFile));
  if (!read.ok) {
    throw new PackageError(
      `${companyFile} cannot be used:\n${read.problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  }
  const { company } = read;
  const key = readKey(resolve(dirname(companyFile), company.key));
  const own = z.object({ version: z.string() }).parse(readJson(join(ROOT, "package.json")));
  const version = company.version ?? own.version;
  const chromium = await buildExtension(ROOT, "shipped");
  const firefox = await buildExtension(ROOT, "firefox");
  const builds = { chromium: readBuild(chromium.folder), firefox: readBuild(firefox.folder) };
  const files = await makeKit({ company, key, version, builds, sbom: readSbom(ROOT) });
  writeKit(out, files);
  console.log(
    `${files.length} files for ${company.company}, version ${version}, are in ${out}. READ-ME.txt says what they are.`,
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PackageError(`${path} cannot be read as JSON: ${why}`, { cause: error });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof PackageError || (error instanceof TypeError && "code" in error);
  if (!isUsage) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
