import { Dialog } from "@base-ui/react/dialog";
import { Menu } from "@base-ui/react/menu";
import { type FormEvent, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { EVERYTHING, type InboxQuery } from "@/lib/inbox/query";
import dialogStyles from "./Dialog.module.css";
import menuStyles from "./Menu.module.css";
import { ToolButton } from "./ToolMenus";
import { isSameQuery, keepViews, loadViews, NAME_LENGTH, type SavedView, withoutView, withView } from "./views";

export interface ViewsProps {
  query: InboxQuery;
  onChoose: (query: InboxQuery) => void;
  /** It was pressed before it was there. */
  defaultOpen: boolean;
}

/** Queries under names: chosen, kept and taken away here. */
export function Views({ query, onChoose, defaultOpen }: ViewsProps) {
  const [views, setViews] = useState<SavedView[]>(loadViews);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const current = views.find((view) => isSameQuery(view.query, query));

  function keep(next: SavedView[]) {
    setViews(next);
    keepViews(next);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    keep(withView(views, { name, query }));
    setNaming(false);
    setName("");
  }

  return (
    <>
      <Menu.Root defaultOpen={defaultOpen}>
        <Menu.Trigger render={<ToolButton tool="views" />} />
        <Menu.Portal>
          <Menu.Positioner align="end" sideOffset={4}>
            <Menu.Popup className={menuStyles.menu}>
              <Menu.Item className={menuStyles.item} onClick={() => onChoose(EVERYTHING)}>
                {i18n.t("inbox.views.all")}
              </Menu.Item>
              {views.map((view) => (
                <Menu.Item key={view.name} className={menuStyles.item} onClick={() => onChoose(view.query)}>
                  {view.name}
                </Menu.Item>
              ))}
              <Menu.Separator className={menuStyles.line} />
              <Menu.Item className={menuStyles.item} onClick={() => setNaming(true)}>
                {i18n.t("inbox.views.save")}
              </Menu.Item>
              {current ? (
                <Menu.Item className={menuStyles.item} onClick={() => keep(withoutView(views, current.name))}>
                  {i18n.t("inbox.views.remove", [current.name])}
                </Menu.Item>
              ) : null}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <Dialog.Root open={isNaming} onOpenChange={setNaming}>
        <Dialog.Portal>
          <Dialog.Backdrop className={dialogStyles.back} />
          <Dialog.Popup className={dialogStyles.dialog}>
            <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.views.save")}</Dialog.Title>
            <form className={dialogStyles.form} onSubmit={save}>
              <TextField
                label={i18n.t("inbox.views.name")}
                maxLength={NAME_LENGTH}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
              <div className={dialogStyles.buttons}>
                <Dialog.Close render={<Button look="quiet" />}>{i18n.t("words.cancel")}</Dialog.Close>
                <Button look="main" type="submit">
                  {i18n.t("inbox.views.keep")}
                </Button>
              </div>
            </form>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
