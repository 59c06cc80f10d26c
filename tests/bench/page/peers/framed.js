// The floor of a form that the page cannot read: the same button, and a text box in a frame of the extension's.
const host = document.createElement("bare-button");
const root = host.attachShadow({ mode: "open" });
root.innerHTML = `<style>:host{position:fixed;right:16px;bottom:16px;z-index:9}button{width:40px;height:40px;border:0;border-radius:50%;background:#0c5a58;color:#fff}iframe{position:absolute;right:0;bottom:48px}</style><button aria-label="Report"><svg viewBox="0 0 24 24"><path d="M4 4h16v12H8l-4 4z"/></svg></button>`;
root.querySelector("button").addEventListener("click", () => {
  const frame = document.createElement("iframe");
  frame.src = chrome.runtime.getURL("box.html");
  root.append(frame);
  frame.focus();
});
document.documentElement.append(host);
