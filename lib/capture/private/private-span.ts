export type PrivateKind = "card" | "iban" | "email" | "phone" | "token" | "password" | "person-id" | "pattern";

/** A piece of a text that looks private: UTF-16 code units, `end` exclusive, as `String.prototype.slice` takes them. */
export interface PrivateSpan {
  start: number;
  end: number;
  kind: PrivateKind;
}

/** Every match of a form that is accepted; the span is where the match stands. */
export function collect(
  text: string,
  form: RegExp,
  kind: PrivateKind,
  accept: (found: string, start: number, end: number) => boolean = () => true,
): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { 0: found, index: start } of text.matchAll(form)) {
    const end = start + found.length;
    if (accept(found, start, end)) spans.push({ start, end, kind });
  }
  return spans;
}
