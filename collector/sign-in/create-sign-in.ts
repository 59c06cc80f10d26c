import { createHash } from "node:crypto";
import { cleanText } from "@/lib/protocol/text";
import type { SignedIn } from "@/lib/protocol/collector-config";
import type { AuditTrail } from "../audit/audit-trail";
import { describeError, type Log } from "../log";
import { newSecret, type RandomBytes } from "../tokens/secrets";
import type { TokenStore } from "../tokens/token-store";
import type { Logins, Pending } from "./logins";
import { type Provider, SignInDenied } from "./provider";
import { isAllowedRedirect } from "./redirects";
import { type Claims, roleOf } from "./role-of";
import type { SignInSettings } from "./sign-in-settings";

/**
 * Reviewers sign in at the company's provider by way of the collector. The extension starts with a challenge (PKCE) and a
 * state of its own; the collector runs a second flow with the provider, with state, nonce and PKCE of its own; what comes
 * out is a one-time code at the extension's address, which only the extension's verifier turns into a session. So no
 * token ever stands in an address, and the provider knows one client: the collector.
 */
export interface SignIn {
  /** Where to send the person; null where the address to come back to is not one of our extensions'. */
  start(asked: Asked): Promise<URL | null>;
  /** Where to send who comes back from the provider, with a code or an error; null where nobody here sent them. */
  finish(query: URLSearchParams): Promise<URL | null>;
  /** The session; null where code and verifier do not belong together, or the code is used up or too old. */
  redeem(code: string, verifier: string): Promise<SignedIn | null>;
}

interface Asked {
  redirectUri: string;
  challenge: string;
  state: string;
  /** `none`: only if the person is signed in at the provider already; `login`: they are asked in any case. */
  prompt: "none" | "login" | null;
}

/** What the extension is told. */
type Outcome = { code: string } | { error: "access_denied" | "login_required" | "no_role" | "server_error" };

export interface SignInDeps {
  settings: SignInSettings;
  provider: Provider;
  logins: Logins;
  tokens: TokenStore;
  audit: AuditTrail;
  random: RandomBytes;
  log: Log;
}

export function createSignIn({ settings, provider, logins, tokens, audit, random, log }: SignInDeps): SignIn {
  const secret = () => newSecret(random);

  async function outcomeOf(query: URLSearchParams, login: Pending): Promise<Outcome> {
    const claims = await provider.claims(query, login.checks);
    const granted = roleOf(claims, settings);
    const name = nameOf(claims, settings.nameClaim);
    if (granted === null) {
      await audit.note([{ actor: name, action: "session.refused", target: null, detail: null }]);
      return { error: "no_role" };
    }
    const code = secret();
    const { challenge } = login;
    await logins.keepCode(code, { kind: "code", challenge, sub: String(claims["sub"]), name, ...granted });
    return { code };
  }

  function failure(error: unknown): Outcome {
    if (error instanceof SignInDenied) return { error: error.why };
    log.warn("a sign-in failed", describeError(error));
    return { error: "server_error" };
  }

  return {
    async start({ redirectUri, challenge, state, prompt }) {
      if (!isAllowedRedirect(redirectUri, settings.extensions)) return null;
      const checks = { state: secret(), nonce: secret(), verifier: secret() };
      try {
        const address = await provider.authorize(checks, prompt);
        await logins.keepPending(checks.state, { kind: "pending", redirectUri, state, challenge, checks });
        return address;
      } catch (error) {
        return backTo({ redirectUri, state }, failure(error));
      }
    },
    async finish(query) {
      const login = await logins.takePending(query.get("state") ?? "");
      return login && backTo(login, await outcomeOf(query, login).catch(failure));
    },
    async redeem(code, verifier) {
      const login = await logins.takeCode(code);
      if (login === null || challengeOf(verifier) !== login.challenge) return null;
      const { sub, name, role, scope } = login;
      const session = await tokens.signIn({ sub, name, role, scope });
      return { ...session, role, name, scope, person: personOf(settings.issuer, sub) };
    },
  };
}

/** The address that the browser catches for the extension. */
function backTo({ redirectUri, state }: Pick<Pending, "redirectUri" | "state">, outcome: Outcome): URL {
  const back = new URL(redirectUri);
  back.search = new URLSearchParams({ ...outcome, state }).toString();
  return back;
}

/** RFC 7636, S256. */
function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

/** The same person has the same one at each sign-in, and it says nothing else of them. */
function personOf(issuer: string, sub: string): string {
  return createHash("sha256").update(`${issuer}\n${sub}`).digest("base64url").slice(0, 22);
}

/** What people will read on answers. */
function nameOf(claims: Claims, nameClaim: string): string {
  const said = [claims[nameClaim], claims["name"], claims["preferred_username"], claims["email"], claims["sub"]];
  const names = said.map((value) => (typeof value === "string" ? cleanText(value).replaceAll(/\s+/g, " ").trim() : ""));
  return (names.find((name) => name !== "") ?? "IT").slice(0, 120).toWellFormed();
}
