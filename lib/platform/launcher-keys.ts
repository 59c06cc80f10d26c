import type { Corner } from "@/lib/messaging/messages";

/**
 * What the launcher reads of `storage.local` by itself, so that a page load does not wake the worker. A page's process
 * could read it too: it holds the button's look and nothing else.
 */
export const CORNER_KEY = "corner";
/**
 * What button and panel are called in the person's language, where the button is until it is dragged elsewhere, and its
 * colours. Asked of `i18n`, each page would stand still until another
 * process has answered (3 ms).
 */
export const NAMES_KEY = "names";
export type Names = [
  button: string,
  panel: string,
  home: Corner,
  style: string,
  /** In Firefox, where a pattern of the policy names a port: asks the background whether it may stand in this page. */
  asks?: true,
];

/** Holds the time (milliseconds since the epoch) until which the button stays away from an origin. */
export function hiddenKey(origin: string): string {
  return `hidden:${origin}`;
}

/** The last moment that a date can be. */
export const ALWAYS = 8.64e15;

export function isHidden(stored: unknown, now: number): boolean {
  return Number(stored) > now;
}
