import { ALPHANUMERIC, CAPITALS, DIGITS, HEX, type Random } from "@/tests/support/random";
import { between, type Core, everywhere, type Format, whole, type Words } from "./sample";

/* Made-up secrets in the shapes that their makers publish; none has ever been valid anywhere. */

const URL_SAFE = `${ALPHANUMERIC}-_`;
const BASE64 = `${ALPHANUMERIC}+/`;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function jwt(random: Random): string {
  const algorithm = random.pick(["HS256", "RS256", "ES256"]);
  const claims = {
    sub: random.text(10, DIGITS),
    iat: 1_700_000_000 + random.int(0, 9_999_999),
    scope: random.text(6, HEX),
  };
  const signature = random.text({ HS256: 43, RS256: 342, ES256: 86 }[algorithm] ?? 43, URL_SAFE);
  return `${encode({ alg: algorithm, typ: "JWT" })}.${encode(claims)}.${signature}`;
}

function github(random: Random): string {
  if (random.chance(0.3)) return `github_pat_${random.text(22, ALPHANUMERIC)}_${random.text(59, ALPHANUMERIC)}`;
  return `${random.pick(["ghp", "gho", "ghs", "ghu"])}_${random.text(36, ALPHANUMERIC)}`;
}

function aws(random: Random): Core {
  if (random.chance(0.6)) return whole(random.pick(["AKIA", "ASIA"]) + random.text(16, `${CAPITALS}234567`));
  const name = random.pick(["aws_secret_access_key = ", "AWS_SECRET_ACCESS_KEY=", "Secret access key: "]);
  return between(name, random.text(40, BASE64));
}

/** Of a webhook only its last part is secret: the rest names the workspace and the channel. */
function slack(random: Random): Core {
  const id = () => random.text(8, CAPITALS + DIGITS);
  const secret = random.text(24, ALPHANUMERIC);
  if (random.chance(0.3)) return between(`https://hooks.slack.com/services/T${id()}/B${id()}/`, secret);
  return whole(`${random.pick(["xoxb", "xoxp"])}-${random.fill("!###########-!###########")}-${secret}`);
}

function stripe(random: Random): string {
  const prefix = random.pick(["sk_live_", "sk_test_", "rk_live_", "whsec_"]);
  return prefix + random.text(prefix === "whsec_" ? 32 : random.pick([24, 99]), ALPHANUMERIC);
}

function google(random: Random): string {
  return random.pick([
    `AIza${random.text(35, URL_SAFE)}`,
    `GOCSPX-${random.text(28, URL_SAFE)}`,
    `ya29.${random.text(60, URL_SAFE)}`,
  ]);
}

function otherMaker(random: Random): string {
  return random.pick([
    `glpat-${random.text(20, URL_SAFE)}`,
    `npm_${random.text(36, ALPHANUMERIC)}`,
    `SG.${random.text(22, URL_SAFE)}.${random.text(43, URL_SAFE)}`,
    `shpat_${random.text(32, HEX)}`,
    `dop_v1_${random.text(64, HEX)}`,
    `sk-proj-${random.text(48, ALPHANUMERIC)}`,
    `hf_${random.text(34, ALPHANUMERIC)}`,
  ]);
}

/** Long enough that no word, name or number looks like it: all three kinds of characters, and no word in it. */
function opaque(random: Random, alphabet: string, length: number): string {
  const text = random.text(length, alphabet);
  return /\d/.test(text) && /[a-z]/.test(text) && /\w$/.test(text) ? text : opaque(random, alphabet, length);
}

function header(random: Random): Core {
  const secret = random.chance(0.3) ? jwt(random) : opaque(random, random.pick([URL_SAFE, HEX]), random.int(32, 64));
  return between(
    random.pick(["Authorization: Bearer ", "Bearer ", "authorization: bearer ", "Authorization: Token "]),
    secret,
  );
}

