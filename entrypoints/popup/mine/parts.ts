import { useEffect, useState } from "react";
import { createPart } from "../shell/create-part";

/*
 * The list is what everybody sees first: what only some need, and what is opened, is no part of the popup's first
 * script. It is loaded as soon as the list is there, and not when it is pressed.
 */

const parts = {
  Asked: createPart(async () => (await import("./Needs")).Asked),
  AskJoined: createPart(async () => (await import("./Needs")).AskJoined),
  AskOwn: createPart(async () => (await import("./Needs")).AskOwn),
  Empty: createPart(async () => (await import("./Empty")).Empty),
  Joined: createPart(async () => (await import("./Joined")).Joined),
  MineDetail: createPart(async () => (await import("./MineDetail")).MineDetail),
  TakenBack: createPart(async () => (await import("./TakenBack")).TakenBack),
  WhatItDid: createPart(async () => (await import("./WhatItDid")).WhatItDid),
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
