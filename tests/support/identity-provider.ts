import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AccountClaims, Provider } from "oidc-provider";
import { freePort } from "@/scripts/services/ports";

/** A person of the company, as its provider knows them. */
export interface Person {
  name: string;
  email?: string;
  email_verified?: boolean;
  groups?: string[];
}

/** What a provider that is not to be trusted could send instead of its ID token. */
type Forge = (idToken: { claims: Record<string, unknown>; header: Record<string, unknown> }) => string;

/** A real OpenID Connect provider, on this machine. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By what they type as their login; may be changed at any time. */
  people: Record<string, Person>;
  forge: Forge | null;
  /** Signed by the key that the provider publishes. */
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): string;
  /** From now on nobody is signed in here. */
  forgetSessions(): Promise<void>;
  stop(): Promise<void>;
}

const CLIENT = { id: "earshot", secret: "a-secret-of-the-test-that-is-long-enough-for-hs256" };
const HOUR_S = 3600;
const KID = "of-the-test";

/** `callback`: the one address that the client has registered. */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const people: Record<string, Person> = {};
  const sessions = new Set<{ destroy(): Promise<void> }>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: KID, use: "sig", alg: "RS256" }] },
    claims: { openid: ["sub"], profile: ["name", "groups"], email: ["email", "email_verified"] },
    cookies: { keys: ["of-the-test"] },
    ttl: { AccessToken: HOUR_S, Grant: HOUR_S, IdToken: HOUR_S, Interaction: HOUR_S, Session: HOUR_S },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/enter/${interaction.uid}` },
    findAccount: (_, sub) => {
      const person = people[sub];
      if (!person) return undefined;
      return { accountId: sub, claims: (): AccountClaims => ({ sub, ...person }) };
    },
    // The company has agreed for its people: nobody is asked.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.account?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  const running: IdentityProvider = {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    people,
    forge: null,
    sign: (claims, header = {}) => {
      const text = partsOf({ alg: "RS256", kid: KID, ...header }, claims);
      return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
    },
    async forgetSessions() {
      await Promise.all([...sessions].map((session) => session.destroy()));
      sessions.clear();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  provider.on("session.saved", (session) => sessions.add(session));
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path !== "/token" || !running.forge || !body?.id_token) return;
    const [header = "", claims = ""] = body.id_token.split(".");
    body.id_token = running.forge({ header: read(header), claims: read(claims) });
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/enter/")) void enter(request, response);
    else void answer(request, response);
  });

  /** The provider's own page: who are you? */
  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
      return;
    }
    const form = new URLSearchParams(await textOf(request));
    const login = form.get("login") ?? "";
    const result = form.has("cancel")
      ? { error: "access_denied", error_description: "cancelled" }
      : { login: { accountId: login } };
    await provider.interactionFinished(request, response, result);
  }

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return running;
}

/** An ID token "signed" by the client's secret, which the client could have made itself. */
export function signBySecret(claims: Record<string, unknown>): string {
  const text = partsOf({ alg: "HS256" }, claims);
  return `${text}.${createHmac("sha256", CLIENT.secret).update(text).digest("base64url")}`;
}

export function unsigned(claims: Record<string, unknown>): string {
  return `${partsOf({ alg: "none" }, claims)}.`;
}

function partsOf(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}

function read(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

const PAGE = `<!doctype html><html lang="en"><title>Nordwind sign-in</title>
<form method="post"><label>Login <input name="login"></label>
<button>Continue</button> <button name="cancel" value="yes">Cancel</button></form></html>`;
