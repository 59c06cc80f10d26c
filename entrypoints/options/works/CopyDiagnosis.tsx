import Copy from "lucide-react/icons/copy";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import options from "../Options.module.css";
import { type Diagnosis, diagnosisText } from "./diagnosis";
import styles from "./Works.module.css";

/** Everything above as a text for a ticket; whoever copies it can read it first. */
export function CopyDiagnosis(facts: Omit<Diagnosis, "nowMs">) {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);
  const [isShown, setShown] = useState(false);
  const text = () => diagnosisText({ ...facts, nowMs: Date.now() });

  function copy() {
    navigator.clipboard.writeText(text()).then(
      () => setSaid("copied"),
      () => setSaid("failed"),
    );
  }

  return (
    <div className={styles.copy}>
      <div className={options.row}>
        <Button icon={<Copy />} onClick={copy}>
          {i18n.t("options.works.copy")}
        </Button>
        <output>
          {said === "copied" ? i18n.t("options.works.copied") : null}
          {said === "failed" ? i18n.t("options.works.notCopied") : null}
        </output>
      </div>
      <p className={options.soft}>{i18n.t("options.works.copyText")}</p>
      <Disclosure summary={i18n.t("options.works.copyShow")} open={isShown} onToggle={setShown}>
        {isShown ? <pre className={styles.text}>{text()}</pre> : null}
      </Disclosure>
    </div>
  );
}
