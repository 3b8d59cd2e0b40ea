// Paired differences of each arm from the life as written, with their intervals: a lane an arm, a panel a quantity.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour } from "./kit";
import { draw, marker, middle, range, signed, type Lane } from "./forest";

const height = 25;

export function armDifferences(figure: FigureData, page: PageData, width: number): Element {
  const all = rows(figure.data.differences);
  const look = (arm: unknown) => page.looks.find((one) => one.name === arm) ?? page.looks[0];
  const chapters = grouped(all, "chapter");
  const lanes: Lane[] = [];
  const place = new Map<string, number>();
  for (const [chapter, of] of chapters) {
    if (chapters.size > 1) lanes.push({ name: `In ${chapter}`, heading: true });
    for (const arm of grouped(of, "arm").keys()) {
      place.set(`${chapter}\n${arm}`, lanes.length);
      lanes.push({ name: String(arm) });
    }
  }
  const lane = (row: Row): number => place.get(`${row.chapter}\n${row.arm}`) ?? 0;
  const at = (row: Row): number => middle(height, lane(row));
  const panels = [...grouped(all, "quantity")].map(([quantity, of]) => ({
    title: `${quantity}, minus ${figure.options.base}`,
    domain: range(of.flatMap((row) => [row.difference, row.low, row.high] as (number | null)[]), true),
    zero: true,
    values: lanes.map((_, i) => { const row = of.find((one) => lane(one) === i); return row ? signed(row.difference as number) : null; }),
    marks: [
      Plot.ruleY(of.filter((row) => row.low !== null), { x1: "low", x2: "high", y: at, stroke: (row: Row) => colour(look(row.arm)), strokeWidth: 2.6 }),
      ...of.map((row) => Plot.dot([row], { x: "difference", y: at, ...marker(look(row.arm)) })),
    ],
  }));
  return draw({ label: figure.title, lanes, height, panels }, width);
}
