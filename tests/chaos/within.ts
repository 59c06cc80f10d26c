/** Something took longer than anybody would wait for it. */
export class TooLate extends Error {
  override name = "TooLate";
}

/**
 * Waits for `work`, but not for ever: a page or worker that was killed while it was asked may never answer. Rejects with
 * TooLate after `ms`; the work itself goes on, and what comes of it then is heard by nobody.
 */
export function within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`not ${what} within ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
