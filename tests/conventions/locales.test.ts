import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParsedMessage, parseMessagesFile } from "@wxt-dev/i18n/build";
import { beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LANGUAGES = ["de", "pt-BR"] as const;

let english: Map<string, ParsedMessage>;
const others = new Map<string, Map<string, ParsedMessage>>();

async function catalogue(language: string): Promise<Map<string, ParsedMessage>> {
  const messages = await parseMessagesFile(join(ROOT, `locales/${language}.yml`));
  // The browser's own (`@@ui_locale`) are added by the parser; nobody translates them.
  return new Map(
    messages.map((message) => [message.key.join("."), message] as const).filter(([key]) => !key.startsWith("@@")),
  );
}

beforeAll(async () => {
  english = await catalogue("en");
  for (const language of LANGUAGES) others.set(language, await catalogue(language));
});

/** The placeholders of a text; of all forms together where it has several. */
function placeholders(message: ParsedMessage | undefined): string[] {
  if (!message) return [];
  const text = message.type === "plural" ? Object.values(message.plurals).join(" ") : message.message;
  return [...new Set(text.match(/\$\d/g))].toSorted();
}

function forms(message: ParsedMessage | undefined): string[] {
  return message?.type === "plural" ? Object.keys(message.plurals).toSorted() : [];
}

describe.each(LANGUAGES)("the texts in %s", (language) => {
  test("are the same texts as in English", () => {
    expect([...(others.get(language)?.keys() ?? [])].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test("have the same placeholders and the same plural forms", () => {
    for (const [key, message] of english) {
      const translated = others.get(language)?.get(key);
      expect([key, placeholders(translated)], key).toEqual([key, placeholders(message)]);
      expect([key, forms(translated)], key).toEqual([key, forms(message)]);
    }
  });
});

test("no text is empty in any language", () => {
  for (const messages of [english, ...others.values()]) {
    for (const [key, message] of messages) {
      const texts = message.type === "plural" ? Object.values(message.plurals) : [message.message];
      for (const text of texts) expect(text.trim(), key).not.toBe("");
    }
  }
});

test("every text is used somewhere", () => {
  const source = ["entrypoints", "lib", "components", "wxt.config.ts"]
    .map((path) => readAll(join(ROOT, path)))
    .join("\n");
  // `words.status.${status}` uses everything below `words.status.`.
  const begun = [...source.matchAll(/["'`]([a-zA-Z]+(?:[._][a-zA-Z0-9]+)*[._])\$\{/g)].map(([, start]) =>
    dotted(start),
  );
  const unused = [...english.keys()].filter((key) => {
    const joined = key.replaceAll(".", "_");
    const isNamed = [`"${key}"`, `\`${key}\``, `"${joined}"`, `__MSG_${joined}__`].some((use) => source.includes(use));
    return !isNamed && !begun.some((start) => key.startsWith(start));
  });
  expect(unused).toEqual([]);
});

function dotted(start: string | undefined): string {
  return (start ?? "").replaceAll("_", ".");
}

function readAll(path: string): string {
  if (/\.(ts|tsx|html)$/.test(path)) return path.includes(".test.") ? "" : readFileSync(path, "utf8");
  if (/\.\w+$/.test(path)) return "";
  return readdirSync(path)
    .map((name) => readAll(join(path, name)))
    .join("\n");
}
