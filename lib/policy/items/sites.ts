import { CORNERS } from "../choices";
import { parsePattern } from "../match-pattern";
import { type Site, siteSchema } from "../policy";
import { readTexts } from "./texts";
import { readChoice, readSwitch } from "./values";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";

const siteDetails = siteSchema.omit({ matches: true, titles: true, launcher: true, names: true, corner: true });

const MOST = 1000;
/** Of all sites together. */
const MOST_PATTERNS = 2000;
/** Each may need a registration of its own, which names the pages of all sites before it. */
const MOST_CORNERS = 40;
const LONGEST_NAME = 120;

export function readSites(value: unknown, refuse: Refuse): Site[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) return (refuse("sites", "wrong-shape", value), []);
  // Every page of every tool is held against all of them.
  let patterns = 0;
  const end = value.findIndex((item, index) => index >= MOST || (patterns += patternsIn(item)) > MOST_PATTERNS);
  if (end >= 0) refuse(`sites[${end}]`, "too-many", value[end]);
  let corners = 0;
  return value.slice(0, end < 0 ? undefined : end).flatMap((item: unknown, index): Site[] => {
    const site = readSite(item, `sites[${index}]`, refuse);
    if (!site) return [];
    if (site.corner === undefined || (corners += 1) <= MOST_CORNERS) return [site];
    if (corners === MOST_CORNERS + 1) refuse(`sites[${index}].corner`, "too-many", site.corner);
    const { corner: _, ...rest } = site;
    return [rest];
  });
}

function patternsIn(site: unknown): number {
  const { matches } = record.safeParse(site).data ?? {};
  return Array.isArray(matches) ? matches.length : 0;
}

function readSite(value: unknown, place: string, refuse: Refuse): Site | null {
  const site = record.safeParse(value);
  const details = siteDetails.safeParse(value);
  if (!site.success || !details.success) {
    const at = details.error?.issues[0]?.path[0];
    const where = site.success && at !== undefined ? `${place}.${String(at)}` : place;
    return (refuse(where, "wrong-shape", site.success && at !== undefined ? site.data[String(at)] : value), null);
  }
  const { matches, titles, launcher, names: said, corner: wanted } = site.data;
  if (!Array.isArray(matches)) return (refuse(`${place}.matches`, "wrong-shape", matches), null);
  const good = matches.filter((text: unknown, index): text is string =>
    isGoodPattern(text, `${place}.matches[${index}]`, refuse),
  );
  if (matches.length === 0) refuse(`${place}.matches`, "wrong-shape", matches);
  const hasTitles = readSwitch(titles, `${place}.titles`, refuse);
  const hasLauncher = readSwitch(launcher, `${place}.launcher`, refuse);
  const names = readTexts(said, `${place}.names`, LONGEST_NAME, refuse);
  const corner = readChoice(wanted, `${place}.corner`, CORNERS, null, refuse);
  if (good.length === 0) return null;
  const off = { ...(!hasTitles && { titles: false }), ...(!hasLauncher && { launcher: false }) };
  const more = { ...(names.length > 0 && { names }), ...(corner && { corner }) };
  return { ...details.data, matches: good, ...off, ...more };
}

function isGoodPattern(text: unknown, place: string, refuse: Refuse): text is string {
  if (typeof text !== "string") return (refuse(place, "wrong-shape", text), false);
  const parsed = parsePattern(text);
  if (!parsed.ok) refuse(place, parsed.reason, text);
  return parsed.ok;
}
