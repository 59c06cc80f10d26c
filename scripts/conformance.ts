/** `npm run conformance -- https://collector --token …`: whether a collector keeps the promises of docs/protocol.md. */
import { conformance } from "@/tests/conformance/command";

process.exitCode = await conformance(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
