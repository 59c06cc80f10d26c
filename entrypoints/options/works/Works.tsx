import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import RefreshCw from "lucide-react/icons/refresh-cw";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import type { AppState } from "@/lib/messaging/app-state";
import type { KeyState } from "@/lib/policy/policy";
import { CopyDiagnosis } from "./CopyDiagnosis";
import { Fact } from "./Fact";
import options from "../Options.module.css";
import { type Check, useCheck } from "./use-check";
import { type BrowserFacts, useBrowserFacts } from "./use-browser-facts";
import { usePage } from "./use-page";
import { canBeAsked, checkWords, isFine, keyWord, pageWords, settingsWords } from "./words";
import styles from "./Works.module.css";

/** Whether settings, page, service and browser are as they should be, each said in a sentence; details are folded. */
export function Works({ state }: { state: AppState }) {
  const page = usePage(state);
  const browser = useBrowserFacts();
  const asked = useCheck(state.policy.changedAt);
  const { source, keys } = state.policy;
  return (
    <section className={options.card}>
      <h2>{i18n.t("options.works.title")}</h2>
      <dl className={options.facts}>
        <Fact name={i18n.t("options.works.settings")} lines={settingsWords(state.policy)}>
          {source === "managed" && keys.length > 0 ? <Delivered keys={keys} /> : null}
        </Fact>
        <Service asked={asked} endpoint={state.policy.policy.endpoint} />
        <Fact name={i18n.t("options.works.page")} lines={pageWords(page)}>
          {page && page.sites.length > 0 ? (
            <p className={options.soft}>
              {page.address} · {page.sites[0]?.pattern}
            </p>
          ) : null}
        </Fact>
        {browser ? <Browser facts={browser} /> : null}
      </dl>
      <CopyDiagnosis state={state} check={asked.check} page={page} browser={browser} />
    </section>
  );
}

function Delivered({ keys }: { keys: readonly KeyState[] }) {
  return (
    <Disclosure summary={i18n.t("options.works.deliveredCount", keys.length)}>
      <ul className={styles.keys}>
        {keys.map((key) => (
          <li key={key.key}>
            <code>{key.key}</code> <span className={options.soft}>{keyWord(key)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Service({ asked: { check, isAsking, ask }, endpoint }: { asked: Check; endpoint: string | null }) {
  const lines = check ? checkWords(check) : [i18n.t("popup.broken")];
  const isWell = check !== null && isFine(check);
  return (
    <div>
      <dt>{i18n.t("options.works.service")}</dt>
      <dd>
        <output className={styles.answer} aria-busy={isAsking}>
          {isAsking ? (
            <span>{i18n.t("options.works.asking")}</span>
          ) : (
            <>
              {isWell ? (
                <CircleCheck className={styles.well} aria-hidden="true" />
              ) : (
                <CircleAlert className={styles.unwell} aria-hidden="true" />
              )}
              <span>{lines.join(" ")}</span>
            </>
          )}
        </output>
        {!isAsking && check?.outcome === "away" && endpoint !== null ? (
          <p className={options.soft}>
            <a className={options.link} href={`${endpoint}/healthz`} target="_blank" rel="noreferrer">
              {i18n.t("options.works.look")}
            </a>{" "}
            {i18n.t("options.works.lookText")}
          </p>
        ) : null}
        {check && !canBeAsked(check) ? null : (
          <Button
            look="quiet"
            className={styles.again}
            icon={<RefreshCw />}
            aria-disabled={isAsking}
            onClick={isAsking ? undefined : ask}
          >
            {i18n.t("options.works.askAgain")}
          </Button>
        )}
      </dd>
    </div>
  );
}

function Browser({ facts: { version, isForced, isInPrivateWindows, permissions, hosts } }: { facts: BrowserFacts }) {
  const lines = [
    i18n.t("options.works.version", [version]),
    i18n.t(isForced ? "options.works.forced" : "options.works.notForced"),
    i18n.t(`options.works.private.${isInPrivateWindows ? "yes" : "no"}`),
  ];
  return (
    <Fact name={i18n.t("options.works.browser")} lines={lines}>
      <Disclosure summary={i18n.t("options.works.may")}>
        <p>{permissions.join(", ")}</p>
        <p>{i18n.t("options.works.hosts", [hosts.join(", ")])}</p>
        <p className={options.soft}>{i18n.t("options.works.hostsText")}</p>
      </Disclosure>
    </Fact>
  );
}
