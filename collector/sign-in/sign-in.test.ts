import { describe, expect, it } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { type IdentityProvider, signBySecret, unsigned } from "@/tests/support/identity-provider";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { fileReport, openDesk, testSettings } from "../test-kit";
import {
  CALLBACK,
  comeBack,
  enter,
  ERP,
  locationOf,
  newAttempt,
  newBrowser,
  provideIdentities,
  REDIRECT,
  redeem,
  signIn,
  signInOf,
  start,
  titleOf,
} from "./test-kit";

const { idp, openSignInDesk } = provideIdentities();

onBothEngines("signing in", (db) => {
  it("gives a reviewer a session of twelve hours, with the provider's word on who they are", async () => {
    const now = Date.parse("2030-01-01T00:00:00Z");
    const desk = await openSignInDesk(db(), { now: () => new Date(now) });
    const session = await signIn(desk, "robin");
    expect(session).toMatchObject({
      role: "reviewer",
      name: "Robin",
      scope: null,
      expiresAt: "2030-01-01T12:00:00.000Z",
    });
    expect(await (await desk.ask("/v1/auth/session", { token: session.token })).json()).toMatchObject({
      role: "reviewer",
      name: "Robin",
    });
    expect((await desk.ask("/v1/changes", { token: session.token })).status).toBe(200);
    expect((await signIn(desk, "alex")).role).toBe("admin");
  });

  it("goes on in whichever process the next request comes to", async () => {
    const [one, two] = [await openSignInDesk(db()), await openSignInDesk(db())];
    const other = await openSignInDesk(db(), { org: one.org });
    const attempt = newAttempt();
    const at = locationOf(await start(one, attempt));
    const back = await newBrowser().visit(at.href, { login: "robin" });
    // Another organisation knows nothing of it.
    expect((await two.ask(back.slice(CALLBACK.length - "/v1/auth/callback".length))).status).toBe(400);
    const code = (await comeBack(other, back)).searchParams.get("code");
    expect((await redeem(one, code, attempt.verifier)).status).toBe(200);
  });

  it("shows a reviewer of one site the reports of that site alone", async () => {
    const desk = await openSignInDesk(db());
    const seen = await fileReport(desk, { context: { origin: ERP, path: "/orders" } });
    await fileReport(desk, { context: { origin: "https://wiki.example.com", path: "/" } });
    const { token, scope } = await signIn(desk, "erin");
    expect(scope).toEqual([ERP]);
    const page = changesPageSchema.parse(await (await desk.ask("/v1/changes", { token })).json());
    expect(page.items.map(({ id }) => id)).toEqual([seen.id]);
  });

  it("is the same person at each sign-in, and not another's", async () => {
    const desk = await openSignInDesk(db());
    const [first, again, other] = [
      await signIn(desk, "robin"),
      await signIn(desk, "robin"),
      await signIn(desk, "erin"),
    ];
    expect(again.person).toBe(first.person);
    expect(again.token).not.toBe(first.token);
    expect(other.person).not.toBe(first.person);
  });

  it("asks nobody anything where the extension renews in silence", async () => {
    const desk = await openSignInDesk(db());
    const browser = newBrowser();
    const silently = async () => {
      const attempt = newAttempt();
      const at = locationOf(await start(desk, attempt, { prompt: "none" }));
      return comeBack(desk, await browser.visit(at.href, { login: "nobody" }));
    };
    expect((await silently()).searchParams.get("error")).toBe("login_required");
    await signIn(desk, "robin", browser);
    expect((await silently()).searchParams.get("code")).toMatch(/^[\w-]{43}$/);
  });

  it("has the provider ask for the person anew where the extension says so", async () => {
    const desk = await openSignInDesk(db());
    const at = locationOf(await start(desk, newAttempt(), { prompt: "login" }));
    expect(at.searchParams.get("prompt")).toBe("login");
    expect(locationOf(await start(desk, newAttempt())).searchParams.has("prompt")).toBe(false);
  });
});

