// What shows a claim, as dots: a measure in each arm, with the interval of its mean.
import * as Plot from "@observablehq/plot";
import { numbers, words } from "./claim-rows";
import { rows, type FigureData, type PageData, type Row } from "./data";
import { plot, shown } from "./kit";

export function claimArms(figure: FigureData, _page: PageData, width: number): Element {
  const all = rows(figure.data.lines).filter((row) => typeof row.mean === "number");
  const lowest = Math.min(0, ...all.flatMap((row) => numbers(row, ["low", "mean"])));
  const highest = Math.max(...all.flatMap((row) => numbers(row, ["high", "mean"])), lowest + 1e-6);
  const longest = Math.max(...all.map((row) => words(row, "arm").length), 4);
  const left = Math.min(Math.ceil(longest * 6.2) + 12, Math.floor(width * 0.46));
  return plot(`${figure.title}. The numbers are in the table below.`, {
    width: Math.min(width, 640), height: 44 + (longest * 6.2 + 12 > left ? 34 : 26) * all.length, marginTop: 10, marginLeft: left, marginRight: 16, marginBottom: 36,
    x: { domain: [lowest, highest], label: figure.options.measure.replaceAll("_", " "), labelAnchor: "center", labelArrow: "none", ticks: Math.max(2, Math.floor((Math.min(width, 640) - left) / 70)), grid: true },
    y: { type: "band", domain: all.map((row) => words(row, "arm")), axis: null },
    marks: [
      Plot.axisY({ label: null, tickSize: 0, lineWidth: (left - 8) / 11 }),
      Plot.ruleX([0], { stroke: "var(--axis)" }),
      Plot.ruleY(all.filter((row) => typeof row.low === "number"), { y: "arm", x1: "low", x2: "high", stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.dot(all, { x: "mean", y: "arm", r: 4.5, fill: "var(--ink)" }),
      Plot.tip(all, Plot.pointer({ x: "mean", y: "arm", fill: "var(--paper)", stroke: "var(--axis)",
        title: (row: Row) => `${row.arm}: ${shown(row.mean)} [${shown(row.low)}, ${shown(row.high)}]` })),
    ],
  });
}
