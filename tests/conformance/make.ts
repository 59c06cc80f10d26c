import { createHash, randomBytes, randomUUID } from "node:crypto";

/**
 * Events as any client would make them. By hand, and not with the project's own code: what both sides got wrong alike
 * would else look right.
 */
export interface CloudEvent {
  specversion: string;
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  data: Record<string, unknown>;
}

const ANONYMOUS = "urn:earshot:anon";
export const ORIGIN = "https://conformance.example";

export function makeEvent(type: string, subject: string, data: object, more: object = {}): CloudEvent {
  return {
    specversion: "1.0",
    id: randomUUID(),
    source: `urn:earshot:install:${randomUUID()}`,
    type: `org.earshot.${type}`,
    subject,
    time: new Date().toISOString(),
    data: { ...data },
    ...more,
  };
}

/** The form that says nothing of who sends it: the hour alone, and an id without a time in it. */
export function makeAnonymous(type: string, subject: string, data: object): CloudEvent {
  return makeEvent(type, subject, data, { source: ANONYMOUS, time: hour() });
}

export function hour(): string {
  return `${new Date().toISOString().slice(0, 13)}:00:00.000Z`;
}

export function makeTag(): string {
  return randomBytes(16).toString("base64url");
}

export interface Report {
  id: string;
  key: string;
  tag: string;
  event: CloudEvent;
}

export function makeReport(more: object = {}, anonymous = false): Report {
  const [id, key, tag] = [randomUUID(), randomBytes(32).toString("base64url"), makeTag()];
  const data = {
    words: "A conformance test writes this",
    lang: "en",
    kind: "slow",
    context: { origin: ORIGIN, path: "/orders/{id}" },
    replyHash: createHash("sha256").update(key).digest("hex"),
    ownTag: tag,
    ...(anonymous ? { identity: "anon" } : { identity: "claimed", reporter: { name: "Conformance" } }),
    ...more,
  };
  const make = anonymous ? makeAnonymous : makeEvent;
  return { id, key, tag, event: make("report.created.v1", id, data) };
}

export interface Picture {
  bytes: Buffer<ArrayBuffer>;
  sha256: string;
  attachment: object;
}

/** It begins as a WebP does, which is as far as a collector looks. */
export function makePicture(): Picture {
  const bytes = Buffer.concat([Buffer.from("RIFF\x20\x00\x00\x00WEBPVP8 ", "latin1"), randomBytes(200)]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, sha256, attachment: { sha256, size: bytes.byteLength, type: "image/webp", w: 10, h: 10 } };
}
