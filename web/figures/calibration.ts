// What was recorded where the model expected so much pain: on the diagonal, as much as expected. A picture an arm.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, plot } from "./kit";

const least = 230;

export function calibration(figure: FigureData, page: PageData, width: number): Element {
  const arms = grouped(rows(figure.data.steps), "arm");
  const wide = Math.min(300, cell(width, arms.size, least));
  const most = Math.max(...rows(figure.data.steps).map((row) => row.moments as number));
  return grid([...arms].map(([arm, of]) => {
    const look = page.looks.find((one) => one.name === arm) ?? page.looks[0];
    const intervals = of.filter((row) => row.low !== null);
    const box = document.createElement("div");
    box.className = "panel";
    const head = document.createElement("div");
    head.className = "panel-head";
    const name = document.createElement("strong");
    name.textContent = String(arm);
    head.append(name);
    box.append(head, plot(`Recorded by expected: ${arm}`, {
      width: wide, height: Math.round(0.82 * wide), marginTop: 20, marginBottom: 38, marginLeft: 36, marginRight: 12,
      x: { domain: [0, 1], label: "expected pain", labelAnchor: "center", labelArrow: "none", ticks: 5 },
      y: { domain: [0, 1], label: "recorded", labelArrow: "none", ticks: 5, grid: true },
      marks: [
        Plot.line([[0, 0], [1, 1]], { stroke: "var(--axis)", strokeDasharray: "5 3" }),
        Plot.link(intervals, { x1: "expected", x2: "expected", y1: (row: Row) => Math.max(0, row.low as number), y2: (row: Row) => Math.min(1, row.high as number), stroke: colour(look), strokeWidth: 2 }),
        Plot.dot(of, { x: "expected", y: "recorded", r: (row: Row) => 2.5 + 6 * Math.sqrt((row.moments as number) / most), fill: colour(look), stroke: "var(--paper)" }),
      ],
      r: { type: "identity" },
    }));
    return box;
  }), least, wide);
}
