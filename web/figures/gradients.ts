// Responses to the kinds of a test side by side, a picture a learner, a line a group.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, dash, grid, legend, panel, plot, shown, symbol, upward } from "./kit";
import { lookOfSeries } from "./learning-curves";

const left = 36;

export function gradients(figure: FigureData, _page: PageData, width: number): Element {
  const all = rows(figure.data.gradients);
  const learners = grouped(all, "learner");
  const looks = new Map([...grouped(all, "group").keys()].map((name, i) => [String(name), lookOfSeries(String(name), i)]));
  const wide = learners.size === 1 ? Math.min(width, 560) : cell(width, learners.size, 282);
  const low = Math.min(0, ...all.map((row) => row.response as number));
  const high = Math.max(1, ...all.map((row) => row.response as number));
  const out = document.createElement("div");
  if (looks.size > 1) out.append(legend([...looks.values()]));
  out.append(grid([...learners].map(([name, tests]) => {
    const kinds = [...grouped(tests, "kind").keys()].map(String);
    return panel(String(name), [], plot(`Responses of ${name} to ${kinds.length} kinds of test trials. The numbers are in the tables below.`, {
      width: wide, height: 200, marginTop: 26, marginLeft: left, marginRight: 8, marginBottom: 62,
      x: { type: "point", domain: kinds, label: null, tickRotate: kinds.some((kind) => kind.length > 6) ? -35 : 0 },
      y: { domain: [low, high], label: null, ticks: 4, grid: true },
      marks: [
        upward("response", left),
        [...looks].map(([group, look]) => {
          const line = tests.filter((row: Row) => row.group === group);
          return [
            line.some((row) => typeof row.off === "number") ? Plot.ruleX(line, { x: "kind",
              y1: (row: Row) => (row.response as number) - (row.off as number), y2: (row: Row) => (row.response as number) + (row.off as number), stroke: colour(look) }) : null,
            Plot.line(line, { x: "kind", y: "response", stroke: colour(look), strokeWidth: 2, strokeDasharray: dash(look) }),
            Plot.dot(line, { x: "kind", y: "response", r: 3.4, symbol: symbol(look), fill: colour(look) }),
          ];
        }),
        Plot.tip(tests, Plot.pointer({ x: "kind", y: "response", fill: "var(--paper)", stroke: "var(--axis)",
          title: (row: Row) => `${row.kind}, ${row.group}: ${shown(row.response)}` })),
      ],
    }));
  }), 282));
  return out;
}
