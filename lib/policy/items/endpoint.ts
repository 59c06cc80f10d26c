import { isUnset, type Refuse } from "./refusals";

export function readEndpoint(value: unknown, refuse: Refuse): string | null {
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
