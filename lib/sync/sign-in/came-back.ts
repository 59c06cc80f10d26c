import type { Opened } from "@/lib/platform/web-auth";

/**
 * What became of a sign-in. `signedOut`: it was asked in silence, and the person would have to do something. `noRole`: the
 * company knows them, and they answer no reports. `away`: the network, the provider, or an answer that is not ours.
 */
export type SignInOutcome = "ok" | "cancelled" | "signedOut" | "noRole" | "away";

const ERRORS: Readonly<Record<string, Exclude<SignInOutcome, "ok">>> = {
  access_denied: "cancelled",
  login_required: "signedOut",
  no_role: "noRole",
};

export type CameBack = { code: string } | { outcome: Exclude<SignInOutcome, "ok"> };

/** Reads what the browser caught. Whatever does not carry our state is nobody's word. */
export function readCameBack(opened: Opened, expected: { redirectUri: string; state: string }): CameBack {
  if (opened.kind === "needs-person") return { outcome: "signedOut" };
  if (opened.kind === "closed") return { outcome: "cancelled" };
  const url = opened.kind === "back" && URL.canParse(opened.address) ? new URL(opened.address) : null;
  if (!url?.href.startsWith(expected.redirectUri)) return { outcome: "away" };
  const { searchParams: said } = url;
  if (said.get("state") !== expected.state) return { outcome: "away" };
  const code = said.get("code");
  return code === null ? { outcome: ERRORS[said.get("error") ?? ""] ?? "away" } : { code };
}
