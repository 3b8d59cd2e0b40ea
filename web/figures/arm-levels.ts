// Edge, protective use and felt closeness of all arms: single lives, their mean with its interval, their median.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour } from "./kit";
import { bar, draw, marker, middle, range, type Panel } from "./forest";

const height = 36;

// Spreads neighbours evenly without a random number: multiples of the golden ratio. From -0.5 to 0.5.
const jitter = (life: number): number => ((life * 0.6180339887498949) % 1) - 0.5;

export function armLevels(figure: FigureData, page: PageData, width: number): Element {
  const levels = rows(figure.data.levels);
  const lives = rows(figure.data.lives);
  const arms = [...grouped(levels, "arm").keys()];
  const look = (arm: unknown) => page.looks.find((one) => one.name === arm) ?? page.looks[0];
  const at = (row: Row): number => middle(height, arms.indexOf(row.arm));
  const panels: Panel[] = [];
  for (const [quantity, of] of grouped(levels, "quantity")) {
    const name = String(quantity);
    const single = lives.filter((row) => row[name] !== null && row[name] !== undefined);
    const measured = of.filter((row) => row.mean !== null);
    const base = measured.find((row) => row.arm === arms[0]);
    const edge = of.some((row) => row["at 1"] !== null);
    const highest = range([...single.map((row) => row[name] as number), ...measured.map((row) => (row.high ?? row.mean) as number), 0.2], true)[1];
    panels.push({
      title: name, domain: [0, edge ? 1 : Math.min(1, Math.ceil(highest * 5) / 5)],
      marks: [
        base ? Plot.ruleX([base.mean], { stroke: "var(--axis)", strokeDasharray: "4 3" }) : null,
        Plot.dot(single, { x: name, y: (row: Row) => at(row) + 0.6 * height * jitter(row.life as number), r: 2.1,
          fill: (row: Row) => colour(look(row.arm)), fillOpacity: 0.42 }),
        Plot.ruleY(measured.filter((row) => row.low !== null), { x1: (row: Row) => Math.max(0, row.low as number), x2: (row: Row) => row.high, y: at,
          stroke: (row: Row) => colour(look(row.arm)), strokeWidth: 3 }),
        bar(measured.filter((row) => (row.lives as number) > 1), "median", at, 10, "var(--ink)"),
        ...measured.map((row) => Plot.dot([row], { x: "mean", y: at, ...marker(look(row.arm)) })),
      ],
    });
    if (!edge) continue;
    panels.push({
      title: "At edge 1", domain: [0, 100], weight: 0.55, ticks: [],
      values: arms.map((arm) => { const row = of.find((one) => one.arm === arm); return row && row["at 1"] !== null ? `${row["at 1"]} %` : null; }),
      marks: [Plot.rect(of.filter((row) => row["at 1"] !== null), { x1: 0, x2: "at 1", y1: (row: Row) => at(row) - 7, y2: (row: Row) => at(row) + 7,
        fill: (row: Row) => colour(look(row.arm)), fillOpacity: 0.75 })],
    });
  }
  return draw({ label: figure.title, lanes: arms.map((arm) => ({ name: String(arm) })), height, panels }, width);
}
