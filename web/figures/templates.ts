// Templates as pictures of what they expect and predict: a card for each template at each time or in each arm, with
// where it stood before (or as written) behind it.
import * as Plot from "@observablehq/plot";
import { rows, type Cell, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, lookOf, panel, plot, shown } from "./kit";

const labels = 100; // px left of the frame
const gap = 0.16; // between what is expected and what is predicted, in units of the left part

// Room for weights: what all cards need, at least from 0 to ½.
function reach(cues: Row[]): [number, number] {
  const weights = cues.map((row) => row.predicts).filter((value): value is number => typeof value === "number");
  const low = Math.min(0, ...weights);
  return [low < -0.02 ? Math.floor(low * 10) / 10 : 0, Math.max(0.5, Math.ceil(Math.max(0, ...weights) * 10) / 10)];
}

// Shares of one template that need no scale of their own.
function meters(row: Row, ink: string, width: number): Element {
  const all = [
    { name: "charge", value: row.charge, strong: true },
    { name: "integration", value: row.integration, strong: false },
    { name: "can be told", value: row.told, strong: false },
  ];
  return plot(all.map((one) => `${one.name} ${shown(one.value)}`).join(", "), {
    width, height: 50, marginTop: 2, marginBottom: 2, marginLeft: labels, marginRight: 34,
    x: { domain: [0, 1], axis: null }, y: { type: "band", domain: all.map((one) => one.name), label: null, tickSize: 0, padding: 0.32 },
    marks: [
      Plot.barX(all, { y: "name", x1: 0, x2: 1, fill: "var(--strip)" }),
      Plot.barX(all, { y: "name", x1: 0, x2: "value", fill: (one) => (one.strong ? ink : "var(--axis)") }),
      [true, false].map((strong) => Plot.text(all.filter((one) => one.strong === strong), {
        y: "name", x: 1, textAnchor: "start", dx: 5, text: (one) => shown(one.value), fill: "var(--ink)", fontWeight: strong ? 700 : 400 })),
    ],
  });
}

