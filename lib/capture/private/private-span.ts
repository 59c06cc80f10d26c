export type PrivateKind = "card" | "iban" | "email" | "phone" | "token" | "password" | "person-id" | "pattern";

/** A piece of a text that looks private: UTF-16 code units, `end` exclusive, as `String.prototype.slice` takes them. */
export interface PrivateSpan {
  start: number;
  end: number;
  kind: PrivateKind;
}
