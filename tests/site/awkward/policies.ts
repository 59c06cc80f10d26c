import { page, type SamplePage } from "../page";

const STRICT = [
  "default-src 'none'",
  "script-src 'nonce-site' 'strict-dynamic'",
  "style-src 'nonce-site'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const policy = (value: string) => ({ "content-security-policy": value });
const embedder = (value: string) => ({
  "cross-origin-embedder-policy": value,
  "cross-origin-opener-policy": "same-origin",
});

/** What servers say about what may be in their pages. */
export const POLICY_PAGES: Record<string, SamplePage> = {
  "/csp": page(
    "Nothing allowed",
    '<label><input type="checkbox" id="tick"> Late only</label>',
    policy("default-src 'none'"),
  ),
  "/csp-strict": page("Strict policy", "", { ...policy(STRICT), "x-frame-options": "DENY" }),
  "/isolated": page("Isolated", "", embedder("require-corp")),
  "/credentialless": page("Isolated without cookies", "", embedder("credentialless")),
  "/sandbox": page("Sandbox", "", policy("sandbox")),
  "/sandbox-scripts": page("Sandbox with scripts", "", policy("sandbox allow-scripts")),
  "/sandbox-origin": page("Sandbox with its origin", "", policy("sandbox allow-scripts allow-same-origin")),
};
