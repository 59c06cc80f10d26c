import type { Server } from "node:http";

export interface Listening {
  /** Without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** On a free port of the loopback address. Closing does not wait for connections that are kept open. */
export async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
