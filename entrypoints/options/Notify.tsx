import { useState } from "react";
import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import { send } from "@/lib/messaging/client";
import type { AppState, Notify as What } from "@/lib/messaging/app-state";
import styles from "./Options.module.css";
import { type Saving, SavedWord } from "./SavedWord";

/** What this person is told. Theirs to say, whoever manages the rest; a webhook answers nobody. */
export function Notify({ state }: { state: AppState }) {
  const { notifications, sink } = state.policy.policy;
  const isAnswered = sink.profile === "collector";
  if (!isAnswered && !state.session) return null;
  return (
    <section className={styles.card}>
      <h2>{i18n.t("options.place.notifications")}</h2>
      {isAnswered ? <Switch what="answers" on={state.notify.answers} isOffered={notifications.answers} /> : null}
      {state.session ? (
        <Switch what="cannotWork" on={state.notify.cannotWork} isOffered={notifications.cannotWork} />
      ) : null}
    </section>
  );
}

interface SwitchProps {
  what: keyof What;
  on: boolean;
  /** false: the organisation has switched it off for everybody. */
  isOffered: boolean;
}

function Switch({ what, on, isOffered }: SwitchProps) {
  const [isOn, setOn] = useState(on);
  const [saving, setSaving] = useState<Saving>("idle");

  async function change(wanted: boolean) {
    setOn(wanted);
    try {
      await send("settings.notify", { what, on: wanted });
      setSaving("saved");
    } catch {
      setOn(!wanted);
      setSaving("failed");
    }
  }

  return (
    <div>
      <Checkbox
        label={i18n.t(`options.notify.check.${what}`)}
        checked={isOn && isOffered}
        disabled={!isOffered}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <p className={styles.soft}>{i18n.t(isOffered ? `options.notify.hint.${what}` : "options.notify.none")}</p>
      <SavedWord saving={saving} text={i18n.t("options.saved")} />
    </div>
  );
}
