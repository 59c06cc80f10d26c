import type { Created, Refused, ReportForm } from "@/lib/messaging/messages";
import type { Handlers } from "@/lib/messaging/server";
import type { Sender } from "@/lib/messaging/sender";
import type { Seal } from "@/lib/outbox/seal";
import type { PolicyState } from "@/lib/policy/policy";
import { siteOf } from "@/lib/policy/site-of";
import type { Drafts } from "./drafts";
import type { Panel, Panels } from "./panels";

/** What the outbox does for a panel. */
export interface ReportWriter {
  seal(before: Seal | null): Seal;
  /** The event that `create` would store, as the bytes that would be sent. Stores nothing. */
  preview(form: ReportForm, seal: Seal): Promise<string>;
  /** Stores the report and ends its draft in one transaction. */
  create(
    form: ReportForm,
    at: { siteName: string | null; draftKey: string; seal: Seal; shown: string | null },
  ): Promise<Created | Refused>;
}

export interface ReportingDeps {
  /** The panel of a session if it is open and asks for itself; else rejects. */
  panelOf(session: string, sender: Sender): Promise<Panel>;
  panels: Panels;
  drafts: Pick<Drafts, "keyOf">;
  policy: { current(): Promise<PolicyState> };
  reports: ReportWriter;
}

/** What a panel shows and what it files are written by the same hand, with the same seal. */
export function createReporting({ panelOf, panels, drafts, policy, reports }: ReportingDeps) {
  async function sealOf(session: string, sender: Sender, renew: (before: Seal | null) => Seal): Promise<Seal> {
    const seal = await panels.seal(session, sender, renew);
    if (!seal) throw new Error("the panel is gone");
    return seal;
  }

  const handlers: Pick<Handlers, "report.preview" | "report.create"> = {
    async "report.preview"({ session, form }, sender) {
      const panel = await panelOf(session, sender);
      const seal = await sealOf(session, sender, reports.seal);
      return { body: await reports.preview(ofThisPage(panel, form), seal) };
    },

    async "report.create"({ session, form, shown }, sender) {
      const panel = await panels.of(session, sender);
      // Trying again would not help, which a failure would invite to.
      if (!panel?.open) return { ok: false, reason: "gone" };
      // What was shown keeps its seal, however long ago that was.
      const seal = await sealOf(session, sender, (before) => (shown !== null && before) || reports.seal(before));
      const site = panel.pageUrl === null ? null : siteOf((await policy.current()).policy, panel.pageUrl);
      const at = { siteName: site?.name ?? null, draftKey: await drafts.keyOf(panel), seal, shown };
      const outcome = await reports.create(ofThisPage(panel, form), at);
      // Where storing failed, part of it may be there: the next try is a report of its own.
      if (outcome.ok || outcome.reason === "storage" || outcome.reason === "full") await panels.unseal(session);
      return outcome;
    },
  };
  return { handlers };
}

/** A panel speaks of its own page or of none. */
function ofThisPage(panel: Panel, form: ReportForm): ReportForm {
  return panel.pageUrl === null ? { ...form, context: null } : form;
}
