export interface Asker<T> {
  /** Takes an answer that somebody has asked for already. */
  take(answer: Promise<T>): void;
  /** Asks again. However often it is wanted while an answer is awaited, it is asked once more. */
  refresh(): void;
}

/** Asks for something that changes, one question at a time; the last answer is never older than the last `refresh`. */
export function createAsker<T>(ask: () => Promise<T>, onAnswer: (answer: T) => void, onFailure: () => void): Asker<T> {
  let isWaiting = false;
  let again = false;

  function take(answer: Promise<T>): void {
    isWaiting = true;
    answer.then(onAnswer, onFailure).finally(() => {
      isWaiting = false;
      if (!again) return;
      again = false;
      take(ask());
    });
  }

  return {
    take,
    refresh() {
      if (isWaiting) again = true;
      else take(ask());
    },
  };
}
