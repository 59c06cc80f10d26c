import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "@/tests/support/random";

const MODULES = join(import.meta.dirname, "../../node_modules");
const EDITIONS = ["tw5.com", "dev", "de-AT", "fr-FR", "es-ES", "ja-JP"];
const LANGUAGES = ["en-GB", "de-DE", "pt-BR", "pt-PT", "fr-FR", "it-IT", "es-ES"];

/** Of some 3,000; many enough that release notes, full of commits, do not make the figure jump. */
const FILES = 1500;

/** What a page shows of one piece of text; longer paragraphs are cut at the end of a sentence. */
const MOST_CHARACTERS = 240;

/**
 * Third-party text has real private things in it too: addresses of authors, example passwords, pictures as base64. A
 * reader would call them so; they are no innocent text, whatever the detector says.
 */
const NOT_INNOCENT = [
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  /\bdata:[\w/+.-]+[;,]/,
  /^[A-Za-z0-9+/=]{60,}$/,
  /\(\d{3}\) \d{3}-\d{4}/,
  /\b(?:password|passwort|mot de passe|contraseña|senha|secret|token)\w*["'`]?\s*[:=]\s*["'`]?\w/i,
];

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** A tiddler file: fields, an empty line, the text. Styles, scripts and pictures are no text of a page. */
function tiddler(path: string): string[] {
  const [head = "", ...body] = readFileSync(path, "utf8").split(/\r?\n\r?\n/);
  const title = /^title:\s*(.+)$/m.exec(head)?.[1];
  const type = /^type:\s*(\S+)/m.exec(head)?.[1] ?? "text/vnd.tiddlywiki";
  if (!["text/vnd.tiddlywiki", "text/plain", "text/x-markdown"].includes(type)) return [];
  return [...(title ? [title] : []), ...body.join("\n\n").split(/\r?\n/)];
}

/** A language's texts: `key: text` a line. */
function messages(path: string): string[] {
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .map((line) => /^[\w/ .-]+: (.+)$/.exec(line)?.[1] ?? "");
}

function pieces(lines: readonly string[]): string[] {
  const sentences = lines.flatMap((line) =>
    line.length > MOST_CHARACTERS ? line.split(/(?<=[.!?;]) +|(?<=。)/) : [line],
  );
  const texts = sentences
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2}|\d{2}/u.test(text) && text.length <= 600);
  return [...new Set(texts)].filter((text) => !NOT_INNOCENT.some((pattern) => pattern.test(text)));
}

function draw(random: Random, pool: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => random.pick(pool));
}

/** TiddlyWiki's own wikis in six editions, and its screens' texts in seven languages. */
export function tiddlyWikiTexts(random: Random, count: number): string[] {
  const root = join(MODULES, "tiddlywiki");
  const paths = EDITIONS.flatMap((edition) => filesBelow(join(root, "editions", edition), ".tid"));
  const wiki = pieces(draw(random, paths, FILES).flatMap(tiddler));
  const screens = pieces(
    LANGUAGES.flatMap((language) => {
      const folder = join(root, language === "en-GB" ? "core/language/en-GB" : `languages/${language}`);
      return filesBelow(folder, ".multids").flatMap(messages);
    }),
  );
  return [...draw(random, wiki, Math.round(count * 0.75)), ...draw(random, screens, Math.round(count * 0.25))];
}

/** Every text that Swagger UI shows: the literals of its bundle that read as words, and its read-me and licence. */
export function swaggerTexts(): string[] {
  const root = join(MODULES, "swagger-ui-dist");
  const bundle = readFileSync(join(root, "swagger-ui.js"), "utf8");
  const literals = [...bundle.matchAll(/"((?:[^"\\\n]|\\.){6,300})"/g)].map(([, text]) => text ?? "");
  const shown = literals.filter((text) => /^[A-Z][\w'’-]*(?: [\w'’.,:()#/-]+)+ ?$/.test(text) && /[a-z]{3}/.test(text));
  const papers = ["README.md", "LICENSE", "NOTICE"].flatMap((name) =>
    readFileSync(join(root, name), "utf8").split("\n"),
  );
  return pieces([...shown, ...papers]);
}
