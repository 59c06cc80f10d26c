import { useEffect, useState } from "react";
import { createPart } from "../shell/create-part";

/*
 * The list is what everybody sees first: what only some need, and what is opened, is no part of the popup's first
 * script. It is loaded as soon as the list is there, and not when it is pressed.
 */

const later = () => import("./later");

const parts = {
  Asked: createPart(async () => (await later()).Asked),
  AskJoined: createPart(async () => (await later()).AskJoined),
  AskOwn: createPart(async () => (await later()).AskOwn),
  Empty: createPart(async () => (await later()).Empty),
  Joined: createPart(async () => (await later()).Joined),
  MineDetail: createPart(async () => (await later()).MineDetail),
  TakenBack: createPart(async () => (await later()).TakenBack),
  WhatItDid: createPart(async () => (await later()).WhatItDid),
};

export const partsOfMine = {
  Asked: parts.Asked.Part,
  AskJoined: parts.AskJoined.Part,
  AskOwn: parts.AskOwn.Part,
  Empty: parts.Empty.Part,
  Joined: parts.Joined.Part,
  MineDetail: parts.MineDetail.Part,
  TakenBack: parts.TakenBack.Part,
  WhatItDid: parts.WhatItDid.Part,
};

let isLoaded = false;

/** Whether all of them are loaded, which begins with the first call; also true where that failed, which each then says. */
export function useParts(): boolean {
  const [areThere, setThere] = useState(isLoaded);
  useEffect(() => {
    const done = () => {
      isLoaded = true;
      setThere(true);
    };
    void Promise.all(Object.values(parts).map(({ ahead }) => ahead())).then(done, done);
  }, []);
  return areThere;
}
