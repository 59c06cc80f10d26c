import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { readSetup } from "@/collector/cli/setup-file";
import { type EarshotBrowser, EXTENSION_ID } from "@/scripts/browser/launch";
import { type Collector, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { createGate, type Gate } from "./gate";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A site that only some reviewers look after. */
export const ERP = "https://erp.example.com";

/** A company with a provider of its own, and a collector that lets its people in. */
export interface Company {
  idp: IdentityProvider;
  collector: Collector;
  /** In front of the collector; the endpoint, and where the provider sends people back to. */
  gate: Gate;
  admin(method: string, path: string): Promise<Response>;
  close(): Promise<void>;
}

export async function startCompany(): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-company-"));
  const port = await freePort();
  const gate = await createGate(`http://127.0.0.1:${port}`);
  const idp = await startIdentityProvider(`${gate.url}/v1/auth/callback`);
  const settings = join(folder, "settings.json");
  const { issuer, clientId, clientSecret } = idp;
  const roles = [
    { role: "reviewer", groups: ["it"] },
    { role: "reviewer", groups: ["erp-team"], sites: [ERP] },
  ];
  const signIn = { issuer, clientId, clientSecret, address: gate.url, extensions: [EXTENSION_ID], roles };
  writeFileSync(settings, JSON.stringify({ signIn }));
  const data = join(folder, "collector");
  const collector = await startCollector({ root: ROOT, folder: data, port, settings });
  const token = readSetup(join(dirname(data), "collector-setup.json"))?.adminToken;
  return {
    idp,
    collector,
    gate,
    admin: (method, path) =>
      fetch(`${collector.url}/v1/admin/${path}`, { method, headers: { authorization: `Bearer ${token}` } }),
    async close() {
      await collector.process.kill();
      await gate.shut();
      await idp.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Presses "Sign in", and does in the window that opens what the person does. */
export async function signInAs(browser: EarshotBrowser, popup: Page, login: string | null): Promise<void> {
  const opening = browser.context.waitForEvent("page");
  await popup.getByRole("button", { name: "Sign in" }).click();
  const window = await opening;
  if (login === null) return window.close();
  await window.getByLabel("Login").fill(login);
  const closing = window.waitForEvent("close");
  await window.getByRole("button", { name: "Continue" }).click();
  await closing;
}
