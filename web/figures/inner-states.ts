// Two lines a panel: trust and guard, wished for and felt, bodily and reported threat. Over the life as written, and
// small for the other arms on the last stretch.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { narrow } from "./kit";
import { textWidth } from "./labels";
import { arranged, band, chapterNames, ends, finite, head, layout, line, lookOf, onAxis, panel, shares, timeOf, type Axis, type Part, type Time } from "./stretches";

interface Panel {
  heading: string;
  lines: string[]; // columns of the data
  says: string[];
  points: Row[];
}

// The first line is full and in ink, the second dashed and in the accent's colour.
const strokes = ["var(--c0)", "var(--accent)"];
const dashes = ["", "6 3"];

function panelsOf(figure: FigureData): Panel[] {
  return Object.entries(figure.data).map(([id, set]) => {
    const lines = set.columns.slice(5).filter((column) => !/ (low|high)$/.test(column.name));
    return {
      heading: figure.options[id] ?? id, points: rows(set), lines: lines.map((column) => column.name),
      says: lines.map((column) => `${column.name}: ${column.says.replace(/: mean over lives$/, "")}`),
    };
  });
}

interface Drawn {
  time: Time;
  axis: Axis;
  of: Panel;
  mine: Row[];
  reference: Row[]; // of the life as written, behind an arm
  width: number;
  height: number;
  marginRight: number;
  last: boolean;
  named: boolean;
  arm: string;
  key: string;
}

function draw(d: Drawn): Element {
  const labels = d.of.lines.flatMap((name, i) => {
    const end = d.mine.filter((row) => finite(row[name])).pop();
    return end ? [{ at: end.at as number, value: end[name] as number, text: name, fill: strokes[i] }] : [];
  });
  return panel(d.time, d.axis, {
    label: `${d.of.heading}, ${d.arm}, age ${d.axis.from} to ${d.axis.until}: ${d.of.says.join("; ")}. The numbers are in the tables below.`,
    width: d.width, height: d.height, marginRight: d.marginRight, last: d.last, eventsOf: d.key,
    marks: [
      ...d.of.lines.flatMap((name, i) => [
        d.reference.length > 0 ? Plot.line(d.reference, { x: "at", y: name, z: "run", stroke: "var(--axis)", strokeWidth: 1.3, strokeDasharray: dashes[i] || undefined }) : null,
        d.reference.length === 0 && d.mine.some((row) => (row.lives as number) > 2) ? band(d.mine, name, strokes[i], 0.14) : null,
        ...line(d.mine, name, strokes[i], dashes[i], 2.2),
      ]),
      d.named && labels.length > 0 ? ends(labels, d.axis, d.width, d.height, 1) : null,
      d.mine.length > 0 && d.reference.length === 0 ? Plot.tip(d.mine, Plot.pointerX({ x: "at", y: d.of.lines[0], fill: "var(--paper)", stroke: "var(--axis)",
        title: (row: Row) => [`age ${(row.at as number).toFixed(2)} (chapter ${row.chapter})`,
          ...d.of.lines.map((name) => `${name} ${row[name]} (80 %: ${row[`${name} low`]} to ${row[`${name} high`]})`)].join("\n") })) : null,
    ],
  });
}

const of = (points: Row[], arm: unknown, axis: Axis): Row[] => onAxis(points.filter((row) => row.arm === arm), axis);

// The other arms, a row each, on the last stretch.
function small(all: Panel[], time: Time, page: PageData, width: number, room: number): Element[] {
  const axis = time.axes[time.axes.length - 1];
  const arms = [...grouped(all[0].points, "arm").keys()];
  const columnsOf = width < narrow ? 1 : all.length;
  const wide = Math.floor((width - 14 * (columnsOf - 1)) / columnsOf);
  return arms.slice(1).filter((arm) => of(all[0].points, arm, axis).length > 0).map((arm, a, shown) => {
    const look = lookOf(page, arm);
    const row = document.createElement("div");
    row.className = "small-panels";
    row.style.gridTemplateColumns = shares(all.slice(0, columnsOf).map(() => wide));
    row.append(head(look.name, ""), ...all.map((one, i) => draw({ time, axis, of: one, mine: of(one.points, arm, axis), reference: of(one.points, arms[0], axis),
      width: wide, height: 70, marginRight: room, last: columnsOf > 1 ? a + 1 === shown.length : i + 1 === all.length, named: true, arm: look.name, key: look.key })));
    return row;
  });
}

export function innerStates(figure: FigureData, page: PageData, width: number): Element {
  const time = timeOf(page);
  const all = panelsOf(figure);
  const first = all[0].points[0]?.arm;
  const room = Math.ceil(Math.max(...all.flatMap((one) => one.lines.map((name) => textWidth(name, 11, 700))))) + 8;
  const { widths, beside } = layout(time.axes, width);
  const marginRight = (i: number): number => (!beside || i + 1 === widths.length ? room : 6);
  const parts: Part[] = [
    { pictures: (i) => chapterNames(time, time.axes[i], widths[i], marginRight(i)) },
    ...all.flatMap((one, p): Part[] => [
      { heading: head(one.heading, one.says.join(" · ")) },
      { pictures: (i) => draw({ time, axis: time.axes[i], of: one, mine: of(one.points, first, time.axes[i]), reference: [], width: widths[i],
        height: 112, marginRight: marginRight(i), last: p + 1 === all.length, named: marginRight(i) === room, arm: String(first), key: page.looks[0].key }) },
    ]),
  ];
  const out = document.createElement("div");
  out.append(arranged(parts, widths, beside), ...small(all, time, page, width, room));
  return out;
}
