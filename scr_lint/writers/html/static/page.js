
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const severities = ["error", "warning", "advice"];
  const narrow = matchMedia("(max-width: 63.99rem)");
  const form = document.querySelector(".filters form");
  const list = byId("list");
  const sheet = byId("sheet");

  for (const part of all(".needs-script")) part.hidden = false;
  if (!form) return;
  if (narrow.matches) byId("filters").open = false;

  // The findings, by number, and what stands where in the draft.
  const findings = new Map();
  for (const card of all(".card")) {
    const number = card.id.slice(1);
    const rule = byId("r-" + card.dataset.rule);
    const severity = severities.find((s) => card.classList.contains(s));
    findings.set(number, { number, card, rule, home: card.parentElement, severity, shown: true });
  }
  const marks = all("mark").map((mark) => ({ mark, numbers: mark.dataset.f.split(" ") }));
  const refs = all(".ref");
  const inDraft = [...new Set(refs.map((ref) => ref.dataset.n))];
  const everywhere = [...findings.keys()].filter((number) => !inDraft.includes(number));
  const byDraft = [...everywhere, ...inDraft];
  const flat = document.createElement("ol");
  flat.className = "cards";
  let chosen = null;

  const isFlat = () => form.elements.order.value === "draft";
  const order = () => (isFlat() ? byDraft : [...findings.keys()]).filter((n) => findings.get(n).shown);

  function filter() {
    const wanted = new Set(all("[name=severity]:checked", form).map((box) => box.value));
    const theme = form.elements.theme.value;
    const question = form.elements.question.value;
    for (const finding of findings.values()) {
      const data = finding.rule.dataset;
      finding.shown = wanted.has(finding.severity)
        && (!theme || data.theme === theme) && (!question || data.question === question);
      finding.card.hidden = !finding.shown;
    }
    for (const rule of all(".rule", list)) {
      rule.hidden = isFlat() || ![...findings.values()].some((f) => f.rule === rule && f.shown);
    }
    for (const band of all(".band", list)) band.hidden = isFlat() || !bandHasRules(band);
    for (const { mark, numbers } of marks) dress(mark, numbers);
    for (const ref of refs) ref.hidden = !findings.get(ref.dataset.n).shown;
    const shown = order().length;
    byId("status").textContent = shown === findings.size
      ? `${shown} findings` : `${shown} of ${findings.size} findings shown`;
    byId("none").hidden = shown > 0;
    if (chosen && !findings.get(chosen).shown) choose(null);
  }

  function bandHasRules(band) {
    for (let next = band.nextElementSibling; next?.matches(".rule"); next = next.nextElementSibling) {
      if (!next.hidden) return true;
    }
    return false;
  }

  // A mark looks like the worst of its findings that are shown.
  function dress(mark, numbers) {
    const shown = numbers.map((n) => findings.get(n)).filter((f) => f.shown);
    const worst = severities.find((s) => shown.some((f) => f.severity === s));
    mark.classList.remove(...severities);
    if (worst) mark.classList.add(worst);
    mark.classList.toggle("off", !worst);
  }

  function arrange() {
    if (isFlat()) {
      flat.append(...byDraft.map((number) => findings.get(number).card));
      list.append(flat);
    } else {
      for (const { card, home } of findings.values()) home.append(card);
      flat.remove();
    }
    filter();
  }

  function choose(number) {
    if (chosen) {
      findings.get(chosen).card.classList.remove("chosen");
      findings.get(chosen).card.querySelector(".why")?.remove();
    }
    for (const part of all("mark.chosen, .ref.chosen")) part.classList.remove("chosen");
    chosen = number;
    if (!number) return closeSheet();
    const { card, rule } = findings.get(number);
    if (!isFlat() && !narrow.matches) rule.open = true;
    card.classList.add("chosen");
    const why = rule.querySelector(".about .why").cloneNode(true);
    why.open = false;
    card.querySelector(".small").before(why);
    for (const { mark, numbers } of marks) {
      if (numbers.includes(number)) mark.classList.add("chosen");
    }
    for (const ref of refs) if (ref.dataset.n === number) ref.classList.add("chosen");
    if (narrow.matches) openSheet(card);
  }

  function openSheet(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("tabindex");
    const holder = document.createElement("div");
    holder.className = copy.className.replace("chosen", "");
    holder.append(...copy.childNodes);
    byId("sheet-card").replaceChildren(holder);
    sheet.hidden = false;
    document.body.classList.add("choosing");
  }

  function closeSheet() {
    sheet.hidden = true;
    document.body.classList.remove("choosing");
  }

  // Brings the words of a place to where they can be read, or the card's first place.
  function showPlace(number, ref = refs.find((r) => r.dataset.n === number)) {
    if (!ref) return;
    const line = ref.closest(".line");
    const words = all("mark", line).find((m) => m.dataset.f.split(" ").includes(number)
      && m.compareDocumentPosition(ref) & Node.DOCUMENT_POSITION_FOLLOWING);
    const box = (words ?? ref).getBoundingClientRect();
    const away = narrow.matches ? 0.12 : 0.3;
    window.scrollBy(0, box.top - window.innerHeight * away);
  }

  function showCard(number) {
    if (narrow.matches) return byId("sheet-card").focus({ preventScroll: true });
    const { card } = findings.get(number);
    const top = card.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += top - list.clientHeight * 0.2;
    card.focus({ preventScroll: true });
  }

  function step(by) {
    const numbers = order();
    if (!numbers.length) return;
    const at = numbers.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : numbers.length - 1) : (at + by + numbers.length) % numbers.length;
    choose(numbers[next]);
    showPlace(chosen);
    showCard(chosen);
  }

  function toList() {
    const { card, rule } = findings.get(chosen) ?? {};
    closeSheet();
    if (rule) rule.open = true;
    (card ?? byId("findings")).scrollIntoView({ block: "center" });
    (card ?? byId("findings")).focus({ preventScroll: true });
  }

  function showAll() {
    form.reset();
    arrange();
  }

  const actions = {
    all: showAll,
    previous: () => step(-1),
    next: () => step(1),
    list: toList,
    close: () => choose(null),
    print: () => window.print(),
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-do], [data-question], .ref, mark, .places a, a[href^='#r-']");
    if (!target) return;
    if (target.matches("[data-do]")) return actions[target.dataset.do]();
    if (target.matches("button[data-question]")) return showQuestion(target.dataset.question);
    if (target.matches("a[href^='#r-']")) return openRule(event, byId(target.hash.slice(1)));
    if (target.matches(".places a")) {
      event.preventDefault();
      const ref = nextPlace(target);
      choose(ref.dataset.n);
      showPlace(chosen, ref);
      return ref.focus({ preventScroll: true });
    }
    const numbers = target.matches(".ref") ? [target.dataset.n]
      : target.dataset.f.split(" ").filter((n) => findings.get(n).shown);
    if (!numbers.length) return;
    event.preventDefault();
    // Choosing overlapping words again goes on to the next finding under them.
    choose(numbers[(numbers.indexOf(chosen) + 1) % numbers.length]);
    showCard(chosen);
  });

  // A link that stands for several places goes on to the next of them each time.
  function nextPlace(link) {
    const places = link.dataset.places?.split(" ") ?? [link.hash.split("-")[1]];
    const turn = Number(link.dataset.turn ?? 0);
    link.dataset.turn = (turn + 1) % places.length;
    return byId(`${link.hash.slice(1).split("-")[0]}-${places[turn]}`);
  }

  function showQuestion(question) {
    form.reset();
    form.elements.question.value = question;
    arrange();
    byId("findings").scrollIntoView();
    byId("findings").focus({ preventScroll: true });
  }

  function openRule(event, rule) {
    event.preventDefault();
    showAll();
    rule.open = true;
    rule.scrollIntoView();
    rule.querySelector("summary").focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("select, input:not([type=checkbox]), textarea")) return;
    const key = event.key.toLowerCase();
    if (key === "escape" && chosen) {
      const ref = refs.find((r) => r.dataset.n === chosen);
      choose(null);
      ref?.focus();
    } else if (byId("keys").checked && (key === "n" || key === "p")) {
      event.preventDefault();
      step(key === "n" ? 1 : -1);
    }
  });

  form.addEventListener("change", (event) => (event.target.name === "order" ? arrange() : filter()));
  byId("print-draft").addEventListener("change", (event) => {
    document.body.classList.toggle("print-draft", event.target.checked);
  });

  // On paper everything is open; afterwards as it was.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const part of closed) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  // Tables wider than their place can be scrolled by keyboard.
  function reachable() {
    for (const box of all(".scroll")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }
  window.addEventListener("resize", reachable);
  reachable();
})();