onBothEngines("what a sign-in is refused for", (db) => {
  it("an address that is of no extension of ours", async () => {
    const desk = await openSignInDesk(db());
    for (const redirect_uri of ["https://evil.example/", "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/"]) {
      const refused = await start(desk, newAttempt(), { redirect_uri });
      expect([refused.status, refused.headers.get("location")]).toEqual([400, null]);
      expect(await titleOf(refused)).toMatch(/redirect_uri/);
    }
    for (const [name, value] of Object.entries({
      code_challenge: "short",
      code_challenge_method: "plain",
      state: "",
    })) {
      expect((await start(desk, newAttempt(), { [name]: value })).status).toBe(400);
    }
  });

  it("a state that nobody here gave out, or that came back before", async () => {
    const desk = await openSignInDesk(db());
    expect((await desk.ask("/v1/auth/callback?code=x&state=made-up-by-somebody")).status).toBe(400);
    const at = locationOf(await start(desk, newAttempt()));
    const back = await newBrowser().visit(at.href, { login: "robin" });
    await comeBack(desk, back);
    expect((await desk.ask(new URL(back).pathname + new URL(back).search)).status).toBe(400);
  });

  it("a sign-in that took longer than ten minutes", async () => {
    let now = Date.now();
    const desk = await openSignInDesk(db(), { now: () => new Date(now) });
    const at = locationOf(await start(desk, newAttempt()));
    const back = new URL(await newBrowser().visit(at.href, { login: "robin" }));
    now += 10 * 60_000;
    expect((await desk.ask(back.pathname + back.search)).status).toBe(400);
  });

  it("the code of another sign-in at the provider", async () => {
    const desk = await openSignInDesk(db());
    const [mine, theirs] = [locationOf(await start(desk, newAttempt())), locationOf(await start(desk, newAttempt()))];
    const [first, second] = [
      new URL(await newBrowser().visit(mine.href, { login: "robin" })),
      new URL(await newBrowser().visit(theirs.href, { login: "alex" })),
    ];
    first.searchParams.set("code", second.searchParams.get("code") ?? "");
    expect((await comeBack(desk, first.href)).searchParams.get("error")).toBe("server_error");
  });

  it("a code that was used, is too old, or never was", async () => {
    let now = Date.now();
    const desk = await openSignInDesk(db(), { now: () => new Date(now) });
    const attempt = newAttempt();
    const code = (await enter(desk, attempt, "robin")).searchParams.get("code");
    expect((await redeem(desk, code, attempt.verifier)).status).toBe(200);
    expect((await redeem(desk, code, attempt.verifier)).status).toBe(401);
    const late = newAttempt();
    const lateCode = (await enter(desk, late, "robin")).searchParams.get("code");
    now += 60_000;
    expect((await redeem(desk, lateCode, late.verifier)).status).toBe(401);
    expect((await redeem(desk, "never-was", late.verifier)).status).toBe(401);
    expect((await redeem(desk, null, late.verifier)).status).toBe(400);
  });

  it("a verifier that is another's; and the code is gone then", async () => {
    const desk = await openSignInDesk(db());
    const attempt = newAttempt();
    const code = (await enter(desk, attempt, "robin")).searchParams.get("code");
    expect((await redeem(desk, code, newAttempt().verifier)).status).toBe(401);
    expect((await redeem(desk, code, attempt.verifier)).status).toBe(401);
  });

  it("a state in the place of a code", async () => {
    const desk = await openSignInDesk(db());
    const attempt = newAttempt();
    const state = locationOf(await start(desk, attempt)).searchParams.get("state");
    expect((await redeem(desk, state, attempt.verifier)).status).toBe(401);
  });

  it("somebody who has no role, which the trail tells", async () => {
    const desk = await openSignInDesk(db());
    const attempt = newAttempt();
    const back = await enter(desk, attempt, "sam");
    expect(back.origin + back.pathname).toBe(REDIRECT);
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: "no_role", state: attempt.state });
    const trail = await (await desk.ask("/v1/admin/audit", { token: desk.admin })).text();
    expect(trail).toContain('"actor":"Sam","action":"session.refused"');
  });

  it("somebody who presses Cancel at the provider", async () => {
    const desk = await openSignInDesk(db());
    const at = locationOf(await start(desk, newAttempt()));
    const back = await newBrowser().visit(at.href, { cancel: "yes" });
    expect((await comeBack(desk, back)).searchParams.get("error")).toBe("access_denied");
  });
});

describe("an ID token", () => {
  const forgeries: [string, NonNullable<IdentityProvider["forge"]>, boolean][] = [
    ["as it is, signed by the provider", ({ claims, header }) => idp().sign(claims, header), true],
    ["for another client", ({ claims }) => idp().sign({ ...claims, aud: "another-client" }), false],
    ["of another provider", ({ claims }) => idp().sign({ ...claims, iss: "https://evil.example" }), false],
    ["of another sign-in", ({ claims }) => idp().sign({ ...claims, nonce: "of-another" }), false],
    ["without a nonce", ({ claims }) => idp().sign({ ...claims, nonce: undefined }), false],
    ["that is over", ({ claims }) => idp().sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600 }), false],
    ["that is not signed", ({ claims }) => unsigned(claims), false],
    ["signed by the shared secret", ({ claims }) => signBySecret(claims), false],
    ["signed by a key that nobody knows", ({ claims }) => idp().sign(claims, { kid: "unknown" }), false],
    ["that was changed after it was signed", ({ claims }) => changed(idp().sign(claims)), false],
  ];

  onBothEngines("is held against what it must be", (db) => {
    it.each(forgeries)("%s", async (_, forge, isGood) => {
      const desk = await openSignInDesk(db());
      idp().forge = forge;
      const back = await enter(desk, newAttempt(), "robin");
      expect(back.searchParams.has("code")).toBe(isGood);
      if (!isGood) expect(back.searchParams.get("error")).toBe("server_error");
    });
  });

  function changed(token: string): string {
    const [header, claims = "", signature] = token.split(".");
    const read = JSON.parse(Buffer.from(claims, "base64url").toString()) as object;
    return [header, Buffer.from(JSON.stringify({ ...read, name: "Eve" })).toString("base64url"), signature].join(".");
  }
});

onBothEngines("a collector", (db) => {
  it("that has no provider knows nothing of it", async () => {
    const desk = await openDesk(db());
    expect((await start(desk, newAttempt())).status).toBe(404);
    expect((await desk.ask("/v1/auth/callback?state=x")).status).toBe(404);
    expect((await redeem(desk, "x", newAttempt().verifier)).status).toBe(404);
  });

  it("whose provider is away says so to the extension", async () => {
    const away = { ...signInOf(idp()), issuer: "http://127.0.0.1:9" };
    const desk = await openDesk(db(), { settings: testSettings({ signIn: away }) });
    const attempt = newAttempt();
    const back = locationOf(await start(desk, attempt));
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: "server_error", state: attempt.state });
  });
});
