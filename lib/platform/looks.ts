/**
 * Looks soon, one look at a time; many calls become one. `work` is called again where somebody called meanwhile. A
 * look never rejects.
 */
export function createLooks(work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function loop(): Promise<void> {
    while (again) {
      again = false;
      await work();
    }
  }

  return function look(): Promise<void> {
    again = true;
    running ??= loop()
      .catch((error: unknown) => {
        again = false;
        onError(error);
      })
      .then(() => {
        running = null;
        return again ? look() : undefined;
      });
    return running;
  };
}
