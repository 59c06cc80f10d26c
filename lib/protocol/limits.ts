/** The protocol's limits. Text lengths are UTF-16 code units, as `String.length` and a textarea count them. */
export const LIMITS = {
  words: 4000,
  goal: 1000,
  comment: 4000,
  note: 1000,
  thanks: 600,
  name: 120,
  /** IT's own marks on a report, and what other systems call it. */
  label: 40,
  labels: 20,
  refKey: 120,
  refUrl: 1000,
  refs: 10,
  /** What is published for everybody, for each language and in how many beside the first. */
  summaryTitle: 120,
  summaryText: 600,
  summaryLanguages: 8,
  /** Known annoyances in one file, and its bytes as JSON: every browser loads it. */
  bucketItems: 1000,
  bucketBytes: 1024 * 1024,
  /** More than that much JSON around such items is no such file. */
  bucketFileBytes: 1024 * 1024 + 4096,
  /** Parts of one month's news; months in the file for everybody, and its bytes as JSON. */
  digestBlocks: 100,
  newsMonths: 12,
  newsBytes: 256 * 1024,
  /** More than that much JSON around such months is no such file. */
  newsFileBytes: 256 * 1024 + 4096,
  /** One event as UTF-8 JSON. CloudEvents promises interoperability only up to 64 KiB. */
  eventBytes: 32 * 1024,
  /** One request as decoded UTF-8 JSON. */
  batchBytes: 1024 * 1024,
  batchEvents: 100,
  blobBytes: 2 * 1024 * 1024,
  /** Reports that one request names as opened. */
  opened: 100,
  /** What a client puts into one request: half an hour of one office fits, and a lost answer costs little. */
  clientBatchEvents: 50,
  clientBatchBytes: 256 * 1024,
  /** The same to a webhook: what most of them take (Event Grid allows 1 MB, SQS and EventBridge 256 KiB). */
  webhookBatchEvents: 20,
  webhookBatchBytes: 192 * 1024,
} as const;

/** The protocol's major version, sent by the collector as `Earshot-Protocol`. */
export const PROTOCOL_VERSION = "1";
