import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readSetAside } from "@/lib/outbox/set-aside";
import { base64url, sha256Bytes } from "@/lib/platform/digest";
import type { Opened } from "@/lib/platform/web-auth";
import { problemType } from "@/lib/protocol/problem";
import { clientWorld, posts } from "@/tests/support/client-world";
import type { SeenRequest } from "@/tests/support/fake-collector";
import { createSignIn } from "./create-sign-in";

const HOUR = 3_600_000;
const REDIRECT = "https://abc.chromiumapp.org/";

function answered(status: number, json: object): Response {
  const type = status === 200 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(json), { status, headers: { "earshot-protocol": "1", "content-type": type } });
}

const refused = (status: 401 | 403, slug: "unauthorized" | "token-revoked" | "forbidden") =>
  answered(status, { type: problemType(slug), title: slug });

/** A browser with a report of its own, and a company whose sign-in does as the test says. */
async function world() {
  let value: unknown;
  const memory = {
    read: async () => value,
    write: async (next: unknown) => void (value = next),
    clear: async () => void (value = undefined),
  };
  const asked: { query: URLSearchParams; interactive: boolean }[] = [];
  const does = { person: "p1" as string | null, error: "login_required", opened: null as Opened | null, count: 0 };
  const webAuth = {
    redirectUri: () => REDIRECT,
    async open(address: string, interactive: boolean): Promise<Opened> {
      const query = new URL(address).searchParams;
      asked.push({ query, interactive });
      if (does.opened) return does.opened;
      const said = does.person === null ? `error=${does.error}` : "code=c1";
      return { kind: "back", address: `${REDIRECT}?${said}&state=${query.get("state")}` };
    },
  };
  const w = await clientWorld(undefined, undefined, {
    signIn: (deps) => createSignIn({ ...deps, webAuth, held: memory }),
  });
  w.state.policy.reviewers = { signIn: "oidc", token: null };
  const token = (request: SeenRequest): Response | null => {
    if (request.path !== "/v1/auth/token") return null;
    const { verifier } = JSON.parse(request.text) as { verifier: string };
    expect(base64url(sha256Bytes(verifier))).toBe(asked.at(-1)?.query.get("code_challenge"));
    does.count += 1;
    return answered(200, {
      token: `rev-of-${does.person}-${does.count}`.padEnd(43, "x"),
      person: does.person,
      role: "reviewer",
      name: "Ines",
      scope: null,
      expiresAt: new Date(w.clock.now() + 12 * HOUR).toISOString(),
    });
  };
  w.collector.answer = token;
  const id = await w.file();
  await w.engine.kick();
  const signIn = async () => {
    const outcome = await w.engine.signIn.begin(w.state.policy);
    await w.engine.refresh();
    return outcome;
  };
  return { ...w, memory, asked, does, token, id, signIn, session: () => readKv(w.db, "session") };
}

describe("signing in", () => {
  it("asks nobody while nobody has signed in here", async () => {
    const w = await world();
    await w.engine.refresh();
    expect(w.asked).toEqual([]);
    expect(w.collector.seen.filter(({ path }) => path.startsWith("/v1/auth"))).toEqual([]);
  });

  it("brings the Inbox; the token is in memory only", async () => {
    const w = await world();
    expect(await w.signIn()).toBe("ok");
    expect(w.asked).toMatchObject([{ interactive: true }]);
    expect(await w.session()).toMatchObject({ token: "person:p1", problem: null, info: { name: "Ines" } });
    expect(await w.db.reports.count()).toBe(1);
    expect(JSON.stringify(await w.db.kv.toArray())).not.toContain("rev-of");
    expect(JSON.stringify(await w.memory.read())).toContain("rev-of-p1-1");
  });

  it.each(["cancelled", "away"] as const)("changes nothing where it comes to nothing (%s)", async (outcome) => {
    const w = await world();
    w.does.opened = { kind: outcome === "away" ? "failed" : "closed" };
    expect(await w.signIn()).toBe(outcome);
    expect(await w.session()).toBeNull();
  });

  it("says that there is no role, and asks the provider who it is the next time", async () => {
    const w = await world();
    w.does.person = null;
    w.does.error = "no_role";
    expect(await w.signIn()).toBe("noRole");
    expect(await w.session()).toMatchObject({ info: null, problem: "noRole" });
    await w.engine.refresh();
    expect(w.asked).toHaveLength(1);
    w.does.person = "p2";
    expect(await w.signIn()).toBe("ok");
    expect(w.asked.map(({ query }) => query.get("prompt"))).toEqual([null, "login"]);
  });

  it("of somebody else lets nothing of the first one stay, nor go out under the wrong name", async () => {
    const w = await world();
    await w.signIn();
    w.collector.fault = ({ method }) => (method === "POST" ? "network" : null);
    await w.outbox.answer({ reportId: w.id, status: "planned", basedOn: null, text: "Soon.", lang: "en" });
    await w.engine.kick();
    w.collector.fault = () => null;
    w.does.person = "p2";
    await w.signIn();
    expect(await readSetAside(w.db)).toMatchObject([{ text: "Soon." }]);
    const byOther = posts(w).filter(({ headers }) => headers.get("authorization")?.includes("rev-of-p2"));
    expect(byOther.some(({ text }) => text.includes("Soon."))).toBe(false);
    expect(w.collector.docs.get(w.id)?.stored.doc.status).toBe("new");
  });

  it("is good for twelve hours also where this computer's clock is years off", async () => {
    const w = await world();
    w.collector.answer = (request) => {
      const answer = w.token(request);
      w.clock.at += answer ? 3 * 365 * 24 * HOUR : 0;
      return answer;
    };
    await w.signIn();
    w.collector.answer = w.token;
    await w.engine.refresh();
    expect(w.asked).toHaveLength(1);
    expect(await w.session()).toMatchObject({ problem: null });
  });
});

