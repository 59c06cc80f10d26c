import { useKeptText } from "../shell/use-kept-text";
import { isLookDay, lookDays } from "./kind-no";

export interface LookDay {
  /** What stands in the field, `YYYY-MM-DD`; "" where it was emptied, or is typed by half. */
  typed: string;
  /** Whether that is a day on which IT can look again. */
  isDay: boolean;
  earliest: string;
  latest: string;
  change: (day: string) => void;
  forget: () => void;
}

/** Kept as what was typed with a mark before it, since an emptied field is something else than an untouched one. */
const TYPED = "=";

/** The day on which IT looks again at what it declines; kept under `key` when the popup closes. */
export function useLookDay(key: string, nowMs: number, named: string | undefined): LookDay {
  const [kept, setKept] = useKeptText(key);
  const { first, earliest, latest } = lookDays(nowMs, named);
  const typed = kept.startsWith(TYPED) ? kept.slice(TYPED.length) : first;
  return {
    typed,
    isDay: isLookDay(typed, { earliest, latest }),
    earliest,
    latest,
    change: (day) => setKept(TYPED + day),
    forget: () => setKept(""),
  };
}
