// Edge before an arm departs and at the end: a line a life, the mean thick, a picture an arm.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData } from "./data";
import { cell, colour, dash, grid, plot } from "./kit";

const least = 168;

export function changeByLife(figure: FigureData, page: PageData, width: number): Element {
  const means = rows(figure.data.means);
  const lives = grouped(rows(figure.data.lives), "arm");
  const wide = Math.min(300, cell(width, means.length, least));
  return grid(means.map((mean) => {
    const look = page.looks.find((one) => one.name === mean.arm) ?? page.looks[0];
    const each = (lives.get(mean.arm) ?? []).map((row) => ({ life: row.life, at: ["before", "after"], edge: [row.before, row.after] as number[], healed: (row.after as number) >= 1 }));
    const points = each.flatMap((one) => one.edge.map((edge, i) => ({ life: one.life, healed: one.healed, when: one.at[i], edge })));
    const line = [{ when: "before", edge: mean["mean before"] as number }, { when: "after", edge: mean["mean after"] as number }];
    const count = mean.lives as number, healed = mean["lives at 1"] as number;
    const box = document.createElement("div");
    box.className = "panel";
    const head = document.createElement("div");
    head.className = "panel-head";
    const name = document.createElement("strong");
    name.textContent = String(mean.arm);
    const says = document.createElement("span");
    says.textContent = count === 1 ? `${line[0].edge.toFixed(2)} to ${line[1].edge.toFixed(2)}`
      : healed === 0 ? "none at 1" : healed === count ? "all at 1" : `${healed} of ${count} at 1, the others ${(mean["mean of the others"] as number).toFixed(2)}`;
    head.append(name, says);
    box.append(head, plot(`Edge of single lives before and after: ${mean.arm}; ${says.textContent}.`, {
      width: wide, height: 188, marginTop: 10, marginLeft: 30, marginRight: 34, marginBottom: 26,
      x: { type: "point", domain: ["before", "after"], label: null, padding: 0.25 },
      y: { domain: [0, 1], label: null, ticks: 3, grid: true },
      marks: [
        Plot.line(points.filter((one) => !one.healed), { x: "when", y: "edge", z: "life", stroke: "var(--muted)", strokeOpacity: 0.38, strokeWidth: 1 }),
        Plot.line(points.filter((one) => one.healed), { x: "when", y: "edge", z: "life", stroke: colour(look), strokeOpacity: 0.6, strokeWidth: 1.2 }),
        Plot.dot(points.filter((one) => one.when === "after"), { x: "when", y: "edge", r: 1.8, fill: (one: { healed: boolean }) => (one.healed ? colour(look) : "var(--muted)"), fillOpacity: 0.7 }),
        count > 1 ? Plot.line(line, { x: "when", y: "edge", stroke: "var(--paper)", strokeWidth: 6 }) : null,
        Plot.line(line, { x: "when", y: "edge", stroke: colour(look), strokeWidth: 3.2, strokeDasharray: dash(look) }),
        Plot.text(line.slice(1), { x: "when", y: "edge", text: (one: { edge: number }) => one.edge.toFixed(2), textAnchor: "start", dx: 7, fontWeight: 650 }),
        Plot.text(line.slice(0, 1), { x: "when", y: "edge", text: (one: { edge: number }) => one.edge.toFixed(2), textAnchor: "end", dx: -7, fontWeight: 650, stroke: "var(--paper)", strokeWidth: 3, fill: "var(--ink)" }),
      ],
    }));
    return box;
  }), least, wide);
}
