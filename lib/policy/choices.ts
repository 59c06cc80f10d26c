// Without Zod: pages of ours show these too.

/** `anonymous`: never with a name; `optional`: the person decides; `required`: only with a name. */
export const IDENTITY_MODES = ["anonymous", "optional", "required"] as const;
/** `profile`: the form offers the address of the browser's own account for a name. */
export const NAME_SOURCES = ["typed", "profile"] as const;
/** `ask`: by the person's tick; `on`: taken when the form opens, unless the report goes without a name. */
export const PICTURES = ["off", "ask", "on"] as const;
/**
 * Who stands at the endpoint. `collector`: Earshot's own, and everything works. The others take reports and never
 * answer: `ce-batch` is a CloudEvents webhook in batched mode, `json` the same bytes under plain `application/json`.
 */
export const SINK_PROFILES = ["collector", "ce-batch", "json"] as const;
/** How reviewers are known: not at all, by a token that they were given, or by signing in at the company's provider. */
export const SIGN_INS = ["off", "token", "oidc"] as const;
/** As policy names the days of the week. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** Where the button stands; as messages name it too. */
export const CORNERS = ["bottom-right", "bottom-left", "top-right", "top-left"] as const;
