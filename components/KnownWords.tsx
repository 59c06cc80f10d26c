import { i18n } from "#i18n";
import type { Status } from "@/lib/protocol/vocabulary";

export interface KnownWordsProps {
  status: Status;
  text: string | null | undefined;
  workaround: string | null | undefined;
  lang: string;
}

/** What IT says of a known annoyance below its title, and what people can do until it is gone. */
export function KnownWords({ status, text, workaround, lang }: KnownWordsProps) {
  return (
    <>
      {text ? <p lang={lang}>{text}</p> : null}
      {workaround ? (
        <p>
          <b>{i18n.t(status === "possible" ? "known.how" : "known.until")}</b> <span lang={lang}>{workaround}</span>
        </p>
      ) : null}
    </>
  );
}