function basic(random: Random): Core {
  const secret = Buffer.from(`user${random.int(1, 999)}:${random.text(14, ALPHANUMERIC)}`).toString("base64");
  return between("Authorization: Basic ", secret);
}

function named(random: Random, alphabet: string, lengths: readonly number[]): Core {
  const secret = opaque(random, alphabet, random.pick(lengths));
  const [before, after] = random.pick([
    ["api_key=", ""],
    ["X-Api-Key: ", ""],
    ['"client_secret": "', '"'],
    ["API key ", ""],
    ["token: ", ""],
    ["access_token=", ""],
    ["session id = ", ""],
    ["Zugangstoken: ", ""],
    ["API-Schlüssel ", ""],
    ["chave de API: ", ""],
    ["SECRET_KEY='", "'"],
  ] as const);
  return between(before, secret, after);
}

function inAddress(random: Random): Core {
  const secret = opaque(random, random.pick([URL_SAFE, HEX]), random.int(24, 48));
  return random.pick([
    between("https://erp.example.com/login?access_token=", secret),
    between("/download?file=12&token=", secret, "&page=2"),
    between("https://files.example.com/a.pdf?X-Amz-Signature=", random.text(64, HEX)),
    between("https://portal.example.com/callback?code=4&api_key=", secret),
    between("postgres://reports:", opaque(random, ALPHANUMERIC, 14), "@db.example.com:5432/sales"),
    between("https://deploy:", opaque(random, ALPHANUMERIC, 20), "@git.example.com/app.git"),
  ]);
}

function base64(random: Random): Core {
  const text = random.text(random.pick([43, 64, 86]), BASE64);
  return whole(text + "=".repeat((4 - (text.length % 4)) % 4));
}

function privateKey(random: Random): Core {
  const kind = random.pick(["RSA ", "EC ", "OPENSSH ", ""]);
  const lines = Array.from({ length: random.int(3, 12) }, () => random.text(64, BASE64));
  const body = [...lines, `${random.text(random.int(10, 40), BASE64)}==`].join("\n");
  return between(`-----BEGIN ${kind}PRIVATE KEY-----\n`, body, `\n-----END ${kind}PRIVATE KEY-----`);
}

const TOKEN_WORDS: Words = { en: ["token", "key", "secret"], de: ["Token", "Schlüssel"], pt: ["token", "chave"] };

const LINES: Words = everywhere(
  "{X}",
  "curl -H '{X}' https://api.example.com/v1/orders",
  "Log: {X}",
  "{X}\nContent-Type: text/html",
);

/** A format whose values are secret as a whole, at sight. */
function atSight(name: string, make: (random: Random) => string): Format {
  return { name, count: 90, words: TOKEN_WORDS, slug: "token", make: (random) => whole(make(random)) };
}

export const tokenFormats: readonly Format[] = [
  atSight("token, JWT", jwt),
  atSight("token, GitHub", github),
  { name: "token, AWS", count: 90, make: aws },
  { name: "token, Slack", count: 90, words: TOKEN_WORDS, make: slack },
  atSight("token, Stripe", stripe),
  atSight("token, Google", google),
  atSight("token, other makers", otherMaker),
  { name: "token, bearer header", count: 90, make: header, frames: LINES },
  { name: "token, basic header", count: 40, make: basic, frames: LINES },
  { name: "token, long hex by its word", count: 100, make: (random) => named(random, HEX, [32, 40, 64]) },
  { name: "token, opaque by its word", count: 100, make: (random) => named(random, URL_SAFE, [24, 32, 43]) },
  { name: "token, long base64", count: 100, words: TOKEN_WORDS, make: base64 },
  { name: "token, in an address", count: 100, make: inAddress, frames: everywhere("{X}", "Link {X} 404", "GET {X}") },
  {
    name: "private key block",
    count: 50,
    make: privateKey,
    frames: everywhere("{X}", "id_rsa:\n{X}\n", "Chave:\n{X}"),
  },
];
