import type { EarshotDatabase } from "@/lib/database/open";

/** As for words: what could not be sent for a month says nothing any more. Words are asked about, pictures are not. */
const EXPIRY_MS = 30 * 86_400_000;

/** Ends pictures that nobody will ask for again: their report's event is gone, or they are too old. */
export async function expirePictures(db: EarshotDatabase, now: number): Promise<void> {
  await db.transaction("rw", db.outbox, db.blobs, db.blobBytes, async () => {
    for (const row of await db.blobs.where("state").anyOf("queued", "wanted").toArray()) {
      const isAsked = row.state === "wanted" && row.createdAt >= now - EXPIRY_MS;
      const mayBeAsked = row.state === "queued" && (await db.outbox.where("subject").equals(row.subject).count()) > 0;
      if (isAsked || mayBeAsked) continue;
      await db.blobs.put({ ...row, state: "dead", owner: null });
      await db.blobBytes.delete([row.subject, row.sha256]);
    }
  });
}
