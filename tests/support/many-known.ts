import { TAGS } from "@/scripts/sample/person";
import type { Language } from "@/scripts/sample/annoyance";
import { createDraw } from "@/scripts/sample/draw";
import { ANNOYANCES } from "@/scripts/sample/make-sample";
import seen from "@/tests/labelled/duplicates.seen.json";
import training from "@/tests/labelled/duplicates.training.json";
import plain from "@/tests/labelled/plain-language.seen.json";
import type { Status } from "@/lib/protocol/vocabulary";

/** What IT publishes of one annoyance, with what else the staff-wide file says of it. */
export interface ManyKnown {
  origin: string;
  path: string;
  lang: string;
  title: string;
  text?: string;
  workaround?: string;
  status: Status;
}

const TOOLS = 20;

const THINGS = `The order list;The parts search;The time sheet;The travel form;The customer page;The room calendar;The label
printer;The sign-in page;The approval list;The price table;The delivery note;The invoice preview;The holiday plan;The
shift plan;The expense report;The stock count;The pick list;The contract archive;The phone book;The news page;The
training plan;The fuel card page;The tour plan;The damage report;The supplier form;The cost centre list;The pay slip;The
visitor list;The key register;The parking plan;The canteen menu;The print queue`;
const TROUBLES = `opens slowly in the morning;forgets the filter;signs you out after ten minutes;shows last month's figures;asks
for the same date twice;cuts long names off;cannot be printed on one page;mixes up day and month;loses what you typed when
you go back;shows an empty page on the tablet;does not find words with an umlaut;jumps to the top after saving;needs the
mouse for the last step;hides the save button on small screens;counts the weekend as working days;sends two mails for one
change;shows amounts without a currency;does not remember the printer;has no way back from the last step;sorts by number
only`;
const UNTIL = `Use the small arrow beside the title instead;Press Save after each line;Open it in a new tab;Choose the region
before you search;Call extension {n}: they do it for you;Take the list of room {n}, which has the same figures;Leave the
field empty and save first;Type the first three letters and wait;Hold Alt while you click;Use the form on page {n} of the
handbook;Reload once after signing in;Send the file to the team {n} office, they enter it the same day;Write the date with
the name of the month;Before {n} o'clock it is quick;Turn the tablet on its side`;

/**
 * So many known annoyances as a company's IT would have published: each with a title of its own, of the sample's, of
 * hand-written texts of the labelled sets, and where these end of things and what is wrong with them.
 */
export function manyKnown(count: number, seed: number): ManyKnown[] {
  const draw = createDraw(seed);
  const paths = [...new Set([...seen, ...training].flatMap(({ path }) => path ?? []))];
  const titles = titlesFor(count);
  const until = untilTexts(draw.int);
  return titles.map(({ title, lang }) => ({
    origin: `https://tool-${draw.int(1, TOOLS)}.nordwind.example`,
    path: draw.pick(paths),
    lang,
    title,
    ...(draw.chance(0.3) && { text: draw.pick(until) }),
    ...(draw.chance(0.6) && { workaround: draw.pick(until) }),
    status: draw.weighted({ heard: 2, planned: 4, done: 2, possible: 3, declined: 1 }),
  }));
}

function titlesFor(count: number): { title: string; lang: string }[] {
  const published = ANNOYANCES.flatMap(({ published: texts = {} }) =>
    Object.entries(texts).map(([lang, { title }]) => ({ title, lang: TAGS[lang as Language] })),
  );
  const said = [...seen, ...training].map(({ words, lang }) => ({ title: titled(words), lang }));
  const made = listed(THINGS).flatMap((thing) =>
    listed(TROUBLES).map((trouble) => ({ title: `${thing} ${trouble}`, lang: "en" })),
  );
  const all = new Map([...published, ...said, ...made].map((each) => [each.title, each]));
  return [...all.values()].slice(0, count);
}

function untilTexts(int: (min: number, max: number) => number): string[] {
  const published = ANNOYANCES.flatMap(({ published: texts = {} }) =>
    Object.values(texts).flatMap(({ text, workaround }) => [text, workaround].filter((each) => each !== undefined)),
  );
  const answers = plain.map(({ text }) => `${text.split(/[.!?] /)[0]}.`).filter(({ length }) => length < 110);
  const steps = Array.from({ length: 12 }, () =>
    listed(UNTIL).map((step) => `${step.replace("{n}", String(int(2, 4900)))}.`),
  );
  return [...new Set([...published, ...answers, ...steps.flat()])];
}

/** As IT would head it: the beginning, without the shouting. */
function titled(words: string): string {
  const first = words.split(/[.!?,;] /)[0] ?? words;
  return (first.charAt(0).toUpperCase() + first.slice(1)).slice(0, 90);
}

function listed(text: string): string[] {
  return text.split(";").map((each) => each.replaceAll(/\s+/g, " ").trim());
}
