// What Datasette's own pages do by scripts inside the page, as a file; and names for form fields that have none.
"use strict";

window.DATASETTE_ALLOW_FACET = true;

document.body.addEventListener("click", (event) => {
  const within = event.target.closest("details.actions-menu-links, details.nav-menu");
  for (const menu of document.querySelectorAll("details.actions-menu-links[open], details.nav-menu[open]")) {
    if (menu !== within) { menu.open = false; }
  }
});

const descriptions = document.querySelector("dl.column-descriptions");
if (descriptions) {
  const folded = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "What the columns mean";
  descriptions.replaceWith(folded);
  folded.append(summary, descriptions);
}

for (const row of document.querySelectorAll(".filter-row")) {
  const [column, how] = row.querySelectorAll("select");
  if (column) { column.setAttribute("aria-label", "Column"); }
  if (how) { how.setAttribute("aria-label", "Comparison"); }
  const value = row.querySelector("input.filter-value");
  if (value) { value.setAttribute("aria-label", "Value"); }
}
for (const cross of document.querySelectorAll("a.cross")) { cross.setAttribute("aria-label", "Remove"); }
for (const wide of document.querySelectorAll(".table-wrapper, pre")) {
  if (wide.scrollWidth > wide.clientWidth) { wide.tabIndex = 0; }
}

// In print a wide table's rows are lines of names and values (stock.css).
for (const table of document.querySelectorAll("table.rows-and-columns")) {
  const names = [...table.querySelectorAll("thead th")].map((head) => head.dataset.column || head.textContent.trim());
  if (names.length <= 8) { continue; }
  table.classList.add("wide");
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.cells) {
      if (cell.textContent.trim()) { cell.dataset.column = names[cell.cellIndex]; }
    }
  }
}

const area = document.querySelector("textarea#sql-editor");
const shown = document.querySelector("pre#sql-query");
const format = document.querySelector("button#sql-format");
let editor = null;
if (area && window.CodeMirror) {
  area.setAttribute("aria-label", "SQL");
  editor = CodeMirror.fromTextArea(area, {
    lineNumbers: true, mode: "text/x-sql", lineWrapping: true, screenReaderLabel: "SQL",
    extraKeys: { "Shift-Enter": () => area.form.submit(), Tab: false },
  });
  editor.getInputField().setAttribute("aria-label", "SQL");
} else if (area) {
  area.setAttribute("aria-label", "SQL");
}
if (format && window.sqlFormatter) {
  format.hidden = false;
  format.addEventListener("click", () => {
    if (editor) { editor.setValue(sqlFormatter.format(editor.getValue())); }
    else if (shown) { shown.textContent = sqlFormatter.format(shown.textContent); }
  });
}
