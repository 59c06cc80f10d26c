import type { Page } from "@playwright/test";
import { putRows } from "@/scripts/browser/put-rows";
import type { LikelyReport } from "@/lib/inbox/likely";
import type { AppState } from "@/lib/messaging/app-state";
import type { MessageName } from "@/lib/messaging/messages";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { idOf, isoAgo, NOW_MS } from "./fold-sample";
import { type Filling, ME, type Rows } from "./sample-rows";

export type Role = "employee" | "reviewer";

/** The reviewer in the pictures. */
const REVIEWER = "Mara";

/** What the background would answer to `popup.state`. */
export function stateFor(filling: Filling, role: Role, managed = true): AppState {
  const isEmpty = filling === "empty";
  const sites = [
    { name: "Orders", matches: ["https://orders.example.com/*"] },
    { name: "Invoices", matches: ["https://invoices.example.com/*", "https://archive.example.com/*"] },
  ];
  const impact = filling === "year" ? { hourlyRate: 42, currency: "EUR" } : {};
  const refused = [{ place: "sites[2].matches[0]", reason: "not-a-pattern", value: "travel.example.com" }] as const;
  return {
    policy: {
      policy: parsePolicy({ endpoint: "https://earshot.example.com", ingestToken: "sample", sites, impact }).policy,
      refused: filling === "full" ? [...refused] : [],
      source: managed ? "managed" : "own",
      keys: managed
        ? [
            { key: "endpoint", state: "used" },
            { key: "ingestToken", state: "used" },
            { key: "sites", state: filling === "full" ? "partly" : "used" },
          ]
        : [],
      changedAt: NOW_MS,
    },
    session: role === "reviewer" ? { role, name: REVIEWER, scope: null, expiresAt: isoAgo(-720) } : null,
    sessionProblem: null,
    notify: { answers: true, cannotWork: true },
    setAside: 0,
    name: ME,
    orgName: "Example",
    collectorSays: { retention: { reportsMonths: 24, imagesDays: 180 } },
    sample: false,
    sync: isEmpty ? { waiting: 0, reason: null } : { waiting: 1, reason: "offline" },
    hiddenOn: [],
    own:
      managed || isEmpty
        ? null
        : { endpoint: "https://earshot.example.com", ingestToken: "", sites, reviewers: { token: "" } },
  };
}

/** What every open report is likely the same as. */
const ALIKE: LikelyReport = {
  id: idOf("alike"),
  words: "Each time I go back to the list it has lost what I was filtering for, and I begin again.",
  lang: "en",
  kind: "steps",
  createdAt: isoAgo(90),
  people: 3,
  reasons: ["same-page", "like-words"],
};

/**
 * Call before a page of the extension is opened: its messages are answered here and its clock stands still, so that
 * no background, network or hour changes a picture.
 */
export async function standIn(page: Page, state: AppState): Promise<void> {
  await page.clock.setFixedTime(NOW_MS);
  const answers: Partial<Record<MessageName, unknown>> = {
    "popup.state": state,
    "settings.save": { policy: state.policy },
    "mine.comment": { ok: true },
    "mine.helped": { ok: true },
    "review.answer": { ok: true },
    "review.alike": [ALIKE],
  };
  // As text, because what runs this file (tsx) adds a helper to functions that the page does not have.
  const content = `if (globalThis.chrome?.runtime) {
    const answers = ${JSON.stringify(answers)};
    const sendMessage = async ({ message }) => ({ ok: true, output: answers[message] ?? null });
    Object.defineProperty(chrome.runtime, "sendMessage", { value: sendMessage });
  }`;
  await page.addInitScript({ content });
}

/** Fills the database of the extension whose page is open; reload the page after it. */
export function seed(page: Page, rows: Rows): Promise<void> {
  return putRows(page, rows as unknown as Record<string, unknown[]>, { clear: true });
}
