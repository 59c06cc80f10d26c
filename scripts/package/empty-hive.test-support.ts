/** Nowhere, in a hive. */
const NONE = 0xff_ff_ff_ff;
const PAGE = 4096;
const ROOT_AT = 0x20;
const ROOT_BYTES = 88;
const SECURITY_BYTES = 48;

/**
 * A Windows registry hive with a root and nothing in it, for hivexregedit, which cannot make one.
 * @see https://github.com/msuhanov/regf/blob/master/Windows%20registry%20file%20format%20specification.md
 */
export function emptyHive(): Buffer {
  const hive = Buffer.alloc(2 * PAGE);
  hive.write("regf", 0, "latin1");
  for (const [at, value] of [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 3],
    [32, 1],
    [36, ROOT_AT],
    [40, PAGE],
    [44, 1],
  ] as const) {
    hive.writeUInt32LE(value, at);
  }
  let checksum = 0;
  for (let at = 0; at < 508; at += 4) checksum ^= hive.readUInt32LE(at);
  hive.writeUInt32LE(checksum >>> 0, 508);

  const page = hive.subarray(PAGE);
  page.write("hbin", 0, "latin1");
  page.writeUInt32LE(PAGE, 8);
  const securityAt = ROOT_AT + ROOT_BYTES;

  // A cell in use has its size below zero.
  const root = page.subarray(ROOT_AT);
  root.writeInt32LE(-ROOT_BYTES, 0);
  root.write("nk", 4, "latin1");
  root.writeUInt16LE(0x2c, 6);
  for (const at of [20, 32, 36, 44, 52]) root.writeUInt32LE(NONE, at);
  root.writeUInt32LE(securityAt, 48);
  root.writeUInt16LE("root".length, 76);
  root.write("root", 80, "latin1");

  const security = page.subarray(securityAt);
  security.writeInt32LE(-SECURITY_BYTES, 0);
  security.write("sk", 4, "latin1");
  security.writeUInt32LE(securityAt, 8);
  security.writeUInt32LE(securityAt, 12);
  security.writeUInt32LE(1, 16);
  security.writeUInt32LE(20, 20);
  security.writeUInt8(1, 24);
  security.writeUInt16LE(0x80_00, 26);

  const freeAt = securityAt + SECURITY_BYTES;
  page.writeInt32LE(PAGE - freeAt, freeAt);
  return hive;
}
