import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Messages = Record<string, { message: string }>;

/** A copy of a build whose English texts are 40 % longer: what breaks here breaks in Finnish or Greek. */
export function makePseudoBuild(build: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(build, to, { recursive: true });
  const file = join(to, "_locales/en/messages.json");
  const messages = JSON.parse(readFileSync(file, "utf8")) as Messages;
  for (const [key, entry] of Object.entries(messages)) {
    // A language tag is no text, and the manifest's texts have an upper limit.
    if (key === "words_locale" || key.startsWith("app_")) continue;
    entry.message = entry.message.split(" | ").map(lengthen).join(" | ");
  }
  writeFileSync(file, JSON.stringify(messages));
  return to;
}

/** The same words with accents and filler, so that it can still be read: "Send to IT" is "Šéñd tö ÏT ~~~~". */
export function lengthen(text: string): string {
  const accented = text.replaceAll(/(\$\d)|([aeiouAEIOUnsS])/g, (_, place: string | undefined, letter: string) =>
    place ? place : (ACCENTS[letter] ?? letter),
  );
  const filler = FILLER.repeat(Math.ceil(text.length / FILLER.length)).slice(0, Math.ceil(text.length * 0.4));
  return `${accented} ${filler}`.trimEnd();
}

const ACCENTS: Record<string, string> = Object.fromEntries(
  [..."aáeéiíoöuünñsšAÁEÉIÏOÖUÜSŠ".matchAll(/(.)(.)/g)].map(([, plain = "", accented = ""]) => [plain, accented]),
);
const FILLER = "lorem ipsum dolor ";
