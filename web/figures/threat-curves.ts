// Predicted pain over closeness, a picture a chapter or arm, with the threshold and the edges.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, plot } from "./kit";

export function threatCurves(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const curves = grouped(rows(figure.data.curves), "panel");
  const edges = grouped(rows(figure.data.edges), "panel");
  const reference = curves.get(figure.options.reference ?? null) ?? [];
  const wide = cell(width, panels.length);
  return grid(panels.map((panel) => {
    const look = page.looks.find((one) => one.key === panel.arm) ?? page.looks[0];
    const line = curves.get(panel.panel) ?? [];
    const lives = edges.get(panel.panel) ?? [];
    const threshold = panel.threshold as number;
    const edge = panel.edge as number | null;
    const box = document.createElement("div");
    box.className = "panel";
    const head = document.createElement("div");
    head.className = "panel-head";
    const name = document.createElement("strong");
    name.textContent = String(panel.panel);
    const says = document.createElement("span");
    says.textContent = String(panel.says);
    head.append(name, says);
    box.append(head, plot(`Predicted pain over closeness: ${panel.panel}; ${panel.says}.`, {
      width: wide, height: Math.round(0.62 * Math.min(wide, 420)), marginTop: 14, marginLeft: 34,
      x: { domain: [0, 1], label: "closeness", labelAnchor: "right", labelArrow: "none", ticks: 5 },
      y: { domain: [0, 1], label: "predicted pain", labelArrow: "none", ticks: 4, grid: true },
      marks: [
        lives.length > 2 ? Plot.areaY(line, { x: "closeness", y1: "low", y2: "high", fill: colour(look), fillOpacity: 0.16 }) : null,
        reference.length > 0 && panel.panel !== figure.options.reference
          ? Plot.line(reference, { x: "closeness", y: "mean", stroke: "var(--axis)", strokeWidth: 1.4, strokeDasharray: "4 3" }) : null,
        Plot.ruleY([threshold], { stroke: "var(--ink)", strokeDasharray: "5 3" }),
        Plot.text([`θ ${threshold}`], { x: 0.01, y: threshold, textAnchor: "start", dy: -7, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 }),
        Plot.line(line, { x: "closeness", y: "mean", stroke: colour(look), strokeWidth: 2.4 }),
        Plot.ruleX(lives.filter((one: Row) => (one.edge as number) < 1), {
          x: "edge", y1: threshold - 0.025, y2: threshold + 0.025, stroke: colour(look), strokeOpacity: 0.7 }),
        edge !== null && edge < 1
          ? Plot.dot([edge], { x: (d: number) => d, y: threshold, symbol: "diamond", r: 5, fill: "var(--paper)", stroke: "var(--ink)" }) : null,
        line.length > 0 ? Plot.tip(line, Plot.pointerX({ x: "closeness", y: "mean", fill: "var(--paper)", stroke: "var(--axis)",
          title: (d: Row) => `closeness ${d.closeness}\npredicted pain ${d.mean}\n80 %: ${d.low} to ${d.high}` })) : null,
      ],
    }));
    return box;
  }));
}
