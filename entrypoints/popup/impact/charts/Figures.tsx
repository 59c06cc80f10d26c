import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import styles from "./Chart.module.css";

export interface FiguresProps {
  /** What the table is called. */
  caption: string;
  heads: string[];
  /** The first cell of each row names it. */
  rows: { key: string; cells: string[] }[];
}

/** A picture, and behind it the same in figures, which everybody can read. */
export function Chart({ table, children }: { table: FiguresProps; children: ReactNode }) {
  return (
    <figure className={styles.chart} aria-label={table.caption}>
      {children}
      <Disclosure summary={i18n.t("impact.asTable")}>
        <Figures {...table} />
      </Disclosure>
    </figure>
  );
}

function Figures({ caption, heads, rows }: FiguresProps) {
  return (
    <table className={styles.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
