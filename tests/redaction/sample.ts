import type { Random } from "@/tests/support/random";

/** A piece of text with the private part in it: all of it, or what follows a word (`password: …`). */
export interface Core {
  text: string;
  start: number;
  end: number;
  /** A careful person would call it private at sight, or its check digit says so, with no word near. */
  atSight: boolean;
}

export type Language = "en" | "de" | "pt";
export type Words = Record<Language, readonly string[]>;

export interface Format {
  name: string;
  count: number;
  make(random: Random): Core;
  /** What people call it: stands near it in about half of the sentences, and in all where it is not private at sight. */
  words?: Words;
  /** The name of the path segment or parameter in front of it in addresses. */
  slug?: string;
  /** Own sentences, `{X}` for the core, where the common ones make no sense. */
  frames?: Words;
}

export interface Sample {
  format: string;
  text: string;
  start: number;
  end: number;
}

/** A core that is private from end to end. */
export function whole(text: string, atSight = true): Core {
  return { text, start: 0, end: text.length, atSight };
}

/** A core whose private part stands between two innocent ones. */
export function between(before: string, text: string, after = ""): Core {
  const end = before.length + text.length;
  return { text: before + text + after, start: before.length, end, atSight: true };
}

export function everywhere(...words: string[]): Words {
  return { en: words, de: words, pt: words };
}
