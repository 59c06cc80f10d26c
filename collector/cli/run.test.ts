import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyOfTemplate, newPostgresDatabase } from "@/tests/support/postgres-and-pglite";
import { command, type Env } from "./test-run";

let work = "";
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "earshot-cli-"));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

describe("wrong configuration", () => {
  it.each<[string, string[], Env, RegExp]>([
    ["no command", [], {}, /^Say serve, token,/],
    ["an unknown command", ["server"], {}, /^"server" is not a command/],
    ["an unknown option", ["serve", "--prot", "1"], {}, /^Unknown option '--prot'/],
    ["a port that is none", ["serve", "--port", "http"], {}, /^--port is a number/],
    ["a port out of range", ["serve", "--port", "70000"], {}, /^--port is a number/],
    ["a port for metrics that is none", ["serve", "--metrics-port", "x"], {}, /^--metrics-port is a number/],
    ["an organisation that is none", ["serve", "--org", "A B"], {}, /^--org is a short id/],
    [
      "a value that looks like an option",
      ["serve", "--org-name", "-x"],
      {},
      /^Option '--org-name' argument is ambiguous\. See/,
    ],
    ["no kind of token", ["token", "create", "--name", "x"], {}, /^token create needs --kind/],
    ["no name", ["token", "create", "--kind", "admin"], {}, /^--name needs a name/],
    ["nothing to revoke", ["token", "revoke"], {}, /^token revoke needs the ID/],
    ["an endpoint without a token", ["token", "list", "--endpoint", "http://x"], {}, /^--endpoint needs/],
    ["an extension in no folder", ["serve", "--extension", "/nowhere"], {}, /There is no folder \/nowhere/],
    ["a setup file that is none", ["token", "list", "--setup-file", "/dev/null"], {}, /is not a file that serve/],
    ["settings that are not there", ["serve", "--settings", "/nowhere"], {}, /^The settings file \/nowhere cannot be/],
    ["a backup to nowhere", ["backup"], {}, /^backup needs --to/],
    ["a restore from nowhere", ["restore"], {}, /^restore needs --from/],
    ["a restore from what is none", ["restore", "--from", "/dev"], {}, /^\/dev is neither a backup nor/],
    ["a move to nowhere", ["migrate"], {}, /^migrate needs --to/],
    ["a DATABASE_URL that is none", ["serve"], { DATABASE_URL: "mysql://x" }, /^DATABASE_URL is not an address/],
    [
      "a PostgreSQL that does not answer",
      ["serve"],
      { DATABASE_URL: "postgres://me:secret@127.0.0.1:1/x" },
      /^PostgreSQL at 127.0.0.1:1\/x cannot be used: nothing answers there/,
    ],
    [
      "a collector that does not answer",
      ["token", "list", "--endpoint", "http://127.0.0.1:1"],
      { EARSHOT_ADMIN_TOKEN: "x" },
      /^No collector answers at/,
    ],
  ])("with %s ends in one line and code 2", async (_name, args, env, line) => {
    const { code, err, out } = await command(args, env);
    expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 2 });
    expect(err).toMatch(line);
    expect(err).not.toContain("secret");
  });

  it.each([
    ['{"rates":{"orgPerSecond":0}}', /is not understood: rates\.orgPerSecond: .+\.\n$/],
    ['{"retention":{"reportMonths":1}}', /is not understood: retention: .*"reportMonths"/],
    ["{", /cannot be read, or is not JSON\.\n$/],
  ])("with the settings %s ends in one line", async (text, line) => {
    const path = join(work, "settings.json");
    writeFileSync(path, text);
    expect(await command(["serve", "--settings", path])).toMatchObject({ code: 2, err: expect.stringMatching(line) });
  });

  it("with a folder that is a file ends in one line", async () => {
    const path = join(work, "file");
    writeFileSync(path, "");
    expect(await command(["serve", "--port", "0", "--data", path])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^The folder .* cannot be used: .*\n$/),
    });
  });

  it("with a port in use ends in one line, and leaves the folder clean", async () => {
    const data = copyOfTemplate();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(await command(["serve", "--port", String(port), "--data", data])).toMatchObject({
      code: 2,
      err: `Port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another by --port.\n`,
    });
    other.close();
    expect(readdirSync(data)).toEqual(["blobs", "clean", "pglite"]);
    rmSync(data, { recursive: true });
  });

  it("with a wrong password for PostgreSQL says so without it", async () => {
    const url = new URL(await newPostgresDatabase());
    url.password = "wrong-one";
    const { code, err } = await command(["serve", "--port", "0"], { DATABASE_URL: url.href });
    expect(code).toBe(2);
    expect(err).toMatch(/refuses the user or the password \(28P01\)\.\n$/);
    expect(err).not.toContain("wrong-one");
  });
});
