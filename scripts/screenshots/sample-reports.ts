import type { Burden, MinutesNow } from "@/lib/protocol/burden";
import type { PageContext } from "@/lib/protocol/context";
import type { EventData, HelpedAnswer, Kind, Status } from "@/lib/protocol/event";

/** Hours before the fixed clock. */
type HoursAgo = number;

export type SampleStep =
  | { at: HoursAgo; by: string; status: Status; note?: string; late?: true }
  | { at: HoursAgo; by: string | null; comment: string; onlyForIt?: true }
  | { at: HoursAgo; by: string; triage: EventData<"org.earshot.triage.set.v1"> }
  | { at: HoursAgo; helped: HelpedAnswer; minutesNow?: MinutesNow; text?: string; colleague?: number };

/** One annoyance with everything that happened to it, as people would tell it. */
export interface SampleReport {
  words: string;
  goal?: string;
  kind?: Kind;
  lang?: string;
  burden?: Burden;
  /** null for somebody who stays anonymous. */
  from: string | null;
  at: HoursAgo;
  page: { site: string; origin: string; path: string; title?: string; extra?: Partial<PageContext> } | null;
  /** What colleagues said with their me too. */
  colleagues?: Burden[];
  steps?: SampleStep[];
}

const orders = {
  site: "Orders",
  origin: "https://orders.example.com",
  path: "/orders/{id}/lines",
  title: "Order lines",
};
const travel = { site: "Travel", origin: "https://travel.example.com", path: "/trips/new", title: "New trip" };
const invoices = { site: "Invoices", origin: "https://invoices.example.com", path: "/inbox/{id}", title: "Invoice" };
const customers = { site: "Customers", origin: "https://crm.example.com", path: "/customer-list", title: "Customers" };
const calendar = { site: "Team calendar", origin: "https://calendar.example.com", path: "/team", title: "My team" };

const DAILY5: Burden = { often: "daily", minutes: 5, holdsBack: "slows" };
const MANY: Burden = { often: "hourly", minutes: 0.25, holdsBack: "slows" };

