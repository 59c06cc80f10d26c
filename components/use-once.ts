import { useCallback, useLayoutEffect, useRef, useState } from "react";

export interface Once {
  /** The work is under way; for the button. */
  busy: boolean;
  /** Starts the work, unless one that was started here is still under way: then nothing happens. */
  once: (work: () => Promise<unknown>) => void;
}

/**
 * For everything that writes: a second press while the first is under way is the same wish, not a second answer. The
 * ref is shut before anything is rendered. It opens again with the render that shows what the work has changed, not
 * when the work ends: a press between the two would still send the old words.
 */
export function useOnce(act: (work: Promise<unknown>) => void): Once {
  const shut = useRef(false);
  // An object, so that each end is a change of its own.
  const [state, setState] = useState({ busy: false });

  useLayoutEffect(() => {
    if (!state.busy) shut.current = false;
  }, [state]);

  const once = useCallback(
    (work: () => Promise<unknown>) => {
      if (shut.current) return;
      shut.current = true;
      setState({ busy: true });
      act(work().finally(() => setState({ busy: false })));
    },
    [act],
  );
  return { busy: state.busy, once };
}
