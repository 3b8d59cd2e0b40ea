// Claims: effects against their bounds, and the pictures that show a claim.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour, dash, legend, plot, shown, upward } from "./kit";
import { lookOfSeries } from "./learning-curves";

const words = (row: Row, name: string): string => String(row[name] ?? "");
const numbers = (row: Row, names: string[]): number[] =>
  names.map((name) => row[name]).filter((value): value is number => typeof value === "number");

// One number, its interval, and the strip it has to be in. Each has an axis of its own: units differ.
function effect(row: Row, width: number): Element {
  const box = document.createElement("div");
  box.className = "claim-effect";
  const text = document.createElement("p");
  text.textContent = `${words(row, "expectation")} `;
  const found = document.createElement("span");
  found.className = `verdict ${words(row, "verdict")}`;
  found.textContent = `${shown(row.value, 3)} [${shown(row.low, 3)}, ${shown(row.high, 3)}], ${words(row, "bound").replaceAll("-", "−")}: ${words(row, "verdict")}`;
  text.append(found);
  box.append(text);
  const all = numbers(row, ["value", "low", "high", "at least", "at most"]);
  if (typeof row.value !== "number") return box;
  const low = Math.min(0, ...all), high = Math.max(0, ...all);
  const room = Math.max(high - low, 1e-6) * 0.12;
  const domain = [low - room, high + room];
  const from = typeof row["at least"] === "number" ? row["at least"] : domain[0];
  const to = typeof row["at most"] === "number" ? row["at most"] : domain[1];
  box.append(plot(`${words(row, "expectation")} ${shown(row.value)}, 95 % interval ${shown(row.low)} to ${shown(row.high)}; it has to be ${words(row, "bound")}.`, {
    width: Math.min(width, 640), height: 46, marginTop: 4, marginBottom: 20, marginLeft: 12, marginRight: 12,
    x: { domain, label: null, ticks: 6 },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rectY([{ from, to }], { x1: "from", x2: "to", y1: 0, y2: 1, fill: "var(--strip)" }),
      Plot.ruleX([0], { stroke: "var(--axis)", strokeDasharray: "2 3" }),
      typeof row.low === "number" && typeof row.high === "number"
        ? Plot.ruleY([row], { y: 0.5, x1: "low", x2: "high", stroke: "var(--ink)", strokeWidth: 2 }) : null,
      Plot.dot([row], { x: "value", y: () => 0.5, r: 4.5, fill: row.verdict === "fails" ? "var(--paper)" : "var(--ink)", stroke: "var(--ink)", strokeWidth: 1.6 }),
    ],
  }));
  return box;
}

export function claimEffects(figure: FigureData, _page: PageData, width: number): Element {
  const out = document.createElement("div");
  out.append(...rows(figure.data.effects).map((row) => effect(row, width)));
  return out;
}

// A measure along something, a line an arm with the interval of its mean.
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
    x: { label: over.replaceAll("_", " "), labelAnchor: "center", labelArrow: "none", ticks: 6 },
    y: { domain: [lowest, highest], label: null, ticks: 5, grid: true },
    marks: [
      upward(figure.options.measure.replaceAll("_", " "), left),
      [...looks].map(([arm, look]) => {
        const line = all.filter((row) => row.arm === arm && typeof row.mean === "number");
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

// A measure in each arm, with the interval of its mean.
export function claimArms(figure: FigureData, _page: PageData, width: number): Element {
  const all = rows(figure.data.lines).filter((row) => typeof row.mean === "number");
  const lowest = Math.min(0, ...all.flatMap((row) => numbers(row, ["low", "mean"])));
  const highest = Math.max(...all.flatMap((row) => numbers(row, ["high", "mean"])), lowest + 1e-6);
  const longest = Math.max(...all.map((row) => words(row, "arm").length), 4);
  const left = Math.min(Math.ceil(longest * 6.2) + 12, Math.floor(width * 0.46));
  return plot(`${figure.title}. The numbers are in the table below.`, {
    width: Math.min(width, 640), height: 44 + 26 * all.length, marginTop: 10, marginLeft: left, marginRight: 16, marginBottom: 36,
    x: { domain: [lowest, highest], label: figure.options.measure.replaceAll("_", " "), labelAnchor: "center", labelArrow: "none", ticks: Math.max(2, Math.floor((Math.min(width, 640) - left) / 70)), grid: true },
    y: { type: "band", domain: all.map((row) => words(row, "arm")), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--axis)" }),
      Plot.ruleY(all.filter((row) => typeof row.low === "number"), { y: "arm", x1: "low", x2: "high", stroke: "var(--ink)", strokeWidth: 2 }),
      Plot.dot(all, { x: "mean", y: "arm", r: 4.5, fill: "var(--ink)" }),
      Plot.tip(all, Plot.pointer({ x: "mean", y: "arm", fill: "var(--paper)", stroke: "var(--axis)",
        title: (row: Row) => `${row.arm}: ${shown(row.mean)} [${shown(row.low)}, ${shown(row.high)}]` })),
    ],
  });
}
