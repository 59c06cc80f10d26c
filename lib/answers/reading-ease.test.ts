import { expect, it } from "vitest";
import { readingEase } from "./reading-ease";

const EASY = {
  en: "We put it right. You can use it now. Thank you for the hint.",
  de: "Wir haben es gut gemacht. Sie kommen jetzt wieder hinein. Danke für den Hinweis.",
  "pt-BR": "Nós já fizemos isso. Você pode usar de novo agora. Obrigado pelo aviso.",
} as const;
const HARD = {
  en: "Notwithstanding administrative responsibilities, organisational interdependencies necessitate comprehensive reconsideration of authorisation procedures.",
  de: "Berechtigungsverwaltungsangelegenheiten erfordern unternehmensübergreifende Verantwortlichkeitsabstimmungen zwischen beteiligten Organisationseinheiten, insbesondere hinsichtlich Genehmigungsverfahrensvereinheitlichung.",
  "pt-BR":
    "Independentemente das responsabilidades administrativas, interdependências organizacionais exigem reconsideração abrangente dos procedimentos institucionais de autorização.",
} as const;

it.each(["en", "de", "pt-BR"] as const)("tells easy from hard (%s)", (language) => {
  expect(readingEase(EASY[language], language)).toBeGreaterThan(60);
  expect(readingEase(HARD[language], language)).toBeLessThan(20);
});

it("gives Flesch's figure for a sentence that was counted by hand", () => {
  // 12 words, 1 sentence, 15 syllables: 206.835 - 1.015 * 12 - 84.6 * 15 / 12 = 88.9.
  expect(readingEase("The cat sat on the table and looked at the yellow dog.", "en")).toBe(89);
});

it("says nothing of a few words", () => {
  expect(readingEase("It is done.", "en")).toBeNull();
});
