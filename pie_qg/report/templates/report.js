(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = 12;
  const KINDS = {
    pairs: [["question_type", "any question type"], ["answer_type", "any answer type"], ["rule", "any rule"], ["title", "any document"]],
    rejects: [["reason", "any reason"], ["stage", "any stage"]],
  };
  const EMPTY = {
    pairs: "This run has no pair. What was dropped, and why, is under “Dropped”.",
    rejects: "Nothing was dropped.",
  };
  const get = (id) => document.getElementById(id);
  const tools = document.querySelector(".tools");
  const tabs = [...tools.querySelectorAll("[data-kind]")];
  let kind = data.pairs.length || !data.rejects.length ? "pairs" : "rejects";
  let chosen = {}, rows = [], shown = 0;

  const contextOf = (row) => (row.passage === undefined ? "" : data.passages[row.passage].text);
  const searchable = (row) =>
    (row._text ??= [row.question, row.answer, row.sentence, row.paraphrase, row.title, row.reason, contextOf(row)]
      .filter(Boolean).join("\n").toLowerCase());

  function pairCard(row) {
    const answer = row.answer === null
      ? element("p", "answer", "not answered by the passage")
      : element("p", "answer", "answer: ", element("b", "", text(row.answer)));
    const tags = [row.question_type, row.answer_type, row.title].filter(Boolean);
    return element("article", "card",
      element("h3", "", text(row.question)), answer,
      element("p", "meta", ...tags.map((tag) => element("span", "tag", text(tag)))),
      element("div", "both", passage(contextOf(row), row.from, row.mark), derivation(row)));
  }

  function rejectCard(row) {
    const title = row.question || (typeof row.other === "string" && row.other) || "passage " + row.passage_id;
    const both = element("div", "both", contextOf(row) ? passage(contextOf(row), null, null) : null, derivation(row));
    return element("article", "card dropped",
      element("p", "reason", row.stage + ": " + row.reason),
      element("h3", "", text(title)),
      row.answer ? element("p", "answer", "answer: ", element("b", "", text(row.answer))) : null,
      both.childElementCount ? both : null);
  }

  function more() {
    const make = kind === "pairs" ? pairCard : rejectCard;
    get("cards").append(...rows.slice(shown, shown + PAGE).map(make));
    shown = Math.min(rows.length, shown + PAGE);
    get("more").hidden = shown >= rows.length;
    get("more").textContent = `Show ${Math.min(PAGE, rows.length - shown)} more`;
  }

  function search() {
    const sought = get("query").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    rows = data[kind].filter((row) =>
      Object.entries(chosen).every(([field, value]) => !value || row[field] === value) &&
      sought.every((word) => searchable(row).includes(word)));
    shown = 0;
    get("cards").replaceChildren();
    get("found").textContent = data[kind].length
      ? `${rows.length} of ${data[kind].length} ${kind === "pairs" ? "pairs" : "dropped"} shown here match.`
      : "";
    if (!rows.length) {
      get("cards").append(element("p", "empty", data[kind].length ? "Nothing here matches. Change the search or the filters." : EMPTY[kind]));
    }
    more();
  }

  function filters() {
    tools.querySelectorAll("select").forEach((old) => old.remove());
    for (const [field, label] of KINDS[kind]) {
      const counts = new Map();
      for (const row of data[kind]) if (row[field]) counts.set(row[field], (counts.get(row[field]) || 0) + 1);
      if (counts.size < 2) continue;
      const select = element("select", "", new Option(label, ""),
        ...[...counts].sort((a, b) => b[1] - a[1]).map(([value, number]) => new Option(`${value} (${number})`, value)));
      select.setAttribute("aria-label", label.replace("any ", "filter by "));
      select.addEventListener("change", () => { chosen[field] = select.value; search(); });
      tools.append(select);
    }
  }

  function show(next) {
    kind = next;
    chosen = {};
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.kind === kind)));
    filters();
    search();
  }

  tabs.forEach((tab) => tab.addEventListener("click", () => show(tab.dataset.kind)));
  let waiting;
  get("query").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  get("more").addEventListener("click", () => {
    const before = get("cards").childElementCount;
    more();
    const first = get("cards").children[before];
    if (first) { first.tabIndex = -1; first.focus({ preventScroll: true }); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input, select, textarea")) { event.preventDefault(); get("query").focus(); }
  });
  tools.hidden = false;
  show(kind);
})();
