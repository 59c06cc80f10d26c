/** True where the disk or the browser's quota is full: the person is told, and nothing was stored. */
export function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  if (error.name === "QuotaExceededError") return true;
  // Dexie hands on an aborted transaction with the reason inside it.
  return "inner" in error && error.inner !== error && isQuotaError(error.inner);
}
