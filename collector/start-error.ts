/** Something that whoever starts the collector can put right: shown as one line, exit code 2, no stack. */
export class StartError extends Error {
  override name = "StartError";
}
