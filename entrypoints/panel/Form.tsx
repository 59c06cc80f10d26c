import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { RadioPills } from "@/components/RadioPills";
import type { PanelOpened, Refused } from "@/lib/messaging/messages";
import { kinds } from "./choices";
import { Cost } from "./Cost";
import { isAnonymous, type FormState, withChange } from "./form-state";
import { NameChoice } from "./name/NameChoice";
import type { NameUse } from "./name/use-name";
import styles from "./panel.module.css";
import { PictureBox } from "./picture/PictureBox";
import { PointAt } from "./PointAt";
import { isAlone } from "./session";
import { SlowNote } from "./SlowNote";
import { useLazy } from "./use-lazy";
import type { Preview } from "./use-preview";

const NONE: readonly string[] = [];
const loadSent = () => import("./sent/SentView");

export interface FormProps {
  /** null until the background knows this panel. */
  session: string | null;
  form: FormState;
  onChange: (form: FormState) => void;
  /** "Show what will be sent": whether it is open, and what is in it. */
  isShown: boolean;
  onShow: (isShown: boolean) => void;
  preview: Preview;
  /** null until a person has clicked and the background has answered. */
  opened: PanelOpened | null;
  name: NameUse;
  refusal: Refusal | null;
  isSending: boolean;
  /** A picture is being taken or made. */
  isTaking: boolean;
  onTaking: (isTaking: boolean) => void;
  onCancel: () => void;
  onSend: () => void;
}

/** All that follows the textbox. Everything in it is optional. */
export function Form(props: FormProps) {
  const { session, form, onChange, isShown, onShow, preview, opened, refusal, isSending, onCancel, onSend } = props;
  const { name, isTaking, onTaking } = props;
  const sent = useLazy(isShown, loadSent);
  const change = (patch: Partial<FormState>) => onChange(withChange(form, patch));
  const anonymous = isAnonymous(form, opened);

  return (
    <>
      <RadioPills
        legend={i18n.t("panel.kind")}
        options={kinds()}
        value={form.kind}
        onChange={(kind) => change({ kind })}
        optional
      />
      {form.kind === "slow" ? <SlowNote timings={opened?.context?.timings} /> : null}
      <Cost form={form} patterns={opened?.patterns ?? NONE} onChange={change} />
      {session !== null && opened?.context && !isAlone ? (
        <PointAt session={session} element={form.element} onChange={(element) => change({ element })} />
      ) : null}
      {session !== null && opened?.context ? (
        <PictureBox
          session={session}
          element={form.element}
          anonymous={anonymous}
          policy={opened.picture}
          isOffered={form.pictureOffered}
          onOffered={() => change({ pictureOffered: true })}
          picture={form.picture}
          onChange={(picture) => change({ picture })}
          onBusy={onTaking}
        />
      ) : null}
      {opened ? <NameChoice opened={opened} form={form} name={name} onChange={change} /> : null}
      {opened?.isShared ? <p className={styles.hint}>{i18n.t("panel.shared")}</p> : null}
      {isShown && sent === "away" ? <Notice tone="attention">{i18n.t("sent.away")}</Notice> : null}
      {isShown && opened && sent !== null && sent !== "away" ? (
        <sent.SentView preview={preview} opened={opened} form={form} onChange={onChange} />
      ) : null}
      <div className={styles.foot}>
        {refusal ? (
          <div className={styles.refusal}>
            <Notice tone="error" live="assertive">
              {refusalText(refusal)}
            </Notice>
          </div>
        ) : null}
        <Button look="quiet" className={styles.show} aria-expanded={isShown} onClick={() => onShow(!isShown)}>
          {i18n.t("panel.show")}
        </Button>
        <span className={styles.together}>
          <Button onClick={onCancel}>{i18n.t("panel.cancel")}</Button>
          <Button look="main" aria-disabled={isSending || isTaking} onClick={onSend}>
            {i18n.t("panel.send")}
          </Button>
        </span>
      </div>
    </>
  );
}

/** Why it did not go, or what the person should know before they press. */
type Refusal = Refused["reason"] | "failed" | "not-kept";

function refusalText(reason: Refusal): string {
  switch (reason) {
    case "full":
      return i18n.t("panel.refusedFull");
    case "storage":
      return i18n.t("panel.refusedStorage");
    case "empty":
      return i18n.t("panel.missing");
    case "too-long":
      return i18n.t("panel.refusedTooLong");
    case "picture-broken":
      return i18n.t("picture.refusedBroken");
    case "picture-large":
      return i18n.t("picture.refusedLarge");
    case "name-needed":
      return i18n.t("name.refused");
    case "picture-off":
      return i18n.t("picture.refusedOff");
    case "changed":
      return i18n.t("sent.changed");
    case "gone":
      return i18n.t("panel.lost");
    case "not-kept":
      return i18n.t("panel.notKept");
    case "failed":
      return i18n.t("panel.failed");
    default:
      return reason satisfies never;
  }
}
