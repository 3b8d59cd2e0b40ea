// What shows a claim, as lines: a measure along something, a line an arm with the interval of its mean.
import * as Plot from "@observablehq/plot";
import { numbers } from "./claim-rows";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour, dash, legend, plot, shown, symbol, upward } from "./kit";
import { lookOfSeries } from "./learning-curves";

export function claimLines(figure: FigureData, _page: PageData, width: number): Element {
  const all = rows(figure.data.lines);
  const over = figure.options.over;
  const looks = new Map([...grouped(all, "arm").keys()].map((name, i) => [String(name), lookOfSeries(String(name), i)]));
  const lowest = Math.min(0, ...all.flatMap((row) => numbers(row, ["low", "mean"])));
  const highest = Math.max(...all.flatMap((row) => numbers(row, ["high", "mean"])), lowest + 1e-6);
  const out = document.createElement("div");
  if (looks.size > 1) out.append(legend([...looks.values()]));
  const left = 46;
  out.append(plot(`${figure.title}. The numbers are in the table below.`, {
    width: Math.min(width, 640), height: 260, marginTop: 26, marginLeft: left, marginRight: 14, marginBottom: 38,
    x: { label: over.replaceAll("_", " "), labelAnchor: "center", labelArrow: "none", ticks: figure.options.joined === "no" ? [...new Set(all.map((row) => Number(row[over])))] : 6 },
    y: { domain: [lowest, highest], label: null, ticks: 5, grid: true },
    marks: [
      upward(figure.options.measure.replaceAll("_", " "), left),
      [...looks].map(([arm, look]) => {
        const line = all.filter((row) => row.arm === arm && typeof row.mean === "number");
        if (figure.options.joined === "no") {
          return [
            Plot.ruleX(line, { x: over, y1: "low", y2: "high", stroke: colour(look), strokeWidth: 1.6 }),
            Plot.dot(line, { x: over, y: "mean", r: 4, symbol: symbol(look), fill: colour(look) }),
          ];
        }
        return [
          Plot.areaY(line, { x: over, y1: "low", y2: "high", fill: colour(look), fillOpacity: 0.16 }),
          Plot.lineY(line, { x: over, y: "mean", stroke: colour(look), strokeWidth: 2, strokeDasharray: dash(look) }),
        ];
      }),
      Plot.tip(all, Plot.pointer({ x: over, y: "mean", fill: "var(--paper)", stroke: "var(--axis)",
        title: (row: Row) => `${row.arm}, ${over} ${shown(row[over])}: ${shown(row.mean)} [${shown(row.low)}, ${shown(row.high)}]` })),
    ],
  }));
  return out;
}
