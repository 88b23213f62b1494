"use strict";
// Text becomes text nodes only, never markup: what a corpus holds cannot run.
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
const text = (value) => element("bdi", "text", String(value));

// A passage with its source sentence underlined and its answer marked; spans are [start, end] or null.
function passage(whole, source, answer) {
  const cuts = [...new Set([0, whole.length, ...(source || []), ...(answer || [])])].sort((a, b) => a - b);
  const shown = element("p", "passage text");
  shown.dir = "auto";
  for (let i = 0; i + 1 < cuts.length; i++) {
    const inside = (span) => span && span[0] <= cuts[i] && cuts[i + 1] <= span[1];
    const piece = whole.slice(cuts[i], cuts[i + 1]);
    let node = inside(answer) ? element("mark", "", piece) : document.createTextNode(piece);
    if (inside(source)) node = element("span", "source", node);
    shown.append(node);
  }
  return shown;
}

const words = (value) => value.match(/[\p{L}\p{N}'’-]+|[^\p{L}\p{N}'’-]+/gu) || [];

// A paraphrase with the words that its sentence does not have.
function paraphrase(value, sentence) {
  if (value === sentence) return element("span", "found", "as the sentence");
  const old = new Set(words(sentence).map((word) => word.toLowerCase()));
  const shown = element("bdi", "text");
  for (const word of words(value)) {
    const isNew = /[\p{L}\p{N}]/u.test(word) && !old.has(word.toLowerCase());
    shown.append(isNew ? element("span", "new", word) : word);
  }
  return shown;
}

function triple(value) {
  if (typeof value !== "object" || value === null) return text(value);
  const parts = [value.subject, value.relation, value.object, ...(value.more || [])].filter(Boolean);
  return element("span", "", ...parts.map((part) => element("span", "part", text(part))));
}

function measures(row) {
  const alike = typeof row.similarity === "number" ? `, similarity of meaning ${row.similarity.toFixed(2)}` : "";
  return row.divergence.toFixed(2) + alike;
}

// How a pair came about, as a list of terms; what was not recorded is left out.
function derivation(row) {
  const terms = [
    ["sentence", row.sentence && text(row.sentence)],
    ["paraphrase", row.paraphrase && paraphrase(row.paraphrase, row.sentence || "")],
    ["divergence", typeof row.divergence === "number" && text(measures(row))],
    ["triple", row.triple && triple(row.triple)],
    ["rule", row.rule && text(row.rule)],
    ["confidence", row.confidence !== undefined && text(row.confidence)],
    ["details", row.other !== undefined && text(typeof row.other === "string" ? row.other : JSON.stringify(row.other))],
  ].filter(([, shown]) => shown);
  if (!terms.length) return null;
  return element("dl", "derivation", ...terms.flatMap(([name, shown]) => [element("dt", "", name), element("dd", "", shown)]));
}