// `names`: of all cues that this template met anywhere, so that cards beside each other have the same lines.
function card(names: Cell[], cues: Row[], before: Row[], [low, high]: [number, number], ink: string, label: string, width: number): Element {
  const right = (value: number): number => 1 + gap + (value - low) / (high - low);
  const weighed = cues.filter((row) => row.predicts !== null);
  const told = (row: Row): string => `${row.cue}: expects ${shown(row.expects)}` +
    (row.predicts === null ? ", only for the match" : `\npredicts ${shown(row.predicts)} at full strength, ` +
      `${shown((row.predicts as number) * (row.expects as number))} at what it expects`);
  const old = new Map(before.map((row) => [row.cue, row]));
  const moved = cues.filter((row) => old.has(row.cue))
    .map((row) => ({ cue: row.cue, from: old.get(row.cue)?.expects as number, to: row.expects as number }));
  const oldWeights = before.filter((row) => row.predicts !== null && cues.some((one) => one.cue === row.cue));
  const contexts = cues.filter((row) => row.kind === "context");
  const unmet = names.filter((name) => !cues.some((row) => row.cue === name));
  const tick = (x: number, text: string): { x: number; text: string } => ({ x, text });
  const ticks = [tick(0, "0"), tick(1, "1"), tick(right(0), "0"), tick(right(high), shown(high, 1))];
  return plot(label, {
    width, height: 40 + 16 * names.length, marginTop: 20, marginBottom: 18, marginLeft: labels, marginRight: 12,
    x: { domain: [0, 2 + gap], axis: null },
    y: { type: "band", domain: names, label: null, tickSize: 0, padding: 0.3 },
    marks: [
      Plot.text([tick(0, "expects"), tick(right(0), "predicts pain")], { x: "x", text: "text", frameAnchor: "top", dy: -12, textAnchor: "start", fill: "var(--muted)" }),
      Plot.text(ticks, { x: "x", text: "text", frameAnchor: "bottom", dy: 11, fill: "var(--muted)" }),
      // What is expected.
      Plot.ruleY(cues, { y: "cue", x1: 0, x2: 1, stroke: "var(--rule)" }),
      Plot.ruleX([0, 1], { stroke: "var(--rule)" }),
      Plot.text(unmet, { x: 0, y: (name: Cell) => name, text: () => "never met", textAnchor: "start", dx: 4, fill: "var(--muted)", fontStyle: "italic" }),
      Plot.link(moved, { x1: "from", x2: "to", y: "cue", stroke: "var(--muted)", strokeWidth: 1.2 }),
      Plot.dot(moved, { x: "from", y: "cue", r: 3.4, fill: "var(--paper)", stroke: "var(--muted)" }),
      Plot.dot(cues, { x: "expects", y: "cue", r: 4.4, fill: (row: Row) => (row.kind === "context" ? "var(--axis)" : ink), stroke: "var(--paper)" }),
      // What is predicted.
      Plot.barX(weighed, { y: "cue", x1: right(0), x2: (row: Row) => right(row.predicts as number), fill: "none", stroke: ink, strokeOpacity: 0.65 }),
      Plot.barX(weighed, { y: "cue", x1: right(0), x2: (row: Row) => right((row.predicts as number) * (row.expects as number)), fill: ink }),
      Plot.tickX(oldWeights, { x: (row: Row) => right(row.predicts as number), y: "cue", stroke: "var(--muted)", strokeWidth: 1.6 }),
      Plot.ruleX([right(0)], { stroke: "var(--axis)" }),
      contexts.length > 0 ? Plot.text([contexts[Math.floor((contexts.length - 1) / 2)]], { x: 2 + gap, y: "cue", text: ["match only"], textAnchor: "end", dy: contexts.length % 2 === 0 ? 8 : 0,
        fill: "var(--muted)", fontStyle: "italic" }) : null,
      Plot.tip(cues, Plot.pointer({ x: "expects", y: "cue", title: told, fill: "var(--paper)", stroke: "var(--axis)" })),
    ],
  });
}

export function templates(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const all = rows(figure.data.templates);
  const cues = rows(figure.data.cues);
  const of = (set: Row[], name: unknown, template: string): Row[] => set.filter((row) => row.panel === name && row.template === template);
  const bounds = reach(cues);
  const wide = cell(width, panels.length);
  const lone = panels.length === 1 ? Math.min(wide, 420) : wide;
  const out = document.createElement("div");
  for (const template of (figure.options.shown ?? "").split(",")) {
    const names = [...new Set(cues.filter((row) => row.template === template).map((row) => row.cue))];
    const order = Number(template.split(" ")[1]) - 1;
    const name = document.createElement("p");
    name.className = "template-name";
    name.textContent = template.charAt(0).toUpperCase() + template.slice(1);
    out.append(name, grid(panels.map((one, i) => {
      const row = of(all, one.panel, template)[0];
      if (!row) return panel(String(one.panel), [String(one.age)], missing());
      const behind = figure.options.reference
        ? (i > 0 && (one.shared as number) > order ? of(cues, figure.options.reference, template) : [])
        : (i > 0 ? of(cues, panels[i - 1].panel, template) : []);
      const ink = colour(lookOf(page, one.arm));
      const lessons = `${shown(row.strength, (row.strength as number) < 10 ? 1 : 0)} lessons`;
      return panel(String(one.panel), [String(one.age), lessons], meters(row, ink, lone),
        card(names, of(cues, one.panel, template), behind, bounds, ink,
          `What ${template} expects of each cue and predicts from it: ${one.panel}, ${one.age}.`, lone));
    })));
  }
  return out;
}

function missing(): Element {
  const out = document.createElement("p");
  out.className = "missing";
  out.textContent = "not there";
  return out;
}
