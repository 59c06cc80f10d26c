import type { Locator } from "@playwright/test";
import { expectPanelAccessible } from "@/tests/support/axe";
import { configure } from "@/tests/support/extension-page";
import { launcher, openPanel, type Panel, RECEIVED } from "@/tests/support/panel";
import { type Area, look } from "@/tests/support/pixels";
import { serveFolder } from "@/tests/support/static-server";
import { expect, test } from "./fixtures";

/** Every private thing is written in pure red on white, and nothing else on the page is red. */
const PAGE = (foreign: string) => `<!doctype html><title>Customers</title>
<style>
  body { font: 16px/1.5 sans-serif; margin: 24px; background: white; color: #224 } .red, input, textarea { color: #f00 }
  #scroll { height: 40px; overflow: auto } #turned { transform: scale(.8) translateX(20px); width: 300px }
  iframe, canvas, video { width: 200px; height: 70px; border: 3px solid #224 } .row { display: flex; gap: 16px }
</style>
<h1>Customers of Nordwind</h1>
<p>Order 4711 was late on 2024-11-21 and cost 1,250.00 EUR. <button id="approve">Approve</button></p>
<p>Mail <span class="red" data-secret>jane.<b>roe</b>@corp.test</span> today</p>
<p>Account: <span class="red" data-secret>DE89 3704 0044
   0532 0130 00</span></p>
<table><tr><th>Password</th><td><span class="red" data-secret>hunter2-Correct!</span></td></tr></table>
<div id="turned">Card <span class="red" data-secret>4111 1111 1111 1111</span></div>
<x-open></x-open><x-closed></x-closed>
<p><label>Card <input value="4111 1111 1111 1111" data-secret></label>
   <label>Key <input type="password" value="correct horse" data-secret></label></p>
<div contenteditable class="red"><span data-secret>+49 171 1234567</span></div>
<div id="scroll"><p>First line</p><p>Second line</p><p class="red">far.away@corp.test</p></div>
<div class="row">
  <iframe title="own" srcdoc="<body style='margin:8px;font:16px sans-serif'><span style='color:#f00'>kim.lee@corp.test</span></body>"></iframe>
  <iframe title="foreign" src="${foreign}" data-secret></iframe>
  <canvas width="200" height="70" data-secret></canvas><video data-secret></video>
</div>
<div style="height: 2000px"></div>
<script>
  for (const [name, mode] of [["x-open", "open"], ["x-closed", "closed"]])
    document.querySelector(name).attachShadow({ mode }).innerHTML = "<p style='color:#f00;margin:4px'>" + mode + ".root@corp.test</p>";
  const context = document.querySelector("canvas").getContext("2d");
  context.fillStyle = "#f00"; context.font = "20px sans-serif"; context.fillText("drawn@corp.test", 8, 40);
</script>`;

const FOREIGN = "<body style='color:#f00'>From elsewhere</body>";

const CHECKBOX = "Add a picture of the page";

interface Taken {
  thumb: Locator;
  edit: Locator;
}
async function takePicture(panel: Panel): Promise<Taken> {
  await panel.checkbox(CHECKBOX).check();
  const thumb = panel.frame.getByRole("img", { name: "The picture, as it will be sent" });
  await expect(thumb).toBeVisible();
  return { thumb, edit: panel.frame.getByRole("button", { name: "Edit the picture" }) };
}

async function openEditor(panel: Panel, { edit }: Taken) {
  await edit.click();
  const dialog = panel.frame.getByRole("dialog", { name: "Edit the picture" });
  await expect(dialog).toBeVisible();
  const stage = dialog.getByRole("application", { name: "The picture to edit" });
  // The panel has grown: what is clicked must not move under the pointer.
  await expect.poll(async () => (await stage.boundingBox())?.width ?? 0).toBeGreaterThan(400);
  return {
    dialog,
    stage,
    button: (name: string) => dialog.getByRole("button", { name, exact: true }),
    tool: (name: string) => dialog.getByRole("radio", { name }),
    said: dialog.getByRole("status"),
  };
}