describe("a renewal", () => {
  it("comes before the end, and nobody notices", async () => {
    const w = await world();
    await w.signIn();
    w.clock.move(11.6 * HOUR);
    await w.engine.kick();
    expect(w.asked.map(({ interactive, query }) => [interactive, query.get("prompt")])).toEqual([
      [true, null],
      [false, "none"],
    ]);
    expect(JSON.stringify(await w.memory.read())).toContain("rev-of-p1-2");
    expect(await w.db.reports.count()).toBe(1);
  });

  it("comes when the browser starts, and waits for a network that is away", async () => {
    const w = await world();
    await w.signIn();
    await w.memory.clear();
    w.does.opened = { kind: "failed" };
    await w.engine.kick();
    expect(await w.session()).toMatchObject({ problem: "unreachable", info: { name: "Ines" } });
    await w.engine.kick();
    expect(w.asked).toHaveLength(2);
    w.does.opened = null;
    w.clock.move(5 * 60_000);
    await w.engine.kick();
    expect(await w.session()).toMatchObject({ problem: null });
  });

  it("follows a token that the collector does not know, once", async () => {
    const w = await world();
    await w.signIn();
    w.collector.answer = (request) =>
      w.token(request) ?? (request.path.startsWith("/v1/changes") ? refused(401, "unauthorized") : null);
    w.clock.move(10 * 60_000);
    await w.engine.kick();
    expect(w.asked).toHaveLength(2);
    expect(await w.session()).toMatchObject({ problem: "signedOut", info: null });
    expect(await w.db.reports.count()).toBe(1);
  });

  it("that needs the person signs out; the same person finds all as it was", async () => {
    const w = await world();
    await w.signIn();
    await w.outbox.answer({ reportId: w.id, status: "heard", basedOn: null, text: "", lang: "en" });
    w.does.person = null;
    w.collector.answer = (request) =>
      w.token(request) ??
      (request.headers.get("authorization")?.includes("rev-of-p1-1") ? refused(401, "unauthorized") : null);
    await w.engine.kick();
    expect(await w.session()).toMatchObject({ problem: "signedOut", info: null });
    const before = posts(w).length;
    await w.engine.kick();
    // Nothing goes without a name, and no more is asked.
    expect([posts(w).length, w.asked.length]).toEqual([before, 2]);
    // What the same person files as an employee does.
    await w.file({ words: "again" });
    await w.engine.kick();
    expect(posts(w).length).toBe(before + 1);
    expect(await w.db.reports.count()).toBe(1);
    w.does.person = "p1";
    expect(await w.signIn()).toBe("ok");
    expect(w.collector.docs.get(w.id)?.stored.doc.status).toBe("heard");
    expect(await readSetAside(w.db)).toEqual([]);
  });

  it("that finds no role any more takes the copies along", async () => {
    const w = await world();
    await w.signIn();
    w.does.person = null;
    w.does.error = "no_role";
    w.clock.move(12 * HOUR);
    await w.engine.kick();
    expect(await w.session()).toMatchObject({ problem: "noRole", info: null });
    expect(await w.db.reports.count()).toBe(0);
  });
});

describe("the end", () => {
  it.each([
    ["an admin ended it", () => refused(401, "token-revoked")],
    ["403", () => refused(403, "forbidden")],
  ])("%s: the copies go, and nothing is renewed in silence", async (_, answer) => {
    const w = await world();
    await w.signIn();
    w.collector.answer = (request) => w.token(request) ?? (request.path.startsWith("/v1/changes") ? answer() : null);
    w.clock.move(10 * 60_000);
    await w.engine.kick();
    expect(await w.db.reports.count()).toBe(0);
    w.clock.move(3 * HOUR);
    await w.engine.refresh();
    expect([w.asked.length, (await w.session())?.problem]).toEqual([1, "unauthorized"]);
    w.collector.answer = w.token;
    expect(await w.signIn()).toBe("ok");
    expect(await w.db.reports.count()).toBe(1);
  });

  it("by signing out, also where the network is away", async () => {
    const w = await world();
    await w.signIn();
    w.collector.fault = () => "network";
    await w.engine.signIn.end(w.state.policy);
    expect([await w.db.reports.count(), await w.session(), await w.memory.read()]).toEqual([0, null, undefined]);
    w.collector.fault = () => null;
    await w.engine.refresh();
    expect(w.asked).toHaveLength(1);
  });

  it("by policy: what was copied goes", async () => {
    const w = await world();
    await w.signIn();
    w.state.policy.reviewers = { signIn: "off", token: null };
    await w.engine.kick();
    expect([await w.db.reports.count(), await w.session()]).toEqual([0, null]);
  });

  it("of an access token, where policy now says to sign in", async () => {
    const w = await world();
    w.state.policy.reviewers = { signIn: "token", token: "rev" };
    await w.engine.refresh();
    expect(await w.db.reports.count()).toBe(1);
    w.state.policy.reviewers = { signIn: "oidc", token: null };
    await w.engine.kick();
    expect([await w.db.reports.count(), await w.session()]).toEqual([0, null]);
  });
});
