import Plus from "lucide-react/icons/plus";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { TextArea, TextField } from "@/components/Field";
import styles from "./Options.module.css";
import { emptySite, type SiteForm } from "./settings-form";

/** The internal tools on which the button appears: a name that people know, and addresses, one a line. */
export function SitesField({ sites, onChange }: { sites: SiteForm[]; onChange: (sites: SiteForm[]) => void }) {
  function change(key: number, part: Partial<SiteForm>) {
    onChange(sites.map((site) => (site.key === key ? { ...site, ...part } : site)));
  }

  return (
    <fieldset className={styles.sites}>
      <legend className={styles.legend}>{i18n.t("options.sites")}</legend>
      <p className={styles.soft}>{i18n.t("options.sitesHint")}</p>
      {sites.map((site, index) => (
        <fieldset key={site.key} className={styles.site}>
          <legend className={styles.tool}>{i18n.t("options.place.site", [index + 1])}</legend>
          <TextField
            label={i18n.t("options.siteName")}
            value={site.name}
            onChange={(event) => change(site.key, { name: event.target.value })}
          />
          <TextArea
            label={i18n.t("options.siteMatches")}
            hint={i18n.t("options.siteMatchesHint")}
            rows={2}
            spellCheck={false}
            value={site.matches}
            onChange={(event) => change(site.key, { matches: event.target.value })}
          />
          <Checkbox
            label={i18n.t("options.titles")}
            checked={site.titles}
            onChange={(event) => change(site.key, { titles: event.currentTarget.checked })}
          />
          {sites.length > 1 ? (
            <div>
              <Button
                look="quiet"
                className={styles.remove}
                onClick={() => onChange(sites.filter((other) => other.key !== site.key))}
              >
                {i18n.t("options.removeSite")}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button icon={<Plus />} onClick={() => onChange([...sites, emptySite(sites)])}>
          {i18n.t("options.addSite")}
        </Button>
      </div>
    </fieldset>
  );
}
