import { describe, expect, it } from "vitest";
import type { OwnWord } from "@/lib/policy/policy";
import { checkAnswer } from "./guard";

const found = (text: string, lang = "en", company: OwnWord[] = []) =>
  checkAnswer(text, lang, company).map(({ type, from, to }) => `${type}: ${text.slice(from, to)}`);

describe("jargon", () => {
  it("is found in every form, the longest words first, with a plain alternative", () => {
    const text = "We rolled back the deployment, please reload the page.";
    expect(checkAnswer(text, "en")).toEqual([{ type: "jargon", from: 3, to: 29, say: "undone" }]);
    expect(found("Bitte leeren Sie den Cache.", "de-AT")).toEqual(["jargon: leeren Sie den Cache"]);
    expect(found("Por favor, limpe o cache.", "pt")).toEqual(["jargon: limpe o cache"]);
  });

  it("is not found inside of other words", () => {
    expect(found("You can ask the committee to deploy-free the porthole? The sprinter knows.")).not.toContain(
      "jargon: sprint",
    );
    expect(found("Please ask the merger team.")).toEqual([]);
  });

  it("has the organisation's own words, whatever signs are in them", () => {
    const company = [
      { word: "R2-D2 (alt)", say: "the old till" },
      { word: "Blaulicht", say: null },
    ];
    expect(found("Please use R2-D2 (alt) or blaulicht.", "en", company)).toEqual([
      "jargon: R2-D2 (alt)",
      "jargon: blaulicht",
    ]);
    expect(found("Usa R2-D2 (alt).", "fi", company)).toEqual(["jargon: R2-D2 (alt)"]);
  });
});

describe("abbreviations", () => {
  it.each([
    ["Please ask for the SLA.", ["abbreviation: SLA"]],
    ["Please open the PDF in the browser.", []],
    ["Please use MFA, multi-factor authentication.", []],
    ["Please use a second code (2FA). 2FA, a second code, starts on Monday.", []],
    ["Please set up two-factor login (2FA).", []],
    ["Please wait for the SSO (one login for everything).", []],
    ["PLEASE READ THIS, IT IS URGENT NOW", []],
    ["Please go to room B12.", []],
  ])("%s", (text, expected) => {
    expect(found(text).filter((one) => one.startsWith("abbr"))).toEqual(expected);
  });
});

describe("sentences", () => {
  const words = (count: number) => `Please ${"and ".repeat(count - 2)}go`;

  it("may have 25 words; a colon does not end one, a new line does", () => {
    expect(found(`${words(25)}.`)).toEqual([]);
    expect(found(`${words(26)}.`)).toEqual([`long-sentence: ${words(26)}.`]);
    expect(found(`${words(13)}: ${words(13)}.`)).toHaveLength(1);
    expect(found(`${words(20)}\n${words(20)}`)).toEqual([]);
  });

  it("do not end at a short form or a number", () => {
    const text = `Bitte kommen Sie z. B. am 3. Juni um 10 Uhr, ${"und ".repeat(16)}bringen Sie den Brief mit.`;
    expect(found(text, "de")).toHaveLength(1);
  });
});

describe("blame", () => {
  it.each([
    ["en", "This is a user error. Please save again.", true],
    ["en", "This was our mistake, not yours. It is fixed.", false],
    ["en", "You must have deleted it yourself. We brought it back.", true],
    ["de", "Hier liegt ein Bedienfehler vor. Drücken Sie auf „Speichern“.", true],
    ["de", "Das lag an uns und nicht an Ihnen. Es ist behoben.", false],
    ["pt-BR", "Era só ter lido o manual. Clique em Nova.", true],
    ["pt-BR", "O erro foi nosso. Já está corrigido.", false],
  ])("%s: %s", (lang, text, expected) => {
    expect(found(text, lang).some((one) => one.startsWith("blame"))).toBe(expected);
  });
});

describe("a next step", () => {
  it.each([
    ["en", "Thank you for your feedback.", true],
    ["en", "The maker of the tool is looking into it.", true],
    ["en", "We plan to fix it by Friday.", false],
    ["en", "Which page were you on?", false],
    ["en", "Payroll needs this field, so it has to stay.", false],
    ["de", "Es gibt im Moment Schwierigkeiten mit der Suche.", true],
    ["de", "Erledigt, und danke für die Geduld!", false],
    ["pt-BR", "A busca está instável no momento.", true],
    ["pt-BR", "Estamos trabalhando nisso e escrevemos até as 16h.", false],
  ])("%s: %s", (lang, text, expected) => {
    expect(checkAnswer(text, lang).some(({ type }) => type === "no-next-step")).toBe(expected);
  });
});

it("takes any text at all, and gives places that are in it", () => {
  const wild = [
    "",
    " ",
    "\n\n",
    "😀".repeat(50),
    "a".repeat(4000),
    "(((((",
    "مرحبا بالعالم ".repeat(40),
    "SSO".repeat(900),
  ];
  for (const text of wild) {
    for (const lang of ["en", "de", "pt-BR", "fi", ""]) {
      for (const { from, to } of checkAnswer(text, lang, [
        { word: "a|b", say: null },
        { word: "(", say: "x" },
      ])) {
        expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }
    }
  }
});
