// Predicted pain with one cue at a time: a picture a chapter, or the arms beside each other cue by cue.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, lookOf, narrow, panel, plot, shown, symbol } from "./kit";

const theta = (threshold: number): Plot.Markish[] => [
  Plot.ruleX([threshold], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
  Plot.text([`θ ${threshold}`], { x: threshold, frameAnchor: "top", dy: -8, lineAnchor: "bottom", fill: "var(--ink)" }),
];

// One scale for all pictures, as far as there is something to see.
function scale(panels: Row[], profile: Row[]): [number, number] {
  const all = [...panels.map((one) => one.threshold), ...profile.flatMap((row) => [row.mean, row.high])];
  const most = Math.max(...all.filter((value): value is number => typeof value === "number"));
  return [0, Math.min(1, Math.ceil(most * 10 + 0.5) / 10)];
}

const tip = (about: (row: Row) => string, ranged: boolean) => (row: Row): string =>
  `${about(row)}: ${shown(row.mean)}` + (ranged ? `\nmiddle 80 % of lives: ${shown(row.low)} to ${shown(row.high)}` : "");

const isRange = (all: Row[]): boolean => all.some((row) => row.low !== row.high);

function byChapter(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const profile = grouped(rows(figure.data.profile), "panel");
  const domain = scale(panels, rows(figure.data.profile));
  const wide = cell(width, panels.length);
  const lone = panels.length === 1 ? Math.min(wide, 520) : wide;
  return grid(panels.map((one) => {
    const ink = colour(lookOf(page, one.arm));
    const cues = (profile.get(one.panel) ?? []).filter((row) => row.mean !== null);
    return panel(String(one.panel), [String(one.age), String(one.says)],
      plot(`Predicted pain with one cue at a time: ${one.panel}, ${one.age}; ${one.says}.`, {
        width: lone, height: 178, marginTop: 22, marginLeft: 104, marginRight: 14,
        x: { domain, label: "predicted pain", labelAnchor: "right", labelArrow: "none", ticks: 5, grid: true },
        y: { type: "band", domain: (profile.get(one.panel) ?? []).map((row) => row.cue), label: null, tickSize: 0, padding: 0.3 },
        marks: [
          Plot.ruleY(cues, { y: "cue", x1: 0, x2: "mean", stroke: ink, strokeWidth: 1.2 }),
          Plot.ruleY(cues, { y: "cue", x1: "low", x2: "high", stroke: ink, strokeWidth: 7, strokeOpacity: 0.25 }),
          theta(one.threshold as number),
          Plot.dot(cues, { x: "mean", y: "cue", r: 4.2, fill: ink, stroke: "var(--paper)" }),
          Plot.tip(cues, Plot.pointer({ x: "mean", y: "cue", fill: "var(--paper)", stroke: "var(--axis)",
            title: tip((row) => `${row.cue} alone`, isRange(cues)) })),
        ],
      }));
  }));
}

function byArm(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const all = rows(figure.data.profile).filter((row) => row.mean !== null);
  const arm = new Map(panels.map((one) => [one.panel, String(one.arm)]));
  const letter = (row: Row): string => arm.get(row.panel) ?? "";
  const look = (row: Row) => lookOf(page, letter(row));
  const cues = grouped(all, "cue");
  const thresholds = [...new Set(panels.map((one) => one.threshold as number))];
  const domain = scale(panels, all);
  const least = width < narrow ? width : 186;
  const wide = cell(width, cues.size, least);
  return grid([...cues].map(([cue, of]) => panel(String(cue), [],
    plot(`Predicted pain with ${cue} alone, by arm: ${of.map((row) => `${letter(row)} ${shown(row.mean)}`).join(", ")}.`, {
      width: wide, height: 44 + 17 * panels.length, marginTop: 20, marginBottom: 28, marginLeft: 20, marginRight: 12,
      x: { domain, label: null, ticks: 4, grid: true },
      y: { type: "band", domain: panels.map((one) => one.arm), label: null, tickSize: 0, padding: 0.3 },
      marks: [
        Plot.ruleY(of, { y: letter, x1: "low", x2: "high", stroke: (row: Row) => colour(look(row)), strokeWidth: 6, strokeOpacity: 0.25 }),
        thresholds.length === 1 ? theta(thresholds[0]) : null,
        panels.map((one) => Plot.dot(of.filter((row) => row.panel === one.panel), {
          x: "mean", y: letter, r: 4.2, symbol: symbol(lookOf(page, one.arm)), fill: colour(lookOf(page, one.arm)), stroke: "var(--paper)" })),
        Plot.tip(of, Plot.pointer({ x: "mean", y: letter, fill: "var(--paper)", stroke: "var(--axis)",
          title: tip((row) => String(row.panel), isRange(of)) })),
      ],
    }))), least);
}

export function triggers(figure: FigureData, page: PageData, width: number): Element {
  return figure.options.layout === "arms" ? byArm(figure, page, width) : byChapter(figure, page, width);
}
