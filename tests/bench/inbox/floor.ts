import { Dexie } from "dexie";
import { createElement, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { createReports } from "./reports";

/*
 * A page that does the least of what a popup does: React, Dexie with 2,000 reports, 50 of them by an index as a list. It
 * stands beside ours in one browser.
 */

const HELD = 2000;

interface Row {
  id: string;
  rev: number;
  words: string;
  doc: unknown;
}

const db = new Dexie("floor");
db.version(1).stores({ reports: "id, rev" });

function List() {
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    void db.table<Row>("reports").orderBy("rev").limit(50).toArray().then(setRows);
  }, []);
  return createElement(
    "ul",
    null,
    rows.map(({ id, words }) => createElement("li", { key: id }, createElement("button", { type: "button" }, words))),
  );
}

async function start(): Promise<void> {
  if ((await db.table("reports").count()) < HELD) {
    const reports = createReports(1);
    const rows = Array.from({ length: HELD }, (_, at) => reports.row(at));
    await db.table("reports").bulkPut(rows.map((row) => ({ ...row, words: row.doc.words })));
  }
  const root = document.querySelector("main");
  if (root) createRoot(root).render(createElement(List));
}

void start();
