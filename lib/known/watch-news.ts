import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { keyInForce } from "@/lib/outbox/collector-key";
import type { NewsFile } from "@/lib/protocol/digest";

const NOTHING: NewsFile = { v: 1, months: [] };

/** Calls back with what is published for everybody, now and after every change; gives the function that ends it. */
export function watchNews(
  db: EarshotDatabase,
  onNews: (news: NewsFile) => void,
  onError: (error: unknown) => void,
): () => void {
  return watch(() => readNews(db), onNews, onError);
}

export async function readNews(db: EarshotDatabase): Promise<NewsFile> {
  const news = await readKv(db, "news");
  // Of another organisation than the one in force it is none of this person's business.
  return news?.collector === (await keyInForce(db)) ? (news.file ?? NOTHING) : NOTHING;
}
