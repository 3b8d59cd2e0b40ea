// The life as a timeline: edge, protective use and felt closeness over its stretches, with sessions and events below.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { colour, dash, legend } from "./kit";
import { lanes } from "./lanes";
import { arranged, band, chapterNames, ends, finite, head, layout, line, lookOf, onAxis, panel, slack, timeOf, type Axis, type Part } from "./stretches";

const inner = 112;
const marginRight = 18;

// The numbers at one time, of all arms.
function tip(first: Row[], others: Row[], quantities: string[], shown: string): Plot.Markish {
  return Plot.tip(first, Plot.pointerX({ x: "at", y: shown, fill: "var(--paper)", stroke: "var(--axis)",
    title: (row: Row) => [`age ${(row.at as number).toFixed(2)} (chapter ${row.chapter})`,
      ...quantities.map((name) => `${name} ${row[name]}${finite(row[`${name} low`]) ? ` (80 %: ${row[`${name} low`]} to ${row[`${name} high`]})` : ""}`),
      ...others.filter((one) => one.from === row.from).map((one) => `${one.arm}: ${shown} ${one[shown]}`)].join("\n") }));
}

export function life(figure: FigureData, page: PageData, width: number): Element {
  const time = timeOf(page);
  const points = rows(figure.data.points);
  const single = rows(figure.data.lives);
  const quiet = rows(figure.data.quiet);
  const says = new Map(figure.data.points.columns.map((column) => [column.name, column.says.replace(/: mean over lives$/, "")]));
  const quantities = figure.data.lives.columns.slice(4).map((column) => column.name);
  const arms = [...grouped(points, "arm").keys()];
  const all = [...new Set([...arms, ...grouped(rows(figure.data.sessions), "arm").keys()])].map((arm) => lookOf(page, arm));
  const banded = points.some((row) => (row.lives as number) > 2);
  // Felt closeness stays low in many lives: its axis ends above what there is, the same on all stretches.
  const tops = quantities.map((name, q) => q < 2 ? 1 : Math.min(1, Math.max(0.2, Math.ceil(5 * Math.max(...points.map((row) =>
    (row[banded && row.arm === arms[0] ? `${name} high` : name] as number | null) ?? 0))) / 5)));

  const { widths, beside } = layout(time.axes, width);
  const panels = (axis: Axis, wide: number): Element[] => {
    const mine = onAxis(points.filter((row) => row.arm === arms[0]), axis);
    const others = arms.slice(1).map((arm) => onAxis(points.filter((row) => row.arm === arm), axis));
    const lives = [...grouped(single, "life").values()].map((one) => onAxis(one, axis));
    return quantities.map((name, q) => {
      const drawn = [mine, ...others].filter((one) => one.some((row) => finite(row[name])));
      const letters = drawn.map((one) => {
        const end = one.filter((row) => finite(row[name])).pop() as Row;
        const look = lookOf(page, end.arm);
        return { at: end.at as number, value: end[name] as number, text: look.key, fill: colour(look) };
      });
      return panel(time, axis, {
        label: `${name}, age ${axis.from} to ${axis.until}: ${says.get(name)}. The numbers are in the tables below.`,
        width: wide, height: inner, top: tops[q], marginRight, last: q + 1 === quantities.length, eventsOf: page.looks[0].key,
        marks: [
          ...lives.map((one) => Plot.line(one, { x: "at", y: name, z: "run", stroke: "var(--muted)", strokeWidth: 0.6, strokeOpacity: 0.3 })),
          banded ? band(mine, name, "var(--c0)", lives.length > 0 ? 0.11 : 0.16) : null,
          ...others.filter((one) => one.length > 0).flatMap((one) => {
            const look = lookOf(page, one[0].arm);
            return line(one, name, colour(look), dash(look), 1.7);
          }),
          ...line(mine, name, "var(--c0)", "", 2.4),
          q === 0 ? Plot.dot(quiet.filter((row) => (row.age as number) > axis.from + slack && (row.age as number) <= axis.until + slack), {
            x: "age", y: "edge", symbol: "diamond", r: 4, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.3 }) : null,
          letters.length > 1 ? ends(letters, axis, wide, inner, tops[q]) : null,
          mine.length > 0 ? tip(mine, others.flat(), quantities, name) : null,
        ],
      });
    });
  };
  const drawn = time.axes.map((axis, i) => panels(axis, widths[i]));
  const parts: Part[] = [
    { pictures: (i) => chapterNames(time, time.axes[i], widths[i], marginRight) },
    ...quantities.flatMap((name, q): Part[] => [{ heading: head(name, says.get(name) ?? "") }, { pictures: (i) => drawn[i][q] }]),
    { pictures: (i) => lanes(figure, page, all, time.axes[i], widths[i], marginRight) },
  ];
  const out = document.createElement("div");
  if (all.length > 1) out.append(legend(all));
  out.append(arranged(parts, widths, beside));
  return out;
}
