// How likely each cause is before the outcome, trial by trial, a picture a learner and group.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type Cell, type FigureData, type Look, type PageData, type Row } from "./data";
import { cell, colour, dash, grid, legend, panel, plot, shown, upward } from "./kit";
import { lookOfSeries } from "./learning-curves";

const left = 34;

export function causeBeliefs(figure: FigureData, _page: PageData, width: number): Element {
  const all = rows(figure.data.beliefs);
  const panels = grouped(all, "panel");
  const wide = panels.size === 1 ? Math.min(width, 560) : cell(width, panels.size, 282);
  const looks = new Map([...grouped(all, "cause").keys()].map((cause, i): [Cell, Look] => [cause, lookOfSeries(String(cause), i)]));
  const out = document.createElement("div");
  out.append(legend([...looks.values()]), grid([...panels].map(([name, trials]) =>
    panel(String(name), [], plot(`Belief in each cause over the trials: ${name}. The numbers are in the tables below.`, {
      width: wide, height: 180, marginTop: 26, marginLeft: left, marginRight: 8, marginBottom: 30,
      x: { label: "trial of its group", labelAnchor: "center", labelArrow: "none", ticks: 5 },
      y: { domain: [0, 1], label: null, ticks: 4, grid: true },
      marks: [
        upward("belief", left),
        [...looks].map(([cause, look]) => Plot.line(trials.filter((row) => row.cause === cause), {
          x: "trial", y: "belief", stroke: colour(look), strokeWidth: 2, strokeDasharray: dash(look) })),
        Plot.tip(trials, Plot.pointer({ x: "trial", y: "belief", fill: "var(--paper)", stroke: "var(--axis)",
          title: (row: Row) => `${row.cause}, trial ${row.trial}, phase ${row.phase}: ${shown(row.belief)}` })),
      ],
    }))), 282));
  return out;
}
