import type { AppState } from "@/lib/messaging/app-state";

/** What the sheet is made from: the policy in force, and what the collector says of itself. No key of either is read. */
export type SheetFacts = Pick<AppState, "policy" | "orgName" | "collectorSays">;
