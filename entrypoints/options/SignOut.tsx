import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { send } from "@/lib/messaging/client";
import styles from "./Options.module.css";
import { type Saving, SavedWord } from "./SavedWord";

/** For whoever signed in at the company's provider. What was copied to this computer goes at once. */
export function SignOut({ onDone }: { onDone: () => Promise<void> }) {
  const [saving, setSaving] = useState<Saving>("idle");

  async function signOut() {
    try {
      await send("session.signOut", null);
      await onDone();
    } catch {
      setSaving("failed");
    }
  }

  return (
    <div className={styles.row}>
      <Button busy={false} onClick={() => void signOut()}>
        {i18n.t("options.signOut")}
      </Button>
      <SavedWord saving={saving} text="" />
    </div>
  );
}
