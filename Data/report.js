"use strict";
// What the report can do beyond being read: sort, filter, open what is linked. The page is whole
// without it. A fragment such as #figures?q=万名&kind=money&sort=value sets the filters of a table.
(() => {
  const collator = new Intl.Collator(["zh-Hans-CN-u-co-pinyin", "en"], { numeric: true });
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const make = (name, properties, ...children) => {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  };

  // A bar with a search field in front of `place`, which tells how many of `items` are shown.
  const filtered = (place, items, noun, selects) => {
    const search = make("input", { type: "search", placeholder: "Filter " + noun });
    search.setAttribute("aria-label", "Filter " + noun);
    const told = make("output", {});
    const bar = make("div", { className: "filter" }, search, ...selects.map((s) => s.label), told);
    bar.setAttribute("role", "search");
    place.before(bar);
    const texts = new Map();
    const textOf = (item) => {
      if (!texts.has(item)) {
        // What is known of the mentions belongs to the text: names in full, in Simplified script.
        const notes = [...item.querySelectorAll("mark[title]")].map((mark) => mark.title);
        texts.set(item, plain([item.textContent, ...notes].join("\n")));
      }
      return texts.get(item);
    };
    const apply = () => {
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const item of items) {
        const fits = words.every((word) => textOf(item).includes(word)) &&
          selects.every((s) => !s.select.value || s.valueOf(item) === s.select.value);
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      told.value = shown === items.length ? "" : `${shown} of ${items.length} ${noun}`;
    };
    search.addEventListener("input", apply);
    for (const s of selects) s.select.addEventListener("change", apply);
    return {
      set(settings) {
        search.value = settings.get("q") || "";
        for (const s of selects) s.select.value = settings.get(s.name) || "";
        apply();
      },
    };
  };

  // A choice of the values of one column.
  const chooser = (head, rows) => {
    const index = head.cellIndex;
    const valueOf = (row) => row.cells[index].textContent.trim();
    const values = [...new Set(rows.map(valueOf))].filter(Boolean).sort(collator.compare);
    if (values.length < 2) return null;
    const title = head.textContent.trim();
    const select = make("select", {}, make("option", { value: "" }, "all"));
    for (const value of values) select.append(make("option", { value }, value));
    const label = make("label", {}, title + " ", select);
    return { name: plain(title), select, label, valueOf };
  };

  // Makes the headers of a table sort it.
  const sorted = (table, heads, rows) => {
    const keyOf = (row, index) => {
      const cell = row.cells[index];
      return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
    };
    const compare = (a, b) => {
      const empty = Number(a === "") - Number(b === "");
      if (empty) return empty;
      if (typeof a === "number" && typeof b === "number") return a - b;
      return collator.compare(String(a), String(b));
    };
    const sort = (head, direction) => {
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      const keyed = rows.map((row) => [keyOf(row, head.cellIndex), row]);
      keyed.sort((a, b) => {
        // Empty cells stay last either way.
        const isEmpty = a[0] === "" || b[0] === "";
        return isEmpty ? compare(a[0], b[0]) : direction * compare(a[0], b[0]);
      });
      table.tBodies[0].append(...keyed.map((pair) => pair[1]));
    };
    for (const head of heads) {
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      const first = head.classList.contains("number") ? -1 : 1;
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const isFirst = now === (first > 0 ? "ascending" : "descending");
        sort(head, isFirst ? -first : first);
      });
    }
    return {
      set(settings) {
        const name = settings.get("sort");
        const head = heads.find((h) => plain(h.textContent.trim()) === name);
        if (head) sort(head, settings.get("order") === "up" ? 1 : -1);
      },
    };
  };

  const controls = new Map();
  for (const table of document.querySelectorAll("table.data")) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 2) continue;
    const heads = [...table.tHead.rows[0].cells];
    const selects = heads.filter((h) => h.classList.contains("choice"))
      .map((head) => chooser(head, rows)).filter(Boolean);
    const order = sorted(table, heads, rows);
    const filter = filtered(table.parentElement, rows, "rows", selects);
    const section = table.closest("section");
    controls.set(section.id, { set(s) { filter.set(s); order.set(s); } });
  }

  const articles = [...document.querySelectorAll("details.article")];
  if (articles.length > 1) {
    controls.set("articles", filtered(articles[0], articles, "articles", []));
  }

  // Opens what a link leads to, and sets the filters a fragment asks for.
  const follow = () => {
    const fragment = location.hash.slice(1);
    const mark = fragment.indexOf("?");
    const name = mark < 0 ? fragment : fragment.slice(0, mark);
    const target = name && document.getElementById(name);
    if (!target) return;
    if (mark >= 0 && controls.has(name)) {
      controls.get(name).set(new URLSearchParams(fragment.slice(mark + 1)));
    }
    const details = target.closest("details");
    if (details) {
      details.hidden = false;
      details.open = true;
    }
    target.scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-q]");
    if (!link) return;
    event.preventDefault();
    location.hash = "articles?q=" + encodeURIComponent(link.dataset.q);
  });
  window.addEventListener("hashchange", follow);
  follow();

  // The lines of a name in the network stand out while the pointer is on it.
  for (const network of document.querySelectorAll("svg.network")) {
    const lines = [...network.querySelectorAll("path")];
    for (const node of network.querySelectorAll("g.node")) {
      const own = lines.filter((line) => line.dataset.a === node.dataset.n ||
        line.dataset.b === node.dataset.n);
      const show = (isOn) => {
        network.classList.toggle("busy", isOn);
        for (const line of own) line.classList.toggle("on", isOn);
      };
      node.addEventListener("mouseenter", () => show(true));
      node.addEventListener("mouseleave", () => show(false));
    }
  }
})();
