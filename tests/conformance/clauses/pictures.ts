import { createHash } from "node:crypto";
import { must, same, type Clause } from "../clause";
import { makePicture, makeReport, type Picture } from "../make";
import type { Answer, Asked, World } from "../world";

function put({ ask }: World, { sha256, bytes }: Picture, more: Asked = {}): Promise<Answer> {
  const headers = { "content-type": "image/webp" };
  return ask(`/v1/blobs/${sha256}`, { as: "ingest", method: "PUT", headers, body: bytes, ...more });
}

export const pictureClauses: Clause[] = [
  {
    id: "picture.wanted",
    section: 3,
    says: "The receipt asks for a report's picture until it is there; then the report says so",
    needs: "session",
    async check(world) {
      const picture = makePicture();
      const report = makeReport({ attachments: [picture.attachment] });
      world.filed.push(report);
      same((await world.send([report.event])).wantBlobs, [picture.sha256], "wanted");
      same((await world.send([report.event])).wantBlobs, [picture.sha256], "wanted again");
      same((await put(world, picture)).status, 201, "the first time");
      same((await put(world, picture)).status, 200, "the second time");
      same((await world.send([report.event])).wantBlobs, [], "wanted afterwards");
      same((await world.doc(report.id)).attachments[0]?.stored, true, "stored");
    },
  },
  {
    id: "picture.refused",
    section: 3,
    says: "A picture that nobody wants, or that is not what it says, is refused",
    async check(world) {
      const [picture, stranger] = [makePicture(), makePicture()];
      await world.file({ attachments: [picture.attachment] });
      same((await put(world, stranger)).said, "404 blob-not-wanted", "nobody wants it");
      const other = await put(world, { ...picture, bytes: stranger.bytes });
      same(other.said, "422 digest-mismatch", "other bytes");
      const svg = { headers: { "content-type": "image/svg+xml" } };
      same((await put(world, picture, svg)).said, "415 unsupported-media-type", "another type");
      const png = { headers: { "content-type": "image/png" } };
      same((await put(world, picture, png)).said, "415 unsupported-media-type", "a type that the bytes are not of");
      const large = Buffer.concat([picture.bytes, Buffer.alloc(world.config.limits.blobBytes)]);
      same((await put(world, { ...picture, bytes: large })).said, "413 too-large", "too many bytes");
      const session = world.hasSession ? await put(world, picture, { as: "session" }) : null;
      if (session) same(session.status, 403, "with a session");
    },
  },
  {
    id: "picture.given",
    section: 3,
    says: "A picture is given to its reporter and to IT, as something that can do nothing; to others it is not there",
    async check(world) {
      const picture = makePicture();
      const report = await world.file({ attachments: [picture.attachment] });
      await put(world, picture);
      const path = `/v1/blobs/${picture.sha256}`;
      const stranger = await world.file();
      for (const as of world.hasSession ? ([report, "session"] as const) : [report]) {
        const { status, headers } = await world.ask(path, { as });
        same(status, 200, "its reader");
        same(headers.get("content-type"), "image/webp", "its type");
        same(headers.get("content-security-policy"), "sandbox; default-src 'none'", "Content-Security-Policy");
        same(headers.get("x-content-type-options"), "nosniff", "X-Content-Type-Options");
        same(headers.get("content-disposition"), "attachment", "Content-Disposition");
        must(headers.get("cache-control")?.includes("private") === true, "its Cache-Control is not private");
      }
      same((await world.ask(path, { as: stranger })).said, "404 not-found", "a stranger's key");
      const nowhere = createHash("sha256").update(picture.sha256).digest("hex");
      same((await world.ask(`/v1/blobs/${nowhere}`, { as: report })).said, "404 not-found", "what is not there");
      must([401, 403].includes((await world.ask(path, { as: "ingest" })).status), "the ingest token reads it");
    },
  },
];
