import { must, same, type Clause } from "../clause";
import { jsonOf } from "../world";
import { collectorConfigSchema, sessionInfoSchema } from "@/lib/protocol/collector-config";

/** Some answers of each kind: good ones, refusals, and what is nowhere. */
const SAMPLES = [
  ["GET", "/v1/config", "ingest"],
  ["GET", "/v1/config", undefined],
  ["GET", "/v1/nothing-is-here", "ingest"],
  ["POST", "/v1/events", "ingest"],
  ["GET", "/v1/changes", "ingest"],
  ["GET", "/v1/threads/0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b", undefined],
] as const;

const FORGED = { header: `Bearer it_000000000000_${"A".repeat(43)}` };

export const answerClauses: Clause[] = [
  {
    id: "answer.protocol",
    section: 3,
    says: "Every answer carries Earshot-Protocol: 1",
    async check({ ask }) {
      for (const [method, path, as] of SAMPLES) {
        const { headers, said } = await ask(path, { method, as });
        same(headers.get("earshot-protocol"), "1", `${method} ${path} (${said})`);
      }
    },
  },
  {
    id: "answer.epoch",
    section: 3,
    says: "Every answer carries the epoch, and it is the same one",
    async check({ ask }) {
      const seen = new Set<string | null>();
      for (const [method, path, as] of SAMPLES)
        seen.add((await ask(path, { method, as })).headers.get("earshot-epoch"));
      must(!seen.has(null), "an answer has no Earshot-Epoch");
      same(seen.size, 1, "epochs of one run");
    },
  },
  {
    id: "answer.problem",
    section: 3,
    says: "A refusal is a problem document that repeats its status",
    async check({ ask }) {
      for (const [method, path, as] of SAMPLES.slice(1)) {
        const { status, headers, text } = await ask(path, { method, as });
        same(headers.get("content-type")?.split(";")[0], "application/problem+json", `${method} ${path}`);
        same((JSON.parse(text) as { status?: number }).status, status, `status of ${method} ${path}`);
      }
    },
  },
  {
    id: "answer.method",
    section: 3,
    says: "A method that a path does not have is answered 405 with Allow",
    async check({ ask }) {
      const { status, headers } = await ask("/v1/events", { method: "DELETE", as: "ingest" });
      same(status, 405, "DELETE /v1/events");
      must(headers.get("allow")?.includes("POST") === true, "405 without the allowed method");
    },
  },
  {
    id: "answer.cors",
    section: 3,
    says: "Other origins may read it without credentials, its own headers too",
    async check({ ask }) {
      const origin = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
      const { headers } = await ask("/v1/config", { as: "ingest", headers: { origin } });
      must(["*", origin].includes(headers.get("access-control-allow-origin") ?? ""), "no Access-Control-Allow-Origin");
      same(headers.get("access-control-allow-credentials"), null, "Access-Control-Allow-Credentials");
      const exposed = headers.get("access-control-expose-headers")?.toLowerCase() ?? "";
      for (const name of ["earshot-protocol", "earshot-epoch", "etag", "retry-after"]) {
        must(exposed.includes(name), `${name} is not exposed`);
      }
      const preflight = await ask("/v1/events", {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
      });
      must(preflight.status < 300, `a preflight was answered ${preflight.said}`);
    },
  },
  {
    id: "config.form",
    section: 3,
    says: "/v1/config names limits, organisation and features",
    async check({ ask }) {
      const config = jsonOf(await ask("/v1/config", { as: "ingest" }), collectorConfigSchema, "/v1/config");
      must(config.limits.eventBytes >= 32 * 1024 && config.limits.batchEvents >= 50, "our client's batches do not fit");
    },
  },
  {
    id: "config.etag",
    section: 3,
    says: "/v1/config has an ETag, and is answered 304 where it is unchanged",
    async check({ ask }) {
      const etag = (await ask("/v1/config", { as: "ingest" })).headers.get("etag");
      must(etag !== null, "no ETag");
      same((await ask("/v1/config", { as: "ingest", headers: { "if-none-match": etag } })).status, 304, "asked again");
    },
  },
  {
    id: "token.needed",
    section: 1,
    says: "Without a good token nothing is taken in and nothing told: 401",
    async check({ ask, post }) {
      for (const as of [undefined, FORGED, { header: "Bearer x" }]) {
        same((await ask("/v1/config", { as })).said, "401 unauthorized", "/v1/config");
        same((await post("/v1/events", [], { as })).said, "401 unauthorized", "/v1/events");
        same((await ask("/v1/changes", { as })).said, "401 unauthorized", "/v1/changes");
      }
    },
  },
  {
    id: "token.reads-nothing",
    section: 1,
    says: "An ingest token reads no report: 403",
    async check({ ask }) {
      same((await ask("/v1/changes", { as: "ingest" })).said, "403 forbidden", "/v1/changes");
      same((await ask("/v1/auth/session", { as: "ingest" })).said, "403 forbidden", "/v1/auth/session");
    },
  },
  {
    id: "session.who",
    section: 1,
    says: "A session token is told whose it is, with a name and a role",
    needs: "session",
    async check({ ask }) {
      jsonOf(await ask("/v1/auth/session", { as: "session" }), sessionInfoSchema, "/v1/auth/session");
    },
  },
];
