import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useDeferredValue, useMemo } from "react";
import { i18n } from "#i18n";
import { cutText } from "@/lib/platform/cut-text";
import { Notice } from "@/components/Notice";
import { type Confided, findTold, type ToldType } from "@/lib/answers/told";

const LONGEST_QUOTE = 80;

const WORDS = {
  email: "inbox.known.told.email",
  name: "inbox.known.told.name",
  number: "inbox.known.told.number",
  words: "inbox.known.told.words",
} as const satisfies Record<ToldType, string>;

/** Warns of what may have come from the person's report: everybody would read it. It holds nothing back. */
export function ToldNotes({ texts, confided }: { texts: readonly string[]; confided: Confided }) {
  // Letters come up at once, the warning after them.
  const wanted = useDeferredValue(texts.join("\n"));
  const found = useMemo(() => {
    const said = findTold(wanted, confided).map(({ type, from, to }) =>
      i18n.t(WORDS[type], [cutText(wanted.slice(from, to), LONGEST_QUOTE)]),
    );
    return [...new Set(said)];
  }, [wanted, confided]);
  if (found.length === 0) return null;
  return (
    <Notice tone="attention" live="polite" icon={<TriangleAlert />}>
      <p>{i18n.t("inbox.known.told.title")}</p>
      <ul>
        {found.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </Notice>
  );
}
