import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/** A sentence for the person at the keyboard, and no bug. */
export class PackageError extends Error {}

export interface CompanyKey {
  file: string;
  /** The public half as a manifest holds it: base64 of its SPKI form. */
  publicKey: string;
  extensionId: string;
}

const BITS = 2048;

/**
 * Makes the key that signs, once in a company's life.
 * @throws PackageError where the file is there already: with another key it would be another extension, and the one that
 * people have would be taken away with all that waits in it.
 */
export function makeKey(file: string): CompanyKey {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: BITS });
  try {
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { flag: "wx", mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new PackageError(
      isThere
        ? `${file} is there already, and is not overwritten: a company has one key, for good.`
        : `${file} cannot be written.`,
      { cause: error },
    );
  }
  return readKey(file);
}

/** @throws PackageError where there is no key that can sign. */
export function readKey(file: string): CompanyKey {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch (error) {
    throw new PackageError(
      `There is no key at ${file}. Where the company has one, put it there; else make it, once: npm run package -- key ${file}`,
      { cause: error },
    );
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== "rsa") throw new Error("not RSA");
    const spki = createPublicKey(key).export({ type: "spki", format: "der" });
    return { file, publicKey: spki.toString("base64"), extensionId: extensionIdOf(spki) };
  } catch (error) {
    throw new PackageError(`${file} is no RSA key in PEM form without a password.`, { cause: error });
  }
}

/** Chromium's id of an extension: the first 32 hexadecimal digits of the key's SHA-256, with a to p for 0 to f. */
function extensionIdOf(spki: Buffer): string {
  const digits = createHash("sha256").update(spki).digest("hex").slice(0, 32);
  return digits.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}
