import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { useOnce } from "@/components/use-once";
import type { AppState } from "@/lib/messaging/app-state";
import { send } from "@/lib/messaging/client";

export interface SignInProps {
  problem: AppState["sessionProblem"];
  isReviewer: boolean;
  act: (work: Promise<unknown>) => void;
}

const TEXTS = {
  signedOut: "popup.signIn.signedOut",
  noRole: "popup.signIn.noRole",
  unauthorized: "popup.signIn.ended",
  unreachable: "popup.reviewer.unreachable",
} as const;

/** Where reviewers sign in at the company's own provider: the way there, and why there is no Inbox. */
export function SignIn({ problem, isReviewer, act }: SignInProps) {
  const { busy, once } = useOnce(act);
  const [isAway, setAway] = useState(false);

  async function signIn() {
    setAway(false);
    const { outcome } = await send("session.signIn", null);
    // What else there is to say stands in the state, also where the popup was closed meanwhile.
    if (outcome === "away") setAway(true);
  }

  if (isReviewer) return problem ? <Notice tone="attention">{i18n.t(TEXTS[problem])}</Notice> : null;
  return (
    <>
      <Notice
        tone={problem ? "attention" : "calm"}
        actions={
          <Button busy={busy} onClick={() => once(signIn)}>
            {i18n.t("popup.signIn.button")}
          </Button>
        }
      >
        {i18n.t(problem && problem !== "unreachable" ? TEXTS[problem] : "popup.signIn.first")}
      </Notice>
      {isAway ? (
        <Notice tone="error" live="assertive">
          {i18n.t("popup.signIn.away")}
        </Notice>
      ) : null}
    </>
  );
}
