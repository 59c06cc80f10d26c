import { z } from "zod";
import { parsePattern } from "./match-pattern";
import { type Policy, type RefusalReason, type RefusedItem, type Site, siteSchema } from "./policy";

export interface ParsedPolicy {
  policy: Policy;
  refused: RefusedItem[];
}

type Refuse = (place: string, reason: RefusalReason, value: unknown) => void;

const record = z.record(z.string(), z.unknown());
const siteDetails = siteSchema.omit({ matches: true });
const token = z.string().min(1).max(500);

/**
 * Reads settings item by item, whoever made them: what is good is in force, what is not is named, and one bad item
 * never takes another with it.
 */
export function parsePolicy(raw: unknown): ParsedPolicy {
  const refused: RefusedItem[] = [];
  const refuse: Refuse = (place, reason, value) => refused.push({ place, reason, value: asText(value) });
  const items = record.safeParse(raw);
  if (!items.success) {
    refuse("", "wrong-shape", raw);
    return { policy: { endpoint: null, ingestToken: null, sites: [], reviewers: { token: null } }, refused };
  }
  const { endpoint, ingestToken, sites, reviewers } = items.data;
  return {
    policy: {
      endpoint: readEndpoint(endpoint, refuse),
      ingestToken: readToken(ingestToken, "ingestToken", refuse),
      sites: readSites(sites, refuse),
      reviewers: { token: readReviewers(reviewers, refuse) },
    },
    refused,
  };
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function readEndpoint(value: unknown, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  if (typeof value !== "string") return (refuse("endpoint", "wrong-shape", value), null);
  const text = value.trim();
  if (!URL.canParse(text)) return (refuse("endpoint", "not-an-address", value), null);
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isPlain = !url.username && !url.password && !url.search && !url.hash;
  if (!isWeb || !isPlain) return (refuse("endpoint", "not-an-address", value), null);
  // Plain http is for trying it out on one's own machine: nothing crosses a network there.
  const isLocal = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol === "http:" && !isLocal) return (refuse("endpoint", "not-https", value), null);
  return (url.origin + url.pathname).replace(/\/+$/, "");
}

function readToken(value: unknown, place: string, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const parsed = token.safeParse(typeof value === "string" ? value.trim() : value);
  // A token is a secret even where it is not good: its place is named, its text is not.
  if (!parsed.success || /[^\x21-\x7e]/.test(parsed.data)) return (refuse(place, "wrong-shape", "…"), null);
  return parsed.data;
}

function readReviewers(value: unknown, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const reviewers = record.safeParse(value);
  if (!reviewers.success) return (refuse("reviewers", "wrong-shape", "…"), null);
  return readToken(reviewers.data["token"], "reviewers.token", refuse);
}

function readSites(value: unknown, refuse: Refuse): Site[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) return (refuse("sites", "wrong-shape", value), []);
  return value.flatMap((item: unknown, index) => readSite(item, `sites[${index}]`, refuse) ?? []);
}

function readSite(value: unknown, place: string, refuse: Refuse): Site | null {
  const site = record.safeParse(value);
  const details = siteDetails.safeParse(value);
  if (!site.success || !details.success) {
    const at = details.error?.issues[0]?.path[0];
    const where = site.success && at !== undefined ? `${place}.${String(at)}` : place;
    return (refuse(where, "wrong-shape", site.success && at !== undefined ? site.data[String(at)] : value), null);
  }
  const { matches } = site.data;
  if (!Array.isArray(matches)) return (refuse(`${place}.matches`, "wrong-shape", matches), null);
  const good = matches.filter((text: unknown, index): text is string =>
    isGoodPattern(text, `${place}.matches[${index}]`, refuse),
  );
  if (matches.length === 0) refuse(`${place}.matches`, "wrong-shape", matches);
  return good.length === 0 ? null : { ...details.data, matches: good };
}

function isGoodPattern(text: unknown, place: string, refuse: Refuse): text is string {
  if (typeof text !== "string") return (refuse(place, "wrong-shape", text), false);
  const parsed = parsePattern(text);
  if (!parsed.ok) refuse(place, parsed.reason, text);
  return parsed.ok;
}

function asText(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 120);
}
