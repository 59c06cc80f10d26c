import { createServer } from "node:net";

/** Whether a server could listen on this port of the loopback address right now. */
function portIsFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/** A port that nobody uses; between this and its use somebody else could take it, which has not been seen yet. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** `wanted` where it is free, else any free one. */
export async function portNear(wanted: number): Promise<number> {
  return (await portIsFree(wanted)) ? wanted : freePort();
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
