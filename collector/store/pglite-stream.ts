import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

const STARTUP = 0;
const SYNC = 0x53;
const QUERY = 0x51;
const TERMINATE = 0x58;

/**
 * A socket for `pg` with PGlite at its other end: the same driver and the same wire protocol as with a server.
 *
 * PGlite's own adapter hands over each message alone. After an error PGlite then says "ready" twice (its issue 958),
 * and the driver reads the next answer as this one's. Handed over up to a Sync, a failed query is answered exactly as
 * a server does, and a query takes one call instead of five.
 */
export class PgliteStream extends Duplex {
  #db: PGlite;
  #waiting: Buffer[] = [];

  constructor(db: PGlite) {
    super();
    this.#db = db;
  }

  // What the driver asks of a TCP socket.
  connect(): this {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#take(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#take(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  #take(chunk: Buffer, done: (error?: Error | null) => void): void {
    const last = lastMessage(chunk);
    if (last === TERMINATE) {
      this.push(null);
      done();
      return;
    }
    this.#waiting.push(chunk);
    if (last !== SYNC && last !== QUERY && last !== STARTUP) {
      done();
      return;
    }
    const message = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#db.execProtocolRaw(message).then(
      (answer) => {
        this.push(Buffer.from(answer));
        done();
      },
      (error: unknown) => done(error instanceof Error ? error : new Error("PGlite failed")),
    );
  }
}

/** The type byte of the last message in a chunk of whole messages: a byte of type, then four of length. */
function lastMessage(chunk: Buffer): number {
  // The first message of a connection has no type: it begins with its length, which is less than 16 MiB.
  if (chunk[0] === STARTUP) return STARTUP;
  let at = 0;
  let type = STARTUP;
  while (at + 5 <= chunk.length) {
    type = chunk[at] ?? STARTUP;
    at += 1 + chunk.readInt32BE(at + 1);
  }
  return type;
}
