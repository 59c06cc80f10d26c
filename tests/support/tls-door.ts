import { createHash, X509Certificate } from "node:crypto";
import { request } from "node:http";
import { createServer } from "node:https";
import { generate } from "selfsigned";
import { freePort } from "@/scripts/services/ports";

interface Certificate {
  key: string;
  cert: string;
}

/** HTTPS in front of a collector, with certificates of our own making. */
export interface TlsDoor {
  /** The endpoint to give to the extension. */
  url: string;
  /** Trusted by a browser that is started with this; the certificate of the start is trusted by none. */
  trusting: string[];
  /** How often somebody turned away at the certificate. */
  turnedAway(): number;
  /** How many requests came through. */
  requests(): number;
  /** From now on the door has a certificate that is good. */
  renew(): void;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** `target`: the collector behind it. The door's certificate ended yesterday. */
export async function openExpiredDoor(target: string): Promise<TlsDoor> {
  const [expired, renewed] = await Promise.all([certificate(-30, -1), certificate(-1, 30)]);
  const port = await freePort();
  let [turnedAway, requests] = [0, 0];
  const { hostname, port: behind } = new URL(target);
  const server = createServer(expired, (incoming, outgoing) => {
    requests += 1;
    const { method, url: path, headers } = incoming;
    const onward = request({ host: hostname, port: behind, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on("tlsClientError", () => (turnedAway += 1));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `https://127.0.0.1:${port}`,
    trusting: [`--ignore-certificate-errors-spki-list=${pinOf(renewed)}`],
    turnedAway: () => turnedAway,
    requests: () => requests,
    renew: () => server.setSecureContext(renewed),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Good from so many days from now on until so many. */
async function certificate(from: number, until: number): Promise<Certificate> {
  const [notBeforeDate, notAfterDate] = [from, until].map((days) => new Date(Date.now() + days * DAY_MS));
  const made = await generate([{ name: "commonName", value: "127.0.0.1" }], { notBeforeDate, notAfterDate });
  return { key: made.private, cert: made.cert };
}

/** Of the public key, as Chromium's switch has it. */
function pinOf({ cert }: Certificate): string {
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
