import Link2 from "lucide-react/icons/link-2";
import Tag from "lucide-react/icons/tag";
import UserRound from "lucide-react/icons/user-round";
import X from "lucide-react/icons/x";
import { type FormEvent, type ReactNode, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { refOf } from "@/lib/inbox/external-ref";
import { send } from "@/lib/messaging/client";
import { LIMITS } from "@/lib/protocol/limits";
import type { ReportDoc } from "@/lib/protocol/documents";
import { type Triage as Said, triageOf } from "@/lib/reports/triage";
import { useOnce } from "@/components/use-once";
import { AssignMenu } from "./AssignMenu";
import styles from "./Triage.module.css";

export interface TriageProps {
  doc: ReportDoc;
  reviewer: string | null;
  /** Names of those who have answered or looked after something. */
  colleagues: readonly string[];
  act: (work: Promise<unknown>) => void;
}

/** How IT deals with it: who looks after it, its labels, and what other systems call it. The reporter sees none of it. */
export function Triage({ doc, reviewer, colleagues, act }: TriageProps) {
  const { busy, once } = useOnce(act);
  // What was just said stands here until the document has it: a second label must not be built on the list of before.
  const [just, setJust] = useState<{ on: string; said: Partial<Said> } | null>(null);
  const known = JSON.stringify(triageOf(doc));
  const { assignee, labels, externalRefs } = { ...triageOf(doc), ...(just?.on === known ? just.said : {}) };
  const [label, setLabel] = useState("");
  const [link, setLink] = useState("");
  const [isWrong, setWrong] = useState(false);

  function say(said: Partial<Said>, onSaved = () => {}) {
    once(async () => {
      const { ok } = await send("review.triage", { reportId: doc.id, ...said });
      if (!ok) throw new Error("it was not saved");
      setJust({ on: known, said });
      onSaved();
    });
  }

  function addLabel(event: FormEvent) {
    event.preventDefault();
    const clean = label.replaceAll(/\s+/g, " ").trim();
    if (clean === "") return;
    say({ labels: [...labels.filter((one) => one !== clean), clean] }, () => setLabel(""));
  }

  function addLink(event: FormEvent) {
    event.preventDefault();
    const ref = refOf(link);
    setWrong(ref === null);
    if (ref === null) return;
    say({ externalRefs: [...externalRefs.filter(({ url }) => url !== ref.url), ref] }, () => setLink(""));
  }

  return (
    <section className={styles.triage} aria-label={i18n.t("inbox.triage.title")}>
      <div className={styles.line}>
        <UserRound className={styles.icon} aria-hidden="true" />
        <span>{assignee ?? i18n.t("inbox.triage.nobody")}</span>
        <AssignMenu
          button={<Button look="quiet" busy={busy} />}
          label={i18n.t("inbox.triage.assign")}
          reviewer={reviewer}
          colleagues={colleagues}
          canRelease={assignee !== null}
          onAssign={(to) => say({ assignee: to })}
        />
      </div>
      <div className={styles.line}>
        <Tag className={styles.icon} aria-hidden="true" />
        <ul className={styles.chips} aria-label={i18n.t("inbox.triage.labels")}>
          {labels.map((one) => (
            <Chip
              key={one}
              remove={i18n.t("inbox.triage.removeLabel", [one])}
              onRemove={() => say({ labels: labels.filter((other) => other !== one) })}
            >
              {one}
            </Chip>
          ))}
        </ul>
        <form className={styles.add} onSubmit={addLabel} hidden={labels.length >= LIMITS.labels}>
          <TextField
            label={i18n.t("inbox.triage.addLabel")}
            labelHidden
            placeholder={i18n.t("inbox.triage.addLabel")}
            maxLength={LIMITS.label}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
          {label.trim() === "" ? null : (
            <Button type="submit" busy={busy}>
              {i18n.t("inbox.triage.add")}
            </Button>
          )}
        </form>
      </div>
      <div className={styles.line}>
        <Link2 className={styles.icon} aria-hidden="true" />
        <ul className={styles.chips} aria-label={i18n.t("inbox.triage.links")}>
          {externalRefs.map(({ system, key, url }) => (
            <Chip
              key={url}
              remove={i18n.t("inbox.triage.removeLink", [key])}
              onRemove={() => say({ externalRefs: externalRefs.filter((other) => other.url !== url) })}
            >
              <a href={url} target="_blank" rel="noreferrer noopener">
                {`${system} ${key}`}
              </a>
            </Chip>
          ))}
        </ul>
        <form className={styles.add} onSubmit={addLink} hidden={externalRefs.length >= LIMITS.refs}>
          <TextField
            label={i18n.t("inbox.triage.addLink")}
            labelHidden
            placeholder={i18n.t("inbox.triage.addLink")}
            error={isWrong ? i18n.t("inbox.triage.wrongLink") : null}
            inputMode="url"
            value={link}
            onChange={(event) => {
              setLink(event.target.value);
              setWrong(false);
            }}
          />
          {link.trim() === "" ? null : (
            <Button type="submit" busy={busy}>
              {i18n.t("inbox.triage.add")}
            </Button>
          )}
        </form>
      </div>
    </section>
  );
}

function Chip({ children, remove, onRemove }: { children: ReactNode; remove: string; onRemove: () => void }) {
  return (
    <li className={styles.chip}>
      {children}
      <button type="button" className={styles.remove} aria-label={remove} title={remove} onClick={onRemove}>
        <X className={styles.icon} aria-hidden="true" />
      </button>
    </li>
  );
}
