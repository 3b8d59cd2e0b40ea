// A claim's effects against their bounds.
import * as Plot from "@observablehq/plot";
import { numbers, words } from "./claim-rows";
import { rows, type FigureData, type PageData, type Row } from "./data";
import { plot, shown } from "./kit";

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
  const room = Math.max((high - low) * 0.12, 0.005);
  const domain = [low - room, high + room];
  const from = typeof row["at least"] === "number" ? row["at least"] : domain[0];
  const to = typeof row["at most"] === "number" ? row["at most"] : domain[1];
  const wide = Math.min(width, 640);
  box.append(plot(`${words(row, "expectation")} ${shown(row.value)}, 95 % interval ${shown(row.low)} to ${shown(row.high)}; it has to be ${words(row, "bound")}.`, {
    width: wide, height: 46, marginTop: 4, marginBottom: 20, marginLeft: 22, marginRight: 22,
    x: { domain, label: null, ticks: Math.max(2, Math.floor(wide / 80)) },
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
