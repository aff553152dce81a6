// What only a script can do: copying a citation and brushing a date range. Everything else works without.
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent.trim();
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      const range = document.createRange();
      range.selectNodeContents(document.getElementById(button.dataset.copy));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = "Selected: press Ctrl+C";
    }
    setTimeout(() => { button.textContent = said; }, 2500);
  });
}

for (const chart of document.querySelectorAll("[data-brush]")) {
  const form = document.getElementById(chart.dataset.brush);
  const svg = chart.querySelector("svg");
  const hits = [...svg.querySelectorAll("[data-from]")];
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "brush");
  box.setAttribute("y", "0");
  box.setAttribute("height", svg.dataset.height);
  let start = null;
  const at = (event) => event.clientX - svg.getBoundingClientRect().left;
  const draw = (from, to) => {
    box.setAttribute("x", Math.min(from, to));
    box.setAttribute("width", Math.abs(to - from));
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") { start = at(event); event.preventDefault(); }
  });
  window.addEventListener("pointermove", (event) => {
    if (start === null) { return; }
    if (Math.abs(at(event) - start) > 4 && !box.isConnected) { svg.append(box); }
    draw(start, at(event));
  });
  window.addEventListener("pointerup", (event) => {
    if (start === null) { return; }
    const [low, high] = [start, at(event)].sort((a, b) => a - b);
    start = null;
    if (high - low <= 4) { return; }
    const left = svg.getBoundingClientRect().left;
    const inside = hits.filter((hit) => {
      const area = hit.getBoundingClientRect();
      return area.right - left > low && area.left - left < high;
    });
    if (inside.length) {
      form.elements.from.value = inside[0].dataset.from;
      form.elements.to.value = inside[inside.length - 1].dataset.to;
      form.requestSubmit();
    }
    box.remove();
  });
  svg.addEventListener("click", (event) => { if (box.isConnected) { event.preventDefault(); } }, true);
}

for (const choice of document.querySelectorAll("select[data-submit]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    const box = document.querySelector("input[type=search]");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  }
});
