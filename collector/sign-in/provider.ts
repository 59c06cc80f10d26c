import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type ServerMetadata,
} from "openid-client";
import type { Claims } from "./role-of";
import { ID_TOKEN_ALGORITHMS, type SignInSettings } from "./sign-in-settings";

/** What one sign-in must come back with. */
interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

/** The provider said no: the person pressed "Cancel", or is not signed in there and was not to be asked. */
export class SignInDenied extends Error {
  override name = "SignInDenied";
  readonly why: "access_denied" | "login_required";
  constructor(why: "access_denied" | "login_required", cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** An OpenID Connect provider, to which this collector is a confidential client. */
export interface Provider {
  /** Where the person signs in. `none`: nothing is to be shown to them; `login`: they may be somebody else this time. */
  authorize(checks: Checks, prompt: "none" | "login" | null): Promise<URL>;
  /**
   * What the provider says of who came back, by an ID token that was verified: signature, issuer, audience, nonce, time.
   *
   * @throws SignInDenied; what `openid-client` throws where anything does not hold.
   */
  claims(query: URLSearchParams, checks: Checks): Promise<Claims>;
}

const TIMEOUT_S = 10;
/** Keys are looked up by the library as they change; the rest of what a provider says of itself seldom does. */
const DISCOVER_EVERY_MS = 3_600_000;

const NEEDS_PERSON = new Set([
  "login_required",
  "interaction_required",
  "consent_required",
  "account_selection_required",
]);

export function createProvider(settings: SignInSettings, now: () => Date): Provider {
  const redirectUri = `${settings.address}/v1/auth/callback`;
  let known: { atMs: number; config: Promise<Configuration> } | null = null;

  /** One discovery for all who ask meanwhile; one that failed is not remembered. */
  function configuration(): Promise<Configuration> {
    const atMs = now().getTime();
    if (known && atMs - known.atMs < DISCOVER_EVERY_MS && atMs >= known.atMs) return known.config;
    const config = discover(settings);
    known = { atMs, config };
    config.catch(() => {
      if (known?.config === config) known = null;
    });
    return config;
  }

  return {
    async authorize({ state, nonce, verifier }, prompt) {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(prompt !== null && { prompt }),
      });
    },
    async claims(query, { state, nonce, verifier }) {
      const config = await configuration();
      const came = new URL(`${redirectUri}?${query}`);
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(config, came, checks).catch((error: unknown) => {
        throw denied(error) ?? error;
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("the provider gave no ID token");
      // Many providers keep groups and addresses out of the ID token.
      const needed = [settings.groupsClaim, settings.nameClaim, "email"];
      const isComplete = needed.every((name) => claims[name] !== undefined);
      if (isComplete || !config.serverMetadata().userinfo_endpoint) return claims;
      return { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
    },
  };
}

function denied(error: unknown): SignInDenied | null {
  if (!(error instanceof AuthorizationResponseError)) return null;
  if (NEEDS_PERSON.has(error.error)) return new SignInDenied("login_required", error);
  return error.error === "access_denied" ? new SignInDenied("access_denied", error) : null;
}

async function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<Configuration> {
  const isLocal = new URL(issuer).protocol === "http:";
  const insecure = isLocal ? [allowInsecureRequests] : [];
  const found = await discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT_S,
    execute: insecure,
  });
  const server: ServerMetadata = { ...found.serverMetadata(), supportsPKCE: undefined };
  const named = server.id_token_signing_alg_values_supported ?? ["RS256"];
  const algorithms = named.filter((name) => ID_TOKEN_ALGORITHMS.includes(name));
  if (algorithms.length === 0) throw new Error(`the provider signs by ${named.join(", ")} only`);
  // Basic is the standard's default; "post" where a provider names that alone.
  const takesBasic = server.token_endpoint_auth_methods_supported?.includes("client_secret_basic") ?? true;
  const config = new Configuration(
    // The library holds an ID token against this list: so it is the list of what we believe.
    { ...server, id_token_signing_alg_values_supported: algorithms },
    clientId,
    clientSecret,
    takesBasic ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret),
  );
  config.timeout = TIMEOUT_S;
  for (const each of insecure) each(config);
  // Verifies the signature too. Without it the library trusts TLS to the token endpoint alone.
  enableNonRepudiationChecks(config);
  return config;
}
