import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Page } from "@/components/Page";
import { pageHtml, type TextPage, type TextSection } from "@/components/paper/page-html";
import { printHtml } from "@/components/paper/print-html";
import { saveText } from "@/components/paper/save-text";
import { send } from "@/lib/messaging/client";
import { sheetPage } from "./sheet-page";
import styles from "./Sheet.module.css";

/** The sheet on the screen, on paper and as a file: the same sentences. */
export function Sheet() {
  const [page, setPage] = useState<TextPage | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    send("popup.state", null).then(
      (state) => setPage(sheetPage(state, Date.now())),
      () => setFailed(true),
    );
  }, []);

  return (
    <Page title={i18n.t("sheet.title")} failed={failed} onRetry={() => location.reload()}>
      {page ? (
        <>
          <p className={styles.about}>{page.about}</p>
          <div className={styles.row}>
            <Button icon={<Printer />} onClick={() => printHtml(pageHtml(page))}>
              {i18n.t("sheet.print")}
            </Button>
            <Button icon={<Download />} onClick={() => saveText("earshot-sheet.html", "text/html", pageHtml(page))}>
              {i18n.t("sheet.save")}
            </Button>
          </div>
          {page.sections.map((section) => (
            <Section key={section.title} section={section} />
          ))}
        </>
      ) : null}
    </Page>
  );
}

function Section({ section: { title, paragraphs = [], points = [], items = [] } }: { section: TextSection }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {paragraphs.map((text) => (
        <p key={text} dir="auto">
          <Linked text={text} />
        </p>
      ))}
      {points.length > 0 ? (
        <ul className={styles.points}>
          {points.map((text) => (
            <li key={text} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      ) : null}
      {items.length > 0 ? (
        <ul className={styles.items}>
          {items.map((item) => (
            <li key={item.title + item.lines.join(" ")}>
              <h3 dir="auto">{item.title}</h3>
              {item.lines.map((line) => (
                <p key={line} dir="auto">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Policy takes only HTTPS for the notice; an address in a text can be pressed here, and read on paper. */
function Linked({ text }: { text: string }) {
  const parts = text.split(/(https:\/\/\S+)/);
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ),
  );
}
