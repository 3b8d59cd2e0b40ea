// The model beside plain statistics on one target: how each goes with it, and how much better held-out moments are
// predicted than by a person's mean.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour } from "./kit";
import { bar, draw, marker, middle, range, signed, type Lane, type Panel } from "./forest";

const height = 23;

export function rivals(figure: FigureData, page: PageData, width: number): Element {
  const all = rows(figure.data.rivals);
  const lanes: Lane[] = [];
  const place = new Map<Row, number>();
  for (const [of, predictors] of grouped(all, "of")) {
    lanes.push({ name: String(of), heading: true });
    for (const row of predictors) {
      place.set(row, lanes.length);
      lanes.push({ name: String(row.predictor) });
    }
  }
  const look = (row: Row) => page.looks.find((one) => one.name === row.of);
  const at = (row: Row): number => middle(height, place.get(row) ?? 0);
  const stroke = (row: Row): string => { const of = look(row); return of ? colour(of) : "var(--axis)"; };
  const forest = (title: string, label: string, value: string, low: (row: Row) => number | null, high: (row: Row) => number | null, digits: number, more: Plot.Markish[]): Panel => {
    const here = all.filter((row) => row[value] !== null);
    const ends = here.filter((row) => low(row) !== null && high(row) !== null);
    return {
      title, label, zero: true,
      domain: range([...here.flatMap((row) => [row[value] as number, value === "onward r" ? row.r as number | null : null]), ...ends.flatMap((row) => [low(row), high(row)])], true),
      values: lanes.map((_, i) => { const row = here.find((one) => place.get(one) === i); return row ? signed(row[value] as number, digits) : null; }),
      marks: [
        Plot.ruleY(ends, { x1: low, x2: high, y: at, stroke, strokeWidth: 2.4 }),
        ...more,
        ...here.map((row) => Plot.dot([row], { x: value, y: at, ...marker(look(row), 4.2) })),
      ],
    };
  };
  const gain = (title: string, share: string): Panel => {
    const value = `${share} slopes: minus mean`;
    const error = (row: Row): number | null => row[`${share} ±`] as number | null;
    const end = (side: number) => (row: Row): number | null => (error(row) === null ? null : (row[value] as number) + side * 2 * (error(row) as number));
    return forest(title, "minus person’s mean", value, end(-1), end(1), 3, []);
  };
  const plain = all.filter((row) => row.r !== null);
  return draw({
    label: figure.title, lanes, height,
    panels: [
      forest("Correlation", "onward r within persons", "onward r", (row) => row["onward low"] as number | null, (row) => row["onward high"] as number | null, 2,
        [bar(plain, "r", at, 6, stroke)]),
      gain("Held out, own slopes", "own"),
      gain("Held out, shared slopes", "shared"),
    ],
  }, width);
}
