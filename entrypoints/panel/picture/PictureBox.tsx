import { useEffect, useEffectEvent, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { Notice } from "@/components/Notice";
import { pictureOffer, type PicturePolicy } from "@/lib/capture/picture/picture-offer";
import type { Picture, PointedElement } from "@/lib/messaging/messages";
import styles from "../panel.module.css";
import { isAlone } from "../session";
import type { NoteName } from "./take";
import { usePicture } from "./use-picture";

export interface PictureBoxProps {
  session: string;
  /** What the person has pointed at: the picture begins there. */
  element: PointedElement | null;
  anonymous: boolean;
  policy: PicturePolicy;
  /** The organisation's wish for a picture was heard already. */
  isOffered: boolean;
  onOffered: () => void;
  /** As it will be sent. */
  picture: Picture | null;
  onChange: (picture: Picture | null) => void;
  /** While a picture is being made, nothing can be sent. */
  onBusy: (isBusy: boolean) => void;
}

/** "Add a picture of the page": the tick takes it, the thumbnail shows it as it will be sent and says what is black. */
export function PictureBox(props: PictureBoxProps) {
  const { session, element, anonymous, policy, picture, onChange, onBusy } = props;
  const { held, isBusy, note, take, drop, use } = usePicture({ session, picture, anonymous, onChange, onBusy });
  const [isEditing, setEditing] = useState(false);
  const { isOffered, isTicked, isRisky } = pictureOffer({ hasPage: true, anonymous, policy });
  const offer = useEffectEvent(() => {
    // In a tab of its own the form is in front of the page, and nothing can be taken.
    if (!isTicked || props.isOffered || isAlone) return;
    props.onOffered();
    void take(element);
  });
  // The form is drawn only after a person's click, so this is never before it.
  useEffect(() => offer(), []);
  if (!isOffered) return null;

  const close = () => setEditing(false);

  return (
    <div className={styles.picture}>
      <Checkbox
        label={i18n.t("picture.add")}
        checked={isBusy || picture !== null}
        aria-describedby={isRisky ? "picture-risky" : undefined}
        onChange={(event) => (event.currentTarget.checked ? void take(element) : drop())}
      />
      {policy === "on" && picture && !anonymous ? <p className={styles.hint}>{i18n.t("picture.wanted")}</p> : null}
      {isRisky ? (
        <div id="picture-risky">
          <Notice tone="attention">{i18n.t("picture.risky")}</Notice>
        </div>
      ) : null}
      {picture || held ? (
        <div className={styles.thumb}>
          {picture ? (
            <img
              src={`data:${picture.type};base64,${picture.base64}`}
              width={picture.w}
              height={picture.h}
              alt={i18n.t("picture.alt")}
            />
          ) : (
            <span />
          )}
          <div>
            <output className={styles.hint}>{held?.said}</output>
            {held ? (
              <Button aria-disabled={isBusy} onClick={() => setEditing(!isBusy)}>
                {i18n.t("picture.edit")}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
      {note && !picture ? (
        <Notice tone="attention" live="polite">
          {sayNote(note)}
        </Notice>
      ) : null}
      {isBusy && !picture && !held ? <output className={styles.hint}>{i18n.t("picture.taking")}</output> : null}
      {isEditing && held ? (
        <held.work.Editor
          session={session}
          source={held.source}
          edits={held.edits}
          onDone={(edits) => {
            close();
            void use(edits);
          }}
          onCancel={close}
        />
      ) : null}
    </div>
  );
}

function sayNote(note: NoteName): string {
  switch (note) {
    case "not-in-front":
      return i18n.t("picture.notInFront");
    case "moving":
      return i18n.t("picture.moving");
    case "too-much":
      return i18n.t("picture.tooMuch");
    case "too-large":
      return i18n.t("picture.tooLarge");
    case "out":
      return i18n.t("picture.out");
    case "off":
      return i18n.t("picture.off");
    case "failed":
      return i18n.t("picture.failed");
    default:
      return note satisfies never;
  }
}
