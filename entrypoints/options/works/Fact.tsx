import type { ReactNode } from "react";

/** A name, what holds, and what most people never need below it. */
export function Fact({ name, lines, children }: { name: string; lines: readonly string[]; children?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{lines.join(" ")}</dd>
      {children ? <dd>{children}</dd> : null}
    </div>
  );
}
