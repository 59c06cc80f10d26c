import { z } from "zod";
import { SINK_PROFILES } from "../choices";
import type { Sink } from "../policy";
import { record } from "./record";
import { isUnset, type Refuse } from "./refusals";

const MOST_HEADERS = 20;
/** RFC 9110, section 5.6.2. */
const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]{1,100}$/i;
const VALUE = /^[\x20-\x7e]{1,2000}$/;
/** What a browser does not let anybody set (Fetch standard, "forbidden request-header"), and what is ours to say. */
const FORBIDDEN =
  /^(?:accept-charset|accept-encoding|access-control-.*|connection|content-encoding|content-length|content-type|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

const header = z.object({ name: z.string(), value: z.string() });

/**
 * Who stands at the endpoint, `collector` unless it is said. null where what was said cannot be used: then nobody knows
 * what the endpoint takes, and nothing may go there.
 */
export function readSink(value: unknown, refuse: Refuse): Sink | null {
  if (isUnset(value)) return { profile: "collector", headers: {} };
  const sink = record.safeParse(value);
  // The whole object may hold a secret: its place is named, its text is not.
  if (!sink.success) return (refuse("sink", "wrong-shape", "…"), null);
  const { profile: said, headers } = sink.data;
  const profile = isUnset(said) ? "collector" : SINK_PROFILES.find((one) => one === said);
  if (profile === undefined) return (refuse("sink.profile", "not-a-choice", said), null);
  return { profile, headers: readHeaders(headers, refuse) };
}

function readHeaders(value: unknown, refuse: Refuse): Sink["headers"] {
  if (isUnset(value)) return {};
  if (!Array.isArray(value)) return (refuse("sink.headers", "wrong-shape", "…"), {});
  if (value.length > MOST_HEADERS) refuse(`sink.headers[${MOST_HEADERS}]`, "too-many", "…");
  const good = value.slice(0, MOST_HEADERS).flatMap((item: unknown, index): [string, string][] => {
    const { data } = header.safeParse(item);
    const isGood = data !== undefined && NAME.test(data.name) && !FORBIDDEN.test(data.name) && VALUE.test(data.value);
    // The value is mostly a key.
    if (!isGood) refuse(`sink.headers[${index}]`, "not-a-header", data?.name ?? "…");
    return isGood ? [[data.name, data.value]] : [];
  });
  return Object.fromEntries(good);
}
