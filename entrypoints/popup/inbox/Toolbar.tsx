import Search from "lucide-react/icons/search";
import type { ReactNode, RefObject } from "react";
import { i18n } from "#i18n";
import { SelectField } from "@/components/SelectField";
import { AGES, type InboxQuery, SHOWN, SORTS } from "@/lib/inbox/query";
import { KINDS, STATUSES } from "@/lib/protocol/vocabulary";
import styles from "./Toolbar.module.css";

export interface ToolbarProps {
  query: InboxQuery;
  /** Sites of all reports, as `siteKey` names them. */
  sites: readonly string[];
  onChange: (part: Partial<InboxQuery>) => void;
  /** Single letters do things. */
  hasLetters: boolean;
  box: RefObject<HTMLInputElement | null>;
  /** The search has the focus or the pointer. */
  onNear: () => void;
  /** How many reports are shown, in words. */
  count: string;
  /** What else stands beside the search. */
  children: ReactNode;
}

/** What a filter has chosen where it leaves nothing out. */
const ANY = "";

/** Search, order and filters, above list and report alike. */
export function Toolbar({ query, sites, onChange, hasLetters, box, onNear, count, children }: ToolbarProps) {
  return (
    <search className={styles.bar} aria-label={i18n.t("inbox.tools")}>
      <div className={styles.row}>
        <span className={styles.search}>
          <Search className={styles.icon} aria-hidden="true" />
          <input
            ref={box}
            type="search"
            className={styles.box}
            aria-label={i18n.t("inbox.search")}
            placeholder={i18n.t("inbox.search")}
            aria-keyshortcuts={hasLetters ? "/" : undefined}
            maxLength={200}
            value={query.search}
            onFocus={onNear}
            onPointerEnter={onNear}
            onChange={(event) => onChange({ search: event.target.value })}
          />
        </span>
        <SelectField
          label={i18n.t("inbox.sort.title")}
          value={query.sort}
          options={SORTS.map((value) => ({ value, label: i18n.t(`inbox.sort.${value}`) }))}
          onChange={(sort) => onChange({ sort })}
        />
        <span className={styles.more}>{children}</span>
      </div>
      <div className={styles.filters}>
        <SelectField
          label={i18n.t("inbox.shown.title")}
          value={query.shown}
          options={SHOWN.map((value) => ({ value, label: i18n.t(`inbox.shown.${value}`) }))}
          onChange={(shown) => onChange({ shown })}
        />
        <SelectField
          label={i18n.t("inbox.filter.site")}
          value={query.site ?? ANY}
          options={[
            { value: ANY, label: i18n.t("inbox.filter.anySite") },
            // What the address asks for can be seen and taken away, also where no report has it.
            ...withChosen(sites, query.site).map((site) => ({ value: site, label: site })),
          ]}
          onChange={(site) => onChange({ site: site || null })}
        />
        <SelectField
          label={i18n.t("inbox.filter.status")}
          value={query.status ?? ANY}
          options={[
            { value: ANY, label: i18n.t("inbox.filter.anyStatus") },
            ...STATUSES.map((value) => ({ value, label: i18n.t(`words.status.${value}`) })),
          ]}
          onChange={(status) => onChange({ status: status || null })}
        />
        <SelectField
          label={i18n.t("inbox.filter.kind")}
          value={query.kind ?? ANY}
          options={[
            { value: ANY, label: i18n.t("inbox.filter.anyKind") },
            ...KINDS.map((value) => ({ value, label: i18n.t(`words.kind.${value}`) })),
          ]}
          onChange={(kind) => onChange({ kind: kind || null })}
        />
        <SelectField
          label={i18n.t("inbox.filter.age")}
          value={query.age ?? ANY}
          options={[
            { value: ANY, label: i18n.t("inbox.filter.anyAge") },
            ...AGES.map((value) => ({ value, label: i18n.t(`inbox.filter.${value}`) })),
          ]}
          onChange={(age) => onChange({ age: age || null })}
        />
        <output className={styles.count}>{count}</output>
      </div>
    </search>
  );
}

function withChosen(sites: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || sites.includes(chosen) ? sites : [...sites, chosen];
}
