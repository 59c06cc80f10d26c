import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { TextArea, TextField } from "@/components/Field";
import { RadioPills } from "@/components/RadioPills";
import { send } from "@/lib/messaging/client";
import { SIGN_INS } from "@/lib/policy/choices";
import type { OwnSettings } from "@/lib/policy/policy";
import { CarriesField } from "./CarriesField";
import { QuietField } from "./QuietField";
import styles from "./Options.module.css";
import { type Saving, SavedWord } from "./SavedWord";
import { fromForm, SIGN_IN_WORDS, toForm } from "./settings-form";
import { SinkField } from "./SinkField";
import { SitesField } from "./SitesField";

export interface OwnSettingsFormProps {
  own: OwnSettings | null;
  onSaved: () => Promise<void>;
}

/** The same settings that an organisation would deliver, for trying it out or for a small office. */
export function OwnSettingsForm({ own, onSaved }: OwnSettingsFormProps) {
  const [form, setForm] = useState(() => toForm(own));
  const [saving, setSaving] = useState<Saving>("idle");
  const [refused, setRefused] = useState(0);

  function change(part: Partial<typeof form>) {
    setForm({ ...form, ...part });
    setSaving("idle");
  }

  async function submit() {
    try {
      const { policy } = await send("settings.save", fromForm(form));
      setRefused(policy.refused.length);
      setSaving("saved");
      await onSaved();
    } catch {
      setSaving("failed");
    }
  }

  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={styles.soft}>{i18n.t("options.ownText")}</p>
      <TextField
        label={i18n.t("options.endpoint")}
        hint={i18n.t("options.endpointHint")}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={form.endpoint}
        onChange={(event) => change({ endpoint: event.target.value })}
      />
      <Checkbox
        label={i18n.t("options.moveWaiting")}
        checked={form.moveWaiting}
        onChange={(event) => change({ moveWaiting: event.currentTarget.checked })}
      />
      <SinkField profile={form.profile} headers={form.headers} onChange={change} />
      <TextField
        label={i18n.t("options.ingestToken")}
        hint={i18n.t("options.ingestTokenHint")}
        type="password"
        autoComplete="off"
        value={form.ingestToken}
        onChange={(event) => change({ ingestToken: event.target.value })}
      />
      <SitesField sites={form.sites} onChange={(sites) => change({ sites })} />
      <CarriesField carries={form.carries} onChange={(carries) => change({ carries })} />
      <RadioPills
        legend={i18n.t("options.signIns.legend")}
        options={SIGN_INS.map((value) => ({ value, label: i18n.t(SIGN_IN_WORDS[value]) }))}
        value={form.signIn}
        onChange={(signIn) => signIn && change({ signIn })}
      />
      {form.signIn === "token" ? (
        <TextField
          label={i18n.t("options.reviewerToken")}
          hint={i18n.t("options.reviewerTokenHint")}
          type="password"
          autoComplete="off"
          value={form.reviewerToken}
          onChange={(event) => change({ reviewerToken: event.target.value })}
        />
      ) : null}
      <TextArea
        label={i18n.t("options.jargon")}
        hint={i18n.t("options.jargonHint")}
        rows={2}
        value={form.jargon}
        onChange={(event) => change({ jargon: event.target.value })}
      />
      <QuietField quiet={form.quiet} onChange={(quiet) => change({ quiet })} />
      <div className={styles.row}>
        <Button look="main" type="submit">
          {i18n.t("options.save")}
        </Button>
        <SavedWord
          saving={saving}
          text={refused > 0 ? i18n.t("options.savedRefused", refused) : i18n.t("options.saved")}
        />
      </div>
    </form>
  );
}
