// The typical path beside the mean of drawn lives, in standard deviations over lives: a lane an arm, a panel a quantity.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour } from "./kit";
import { draw, marker, middle, range, signed } from "./forest";

const height = 30;

export function typicalPath(figure: FigureData, page: PageData, width: number): Element {
  const all = rows(figure.data.beside).filter((row) => row.chapter === figure.options.chapter);
  const arms = [...grouped(all, "arm").keys()];
  const look = (arm: unknown) => page.looks.find((one) => one.name === arm) ?? page.looks[0];
  const at = (row: Row): number => middle(height, arms.indexOf(row.arm));
  const mean = (row: Row): number => row["mean of lives"] as number;
  const deviation = (row: Row): number => row["standard deviation"] as number;
  const shown = [...grouped(all, "quantity")].filter(([quantity]) => ["edge", "protective use", "felt closeness"].includes(String(quantity)));
  const panels = shown.map(([quantity, of]) => ({
    title: String(quantity).replace(/^./, (first) => first.toUpperCase()),
    domain: range([0, ...of.flatMap((row) => [row["typical path"] as number, mean(row) + deviation(row)])], false).map((one, i) => (i === 0 ? 0 : Math.min(1.1, one))) as [number, number],
    values: arms.map((arm) => { const row = of.find((one) => one.arm === arm); return row && row.distance !== null ? signed(row.distance as number, 1) : null; }),
    marks: [
      Plot.ruleY(of, { x1: (row: Row) => Math.max(0, mean(row) - deviation(row)), x2: (row: Row) => mean(row) + deviation(row), y: at, stroke: "var(--axis)", strokeWidth: 2.4 }),
      Plot.dot(of, { x: mean, y: at, ...marker(undefined, 4) }),
      ...of.map((row) => Plot.dot([row], { x: "typical path", y: at, ...marker(look(row.arm)), fill: colour(look(row.arm)) })),
    ],
  }));
  return draw({ label: figure.title, lanes: arms.map((arm) => ({ name: String(arm) })), height, panels }, width);
}
