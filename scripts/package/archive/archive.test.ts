import { createHash, createVerify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipSync } from "fflate";
import { type CompanyKey, makeKey, PackageError, readKey } from "./company-key";
import { forCrx, forStore, forXpi } from "./manifests";
import { signCrx } from "./sign-crx";
import { type Files, zipFiles } from "./zip";

const folder = mkdtempSync(join(tmpdir(), "earshot-archive-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const manifest = {
  version: "0.1.0",
  key: "other",
  permissions: ["storage"],
  browser_specific_settings: { gecko: { id: "earshot@earshot.example", strict_min_version: "140.0" } },
};
const files: Files = new Map([
  ["popup.html", bytes("<p>Hello</p>".repeat(100))],
  ["_locales/en/messages.json", bytes("{}")],
  ["manifest.json", bytes(JSON.stringify(manifest))],
]);
const manifestOf = (of: Files) =>
  JSON.parse(new TextDecoder().decode(of.get("manifest.json"))) as Record<string, unknown>;

describe("a zip", () => {
  it("has the same bytes whatever the order, the day and the time zone", () => {
    const first = zipFiles(files);
    const [zone, now] = [process.env["TZ"], Date.now];
    try {
      process.env["TZ"] = "Pacific/Auckland";
      Date.now = () => 0;
      expect(zipFiles(new Map([...files].toReversed()))).toEqual(first);
    } finally {
      process.env["TZ"] = zone;
      Date.now = now;
    }
  });

  it("has every file as it was", () => {
    const found = unzipSync(zipFiles(files));
    expect(Object.keys(found)).toEqual([...files.keys()].toSorted());
    for (const [path, content] of files) expect(found[path]).toEqual(content);
  });
});

describe("the company's key", () => {
  let key: CompanyKey;
  const path = join(folder, "key.pem");
  beforeAll(() => {
    key = makeKey(path);
  });

  it("is for its owner alone, and is what it was when it is read again", () => {
    expect(statSync(path).mode & 0o77).toBe(0);
    expect(readKey(path)).toEqual(key);
    expect(key.extensionId).toMatch(/^[a-p]{32}$/);
  });

  it("is never overwritten", () => {
    const before = readFileSync(path, "utf8");
    expect(() => makeKey(path)).toThrow(/is not overwritten/);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("is asked for, and not made up, where it is missing or is no key", () => {
    expect(() => readKey(join(folder, "none.pem"))).toThrow(PackageError);
    const wrong = join(folder, "wrong.pem");
    writeFileSync(wrong, "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n");
    expect(() => readKey(wrong)).toThrow(/no RSA key in PEM form/);
  });

  it("signs the zip in a CRX that names its id, alike each time", async () => {
    const zip = zipFiles(files);
    const crx = Buffer.from(await signCrx(zip, path));
    expect(Buffer.from(await signCrx(zip, path)).equals(crx)).toBe(true);
    expect(crx.subarray(0, 4).toString()).toBe("Cr24");
    expect(crx.readUInt32LE(4)).toBe(3);
    const headerBytes = crx.readUInt32LE(8);
    expect(crx.subarray(12 + headerBytes).equals(Buffer.from(zip))).toBe(true);
    // The header holds the public key, a signature of 256 bytes, and the id; each is found by its length before it.
    const header = crx.subarray(12, 12 + headerBytes);
    const spki = Buffer.from(key.publicKey, "base64");
    expect(header.includes(spki)).toBe(true);
    const id = createHash("sha256").update(spki).digest().subarray(0, 16);
    const signed = Buffer.concat([Buffer.from([0x0a, id.length]), id]);
    expect(header.includes(signed)).toBe(true);
    const signatureAt = header.indexOf(spki) + spki.length + 3;
    const signature = header.subarray(signatureAt, signatureAt + 256);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(signed.length);
    const verify = createVerify("sha256");
    for (const part of ["CRX3 SignedData\0", length, signed, zip]) verify.update(part);
    const publicKey = { key: spki, format: "der", type: "spki" } as const;
    expect(verify.verify(publicKey, signature)).toBe(true);
  });
});

describe("the manifest", () => {
  it("of a CRX has the company's key and update address", () => {
    const own = { version: "1.2.3", publicKey: "ours", updatesXml: "https://a.example/updates.xml" };
    expect(manifestOf(forCrx(files, own))).toMatchObject({
      version: "1.2.3",
      key: "ours",
      update_url: "https://a.example/updates.xml",
      incognito: "not_allowed",
      permissions: ["storage"],
    });
  });

  it("for a store has neither", () => {
    const inStore = manifestOf(forStore(files, { version: "1.2.3" }));
    expect(inStore).not.toHaveProperty("key");
    expect(inStore).not.toHaveProperty("update_url");
    expect(inStore).toMatchObject({ version: "1.2.3", incognito: "not_allowed" });
  });

  it("for Firefox has the company's id, and keeps the rest", () => {
    const own = { version: "1.2.3", firefoxId: "a@b", updatesJson: "https://a.example/updates.json" };
    expect(manifestOf(forXpi(files, own))["browser_specific_settings"]).toEqual({
      gecko: { id: "a@b", strict_min_version: "140.0", update_url: "https://a.example/updates.json" },
    });
  });
});
