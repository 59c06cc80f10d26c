import type { Triage } from "@/lib/reports/triage";
import { LIMITS } from "@/lib/protocol/limits";

export type ExternalRef = Triage["externalRefs"][number];

/** A project's letters and a number, as most trackers count ("OPS-42"). */
const KEY = /\b[A-Z][A-Z0-9_]{1,20}-\d+\b/;

/** What somebody has pasted, as a reference: the tracker's host, and what it calls the ticket; null for no address. */
export function refOf(pasted: string): ExternalRef | null {
  const text = pasted.trim();
  if (!URL.canParse(text) || text.length > LIMITS.refUrl) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  // What is in front of the "@" would be somebody's password.
  if (url.username !== "" || url.password !== "") return null;
  if (url.href.length > LIMITS.refUrl) return null;
  const system = url.hostname.replace(/^www\./, "").slice(-LIMITS.label);
  const segments = url.pathname.split("/").filter(Boolean);
  const named = KEY.exec(decoded(url.pathname)) ?? KEY.exec(decoded(url.search));
  const key = named?.[0] ?? (decoded(segments.at(-1) ?? "").trim() || url.hostname);
  return { system, key: key.slice(0, LIMITS.refKey).trim(), url: url.href };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
