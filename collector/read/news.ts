import type { ListeningScore, NewsFile, PublishedMonth } from "@/lib/protocol/digest";
import type { EventData } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import type { Db, Queryable } from "../store/db";
import { readFeed } from "../store/org";
import { PUBLISHED_MONTHS } from "../store/statements";
import { readListening } from "./listening";
import { makeFile, type PublicFile } from "./public-file";

interface MonthRow {
  body: EventData<"org.earshot.digest.published.v1">;
  at: Date;
}

export interface NewsFiles {
  /** What every employee may read of the months; `epoch` is the feed's. */
  read(): Promise<{ epoch: string; file: PublicFile }>;
}

interface Made {
  key: string;
  file: Promise<PublicFile>;
}

interface Counted {
  atMs: number;
  score: Promise<ListeningScore>;
}

/** All reports are walked through for it. */
const COUNT_EVERY_MS = 3_600_000;

/**
 * Made anew only after the feed has moved, or once an hour has passed since people were last counted; once for all who
 * ask meanwhile.
 */
export function createNewsFiles({ db, org, now }: { db: Db; org: string; now: () => Date }): NewsFiles {
  let made: Made | null = null;
  let counted: Counted | null = null;

  function count(): Counted {
    const at = now();
    const passedMs = counted ? at.getTime() - counted.atMs : Infinity;
    if (counted && passedMs >= 0 && passedMs < COUNT_EVERY_MS) return counted;
    const next: Counted = { atMs: at.getTime(), score: readListening(db, org, at) };
    next.score.catch(() => {
      // The next one asks the database again.
      if (counted === next) counted = null;
    });
    counted = next;
    return next;
  }

  return {
    async read() {
      const { epoch, head } = await readFeed(db, org);
      const { atMs, score } = count();
      const key = `${epoch}.${head}.${atMs}`;
      if (made?.key !== key) made = { key, file: readNews(db, org, score).then(makeFile) };
      const current = made;
      try {
        return { epoch, file: await current.file };
      } catch (error) {
        // The next one asks the database again.
        if (made === current) made = null;
        throw error;
      }
    },
  };
}

async function readNews(on: Queryable, org: string, score: Promise<ListeningScore>): Promise<NewsFile> {
  // Some of the newest may have been taken away again.
  const rows = await on.query<MonthRow>(PUBLISHED_MONTHS, [org, organisationSubject(org), 5 * LIMITS.newsMonths]);
  return { v: 1, months: fitMonths(rows.flatMap(monthOf)), listening: await score };
}

function monthOf({ body: { month, lang, blocks }, at }: MonthRow): PublishedMonth[] {
  return blocks === null ? [] : [{ month, lang, at: at.toISOString(), blocks }];
}

/** As many as the file holds, from the front: every employee's browser loads it. */
export function fitMonths(months: readonly PublishedMonth[], mostBytes: number = LIMITS.newsBytes): PublishedMonth[] {
  const fitting: PublishedMonth[] = [];
  let bytes = 0;
  for (const month of months.slice(0, LIMITS.newsMonths)) {
    bytes += Buffer.byteLength(JSON.stringify(month)) + 1;
    if (bytes > mostBytes) break;
    fitting.push(month);
  }
  return fitting;
}
