import { run } from "./run";

export type Env = Record<string, string>;

/** Runs a command to its end. */
export async function command(args: string[], env: Env = {}) {
  let out = "";
  let err = "";
  const code = await run(args, {
    env,
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date(),
    stopped: Promise.resolve(),
  });
  return { code, out, err };
}

/** `serve` on a folder (or what `env` names) and a free port, in this process, until `stop`. */
export async function serving(data: string, args: string[], env: Env = {}) {
  let out = "";
  let err = "";
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let listens = () => {};
  const listening = new Promise<void>((resolve) => {
    listens = resolve;
  });
  const io = {
    env,
    out: (text: string) => {
      out += text;
      if (text.includes("listens at")) listens();
    },
    err: (text: string) => (err += text),
    now: () => new Date(),
    stopped,
  };
  const ended = run(["serve", "--port", "0", "--data", data, ...args], io);
  await Promise.race([listening, ended]);
  return {
    out: () => out,
    err: () => err,
    endpoint: /listens at (\S+)/.exec(out)?.[1] ?? "",
    stop: () => {
      stop();
      return ended;
    },
  };
}
