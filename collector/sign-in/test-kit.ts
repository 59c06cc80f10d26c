import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type IdentityProvider, type Person, startIdentityProvider } from "@/tests/support/identity-provider";
import { type SignedIn, signedInSchema } from "@/lib/protocol/collector-config";
import type { Db } from "../store/db";
import { type Desk, openDesk, testSettings } from "../test-kit";

/** How browsers reach the collector; here each request is handed over by the test. */
const ADDRESS = "http://127.0.0.1:4180";
export const CALLBACK = `${ADDRESS}/v1/auth/callback`;
export const REDIRECT = "https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/";
export const ERP = "https://erp.example.com";

/** As a settings file would name the provider. */
export function signInOf({ issuer, clientId, clientSecret }: IdentityProvider) {
  return {
    issuer,
    clientId,
    clientSecret,
    address: ADDRESS,
    extensions: ["keahcjdpfdiaghhgmacmblokcoloaibc"],
    roles: [
      { role: "reviewer", groups: ["it"] },
      { role: "reviewer", groups: ["erp-team"], sites: [ERP] },
      { role: "admin", groups: ["earshot-admins"] },
    ],
  };
}

/** What an extension makes for one sign-in. */
export function newAttempt() {
  const verifier = randomBytes(32).toString("base64url");
  return {
    verifier,
    challenge: createHash("sha256").update(verifier).digest("base64url"),
    state: randomBytes(16).toString("base64url"),
  };
}
export type Attempt = ReturnType<typeof newAttempt>;

export function start(desk: Desk, { challenge, state }: Attempt, more: Record<string, string> = {}): Promise<Response> {
  const asked = { redirect_uri: REDIRECT, code_challenge: challenge, code_challenge_method: "S256", state, ...more };
  return desk.ask(`/v1/auth/start?${new URLSearchParams(asked)}`);
}

/** A browser with cookies, at the provider only. */
export function newBrowser() {
  const cookies = new Map<string, string>();
  async function go(address: string, form?: Record<string, string>): Promise<string> {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get("location");
    if (to === null) return go(address, { login: "", ...current });
    const next = new URL(to, address).href;
    return next.startsWith(CALLBACK) ? next : go(next);
  }
  let current: Record<string, string> = {};
  return {
    /** Does at the provider what the person does, and gives the address that it sends them back to. */
    visit(address: string, form: Record<string, string>): Promise<string> {
      current = form;
      return go(address);
    },
  };
}

export function locationOf(response: Response): URL {
  expect(response.status).toBe(302);
  return new URL(response.headers.get("location") ?? "");
}

/** The way back from the provider: to the extension's address. */
export async function comeBack(desk: Desk, address: string): Promise<URL> {
  return locationOf(await desk.ask(address.slice(ADDRESS.length)));
}

export async function enter(desk: Desk, attempt: Attempt, login: string, browser = newBrowser()): Promise<URL> {
  const at = locationOf(await start(desk, attempt));
  return comeBack(desk, await browser.visit(at.href, { login }));
}

export function redeem(desk: Desk, code: string | null, verifier: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return desk.ask("/v1/auth/token", { headers, body: JSON.stringify({ code, verifier }) });
}

/** All of it. */
export async function signIn(desk: Desk, login: string, browser = newBrowser()): Promise<SignedIn> {
  const attempt = newAttempt();
  const back = await enter(desk, attempt, login, browser);
  const response = await redeem(desk, back.searchParams.get("code"), attempt.verifier);
  expect(response.status).toBe(200);
  return signedInSchema.parse(await response.json());
}

const PEOPLE: Record<string, Person> = {
  robin: { name: "Robin", groups: ["it"] },
  erin: { name: "Erin", groups: ["erp-team"] },
  alex: { name: "Alex", groups: ["earshot-admins"] },
  sam: { name: "Sam", groups: ["sales"] },
};

/** A provider for the tests of one file, which forgets between them who was there. */
export function provideIdentities() {
  let idp: IdentityProvider;
  beforeAll(async () => {
    idp = await startIdentityProvider(CALLBACK);
    Object.assign(idp.people, PEOPLE);
  });
  beforeEach(async () => {
    idp.forge = null;
    await idp.forgetSessions();
  });
  afterAll(() => idp.stop());
  return {
    idp: () => idp,
    openSignInDesk: (db: Db, more: { org?: string; now?: () => Date } = {}): Promise<Desk> =>
      openDesk(db, { settings: testSettings({ signIn: signInOf(idp) }), ...more }),
  };
}

export async function titleOf(response: Response): Promise<string> {
  return ((await response.json()) as { title: string }).title;
}
