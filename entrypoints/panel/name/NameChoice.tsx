import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import type { PanelOpened } from "@/lib/messaging/messages";
import { type FormState, isAnonymous, isNameFree, lacksName } from "../form-state";
import styles from "../panel.module.css";
import { NameBox } from "./NameBox";
import type { NameUse } from "./use-name";

export interface NameChoiceProps {
  opened: PanelOpened;
  form: FormState;
  name: NameUse;
  onChange: (patch: Partial<FormState>) => void;
}

/** With or without a name, as far as that is the person's to say, and what goes only together with it. */
export function NameChoice({ opened, form, name, onChange }: NameChoiceProps) {
  const { mode } = opened.identity;
  const anonymous = isAnonymous(form, opened);
  const isOpen = lacksName(opened) || (name.typed !== null && !form.anonymous);

  return (
    <div className={styles.checks}>
      {mode === "optional" ? (
        <Checkbox
          label={i18n.t("panel.anonymous")}
          checked={anonymous}
          disabled={!isNameFree(opened)}
          aria-describedby="name-hint"
          onChange={(event) => onChange({ anonymous: event.currentTarget.checked })}
        />
      ) : null}
      <div className={mode === "optional" ? `${styles.nameLine} ${styles.below}` : styles.nameLine}>
        <div id="name-hint" className={styles.hints}>
          {mode === "anonymous" ? <p className={styles.hint}>{i18n.t("name.never")}</p> : null}
          {mode === "required" ? <p className={styles.hint}>{i18n.t("name.needed")}</p> : null}
          {anonymous ? <Anonymous /> : null}
          {!anonymous && opened.name !== null && !isOpen ? (
            <p className={styles.hint}>{i18n.t("name.seen", [opened.name])}</p>
          ) : null}
        </div>
        {mode === "anonymous" ? null : (
          <NameBox
            opened={opened}
            name={name}
            isOpen={isOpen}
            isOffered={!anonymous || opened.name === null}
            // Who adds a name wants it to be there.
            onOpen={() => onChange({ anonymous: false })}
          />
        )}
      </div>
      {opened.exactPath && mode !== "anonymous" ? (
        <>
          <Checkbox
            label={i18n.t("panel.exact")}
            checked={form.exactPath && !anonymous}
            disabled={anonymous}
            aria-describedby={anonymous ? "exact-hint" : undefined}
            onChange={(event) => onChange({ exactPath: event.currentTarget.checked })}
          />
          {anonymous ? (
            <p id="exact-hint" className={`${styles.hint} ${styles.below}`}>
              {i18n.t("panel.exactNeedsName")}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** What IT cannot see, and what the server still could: no more than is true (docs/protocol.md, section 6). */
function Anonymous() {
  return (
    <>
      <p className={styles.hint}>{i18n.t("name.notSeen")}</p>
      <p className={styles.hint}>{i18n.t("name.couldBeSeen")}</p>
    </>
  );
}
