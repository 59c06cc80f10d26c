import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * Of a short text, at once: the browser's own WebCrypto goes to another thread and back, which takes longer than the
 * hash, and which a database transaction does not live through.
 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256Bytes(text));
}

export function sha256Bytes(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}

/** Of what may be megabytes, by WebCrypto. Never inside a database transaction. */
export async function bytesSha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** HMAC-SHA256 of a text, 32 bytes. */
export function hmacSha256(secret: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, secret, new TextEncoder().encode(text));
}

/** RFC 4648 section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** RFC 4648 section 4, for what may have megabytes: messages between our own pages are JSON, which knows no bytes. */
export function toBase64(bytes: Uint8Array): string {
  // As many arguments at once as every engine's stack takes.
  const CHUNK = 32_768;
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** null for what is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
