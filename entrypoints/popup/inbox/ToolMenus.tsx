import Bookmark from "lucide-react/icons/bookmark";
import Download from "lucide-react/icons/download";
import { type ComponentProps, useState } from "react";
import { i18n } from "#i18n";
import { Button, type ButtonProps } from "@/components/Button";
import styles from "./Menu.module.css";
import type { Later } from "./use-later";

const ICONS = { views: Bookmark, getOut: Download };

type Tool = keyof typeof ICONS;

/** What opens a menu beside the search. */
export function ToolButton({ tool, ...rest }: { tool: Tool } & ButtonProps) {
  const Icon = ICONS[tool];
  const name = i18n.t(`inbox.${tool}.title`);
  return (
    <Button look="quiet" icon={<Icon />} title={name} {...rest}>
      <span className={styles.word}>{name}</span>
    </Button>
  );
}

export interface ToolMenusProps {
  later: Later | null;
  views: Omit<ComponentProps<Later["Views"]>, "defaultOpen">;
  getOut: Omit<ComponentProps<Later["GetOut"]>, "defaultOpen">;
}

/** The menus beside the search. Their buttons are there with the first rows: one that is pressed at once opens in a moment. */
export function ToolMenus({ later, views, getOut }: ToolMenusProps) {
  const [pressed, setPressed] = useState<Tool | null>(null);
  if (!later) {
    return (["views", "getOut"] as const).map((tool) => (
      <ToolButton key={tool} tool={tool} aria-haspopup="menu" onClick={() => setPressed(tool)} />
    ));
  }
  return (
    <>
      <later.Views {...views} defaultOpen={pressed === "views"} />
      <later.GetOut {...getOut} defaultOpen={pressed === "getOut"} />
    </>
  );
}
