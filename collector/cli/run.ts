import { createLog } from "../log";
import { StartError } from "../start-error";
import { runAudit } from "./audit";
import { backup } from "./backup";
import { move } from "./move";
import { parseAudit, parseBackup, parseMove, parseRestore, parseServe, parseToken, USAGE } from "./options";
import { restore } from "./restore";
import { serve } from "./serve";
import { runToken } from "./token";

/** What a command touches of its process. */
export interface Io {
  env: Record<string, string | undefined>;
  out: (text: string) => void;
  err: (text: string) => void;
  now: () => Date;
  /** Resolves when the process is asked to end. */
  stopped: Promise<void>;
}

/** Runs one command and resolves with its exit code: 0, or 2 with one line that says what to do. */
export async function run(args: string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case "serve":
        await serve(parseServe(rest, io.env), io, createLog(io.err, io.now));
        return 0;
      case "token":
        await runToken(parseToken(rest, io.env), io);
        return 0;
      case "audit":
        await runAudit(parseAudit(rest, io.env), io);
        return 0;
      case "backup":
        await backup(parseBackup(rest, io.env), io);
        return 0;
      case "restore":
        await restore(parseRestore(rest, io.env), io);
        return 0;
      case "migrate":
        await move(parseMove(rest, io.env), io);
        return 0;
      case "help":
      case "--help":
      case "-h":
        io.out(USAGE);
        return 0;
      case undefined:
        throw new StartError("Say serve, token, audit, backup, restore or migrate. See collector --help.");
      default:
        throw new StartError(`"${command}" is not a command. See collector --help.`);
    }
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}
