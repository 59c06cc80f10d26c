import type { EarshotDatabase } from "@/lib/database/open";
import type { Clock } from "@/lib/platform/clock";
import type { Random } from "@/lib/platform/random";
import type { CollectorClient } from "./collector-client";

/** What everything that pulls needs. */
export interface PullDeps {
  db: EarshotDatabase;
  request: CollectorClient;
  clock: Clock;
  random: Random;
}
