// Predicted pain over closeness, a picture a chapter or arm, with the threshold and the edges.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, lookOf, panel, plot, shown, upward } from "./kit";

const left = 30;

export function threatCurves(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const curves = grouped(rows(figure.data.curves), "panel");
  const edges = grouped(rows(figure.data.edges), "panel");
  const reference = curves.get(figure.options.reference ?? null) ?? [];
  const wide = cell(width, panels.length);
  const lone = panels.length === 1 ? Math.min(wide, 520) : wide;
  return grid(panels.map((one) => {
    const ink = colour(lookOf(page, one.arm));
    const line = curves.get(one.panel) ?? [];
    const lives = edges.get(one.panel) ?? [];
    const threshold = one.threshold as number;
    const edge = one.edge as number | null;
    const repeated = reference.length > 0 && one.panel !== figure.options.reference;
    return panel(String(one.panel), [String(one.age), String(one.says)],
      plot(`Predicted pain over closeness: ${one.panel}, ${one.age}; ${one.says}.`, {
        width: lone, height: Math.round(0.56 * Math.min(lone, 420) + 30), marginTop: 26, marginLeft: left, marginRight: 10,
        x: { domain: [0, 1], label: "closeness", labelAnchor: "right", labelArrow: "none", ticks: 5 },
        y: { domain: [0, 1], label: null, ticks: 4, grid: true },
        marks: [
          upward("predicted pain", left),
          lives.length > 2 ? [
            Plot.areaY(line, { x: "closeness", y1: "low", y2: "high", fill: ink, fillOpacity: 0.2 }),
            Plot.line(line, { x: "closeness", y: "low", stroke: ink, strokeOpacity: 0.45, strokeWidth: 0.8 }),
            Plot.line(line, { x: "closeness", y: "high", stroke: ink, strokeOpacity: 0.45, strokeWidth: 0.8 }),
          ] : null,
          repeated ? Plot.line(reference, { x: "closeness", y: "mean", stroke: "var(--axis)", strokeWidth: 1.6, strokeDasharray: "4 3" }) : null,
          Plot.ruleY([threshold], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
          Plot.line(line, { x: "closeness", y: "mean", stroke: ink, strokeWidth: 2.4 }),
          // At the left end curves lie low: there is room for its name below the threshold.
          Plot.text([`θ ${threshold}`], { x: 0, y: threshold, textAnchor: "start", dx: 3, dy: 8, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 }),
          Plot.ruleX(lives.length > 1 ? lives.filter((life: Row) => (life.edge as number) < 1) : [], {
            x: "edge", y1: threshold - 0.03, y2: threshold + 0.03, stroke: ink, strokeOpacity: 0.7 }),
          edge !== null && edge < 1
            ? Plot.dot([edge], { x: (d: number) => d, y: threshold, symbol: "diamond", r: 5, fill: "var(--paper)", stroke: "var(--ink)" }) : null,
          Plot.tip(line, Plot.pointerX({ x: "closeness", y: "mean", fill: "var(--paper)", stroke: "var(--axis)",
            title: (d: Row) => `closeness ${shown(d.closeness)}: predicted pain ${shown(d.mean)}` +
              (lives.length > 2 ? `\nmiddle 80 % of lives: ${shown(d.low)} to ${shown(d.high)}` : "") })),
        ],
      }));
  }));
}
