import type { JoinedRow } from "@/lib/database/known-rows";
import type { AskHere, KnownItem } from "@/lib/known/known-item";
import { idOf, isoAgo, NOW_MS } from "./fold-sample";

const rooms = {
  reportId: idOf("known rooms"),
  title: "Rooms stay booked when a meeting is called off",
  lang: "en",
  status: "planned",
  people: 23,
} as const;
const fields = {
  reportId: idOf("known fields"),
  title: "The expense form empties its fields when the session ends",
  lang: "en",
  status: "done",
  people: 61,
} as const;

/** What was joined: one that is planned, and one that is done and asks whether it helped. "" as in `NEWS`. */
export const SAMPLE_JOINED: JoinedRow[] = [
  {
    id: rooms.reportId,
    collector: "",
    burden: { often: "weekly", minutes: 5, holdsBack: "little" },
    at: NOW_MS,
    known: {
      ...rooms,
      originHash: "sample",
      statusEvent: null,
      updated: isoAgo(120),
      text: "The calendar will free them by itself from January on.",
      workaround: "Delete the room from the meeting before you call it off.",
    },
    seenStatus: null,
  },
  {
    id: fields.reportId,
    collector: "",
    burden: { often: "daily", minutes: 5, holdsBack: "slows" },
    at: NOW_MS,
    known: { ...fields, originHash: "sample", statusEvent: idOf("known fields done"), updated: isoAgo(30) },
    seenStatus: null,
  },
];

const said = { text: null, workaround: null, own: false, joined: null };

/** What the form shows as known on its page. */
export const SAMPLE_KNOWN: KnownItem[] = [
  {
    ...said,
    reportId: idOf("known centre"),
    title: "The cost centre has to be typed on every line",
    text: "We are asking the makers of the form for a default.",
    workaround: "Fill in the first line, then press Copy line: it takes the cost centre along.",
    lang: "en",
    status: "planned",
    people: 17,
  },
  {
    ...said,
    reportId: idOf("known receipts"),
    title: "Receipts have to be added one by one",
    workaround: "Mark all of them in the folder and drag them onto the line together.",
    lang: "en",
    status: "possible",
    people: 8,
    joined: { often: "monthly", minutes: 5 },
  },
  {
    ...said,
    reportId: idOf("known mileage"),
    title: "Mileage cannot be corrected",
    lang: "en",
    status: "heard",
    people: 4,
  },
];

/** A fix of that page, for its reporter. */
export const SAMPLE_ASK: AskHere = {
  reportId: idOf("asked"),
  forEvent: idOf("asked done"),
  check: "first",
  title: "I have to look up the exchange rate for every receipt.",
  lang: "en",
  said: { name: "Jonas", text: "The form now takes the rate of the day by itself. You can still change it." },
};
