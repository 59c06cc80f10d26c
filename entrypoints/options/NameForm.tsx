import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { send } from "@/lib/messaging/client";
import styles from "./Options.module.css";
import { type Saving, SavedWord } from "./SavedWord";

/** The person's name belongs to the person, whoever manages the rest. `isUsed`: policy lets reports have one. */
export function NameForm({ name, isUsed }: { name: string; isUsed: boolean }) {
  const [typed, setTyped] = useState(name);
  const [saving, setSaving] = useState<Saving>("idle");

  async function submit() {
    try {
      await send("settings.name", { name: typed.trim() });
      setSaving("saved");
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
      <TextField
        label={i18n.t("options.name")}
        hint={i18n.t(isUsed ? "options.nameHint" : "options.noNames")}
        autoComplete="name"
        maxLength={120}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setSaving("idle");
        }}
      />
      <div className={styles.row}>
        <Button type="submit">{i18n.t("options.saveName")}</Button>
        <SavedWord saving={saving} text={i18n.t("options.saved")} />
      </div>
    </form>
  );
}
