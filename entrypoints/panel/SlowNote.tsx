import { i18n } from "#i18n";
import type { Timings } from "@/lib/protocol/context";
import styles from "./panel.module.css";
import { saySeconds } from "./sent/say";

/** Milliseconds: a page that loads quicker than this was hardly what annoyed somebody. */
const QUICK_LOAD_MS = 2000;
/** Milliseconds: quicker than this nobody calls a reaction slow. */
const SLOW_REACTION_MS = 300;

/** "Slow" in figures that the browser took anyway, so that the person need not guess any. */
export function SlowNote({ timings }: { timings: Timings | undefined }) {
  const said = sayTimings(timings);
  return said === "" ? null : <p className={styles.hint}>{said}</p>;
}

function sayTimings({ load, lcp, inp }: Timings = {}): string {
  const whole =
    load === undefined ? lcp && i18n.t("slow.lcp", [saySeconds(lcp)]) : i18n.t("slow.load", [saySeconds(load)]);
  const reaction = inp !== undefined && inp >= SLOW_REACTION_MS && i18n.t("slow.inp", [saySeconds(inp)]);
  const isElse = whole && !reaction && (load ?? lcp ?? 0) < QUICK_LOAD_MS && i18n.t("slow.else");
  return [whole, reaction, isElse].filter(Boolean).join(" ");
}
