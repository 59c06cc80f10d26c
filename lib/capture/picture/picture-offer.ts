/** What the organisation says of pictures: never, by the person's tick, or ticked beforehand. */
export type PicturePolicy = "off" | "ask" | "on";

export interface PictureOffer {
  /** Whether the panel has the checkbox at all. */
  isOffered: boolean;
  /** Whether it is ticked before the person has said anything. */
  isTicked: boolean;
  /** Whether to say beside it that a picture may tell who somebody is. */
  isRisky: boolean;
}

/** Without a page there is nothing to take; without a name a picture is never taken but by the person's own tick. */
export function pictureOffer(about: { hasPage: boolean; anonymous: boolean; policy?: PicturePolicy }): PictureOffer {
  const { hasPage, anonymous, policy = "ask" } = about;
  const isOffered = hasPage && policy !== "off";
  return { isOffered, isTicked: isOffered && policy === "on" && !anonymous, isRisky: isOffered && anonymous };
}
