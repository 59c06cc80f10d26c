import { describe, expect, it } from "vitest";
import { HIDDEN, redactText } from "./redact";

describe("redactText", () => {
  it.each([
    ["Inbox of jane.o'neil+x@corp.example (3)", `Inbox of ${HIDDEN} (3)`],
    ["müller@bücher.example", HIDDEN],
    ["Pay DE89 3704 0044 0532 0130 00 today", `Pay ${HIDDEN} today`],
    ["GB29NWBK60161331926819", HIDDEN],
    ["Card 4111 1111 1111 1111", `Card ${HIDDEN}`],
    ["Call +49 (30) 123456-78", `Call ${HIDDEN}`],
    ["Case 00123456", `Case ${HIDDEN}`],
    ["key sk_live_51H8abcDEF0012345", `key ${HIDDEN}`],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig", HIDDEN],
    ["id 550e8400-e29b-41d4-a716-446655440000", `id ${HIDDEN}`],
  ])("hides what looks private in %j", (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    "Purchase orders 2026",
    "Report of 2026-11-21",
    "Bericht vom 21.11.2026",
    "Order 4711 is late",
    "Donaudampfschifffahrtsgesellschaft",
    "how-to-reset-your-password-in-the-portal",
    "ISO 27001: 3 of 5",
    "",
  ])("leaves %j alone", (text) => {
    expect(redactText(text)).toBe(text);
  });
});
