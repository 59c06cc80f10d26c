import {
  BrowserClient,
  defaultStackParser,
  feedbackIntegration,
  getCurrentScope,
  makeFetchTransport,
} from "@sentry/browser";

// Its feedback widget and nothing beside it, as its guide to small bundles has it: not the recording of errors.
const client = new BrowserClient({
  dsn: `http://key@${location.host}/1`,
  transport: makeFetchTransport,
  stackParser: defaultStackParser,
  integrations: [feedbackIntegration({ colorScheme: "system" })],
});
getCurrentScope().setClient(client);
client.init();
