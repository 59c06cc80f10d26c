import { createHmac, type randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Rates } from "../settings";

/**
 * How many requests are answered, by pool. Counted in the memory of this process: what is over it is answered 429 and
 * sent again later, so a sum that several processes keep exactly would buy nothing.
 *
 * A key never stands in memory as it is. It is an HMAC under a random key that lives for a day and is written nowhere:
 * an address must not be found again, not even in a core dump of yesterday.
 */
export interface RateLimits {
  /** Counts one more. Null where it may go on, else the seconds after which it may come again. */
  take(pool: RatePool, key: string): Promise<number | null>;
}

export type RatePool = "install" | "session" | "address" | "org" | "anonymous";

export interface RateLimitsDeps {
  rates: Rates;
  now: () => Date;
  random: typeof randomBytes;
}

const MINUTE_S = 60;
const SECOND_S = 1;

export function createRateLimits({ rates, now, random }: RateLimitsDeps): RateLimits {
  const pools: Record<RatePool, RateLimiterMemory | null> = {
    install: limiter(rates.installPerMinute, MINUTE_S),
    session: limiter(rates.sessionPerMinute, MINUTE_S),
    address: limiter(rates.addressPerMinute, MINUTE_S),
    org: limiter(rates.orgPerSecond, SECOND_S),
    anonymous: limiter(rates.anonymousPerSecond, SECOND_S),
  };
  let secret = { day: "", key: random(32) };

  function hidden(key: string): string {
    const day = now().toISOString().slice(0, 10);
    if (secret.day !== day) secret = { day, key: random(32) };
    return createHmac("sha256", secret.key).update(key).digest("base64url");
  }

  return {
    async take(pool, key) {
      try {
        await pools[pool]?.consume(hidden(key));
        return null;
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) throw spent;
        return Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
      }
    },
  };
}

function limiter(points: number | null, duration: number): RateLimiterMemory | null {
  return points === null ? null : new RateLimiterMemory({ points, duration });
}
