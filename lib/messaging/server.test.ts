import { describe, expect, it, vi } from "vitest";
import type { MessageName } from "./messages";
import { INPUTS } from "./schemas";
import { MAY_SEND, type RawSender } from "./sender";
import { createServer, type Handlers } from "./server";

const ID = "keahcjdpfdiaghhgmacmblokcoloaibc";
const REPORT = "0b9e7f3e-55b2-4a0e-9d3c-1f1f6a1f0001";
const popup: RawSender = { id: ID, url: `chrome-extension://${ID}/popup.html` };
const panel: RawSender = { id: ID, url: "chrome-extension://dynamic/panel.html#n", tab: { id: 3 }, frameId: 7 };
const content: RawSender = { id: ID, url: "https://erp.example/po", tab: { id: 3 }, frameId: 0 };

function world() {
  const called = vi.fn();
  const names = Object.keys(INPUTS) as MessageName[];
  const handlers = Object.fromEntries(
    names.map((name) => [name, (...args: unknown[]) => (called(name, ...args), null)]),
  ) as unknown as Handlers;
  const log = { warn: vi.fn(), error: vi.fn() };
  return { called, log, server: createServer({ ownId: ID, handlers, log }) };
}

describe("createServer", () => {
  it("hands a good message on, with its sender", async () => {
    const { server, called } = world();
    const input = { reportId: REPORT, text: "thanks", lang: "en" };
    expect(await server.answer({ message: "mine.comment", input }, popup)).toEqual({ ok: true, output: null });
    expect(called).toHaveBeenCalledWith("mine.comment", input, expect.objectContaining({ kind: "app", tabId: null }));
  });

  it.each<[string, unknown, RawSender]>([
    ["not-a-message", "hello", popup],
    ["not-a-message", { push: "launcher.fold", value: { nonce: "x" } }, popup],
    ["unknown-message", { message: "mine.steal", input: null }, popup],
    ["unknown-message", { message: "toString", input: null }, popup],
    ["unknown-sender", { message: "popup.state", input: null }, { ...popup, id: "another" }],
    ["unknown-sender", { message: "launcher.warm", input: null }, { ...content, frameId: 2 }],
    ["unknown-sender", { message: "popup.state", input: null }, { id: ID }],
    ["wrong-sender", { message: "popup.state", input: null }, content],
    ["wrong-sender", { message: "report.create", input: null }, content],
    ["wrong-sender", { message: "panel.hello", input: { nonce: "x" } }, popup],
    ["wrong-sender", { message: "panel.point", input: { session: "s" } }, content],
    ["wrong-sender", { message: "picker.picked", input: { element: { role: "button" } } }, panel],
    ["wrong-shape", { message: "picker.picked", input: { element: { role: "x".repeat(61) } } }, content],
    ["wrong-shape", { message: "picker.left", input: {} }, content],
    ["wrong-sender", { message: "settings.save", input: null }, panel],
    ["wrong-sender", { message: "launcher.warm", input: null }, popup],
    ["wrong-shape", { message: "mine.comment", input: { reportId: REPORT, text: 5, lang: "en" } }, popup],
    ["wrong-shape", { message: "mine.comment", input: { reportId: "x", text: "a", lang: "en" } }, popup],
    ["wrong-shape", { message: "mine.seen", input: { reportId: REPORT, more: 1 } }, popup],
    ["wrong-shape", { message: "launcher.warm", input: {} }, content],
    ["wrong-shape", { message: "launcher.warm", input: { nonce: "short" } }, content],
    ["wrong-sender", { message: "panel.read", input: { session: "s" } }, content],
  ])("refuses and logs (%s): %j", async (refusal, raw, sender) => {
    const { server, called, log } = world();
    expect(await server.answer(raw, sender)).toEqual({ ok: false });
    expect(called).not.toHaveBeenCalled();
    expect(log.warn.mock.calls[0]?.[0]).toBe(`message refused: ${refusal}`);
  });

  it("never logs what a refused message carried", async () => {
    const { server, log } = world();
    await server.answer({ message: "settings.name", input: { name: 1, secret: "s3cret" } }, popup);
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain("s3cret");
  });

  it("answers a handler that fails, and logs it", async () => {
    const { log } = world();
    const handlers = { "popup.state": () => Promise.reject(new Error("disk")) } as unknown as Handlers;
    const server = createServer({ ownId: ID, handlers, log });
    expect(await server.answer({ message: "popup.state", input: null }, popup)).toEqual({ ok: false });
    expect(log.error).toHaveBeenCalled();
  });

  it("says of every message who may send it", () => {
    expect(Object.keys(MAY_SEND).sort()).toEqual(Object.keys(INPUTS).sort());
  });
});
