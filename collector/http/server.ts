import { createServer, type Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { StartError } from "../start-error";

export interface Listening {
  /** The address without a path, such as `http://127.0.0.1:4180`. */
  endpoint: string;
  /** Stops accepting; resolves when the last request is answered, or after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** How long a client may take. Whoever sends slowly on purpose holds a connection, and nothing more. */
export interface Patience {
  headersMs: number;
  /** For the whole of a request, its body too: half a minute for 2 MiB is 70 KB a second. */
  requestMs: number;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000 };

/** Longer than a proxy keeps a connection that it does not use: else it would send into one that we are closing. */
const KEEP_ALIVE_MS = 75_000;

/** @throws StartError where the port is taken or not allowed. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
  patience: Patience = PATIENCE,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    createServer,
    serverOptions: {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: Math.min(patience.headersMs, 5000),
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return { endpoint: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`, close: (ms) => close(server, ms) };
}

const SWEEP_MS = 20;

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that was busy stays open for the next request, which is not to come.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
  });
}

function portError(error: Error, host: string, port: number): Error {
  const code = "code" in error ? error.code : "";
  if (code === "EADDRINUSE") {
    return new StartError(
      `Port ${port} on ${host} is in use by another program: stop it, or choose another by --port.`,
    );
  }
  if (code === "EACCES") return new StartError(`Port ${port} may not be used by this user: choose one above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new StartError(`${host} is not an address of this computer: choose another by --host.`);
  }
  return error;
}
