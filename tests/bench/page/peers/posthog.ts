import { posthog } from "posthog-js/dist/module.no-external";

// Registers itself when it is loaded, as its guide says.
export * from "posthog-js/dist/surveys";

posthog.init("key", { api_host: location.origin, disable_session_recording: true });
