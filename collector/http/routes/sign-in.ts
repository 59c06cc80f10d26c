import { z } from "zod";
import { signedInSchema } from "@/lib/protocol/collector-config";
import type { SignIn } from "@/collector/sign-in/create-sign-in";
import { json, route } from "../methods";
import { AWAY, endpoint } from "../operation";
import type { Parts, Routes } from "../parts";
import { notFound, ProblemError, unauthorized } from "../problem";
import { readJson } from "../read-body";
import { throttlePublic } from "../throttle";

const startSchema = z.object({
  redirect_uri: z.string().max(500),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal("S256"),
  state: z.string().regex(/^[A-Za-z0-9._~-]{16,200}$/),
  /** `none` shows nothing: without a session at the provider the answer is an error. `login` asks who it is anew. */
  prompt: z.enum(["none", "login"]).optional(),
});

const tokenSchema = z.object({
  code: z.string().max(200),
  /** RFC 7636: what the challenge was made from. */
  verifier: z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/),
});

const REDIRECT = { headers: ["Location"] } as const;
const LIMITED = { 404: ["not-found"], 429: ["rate-limited"] } as const;

/** Signing in by OpenID Connect, for an extension (`create-sign-in.ts` says how it goes). */
export const signInRoutes: Routes = (router, parts) => {
  route(router, "/v1/auth/start", {
    GET: endpoint(
      {
        summary: "Begins a sign-in: leads to the provider, for a page and not for fetch",
        callers: [],
        query: startSchema,
        answers: { 302: { means: "to the provider", ...REDIRECT } },
        problems: { 400: [null], ...LIMITED, ...AWAY },
      },
      async (c, { query }) => {
        const signIn = requireSignIn(parts);
        await throttlePublic(c, parts);
        const { redirect_uri: redirectUri, code_challenge: challenge, state, prompt = null } = query();
        const asked = { redirectUri, challenge, state, prompt };
        const address = await signIn.start(asked);
        if (!address)
          throw new ProblemError(400, null, "The parameter redirect_uri is of no extension that is known here");
        return redirect(address);
      },
    ),
  });
  route(router, "/v1/auth/callback", {
    GET: endpoint(
      {
        summary:
          "The provider sends people back to here; leads to the extension with `code`, or with `error`, and `state`",
        callers: [],
        answers: { 302: { means: "to the extension", ...REDIRECT } },
        problems: { 400: [null], ...LIMITED, ...AWAY },
      },
      async (c) => {
        const signIn = requireSignIn(parts);
        await throttlePublic(c, parts);
        const address = await signIn.finish(new URL(c.req.url).searchParams);
        if (!address) {
          throw new ProblemError(
            400,
            null,
            "This sign-in was used already, or took too long. Please sign in once more",
          );
        }
        return redirect(address);
      },
    ),
  });
  route(router, "/v1/auth/token", {
    POST: endpoint(
      {
        summary: "A session for the code of a sign-in, which is good for 60 s and once",
        callers: [],
        body: { media: ["application/json"], schema: tokenSchema },
        answers: { 200: { means: "the session", schema: signedInSchema } },
        problems: {
          400: ["bad-json", null],
          401: ["unauthorized"],
          413: ["batch-too-large"],
          415: ["unsupported-content-encoding"],
          ...LIMITED,
          ...AWAY,
        },
      },
      async (c) => {
        const signIn = requireSignIn(parts);
        await throttlePublic(c, parts);
        const asked = tokenSchema.safeParse(await readJson(c, parts.settings.limits));
        if (!asked.success) throw new ProblemError(400, null, "A session needs the code and the verifier of a sign-in");
        const session = await signIn.redeem(asked.data.code, asked.data.verifier);
        if (!session) throw unauthorized("This code is not good (any more)");
        return json(session);
      },
    ),
  });
};

function requireSignIn({ signIn }: Parts): SignIn {
  if (!signIn) throw notFound();
  return signIn;
}

/** The address may carry a code: no cache keeps it, and no page hears where the person came from. */
function redirect(to: URL): Response {
  const headers = { Location: to.href, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
  return new Response(null, { status: 302, headers });
}
