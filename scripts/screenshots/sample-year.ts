import type { Burden } from "@/lib/protocol/burden";
import type { HelpedAnswer, Kind, Status } from "@/lib/protocol/event";
import type { SampleReport, SampleStep } from "./sample-reports";

const MONTH = 730;
const DAILY: Burden = { often: "daily", minutes: 5, holdsBack: "slows" };
const HOURLY: Burden = { often: "hourly", minutes: 1, holdsBack: "slows" };
const WEEKLY: Burden = { often: "weekly", minutes: 15, holdsBack: "little" };
const BURDENS = [DAILY, HOURLY, WEEKLY, {}, DAILY];

const SITES = {
  orders: { site: "Orders", origin: "https://orders.example.com", path: "/orders/{id}/lines" },
  travel: { site: "Travel", origin: "https://travel.example.com", path: "/trips/new" },
  invoices: { site: "Invoices", origin: "https://invoices.example.com", path: "/inbox/{id}" },
  customers: { site: "Customers", origin: "https://crm.example.com", path: "/customer-list" },
  calendar: { site: "Team calendar", origin: "https://calendar.example.com", path: "/team" },
};

/** Told so many months ago, with so many colleagues; IT's last word; one letter for each answer: yes, partly, no. */
type Told = [
  words: string,
  site: keyof typeof SITES,
  kind: Kind,
  monthsAgo: number,
  colleagues: number,
  status: Status,
  answers?: string,
];

const TOLD: readonly Told[] = [
  ["Every search starts again at the first page of the results.", "orders", "steps", 11.2, 9, "done", "yyyyyyyp"],
  ["The order list takes half a minute to open.", "orders", "slow", 9.8, 14, "done", "yyyyyyyyyyppn"],
  ["The same address has to be typed into three forms.", "orders", "steps", 9.1, 21, "done", "yyyyyyyyyyyyyyp"],
  ["I would like to see all trips of my team in one list.", "travel", "missing", 8.4, 12, "possible", "yyyyyyy"],
  ["Receipts cannot be handed in from the telephone.", "travel", "missing", 8.1, 17, "done", "yyyyyyyyyyyn"],
  ["An invoice opens in a window that is too small to read.", "invoices", "confusing", 7.3, 8, "done", "yyyyyy"],
  ["Nobody knows what status 40 means.", "invoices", "confusing", 6.2, 11, "done"],
  ["The customer list forgets how I sorted it.", "customers", "steps", 5.5, 19, "done", "yyyyyyyyyyyyyyy"],
  ["A customer that was deleted still comes up in every search.", "customers", "broken", 4.7, 6, "done", "yyyyyp"],
  ["Holidays of colleagues should be in the calendar.", "calendar", "missing", 4.3, 26, "done", "yyyyyyyyyyyyyyyyyyp"],
  ["The calendar prints on nine pages.", "calendar", "broken", 3.4, 4, "declined"],
  ["It asks for a new password every four weeks.", "orders", "other", 3.1, 31, "declined"],
  ["The trip form loses everything when the train is in a tunnel.", "travel", "broken", 2.6, 13, "done", "yyyyyyyyn"],
  ["A reminder before an invoice is due.", "invoices", "missing", 2.2, 10, "planned"],
  ["Order lines jump while I type the amounts.", "orders", "broken", 1.4, 16, "done", "yyyyyyyyyyy"],
  ["Customers of the north cannot be told from those of the south.", "customers", "confusing", 1.1, 7, "heard"],
  ["The export has its columns in another order every time.", "invoices", "broken", 0.7, 18, "asked"],
  ["Every field of the trip form loads for a second.", "travel", "slow", 0.4, 22, "new"],
  ["A button to copy last week's order.", "orders", "missing", 0.2, 5, "new"],
];

const ANSWERS: Record<string, HelpedAnswer> = { y: "yes", p: "partly", n: "no" };

/** A year of a company: what was told, done and said about it. */
export const SAMPLE_YEAR: readonly SampleReport[] = [...TOLD.map(toReport), ...orderTimes()];

function toReport([words, site, kind, monthsAgo, colleagues, status, answers = ""]: Told): SampleReport {
  const at = monthsAgo * MONTH;
  const burden = (place: number) => BURDENS[(place + words.length) % BURDENS.length] ?? {};
  return {
    words,
    kind,
    from: null,
    at,
    page: SITES[site],
    burden: burden(0),
    colleagues: Array.from({ length: colleagues }, (_, place) => burden(place + 1)),
    steps: status === "new" ? [] : stepsOf(at, status, answers),
  };
}

function stepsOf(at: number, status: Status, answers: string): SampleStep[] {
  return [
    { at: at - 7, by: "Mara", status: "planned", note: "Thank you, we look at it." },
    { at: at * 0.7, by: "Mara", status, note: "This is what became of it." },
    ...answers.split("").map((letter, place) => {
      const helped = ANSWERS[letter] ?? "no";
      return {
        at: at * 0.6 - place,
        helped,
        ...(helped === "partly" && { minutesNow: 1 as const }),
        ...(place > 0 && { colleague: place - 1 }),
        ...(place === 0 && helped === "yes" && { text: "That saves me a walk every morning. Thank you!" }),
      };
    }),
  ];
}

/** How long the order list took, before and after it was mended. */
function orderTimes(): SampleReport[] {
  return [10.5, 10.4, 10.2, 10, 9.9, 9.8, 6.5, 6.3, 5, 4, 3, 2, 1].map((monthsAgo, place) => ({
    words: `The order list, seen on a busy day (${place + 1}).`,
    kind: "slow",
    from: null,
    at: monthsAgo * MONTH,
    page: {
      ...SITES.orders,
      path: "/orders",
      extra: { timings: { lcp: monthsAgo > 7 ? 6200 + place * 300 : 1100 + place * 40 } },
    },
    burden: WEEKLY,
    steps: place < 6 ? stepsOf(monthsAgo * MONTH, "done", "y") : [],
  }));
}
