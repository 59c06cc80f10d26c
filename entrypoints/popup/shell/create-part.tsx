import { type ComponentType, lazy, useState } from "react";

/**
 * A part of the popup whose script comes when it is first shown, or ahead of that. One that is there already is shown in
 * the same turn: for whatever React (19) has once shown a stand-in, it lets 300 ms pass before it shows the thing itself.
 */
export function createPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const Later: ComponentType<Props> = lazy(async () => ({ default: await load() }));

  function Part(props: Props) {
    // The same one for as long as it is shown.
    const [{ Shown }] = useState(() => ({ Shown: loaded ?? Later }));
    return <Shown {...props} />;
  }

  return {
    Part,
    async ahead(): Promise<void> {
      loaded = await load();
    },
  };
}
