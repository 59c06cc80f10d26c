import { Dexie, type DexieOptions, type EntityTable, type Table } from "dexie";
import type { AskRow, BucketRow, JoinedRow } from "./known-rows";
import type {
  BlobBytesRow,
  BlobRow,
  BodyRow,
  DraftRow,
  KvRow,
  MineRow,
  OutboxRow,
  PackRow,
  PackTermsRow,
  PackWordsRow,
  ReportRow,
} from "./rows";
import { splitBodies } from "./split-bodies";

/** The extension's database. Only the background writes it; the popup reads it. */
export class EarshotDatabase extends Dexie {
  declare outbox: EntityTable<OutboxRow, "order">;
  declare bodies: Table<BodyRow, string>;
  declare mine: Table<MineRow, string>;
  declare reports: Table<ReportRow, string>;
  declare packs: Table<PackRow, number>;
  declare packWords: Table<PackWordsRow, number>;
  declare packTerms: Table<PackTermsRow, number>;
  declare drafts: Table<DraftRow, string>;
  declare kv: Table<KvRow, string>;
  declare blobs: Table<BlobRow, [subject: string, sha256: string]>;
  declare blobBytes: Table<BlobBytesRow, [subject: string, sha256: string]>;
  declare buckets: Table<BucketRow, string>;
  declare joined: Table<JoinedRow, string>;
  declare asks: Table<AskRow, string>;

  /** `engine`: another IndexedDB than the browser's, for tests. */
  constructor(name = "earshot", engine: Pick<DexieOptions, "indexedDB" | "IDBKeyRange"> = {}) {
    // Strict durability: "Saved" is said only after the operating system was told to write it to disk.
    super(name, { chromeTransactionDurability: "strict", ...engine });
    // An older context that does not let go (an upgrade waits for all of them): whoever asked is told at once, with
    // their words still before them, instead of waiting for nobody knows how long. The next call tries anew.
    this.on("blocked", () => {
      // Ends the opening that waits; then lets the next call open it.
      this.close();
      setTimeout(() => this.close({ disableAutoOpen: false }));
    });
    // Only versions that changed rows: Dexie finds by itself what tables an older database lacks, and each version that
    // is named here costs whoever opens one, the popup above all.
    this.version(2)
      .stores({
        outbox: "++order, &id, [route+state+nextAt], [state+createdAt], subject",
        mine: "id, nextPollAt, createdAt",
        reports: "id, rev, origin, status",
        drafts: "key, updatedAt",
        kv: "key",
        // Pictures. The same bytes may belong to two reports.
        blobs: "[subject+sha256], subject, sha256, state",
        blobBytes: "[subject+sha256]",
      })
      .upgrade(async (tx) => {
        // Copies that were pulled before documents named their pictures.
        await tx.table<ReportRow>("reports").toCollection().modify(withAttachments);
      });
    // Bodies in a table of their own, and only the indexes that sending needs: an item's state is written twice on its
    // way, and each time its row went whole, with an entry in every index.
    this.version(4)
      .stores({ outbox: "++order, [route+state+nextAt], subject", bodies: "id", mine: "id, nextPollAt" })
      .upgrade(splitBodies);
    this.version(8).stores({
      // 5: an index in the order of what costs most; copies once more, as the list and the search read them. They are filled
      // from `reports` by whoever finds them missing or in another form (lib/copies).
      reports: "id, rev, origin, status, cost",
      packs: "++no",
      packWords: "no",
      // 6: what is known already: the staff-wide files, and what this person joined.
      buckets: "name",
      joined: "id",
      // 7: "Did this help?": what was asked, and what was answered.
      asks: "id",
      // 8: each word once for all packs.
      packTerms: "from",
    });
  }
}

function withAttachments({ doc }: ReportRow): void {
  const before: Partial<ReportRow["doc"]> = doc;
  doc.attachments = before.attachments ?? [];
}
