/** One script, since whoever needs one of them mostly needs another. */
export { Empty } from "./Empty";
export { Joined } from "./Joined";
export { MineDetail } from "./MineDetail";
export { Asked, AskJoined, AskOwn } from "./Needs";
export { TakenBack } from "./TakenBack";
export { WhatItDid } from "./WhatItDid";
