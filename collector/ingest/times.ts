/** The hour of an RFC 3339 time: exact times of anonymous events would tell who sat at which desk. */
export function hourOf(time: string): string {
  const at = new Date(time);
  at.setUTCMinutes(0, 0, 0);
  return at.toISOString();
}
