// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { elementSchema } from "@/lib/protocol/context";
import { describeElement, type ElementDescription } from "./describe-element";
import { findElement } from "./find-element";

// jsdom has no CSS object; the words that we put into selectors need no escaping.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

function page(html: string): void {
  document.body.innerHTML = html;
}

function at(selector: string, root: ParentNode = document): Element {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

const INVOICES = `
  <h1>Accounting</h1>
  <input aria-label="Search" value="Erika Mustermann">
  <table><caption>Invoices</caption>
    <thead><tr><th>Number</th><th colspan="2">Customer</th><th>Amount</th><th></th></tr></thead>
    <tbody>
      <tr id="row-smith"><td>R-1</td><td>Jane</td><td>Smith</td><td>1,250.00</td><td><button>Approve</button></td></tr>
      <tr id="row-miller"><td>R-2</td><td>Max</td><td>Miller</td><td>77.00</td><td><button>Reject</button></td></tr>
    </tbody>
  </table>
  <ul><li>Call Mrs. Smith back</li><li id="customer-jones">Jones is angry <h3>Jones</h3><a href="/x">Details</a></li></ul>`;

describe("what is told of an element", () => {
  beforeEach(() => page(INVOICES));

  it("calls a control by its name and says where it is, and nothing of the row around it", () => {
    const told = describeElement(at("#row-smith button"));
    expect(told).toMatchObject({ role: "button", name: "Approve", within: "table Invoices" });
    expect(told.quote).toEqual({ prefix: "", exact: "Approve", suffix: "" });
    expect(JSON.stringify(told)).not.toMatch(/Smith|Jane|1,250|smith/);
  });

  it("tells of a cell the role and the column, counting wide headings, and never what is in it", () => {
    const told = describeElement(at("#row-smith td:nth-child(4)"));
    expect(told).toMatchObject({ role: "cell", within: "table Invoices › column Amount" });
    expect(Object.keys(told).sort()).toEqual(["css", "role", "within"]);
    expect(describeElement(at("#row-smith td:nth-child(3)")).within).toBe("table Invoices › column Customer");
  });

  it.each(["#row-smith", "li", "#customer-jones", "#row-miller td"])("never says what is in %s", (selector) => {
    const told = JSON.stringify(describeElement(at(selector)));
    expect(told).not.toMatch(/smith|jane|jones|miller|max|r-2|angry|call/i);
  });

  it("does not take a record's heading for a place", () => {
    expect(describeElement(at("#customer-jones a"))).toMatchObject({ name: "Details", within: "heading Accounting" });
  });

  it("says the heading above, and of a heading only those of a higher level", () => {
    page("<h1>Orders</h1><h2>Open</h2><p><button>Pay</button></p><h2>Late</h2>");
    expect(describeElement(at("button")).within).toBe("heading Open");
    expect(describeElement(at("h2:last-of-type")).within).toBe("heading Orders");
  });

  it.each([
    [`<div role="dialog" aria-label="Delete"><button>Yes</button></div>`, "dialog Delete"],
    [`<nav aria-label="Main"><ul><li><button>Yes</button></li></ul></nav>`, "navigation Main"],
    [`<fieldset><legend>Address</legend><button>Yes</button></fieldset>`, "group Address"],
    [`<form aria-labelledby="t"><b id="t">Leave</b><button>Yes</button></form>`, "form Leave"],
    [`<main><button>Yes</button></main>`, undefined],
  ])("finds the place in %s", (html, within) => {
    page(html);
    expect(describeElement(at("button")).within).toBe(within);
  });
});

describe("values", () => {
  it.each([
    `<label>Name <input id="x" value="S3CRET"></label>`,
    `<label for="x">Name</label><textarea id="x">S3CRET</textarea>`,
    `<label>Name <select id="x"><option>S3CRET</option></select></label>`,
    `<label id="l">Name</label><input type="password" id="x" value="S3CRET" aria-labelledby="l">`,
    `<b id="l">Name</b><i id="o" contenteditable>S3CRET</i><input id="x" aria-labelledby="l o">`,
    `<b id="l">Name</b><div id="x" role="textbox" contenteditable aria-labelledby="l">S3CRET</div>`,
    `<label>Name <input value="S3CRET"><input type="checkbox" id="x"></label><label for="x">Name</label>`,
    `<button id="x" aria-haspopup="listbox" aria-label="Name">S3CRET</button>`,
    `<label for="x">Name</label><button id="x" role="combobox">S3CRET</button>`,
    `<label for="x">Name</label><input type="range" id="x" aria-valuetext="S3CRET">`,
    `<b id="l">Name <input value="S3CRET"></b><button id="x" aria-labelledby="l"></button>`,
    `<button id="x">Name <select><option>S3CRET</option></select><span role="slider" aria-valuetext="S3CRET"></span></button>`,
  ])("are never in it: %s", (html) => {
    page(`<main>${html}</main>`);
    const told = describeElement(at("#x"));
    expect(told.name).toMatch(/^Name/);
    expect(JSON.stringify(told)).not.toContain("S3CRET");
  });
});

describe("bad input", () => {
  it("is cleaned, hidden where it looks private, and cut, and fits the protocol", () => {
    const junk = "\u0000\ud800 \u202Egnirts\u2066 <b>*md*</b> \ue001 jane.doe@corp.example ".repeat(40);
    page(`<div role="dialog"><h2></h2><button></button></div>`);
    at("button").textContent = junk;
    at("[role=dialog]").setAttribute("aria-label", junk);
    const told = describeElement(at("button"));
    expect(elementSchema.parse(told)).toEqual(told);
    expect(told.name?.length).toBeLessThanOrEqual(120);
    expect(told.name).toContain("<b>*md*</b>");
    expect(JSON.stringify(told)).not.toMatch(/\\u0000|\\ud800|\u202e|\u2066|\ue001|jane|corp/i);
  });

  it("takes a role only if there is such a role", () => {
    page(`<div role="please-call-me button">x</div><div role="jane-doe">y</div>`);
    expect(describeElement(at("div")).role).toBe("button");
    expect(describeElement(at("div + div")).role).toBe("generic");
  });

  it("reads no more of ten megabytes than it needs", () => {
    page(`<button></button><h2></h2><div id="big" tabindex="0"></div>`);
    const megabytes = "word ".repeat(2_000_000);
    at("button").textContent = megabytes;
    at("h2").setAttribute("aria-label", megabytes);
    const big = at("#big");
    for (let i = 0; i < 5000; i++) big.append(Object.assign(document.createElement("p"), { textContent: "x" }));
    const begun = performance.now();
    for (const selector of ["button", "h2", "#big"]) describeElement(at(selector));
    // One look at all of it takes seconds here.
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(describeElement(at("button")).name).toHaveLength(120);
  });
});

describe("finding it again", () => {
  const told = (selector: string) => describeElement(at(selector));
  const again = (description: ElementDescription) => findElement(document, description);

  it("by the selector where nothing has changed", () => {
    page(INVOICES);
    for (const selector of ["button", "#row-miller button", "input", "td", "li", "caption", "th", "h1"]) {
      expect(again(told(selector))).toEqual({ element: at(selector), by: "selector" });
    }
  });

  it("by its words where the page was built anew", () => {
    page(`<div class="toolbar"><button>New</button><button>Export</button></div>`);
    const before = told("button + button");
    page(`<header><menu><button>Import</button><a href="#">Export</a></menu><p><button>Export</button></p></header>`);
    expect(again(before)).toEqual({ element: at("p button"), by: "quote" });
  });

  it("gives way to the words where the selector now leads to other ones", () => {
    page(`<div class="toolbar"><button>New</button><button>Export</button></div>`);
    const before = told("button + button");
    page(`<div class="toolbar"><button>New</button><button>Delete all</button><button>Export</button></div>`);
    expect(again(before)).toEqual({ element: at("button:last-child"), by: "quote" });
  });

  it("keeps to the selector where only the words were changed", () => {
    page(`<div class="toolbar"><button>New</button><button>Export</button></div>`);
    const before = told("button + button");
    at("button + button").textContent = "Export as a table";
    expect(again(before)).toEqual({ element: at("button + button"), by: "selector" });
  });

  it("tells equal words apart by what is around them, and does not guess", () => {
    const table = (name: string) => `<table aria-label="${name}"><tr><td><button>Edit</button></td></tr></table>`;
    page(`<section><b>x</b>${table("Invoices")}</section>`);
    const { css: _css, ...before } = told("button");
    page(`<section>${table("Orders")}${table("Invoices")}</section>`);
    expect(again(before)).toEqual({ element: at("[aria-label=Invoices] button"), by: "quote" });
    page(`<section>${table("Orders")}${table("Offers")}</section>`);
    expect(again(before)).toBeNull();
  });

  it("is null for what is gone, for another role, and for selectors that are not ours", () => {
    page(`<button id="save">Save</button>`);
    const before = told("button");
    page(`<a id="save" href="#">Save</a>`);
    expect(again(before)).toBeNull();
    page(`<button id="save">Save</button>`);
    for (const css of ["#save:not(:has(*))", "#save, #other", "%%%", "", "#save >>> #save"]) {
      expect(again({ role: "button", css })).toBeNull();
    }
  });

  it("goes into open shadow roots and frames of the same origin", () => {
    page(`<x-panel></x-panel><iframe name="erp"></iframe>`);
    const root = at("x-panel").attachShadow({ mode: "open" });
    root.innerHTML = `<section aria-label="Totals"><slot></slot><button class="refresh">Refresh</button></section>`;
    const frame = at("iframe") as HTMLIFrameElement;
    frame.contentDocument?.body.insertAdjacentHTML("beforeend", `<h2>Orders</h2><button>Ship</button>`);
    const inShadow = describeElement(at("button", root));
    expect(inShadow).toMatchObject({ name: "Refresh", within: "region Totals" });
    expect(inShadow.css).toMatch(/^x-panel >>> \S/);
    expect(again(inShadow)).toEqual({ element: at("button", root), by: "selector" });
    const inner = frame.contentDocument ?? document;
    const inFrame = describeElement(at("button", inner));
    expect(inFrame).toMatchObject({ name: "Ship", within: "heading Orders" });
    expect(inFrame.css).toMatch(/erp.* >>> \S/);
    expect(again(inFrame)?.element).toBe(at("button", inner));
    expect(again({ ...inFrame, css: undefined })).toEqual({ element: at("button", inner), by: "quote" });
  });
});

it("puts no made-up, private or passing word into a selector", () => {
  page(`<div class="css-1x2y3z sc-bdVaJa is-open" id="radix-:r1:"><div class="Button_root__kGhTz" id="ember482">
    <button class="active btn-main" data-testid="save-order" href="/orders/jane">x</button><button>y</button></div></div>`);
  const { css } = describeElement(at("button"));
  expect(css).toMatch(/btn-main|save-order/);
  for (const html of [`<p class="css-1x2y3z"><i id="x7f3"></i><i class="jss12 active"></i></p>`]) {
    page(html);
    expect(describeElement(at("i + i")).css).not.toMatch(/css-|x7f3|jss|active/);
  }
});
