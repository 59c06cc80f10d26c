import type { Created, Refused, ReportForm } from "@/lib/messaging/messages";
import type { Handlers } from "@/lib/messaging/server";
import type { Sender } from "@/lib/messaging/sender";
import type { Seal } from "@/lib/outbox/seal";
import type { Policy, PolicyState, Site } from "@/lib/policy/policy";
import { nameFor } from "@/lib/policy/name-for";
import { siteOf } from "@/lib/policy/site-of";
import type { Drafts } from "./drafts";
import type { Panel, Panels } from "./panels";
import { formWithin, objectionTo } from "./within-policy";

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
  /** The person's name as IT would see it, or null. */
  name(): Promise<string | null>;
  /** Of the browser, such as `de-AT`. */
  language(): string;
}

/** What a panel shows and what it files are written by the same hand, with the same seal. */
export function createReporting({ panelOf, panels, drafts, policy, reports, name, language }: ReportingDeps) {
  async function sealOf(session: string, sender: Sender, renew: (before: Seal | null) => Seal): Promise<Seal> {
    const seal = await panels.seal(session, sender, renew);
    if (!seal) throw new Error("the panel is gone");
    return seal;
  }

  const handlers: Pick<Handlers, "report.preview" | "report.create"> = {
    async "report.preview"({ session, form }, sender) {
      const panel = await panelOf(session, sender);
      const seal = await sealOf(session, sender, reports.seal);
      const { policy: inForce } = await policy.current();
      const allowed = formWithin(ofThisPage(panel, form), inForce, siteOfPanel(panel, inForce));
      return { body: await reports.preview(allowed, seal) };
    },

    async "report.create"({ session, form, shown }, sender) {
      const panel = await panels.of(session, sender);
      // Trying again would not help, which a failure would invite to.
      if (!panel?.open) return { ok: false, reason: "gone" };
      const { policy: inForce } = await policy.current();
      const known = await name();
      const objection = objectionTo(form, inForce, known);
      if (objection !== null) return { ok: false, reason: objection };
      // The name that goes is the one that the form shows, also where nobody looked at the whole list.
      if (!form.anonymous && form.name !== known) return { ok: false, reason: "changed" };
      // What was shown keeps its seal, however long ago that was.
      const seal = await sealOf(session, sender, (before) => (shown !== null && before) || reports.seal(before));
      const site = siteOfPanel(panel, inForce);
      const at = { siteName: site && nameFor(site, language()), draftKey: await drafts.keyOf(panel), seal, shown };
      const outcome = await reports.create(formWithin(ofThisPage(panel, form), inForce, site), at);
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

function siteOfPanel({ pageUrl }: Panel, policy: Policy): Site | null {
  return pageUrl === null ? null : siteOf(policy, pageUrl);
}
