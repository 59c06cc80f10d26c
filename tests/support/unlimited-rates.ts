import type { Rates } from "@/collector/settings";

/** Tests, benches and chaos are quicker than people: only tests about the limits have them. */
export const UNLIMITED_RATES: Rates = {
  installPerMinute: null,
  sessionPerMinute: null,
  addressPerMinute: null,
  orgPerSecond: null,
  anonymousPerSecond: null,
};
