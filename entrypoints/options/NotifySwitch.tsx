import { useState } from "react";
import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import { send } from "@/lib/messaging/client";
import styles from "./Options.module.css";
import { type Saving, SavedWord } from "./SavedWord";

export interface NotifySwitchProps {
  on: boolean;
  /** false: the organisation has switched it off for everybody. */
  isOffered: boolean;
}

/** Whether a reviewer is told that somebody cannot do their work. Theirs to say, whoever manages the rest. */
export function NotifySwitch({ on, isOffered }: NotifySwitchProps) {
  const [isOn, setOn] = useState(on);
  const [saving, setSaving] = useState<Saving>("idle");

  async function change(wanted: boolean) {
    setOn(wanted);
    try {
      await send("settings.notify", { on: wanted });
      setSaving("saved");
    } catch {
      setOn(!wanted);
      setSaving("failed");
    }
  }

  return (
    <section className={styles.card}>
      <h2>{i18n.t("options.place.notifications")}</h2>
      <Checkbox
        label={i18n.t("options.notify.check")}
        checked={isOn && isOffered}
        disabled={!isOffered}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      <p className={styles.soft}>{i18n.t(isOffered ? "options.notify.hint" : "options.notify.none")}</p>
      <SavedWord saving={saving} text={i18n.t("options.saved")} />
    </section>
  );
}
