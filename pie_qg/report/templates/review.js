(() => {
  const get = (id) => document.getElementById(id);
  const headers = { "X-Review-Token": document.body.dataset.token, "Content-Type": "application/json" };
  const GIVEN = { accept: "accepted", reject: "rejected", edit: "edited" };
  let state, row, near = null, busy = false;

  async function ask(path, body) {
    const options = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
    let answer;
    try {
      answer = await fetch(path, options);
    } catch {
      throw new Error("The review is no longer running, so nothing was saved. Start pie-qg review again: it goes on here.");
    }
    const content = answer.headers.get("Content-Type").startsWith("application/json") ? await answer.json() : {};
    if (!answer.ok) throw new Error(content.error ? "Not saved: " + content.error + "." : "Not saved: the review refused it.");
    return content;
  }

  // One thing at a time: a second key while the first is being saved would judge the wrong pair.
  async function guarded(task) {
    if (busy) return;
    busy = true;
    try {
      get("failure").hidden = true;
      await task();
    } catch (error) {
      get("failure").textContent = error.message;
      get("failure").hidden = false;
    } finally {
      busy = false;
    }
  }

  function tell() {
    const parts = Object.entries(GIVEN).map(([verdict, word]) => `${state[verdict]} ${word}`);
    get("count").textContent = `${state.reviewed} of ${state.total} reviewed: ${parts.join(", ")}`;
    get("progress").max = state.total;
    get("progress").value = state.reviewed;
    get("sum").textContent = parts.join(", ") + ".";
  }

  // While a pair is edited, the other verdicts rest: one of them would throw the edit away.
  function editing(on) {
    get("form").hidden = !on;
    get("shown").hidden = on;
    document.querySelector("footer").hidden = on;
  }

  async function go(position) {
    editing(false);
    const done = position === null;
    get("done").hidden = !done;
    get("pair").hidden = done;
    document.querySelectorAll("footer [data-do]").forEach((button) => { button.disabled = done && button.dataset.do !== "back"; });
    if (done) { row = null; get("done").querySelector("h2").focus(); return; }
    row = await ask("/pairs/" + position);
    draw();
  }

  function draw() {
    get("place").textContent = `pair ${row.position + 1} of ${state.total}` + (row.title ? ` · ${row.title}` : "");
    get("verdict").hidden = !row.verdict;
    get("verdict").textContent = GIVEN[row.verdict] || "";
    get("question").replaceChildren(text(row.question));
    get("answer").replaceChildren(...(row.answer === null
      ? ["not answered by the passage"]
      : ["answer: ", element("b", "", text(row.answer))]));
    if (row.before && row.before !== row.question) get("answer").append(element("br"), element("del", "", text(row.before)));
    get("passage").replaceChildren(passage(row.text, row.from, row.mark));
    get("derivation").replaceChildren(derivation(row) || "");
    get("question").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  async function judge(verdict, edit) {
    if (!row) return;
    state = await ask("/pairs/" + row.position, { verdict, edit });
    tell();
    await go(state.next);
  }

  function edit() {
    if (!row) return;
    near = row.mark && row.mark[0];
    get("new-question").value = row.question;
    get("new-answer").value = row.answer ?? "";
    editing(true);
    get("new-question").focus();
  }

  function cancel() {
    editing(false);
    get("failure").hidden = true;
    get("passage").replaceChildren(passage(row.text, row.from, row.mark));
    get("question").focus();
  }

  const save = () => judge("edit", { question: get("new-question").value, answer: get("new-answer").value, near });

  // What is selected in the passage becomes the answer, where it was selected.
  function select() {
    const selection = getSelection();
    const shown = get("passage").firstElementChild;
    if (get("form").hidden || !shown || selection.isCollapsed || !shown.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    if (!shown.contains(range.endContainer)) return;
    const before = document.createRange();
    before.setStart(shown, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const chosen = range.toString();
    if (!chosen.trim()) return;
    near = before.toString().length + (chosen.length - chosen.trimStart().length);
    get("new-answer").value = chosen.trim();
    get("passage").replaceChildren(passage(row.text, row.from, [near, near + chosen.trim().length]));
  }

  const back = () => go(row ? Math.max(0, row.position - 1) : state.total - 1);
  const skip = () => row && go((row.position + 1) % state.total);
  const actions = { accept: () => judge("accept"), reject: () => judge("reject"), edit, back, skip };
  const KEYS = { a: "accept", r: "reject", e: "edit", ArrowLeft: "back", ArrowRight: "skip" };

  document.addEventListener("keydown", (event) => {
    const inForm = !get("form").hidden;
    if (inForm && event.key === "Escape") { event.preventDefault(); cancel(); return; }
    if (inForm && event.key === "Enter" && !event.isComposing && event.target.matches("textarea, input")) {
      event.preventDefault();
      guarded(save);
      return;
    }
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || inForm || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    guarded(actions[action]);
  });
  document.querySelectorAll("[data-do]").forEach((button) =>
    button.addEventListener("click", () => guarded(actions[button.dataset.do])));
  get("form").addEventListener("submit", (event) => { event.preventDefault(); guarded(save); });
  get("cancel").addEventListener("click", cancel);
  get("again").addEventListener("click", () => guarded(() => go(0)));
  document.addEventListener("pointerup", () => setTimeout(select));

  guarded(async () => {
    state = await ask("/state");
    tell();
    await go(state.next);
  });
})();