export const SAMPLE_REPORTS: readonly SampleReport[] = [
  {
    words: "Scanned invoices have not opened since Monday. The page stays white.",
    goal: "Check three invoices before the payment run",
    kind: "broken",
    burden: { often: "daily", minutes: 15, holdsBack: "blocks" },
    from: "Noor",
    at: 30,
    page: {
      ...invoices,
      extra: {
        timings: { ttfb: 420, lcp: 9100, load: 9600, longTasks: 2300 },
        failedRequests: [{ path: "/documents/{id}/preview", status: 500 }],
        browser: "Chromium 156",
        os: "Windows 11",
        viewport: "1440x900",
        zoom: 1.1,
        locale: "en-GB",
      },
    },
    colleagues: [{ often: "daily", minutes: 15, holdsBack: "blocks" }],
  },
  {
    words: "Search forgets the filter every time I come back from an order.",
    goal: "Work through the open orders of one customer",
    kind: "steps",
    burden: MANY,
    from: "Priya",
    at: 150,
    page: { ...orders, extra: { browser: "Chromium 156", os: "macOS", viewport: "1728x1080", locale: "en" } },
    colleagues: [MANY, MANY, DAILY5, DAILY5, {}, MANY, { often: "weekly", minutes: 5 }, {}],
    steps: [
      {
        at: 120,
        by: "Mara",
        status: "heard",
        note: "Thank you, I can see it happen here too. I am asking the people who built the search.",
      },
      { at: 118, by: null, comment: "Good to hear. It is worst on Fridays, when we close the week." },
      { at: 40, by: "Mara", status: "planned", note: "The search will remember your filter from 3 December on." },
      { at: 39, by: "Jonas", status: "declined", note: "The search will be replaced next year.", late: true },
      {
        at: 30,
        by: "Jonas",
        triage: {
          assignee: "Jonas",
          labels: ["search", "waiting for the supplier"],
          externalRefs: [
            { system: "tickets.example.com", key: "SHOP-1284", url: "https://tickets.example.com/SHOP-1284" },
          ],
        },
      },
      { at: 29, by: "Jonas", comment: "It forgets it at the redirect. I have asked the supplier.", onlyForIt: true },
    ],
  },
  {
    words: "The travel form asks for the cost centre on every page, although I have only one.",
    kind: "steps",
    burden: { often: "weekly", minutes: 5, holdsBack: "little" },
    from: null,
    at: 76,
    page: travel,
    colleagues: [{ often: "weekly", minutes: 1 }, {}],
  },
  {
    words: 'What does "Posting key is not consistent with account type" want me to do?',
    goal: "Book a credit note",
    kind: "confusing",
    from: "Priya",
    at: 52,
    page: { ...invoices, path: "/bookings/new", title: "New booking" },
    steps: [
      {
        at: 26,
        by: "Mara",
        status: "asked",
        note: "Was it a credit note for a customer or for a supplier? Then I know which list to look at.",
      },
    ],
  },
  {
    words: "It takes half a minute until the customer list is there.",
    kind: "slow",
    burden: DAILY5,
    from: "Priya",
    at: 700,
    page: { ...customers, extra: { timings: { ttfb: 900, lcp: 28_400 } } },
    colleagues: [DAILY5, DAILY5, DAILY5, { often: "daily", minutes: 1 }, {}],
    steps: [
      { at: 650, by: "Jonas", status: "heard", note: "We found the reason: the list fetches every customer at once." },
      {
        at: 60,
        by: "Jonas",
        status: "done",
        note: "The list now shows the first 50 at once and fetches the rest while you scroll.",
      },
      { at: 50, helped: "yes", text: "What a difference. Thank you, Jonas.", colleague: 0 },
      { at: 46, helped: "yes", colleague: 1 },
      {
        at: 44,
        helped: "partly",
        minutesNow: 1,
        text: "The list is quick now. The search in it is still slow.",
        colleague: 2,
      },
    ],
  },
  {
    words: "I would like to see who is away in my team without asking around.",
    kind: "missing",
    burden: { often: "daily", minutes: 5, holdsBack: "little" },
    from: "Priya",
    at: 900,
    page: calendar,
    colleagues: [{ often: "weekly", minutes: 5 }],
    steps: [
      {
        at: 860,
        by: "Mara",
        status: "possible",
        note: "You can: press the two heads at the top of the calendar. The list of your team opens with everybody who is away.",
      },
      { at: 800, helped: "yes", text: "I had never noticed those heads. Thank you, Mara." },
    ],
  },
  {
    words: "The printer on the second floor prints every first page twice.",
    kind: "broken",
    burden: { often: "weekly", minutes: 1 },
    from: "Tomasz",
    at: 170,
    page: null,
    steps: [{ at: 160, by: "Service desk", status: "heard", note: "Thank you. Somebody will look at it on Thursday." }],
  },
  {
    words: "Beim Speichern springt die Seite nach oben, und ich suche jedes Mal meine Zeile wieder.",
    lang: "de",
    kind: "confusing",
    burden: { often: "hourly", minutes: 0.25, holdsBack: "slows" },
    from: "Anke",
    at: 9,
    page: orders,
  },
  {
    words: "Please give the expense form a dark background.",
    kind: "missing",
    from: null,
    at: 400,
    page: { ...travel, path: "/expenses" },
    steps: [
      {
        at: 300,
        by: "Jonas",
        status: "declined",
        note: "The form comes from outside and cannot be recoloured. Your browser can darken single pages; the service desk shows you how.",
      },
    ],
  },
  {
    words: "",
    kind: "slow",
    burden: { often: "once", minutes: 60 },
    from: null,
    at: 200,
    page: { site: "Time sheet", origin: "https://time.example.com", path: "/weeks/{id}" },
  },
  {
    words:
      "Every month I copy forty numbers from the warehouse list into the planning sheet by hand, because the list can only be printed. I do it in the evening when it is quiet, I check each number twice, and still there is always one that is wrong, and then somebody from planning calls me and we look for it together. It would already help if I could select the table and copy it. I asked two years ago and was told that it is not foreseen.",
    goal: "Give planning the stock of the month",
    kind: "missing",
    burden: { often: "monthly", minutes: 60, holdsBack: "slows" },
    from: "Ines",
    at: 20,
    page: {
      site: "Warehouse",
      origin: "https://stock.example.com",
      path: "/lists/month-end",
      title: "Stock at the end of the month",
    },
  },
];
