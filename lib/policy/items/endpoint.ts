import { isUnset, type Refuse } from "./refusals";

/** `isWebhook`: the address is used as it is; the services that give one out put their key behind its question mark. */
export function readEndpoint(value: unknown, isWebhook: boolean, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const said = isWebhook && typeof value === "string" ? value.split("?")[0] : value;
  if (typeof value !== "string") return (refuse("endpoint", "wrong-shape", value), null);
  const text = value.trim();
  if (!URL.canParse(text)) return (refuse("endpoint", "not-an-address", said), null);
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isPlain = !url.username && !url.password && (isWebhook || !url.search) && !url.hash;
  if (!isWeb || !isPlain) return (refuse("endpoint", "not-an-address", said), null);
  // Plain http is for trying it out on one's own machine: nothing crosses a network there.
  const isLocal = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol === "http:" && !isLocal) return (refuse("endpoint", "not-https", said), null);
  if (isWebhook) return url.href;
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
