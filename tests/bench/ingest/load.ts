import { Agent, request } from "node:http";
import type { CollectorProcess } from "@/tests/support/collector-process";

/**
 * Sends requests as so many clients that each wait for their receipt before they send the next. Node's plain client:
 * it shares the machine with what it measures, and costs least. Resolves with how long all of it took, in seconds.
 */
export async function sendAll(
  collector: CollectorProcess,
  bodies: readonly string[],
  clients: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = bodies.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const body of waiting) await send(collector, agent, body);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return seconds;
}

/** @throws where it is not acknowledged: then there is nothing to measure. */
function send({ setup }: CollectorProcess, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${setup.endpoint}/v1/events`,
      {
        method: "POST",
        agent,
        headers: {
          Authorization: `Bearer ${setup.ingestToken}`,
          "Content-Type": "application/cloudevents-batch+json",
          "Content-Length": Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("end", () => {
          const isAcknowledged = response.statusCode === 200 && !/"status":"(rejected|retry)"/.test(text);
          if (isAcknowledged) resolve();
          else reject(new Error(`a batch was answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}
