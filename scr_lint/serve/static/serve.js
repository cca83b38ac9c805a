"use strict";
const list = document.getElementById("drafts");
const part = document.getElementById("drafts-part");
const drop = document.getElementById("drop");
const chooser = document.getElementById("file");

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function counted(counts) {
  const said = { error: ["error", "errors"], warning: ["warning", "warnings"], advice: ["piece of advice", "pieces of advice"] };
  const parts = Object.keys(said).filter((key) => counts[key])
    .map((key) => `${counts[key]} ${said[key][counts[key] === 1 ? 0 : 1]}`);
  return parts.length ? parts.join(", ") : "Nothing found";
}

function show(item, answer) {
  const status = item.querySelector(".status");
  if (answer.state === "failed") {
    item.querySelector("progress")?.remove();
    status.className = "status trouble";
    status.textContent = answer.message;
  } else if (answer.state === "done") {
    item.querySelector("progress")?.remove();
    status.textContent = counted(answer.counts);
    if (answer.unread) {
      item.append(element("p", "Some of the file could not be read: the page says what.", "trouble"));
    }
    const ways = element("p", "", "ways");
    const page = element("a", "Read the findings", "button");
    page.href = answer.page;
    page.target = "_blank";
    page.rel = "noopener";
    ways.append(page);
    if (answer.copy) {
      const copy = element("a", answer.format === "pdf" ? "Save a PDF with notes" : "Save a Word copy with comments", "button");
      copy.href = answer.copy;
      copy.setAttribute("download", "");
      copy.addEventListener("click", (event) => { event.preventDefault(); save(item, copy); });
      ways.append(copy);
    }
    item.append(ways);
  } else {
    status.textContent = answer.doing;
  }
}

async function save(item, link) {
  const made = await fetch(link.href);
  if (!made.ok) {
    const said = await made.json().catch(() => ({}));
    item.append(element("p", said.message || "The copy could not be made.", "trouble"));
    return;
  }
  const named = /filename\*=UTF-8''(.+)/.exec(made.headers.get("Content-Disposition") || "");
  const anchor = element("a");
  anchor.href = URL.createObjectURL(await made.blob());
  anchor.download = named ? decodeURIComponent(named[1]) : "draft with findings";
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
}

function fail(item, message) {
  show(item, { state: "failed", message });
}

async function check(file) {
  part.hidden = false;
  const item = element("li");
  item.append(element("p", file.name, "name"), element("p", "sending it to scr-lint", "status"));
  const bar = element("progress");
  bar.setAttribute("aria-label", `Checking ${file.name}`);
  item.append(bar);
  list.prepend(item);
  try {
    const sent = await fetch("drafts", {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
      body: file,
    });
    const taken = await sent.json();
    if (!sent.ok) return fail(item, taken.message || "scr-lint could not take the file.");
    for (;;) {
      const asked = await fetch(taken.progress);
      if (asked.status === 404) return fail(item, "scr-lint has forgotten this draft: drop it again.");
      const answer = await asked.json();
      show(item, answer);
      if (answer.state === "done" || answer.state === "failed") return;
      await new Promise((wake) => setTimeout(wake, 300));
    }
  } catch {
    fail(item, "scr-lint does not answer any more. Start it again and reload this page.");
  }
}

chooser.addEventListener("change", () => {
  for (const file of chooser.files) check(file);
  chooser.value = "";
});
for (const kind of ["dragenter", "dragover"]) {
  window.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
for (const kind of ["dragleave", "drop"]) {
  window.addEventListener(kind, (event) => {
    event.preventDefault();
    if (kind === "drop" || !event.relatedTarget) drop.classList.remove("over");
  });
}
window.addEventListener("drop", (event) => {
  for (const file of event.dataTransfer.files) check(file);
});
