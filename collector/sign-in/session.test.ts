import { expect, it } from "vitest";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { Desk } from "../test-kit";
import { enter, newAttempt, provideIdentities, redeem, signIn, start, titleOf } from "./test-kit";

const { openSignInDesk } = provideIdentities();
const who = (desk: Desk, token: string) => desk.ask("/v1/auth/session", { token });

onBothEngines("a session", (db) => {
  it("ends when its person signs out, and only that one", async () => {
    const desk = await openSignInDesk(db());
    const [here, there] = [await signIn(desk, "robin"), await signIn(desk, "robin")];
    expect((await desk.ask("/v1/auth/session", { method: "DELETE", token: here.token })).status).toBe(204);
    expect((await who(desk, here.token)).status).toBe(401);
    expect((await who(desk, there.token)).status).toBe(200);
    // What an admin has made its holder does not end.
    expect((await desk.ask("/v1/auth/session", { method: "DELETE", token: desk.reviewer })).status).toBe(403);
    expect((await who(desk, desk.reviewer)).status).toBe(200);
  });

  it("ends in all browsers of its person when an admin ends one of them", async () => {
    const desk = await openSignInDesk(db());
    const sessions = [await signIn(desk, "robin"), await signIn(desk, "robin")];
    const other = await signIn(desk, "erin");
    const listed = await desk.collector.tokens.list();
    const mine = listed.filter(({ name, signedIn }) => name === "Robin" && signedIn);
    expect(mine).toHaveLength(2);
    const path = `/v1/admin/tokens/${mine[0]?.id}`;
    expect((await desk.ask(path, { method: "DELETE", token: desk.admin })).status).toBe(204);
    for (const { token } of sessions) {
      const refused = await who(desk, token);
      expect([refused.status, await refused.text()]).toEqual([401, expect.stringContaining("token-revoked")]);
    }
    expect((await who(desk, other.token)).status).toBe(200);
    // One that an admin made has no other beside it.
    await desk.collector.tokens.create("reviewer", "Kim", "test");
    const kim = (await desk.collector.tokens.list()).find(({ name }) => name === "Kim");
    await desk.collector.tokens.revoke(kim?.id ?? "", "test");
    expect((await who(desk, desk.reviewer)).status).toBe(200);
  });

  it("ends after twelve hours, and is deleted at night, with sign-ins that nobody ended", async () => {
    let now = Date.now();
    const desk = await openSignInDesk(db(), { now: () => new Date(now) });
    const { token } = await signIn(desk, "robin");
    await start(desk, newAttempt());
    now += 12 * 3_600_000;
    expect(await titleOf(await who(desk, token))).toBe("This token has expired");
    now += 1;
    expect(await desk.collector.nightly()).toMatchObject({ sessions: 1 });
    const left = await db().query("select 1 from login where org = $1", [desk.org]);
    expect([left.length, (await desk.collector.tokens.list()).filter(({ signedIn }) => signedIn).length]).toEqual([
      0, 0,
    ]);
  });

  it("and its secrets are in the database as hashes only", async () => {
    const desk = await openSignInDesk(db());
    const attempt = newAttempt();
    const code = (await enter(desk, attempt, "robin")).searchParams.get("code") ?? "";
    const rows = async (table: string) =>
      JSON.stringify(await db().query(`select to_jsonb(t)::text as row from ${table} t where org = $1`, [desk.org]));
    expect(await rows("login")).not.toContain(code);
    const { token } = (await (await redeem(desk, code, attempt.verifier)).json()) as { token: string };
    expect(await rows("session")).not.toContain(token);
  });
});
