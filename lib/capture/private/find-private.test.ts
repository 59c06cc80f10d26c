import { describe, expect, it } from "vitest";
import { findPrivate } from "./find-private";
import { ownPatterns } from "./own-patterns";
import type { PrivateKind } from "./private-span";

/** The pieces found, with their kinds. */
function found(text: string, locale?: string): [PrivateKind, string][] {
  return findPrivate(text, { locale }).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
}

/** In each text, what stands in 〈 〉 is private, and nothing else. */
const PRIVATE: readonly [PrivateKind, ...string[]][] = [
  [
    "card",
    "〈4111 1111 1111 1111〉",
    "Card 〈4111-1111-1111-1111〉, valid until 12/27",
    "(〈5555555555554444〉)",
    "〈3782 822463 10005〉 is declined",
    "〈3056 9309 0259 04〉",
    "〈6011.1111.1111.1117〉",
    "2 x 〈2223 0031 2200 3222〉",
  ],
  [
    "iban",
    "Pay 〈DE89 3704 0044 0532 0130 00〉 today",
    "〈GB29NWBK60161331926819〉",
    "IBAN:〈fr1420041010050500013m02606〉.",
    "〈MT84MALT011000012345MTLCAST001S〉",
    "〈NO93-8601-1117-947〉",
    "〈BR18 0036 0305 0000 1000 9795 493C 1〉",
  ],
  [
    "email",
    "Inbox of 〈jane.o'neil+x@corp.example〉 (3)",
    "'〈müller@bücher.example〉'",
    "〈用户@例え.テスト〉 schreibt",
    "<〈a_b-c@mail.example.co.uk〉>",
    "/users/〈anna%40firma.example〉/edit",
    "〈иван@почта.рф〉.",
  ],
  [
    "phone",
    "Call 〈+49 (30) 123456-78〉",
    "〈+1 (555) 123-4567〉",
    "〈+5511912345678〉",
    "〈0049 30 1234567〉 DE",
    "Handy: 〈0171 1234567〉",
    "〈(030) 12 34 56-78〉 DE",
    "〈030/1234567〉",
    "〈0664 1234567〉 AT",
    "〈01 58801-12345〉 AT",
    "〈044 668 18 00〉 CH",
    "〈0446681800〉 CH",
    "〈(11) 91234-5678〉 BR",
    "〈11 3123-4567〉 BR",
    "〈11 98765-4321〉 BR",
    "〈(212) 555-0123〉 US",
    "〈1-212-555-0123〉 US",
    "〈212.555.0123 x123〉 US",
    "〈020 7946 0958〉 UK",
    "〈07700 900123〉 UK",
    "〈01 23 45 67 89〉 FR",
    "〈01.23.45.67.89〉 FR",
    "〈612 34 56 78〉 ES",
    "〈912 345 678〉 ES",
    "〈347 123 4567〉 IT",
    "〈06 1234 5678〉 IT",
    "〈06-12345678〉 NL",
    "〈020 123 4567〉 NL",
    "〈512 345 678〉 PL",
    "〈22 123 45 67〉 PL",
    "〈912 345 678〉 PT",
    "〈21 123 4567〉 PT",
    "〈98765 43210〉 IN",
    "〈022 2345 6789〉 IN",
    "Tel. 〈612345678〉",
    "WhatsApp 〈9876543210〉",
    "05.11.2024 〈0171 1234567〉",
    "〈(0xx11) 91234-5678〉 BR",
    "Call 〈2125550123〉 after noon",
    "Call Anna on 〈2125550123〉",
    "Ligue para 〈11912345678〉",
    "Ruft mich unter 〈1712345678〉 an",
    "〈2125550123〉 is my mobile",
  ],
  [
    "token",
    "〈eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123_-x〉",
    "key 〈sk_live_51H8abcDEF0012345abc〉",
    "〈ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ〉",
    "〈AKIAIOSFODNN7EXAMPLE〉 AWS",
    "〈xoxb-123456789012-123456789012-abcdefghijkl〉",
    "〈AIzaSyA-1234567890abcdefghijklmnopqrstu〉",
    "〈glpat-abcdefghijklmnopqrst〉",
    "md5 〈9e107d9d372bb6826bd81d3542a419d6〉",
    "〈wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY〉",
    "〈GOCSPX-aBcD-eFgH-iJkL-mNoPqRsTuVwX〉",
    "〈whsec_aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeF〉",
    "key 〈aB3x/Y9kL/mN2p+Q7rZ/t5uV/wX1y/Ab4c/De6F==〉",
    "/reset/〈3f2a9c81b4d0e5f60718293a4b5c6d7e8f901a2b〉",
    "Authorization: Bearer 〈mF_9.B5f-4.1JqM〉",
    "token=〈550e8400-e29b-41d4-a716-446655440000〉",
    "API key: 〈550e8400-e29b-41d4-a716-446655440000〉",
    "?page=2&sid=〈a1b2c3d4e5〉&x=1",
    "postgres://〈app:s3cret@db.example〉/main",
    "redis://〈:s3cret〉@localhost",
    "a 〈-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----〉 b",
    "〈-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn〉",
  ],
  [
    "password",
    "password: 〈hunter2〉",
    "My password is 〈Sommer2024!〉.",
    "mein Passwort ist 〈geheim123〉, aber es geht nicht",
    "Das Passwort für das VPN lautet: 〈xY7-abc〉",
    "Passwort: „〈geheim123〉“",
    "a senha é 〈abc12345〉",
    "la contraseña es 〈perro99〉",
    "Contrasen\u0303a: 〈perro99〉",
    "mot de passe : 〈Soleil!〉",
    "wachtwoord: 〈fiets〉",
    "hasło: 〈kotek77〉",
    "pwd=〈abc123〉&user=x",
    '{"password":"〈a b c〉","user":"x"}',
    "DB_PASSWORD=〈s1mpl3〉",
    "PIN: 〈4711〉",
    "My PIN is 〈0815〉.",
    "die PIN 〈4711〉 wird abgelehnt",
    "the PIN of my card 〈471108〉",
    "PIN-Code 〈4711〉",
    "a senha numérica é 〈4711〉",
    "〈0815〉 is my PIN",
    "the password 〈Garden1987〉 is refused",
    "login anna / password 〈teapots4471〉",
    "My new password '〈cup.garden.window〉' is wrong",
    "mit dem Passwort 〈Garten1987〉 geht es",
    "Passwort „〈Garten〉“ stimmt nicht",
    "A senha 〈q8tz61m〉 não serve",
    "Mudei a senha para 〈K2$pq&Vx〉 ontem",
    "the password 〈q1K:xD>3u|N〉 fails",
    "The password, 〈Garden1987〉, is old",
    "Kennwort 〈Gar!ten〉 geht nicht",
    "password 〈qKxWmRzT〉 is not taken",
    "password for anna 〈Garden1987〉",
    "〈Garten1987〉 als Passwort",
    "digito 〈Jardim1987〉 no campo senha",
    "password 〈84711234〉 is too short",
    "password: 〈$aB3x〉",
    "password: 〈{aB3$x〉",
    "password: 〈<aB3$x〉",
    "(password: 〈garden〉)",
  ],
  [
    "person-id",
    "SSN 〈078-05-1120〉",
    "〈219-09-9999〉",
    "〈AB 12 34 56 C〉 UK",
    "〈943 476 5919〉 UK",
    "NHS number: 〈9434765919〉",
    "〈86095742719〉 DE",
    "〈86 095 742 719〉 DE",
    "〈15070649C103〉 DE",
    "〈65 170839 J 003〉 DE",
    "〈529.982.247-25〉 BR",
    "〈52998224725〉 BR",
    "〈11.222.333/0001-81〉 BR",
    "〈1 84 12 76 451 089 46〉 FR",
    "〈255081416802538〉 FR",
    "〈12345678Z〉 ES",
    "〈12.345.678-Z〉 ES",
    "〈X-1234567-L〉 ES",
    "〈RSSMRA85T10A562S〉 IT",
    "BSN 〈111222333〉",
    "〈1112.22.333〉 NL",
    "〈44051401359〉 PL",
    "〈756.9217.0769.85〉 CH",
    "〈811228-9874〉 SE",
    "〈19811228-9874〉 SE",
    "〈2341 2341 2346〉 IN",
    "Reisepass 〈C01X00T47〉",
    "Passport number: 〈123456789〉",
    "/customers/〈12345678-Z〉/edit",
    "#/users/〈RSSMRA85T10A562S〉",
    "#/users/〈078-05-1120〉",
    "/people/personnummer/〈19811228-9874〉",
    "/people/〈15070649C103〉?tab=2",
    "I typed 〈078051120〉 as Social Security No.",
    "〈111222333〉 als burgerservicenummer",
    "burgerservicenummer 〈111222333〉",
    "〈111222333〉 (BSN)",
    "SSN no. 〈078051120〉",
    "UIDAI no. 〈234123412346〉",
    "〈12.ABC.345/01DE-35〉 BR",
    "CNPJ 〈12ABC34501DE35〉",
    "〈1 84 12 2A 451 089 33〉 FR",
  ],
];

