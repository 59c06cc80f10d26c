import { sha256Hex } from "@/lib/platform/digest";

/**
 * The subject of events that are about an organisation and no report: a UUID of version 8, made of its id alone, so
 * that every client comes to the same one.
 */
export function organisationSubject(organisation: string): string {
  const hash = sha256Hex(`earshot:organisation:${organisation}`);
  const variant = ((Number.parseInt(hash[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