test.describe("a picture of the page", () => {
  let site: { url: string; close(): Promise<void> };
  test.beforeAll(async () => {
    const foreign = await serveFolder("/nowhere", { "/index.html": FOREIGN });
    const own = await serveFolder("/nowhere", {
      "/index.html": PAGE(foreign.url.replace("127.0.0.1", "localhost")),
    });
    site = { url: own.url, close: async () => void (await Promise.all([own.close(), foreign.close()])) };
  });
  test.afterAll(() => site.close());

  test.beforeEach(async ({ earshot, setup, tab }) => {
    const ours = { matches: [`${site.url}/*`], name: "Customers" };
    await configure(earshot, { ...setup, sites: [...setup.sites, ours] });
    await tab.bringToFront();
    await tab.goto(site.url);
    await expect(launcher(tab)).toBeVisible();
  });

  test("what is private is black in it, the rest is there, and the panel is not", async ({ tab }) => {
    const secrets = await tab.locator("[data-secret]").all();
    const areas = await Promise.all(secrets.map(async (secret) => (await secret.boundingBox()) as Area));
    const heading = (await tab.getByRole("heading").boundingBox()) as Area;
    const panel = await openPanel(tab);
    const { thumb } = await takePicture(panel);
    await expect(panel.checkbox(CHECKBOX)).toBeFocused();
    const picture = await look(tab, thumb, [...areas, heading]);
    expect([picture.w, picture.h]).toEqual([1280, 800]);
    expect(picture.red).toBe(0);
    for (const [index, share] of picture.shares.slice(0, -1).entries())
      expect(share, `secret ${index}`).toBeGreaterThan(0.97);
    expect(picture.shares.at(-1)).toBeLessThan(0.3);
    // Where the panel stands the page is white.
    const [behind] = (await look(tab, thumb, [{ x: 1000, y: 500, width: 200, height: 200 }])).shares;
    expect(behind).toBe(0);
    // A bare WebP file: header and one chunk of pixels.
    expect(picture.bytes.subarray(0, 4).toString("latin1")).toBe("RIFF");
    expect(picture.bytes.subarray(8, 15).toString("latin1")).toBe("WEBPVP8");
    expect(picture.bytes.length).toBeLessThan(512 * 1024);
    expect(picture.bytes.toString("latin1")).not.toMatch(/EXIF|XMP|ICCP|corp\.test|hunter2|4111/);
    await expect(panel.frame.getByText(/^Blacked out for you: .*password/)).toBeVisible();
  });

  test("it is sent as it was shown", async ({ tab, gate, words }) => {
    const panel = await openPanel(tab);
    const said = words("The list is too long");
    await panel.words.fill(said);
    const { thumb } = await takePicture(panel);
    const { bytes } = await look(tab, thumb);
    await panel.send.click();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(said));
    const [event] = JSON.parse(sent?.body ?? "[]") as { data: { attachments: object[] } }[];
    expect(event?.data.attachments).toMatchObject([{ type: "image/webp", size: bytes.length, w: 1280, h: 800 }]);
  });

  test("with what was pointed at it begins cropped, and the crop can be taken away", async ({ tab }) => {
    const panel = await openPanel(tab);
    await panel.frame.getByRole("button", { name: "Point at it" }).click();
    await tab.frameLocator("earshot-picker iframe").getByRole("application").focus();
    await tab.getByRole("button", { name: "Approve" }).hover({ force: true });
    const box = (await tab.locator("#approve").boundingBox()) as Area;
    await tab.mouse.click(box.x + 4, box.y + 4);
    await expect(panel.frame.getByText("You pointed at: button Approve")).toBeVisible();
    const taken = await takePicture(panel);
    const cropped = await look(tab, taken.thumb);
    expect(cropped.w).toBeLessThan(box.width + 120);
    expect(cropped.h).toBeLessThan(box.height + 120);
    await expect(panel.frame.getByText("It shows the part of the page that you pointed at.")).toBeVisible();
    const editor = await openEditorOf(panel, taken);
    await editor.getByRole("button", { name: "Show the whole page" }).click();
    await editor.getByRole("button", { name: "Use this picture" }).click();
    await expect.poll(async () => (await look(tab, taken.thumb)).w).toBe(1280);
  });

  test("the editor works with clicks, drags and keys, and takes back every step", async ({ tab }) => {
    const panel = await openPanel(tab);
    const taken = await takePicture(panel);
    const before = await look(tab, taken.thumb);
    const { dialog, stage, button, tool, said } = await openEditor(panel, taken);
    await expectPanelAccessible(tab);
    const box = (await stage.boundingBox()) as Area;
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;

    // Two clicks black out the heading.
    await tab.mouse.click(...at(0.01, 0.02));
    await expect(said).toHaveText("Now click the opposite corner.");
    await tab.mouse.click(...at(0.4, 0.1));
    await expect(said).toHaveText("Blacked out.");
    // A drag sets a frame.
    await tool("Frame").check();
    await tab.mouse.move(...at(0.5, 0.5));
    await tab.mouse.down();
    await tab.mouse.move(...at(0.7, 0.7), { steps: 4 });
    await tab.mouse.up();
    await expect(said).toHaveText("The frame is set.");
    // The keyboard sets an arrow.
    await tool("Arrow").check();
    await stage.focus();
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowDown"]) await tab.keyboard.press(key);
    await expect(said).toHaveText(/^points at \d+ % from the left/);
    await tab.keyboard.press("Enter");
    await expect(said).toHaveText("The arrow is set.");
    await button("Undo").click();
    await expect(said).toHaveText("Taken back.");
    await button("Redo").click();
    await button("Undo").click();
    await button("Undo").click();
    // What is left: the heading is black.
    await button("Use this picture").click();
    await expect(dialog).toBeHidden();
    await expect(taken.edit).toBeFocused();
    await expect.poll(async () => (await look(tab, taken.thumb)).black).toBeGreaterThan(before.black + 10_000);
    const after = await look(tab, taken.thumb, [{ x: 20, y: 20, width: 480, height: 50 }]);
    expect(after.shares[0]).toBeGreaterThan(0.95);
    expect(after.red).toBe(0);
    await expect(panel.frame.getByText(/1 place by you/)).toBeVisible();
  });

  test("an automatic black-out is shown only by its own button; what is left without using it changes nothing", async ({
    tab,
  }) => {
    const panel = await openPanel(tab);
    const taken = await takePicture(panel);
    const before = await look(tab, taken.thumb);
    const first = await openEditor(panel, taken);
    await first.button("Show: Drawing, cannot be read").click();
    await expect(first.button("Black out: Drawing, cannot be read")).toBeFocused();
    await tab.keyboard.press("Escape");
    await expect(first.dialog).toBeHidden();
    expect((await look(tab, taken.thumb)).bytes.equals(before.bytes)).toBe(true);
    const second = await openEditor(panel, taken);
    await second.button("Show: Drawing, cannot be read").click();
    await second.button("Use this picture").click();
    await expect.poll(async () => (await look(tab, taken.thumb)).red).toBeGreaterThan(50);
    await panel.checkbox(CHECKBOX).uncheck();
    await expect(taken.thumb).toHaveCount(0);
  });

  test("without a name it is off until it is asked for, with a warning", async ({ tab }) => {
    const panel = await openPanel(tab);
    const { thumb } = await takePicture(panel);
    await panel.checkbox("Send without my name").check();
    await expect(thumb).toHaveCount(0);
    await expect(panel.checkbox(CHECKBOX)).not.toBeChecked();
    await expect(panel.frame.getByText("A picture can show who you are")).toBeVisible();
    await expect(panel.frame.getByText("The picture was taken out")).toBeVisible();
    await takePicture(panel);
  });

  test("a page that does not hold still has no picture, and the panel says so", async ({ tab, words }) => {
    await tab.evaluate(() => {
      const secret = document.querySelector<HTMLElement>("[data-secret]");
      let turn = 0;
      setInterval(() => secret && (secret.style.marginLeft = `${(turn += 7) % 300}px`), 5);
    });
    const panel = await openPanel(tab);
    const said = words("It trembles");
    await panel.words.fill(said);
    await panel.checkbox(CHECKBOX).check();
    await expect(panel.frame.getByText("because the page did not hold still")).toBeVisible({ timeout: 15_000 });
    await expect(panel.checkbox(CHECKBOX)).not.toBeChecked();
    await expect(panel.dialog).toBeVisible();
    expect(await tab.locator("earshot-launcher").evaluate((host) => getComputedStyle(host).opacity)).toBe("1");
    await expect(panel.words).toHaveValue(said);
  });

  test("the page goes on while the editor is open: the words are there again", async ({ tab, words }) => {
    const panel = await openPanel(tab);
    const said = words("Half a thought");
    await panel.words.fill(said);
    await openEditor(panel, await takePicture(panel));
    await tab.goto(`${site.url}/?next`);
    await expect((await openPanel(tab)).words).toHaveValue(said);
  });
});

async function openEditorOf(panel: Panel, { edit }: Taken): Promise<Locator> {
  await edit.click();
  const dialog = panel.frame.getByRole("dialog", { name: "Edit the picture" });
  await expect(dialog).toBeVisible();
  return dialog;
}