describe("findPrivate", () => {
  describe.each(PRIVATE.map(([kind, ...texts]) => ({ kind, texts })))("finds a $kind", ({ kind, texts }) => {
    it.each(texts)("in %j", (marked) => {
      const text = marked.replace(/[〈〉]/g, "");
      const wanted = /〈([^]*)〉/.exec(marked)?.[1] ?? "";
      expect(found(text)).toEqual([[kind, wanted]]);
    });
  });

  it("finds several in one text", () => {
    expect(found("Anna (anna@x.example, +49 171 1234567) paid with 4111 1111 1111 1111.")).toEqual([
      ["email", "anna@x.example"],
      ["phone", "+49 171 1234567"],
      ["card", "4111 1111 1111 1111"],
    ]);
  });

  it("takes plain digits for a telephone where the reader's country writes them so", () => {
    expect(found("612345678")).toEqual([]);
    expect(found("612345678", "es")).toEqual([["phone", "612345678"]]);
    expect(found("2125550123", "en-US")).toEqual([["phone", "2125550123"]]);
    expect(found("2125550123", "de")).toEqual([]);
    expect(found("Order 2125550123", "en-US")).toEqual([]);
  });

  it("finds the policy's patterns", () => {
    const text = "Case KD-1 and KD-22";
    expect(findPrivate(text, { own: ownPatterns(["KD-\\d+", "x*"]) })).toEqual([
      { start: 5, end: 9, kind: "pattern" },
      { start: 14, end: 19, kind: "pattern" },
    ]);
  });
});
