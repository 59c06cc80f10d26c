import type { EarshotBrowser } from "@/scripts/browser/launch";
import type { Collector } from "@/scripts/services/collector";
import type { Wiki } from "@/scripts/services/wiki";
import type { Steps } from "./step";

/** Who and what takes part in the check. */
export interface Stage {
  steps: Steps;
  wiki: Wiki;
  employee: EarshotBrowser;
  reviewer: EarshotBrowser;
  collector: Collector;
  stopCollector(): Promise<void>;
  /** On the same folder and port. */
  startCollector(): Promise<void>;
  /** SIGKILL to the employee's browser. */
  killEmployee(): Promise<void>;
  /** The same profile again. */
  relaunchEmployee(): Promise<void>;
}
