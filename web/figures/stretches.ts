// The time axes that the figures of a life share: one or two stretches of it, with the chapters behind the panels. What
// they show stands in the data of the figure "life".
import * as Plot from "@observablehq/plot";
import { rows, type Cell, type Look, type PageData, type Row } from "./data";
import { fitted, spread, textWidth, ticks } from "./labels";
import { plot } from "./kit";

export interface Axis {
  from: number; // years
  until: number;
  months: boolean;
  last: boolean; // what happens where two axes meet stands on the later one
}

export interface Time {
  axes: Axis[];
  chapters: Row[];
  events: Row[];
}

export function timeOf(page: PageData): Time {
  const data = page.figures.life.data;
  return {
    axes: rows(data.axes).map((row, i, all) => ({
      from: row.from as number, until: row.until as number, months: row.in === "months", last: i + 1 === all.length })),
    chapters: rows(data.chapters),
    events: rows(data.events),
  };
}

// Ages are given to a thousandth of a year.
export const slack = 1.5e-3;

export const within = (axis: Axis, age: number): boolean => age >= axis.from - slack && age <= axis.until + (axis.last ? slack : -slack);

// Rows of a data set that lie on an axis, with `at`, the middle of their time, and `run`: a line is drawn through rows of
// one chapter that follow each other without a gap.
export function onAxis(all: Row[], axis: Axis): Row[] {
  const out: Row[] = [];
  let run = 0;
  for (const row of all) {
    const at = ((row.from as number) + (row.until as number)) / 2;
    if (!within(axis, at)) continue;
    const before = out[out.length - 1];
    const follows = before && before.chapter === row.chapter && before.arm === row.arm && before.life === row.life
      && Math.abs((row.from as number) - (before.until as number)) < slack;
    if (!follows) ++run;
    out.push({ ...row, at, run });
  }
  return out;
}

// The stretches beside each other where there is room, below each other where there is not.
export function layout(axes: Axis[], width: number): { widths: number[]; beside: boolean } {
  const gap = 14;
  if (axes.length < 2 || width < 660) return { widths: axes.map(() => width), beside: false };
  const first = Math.round(0.36 * width);
  return { widths: [first, width - first - gap], beside: true };
}

// Grid columns in these proportions: on paper narrower than was drawn for, pictures shrink together.
export const shares = (widths: number[]): string => widths.map((one) => `minmax(0, ${one}fr)`).join(" ");

// A row of a figure over time: a heading, or one picture a stretch.
export type Part = { heading: Element } | { pictures: (i: number) => Element | null };

// Beside each other, a heading stands once above both stretches; below each other, once in each.
export function arranged(parts: Part[], widths: number[], beside: boolean): HTMLElement {
  const out = document.createElement("div");
  out.className = beside ? "stretches beside" : "stretches";
  if (beside) {
    out.style.gridTemplateColumns = shares(widths);
    for (const part of parts) {
      if ("heading" in part) out.append(part.heading);
      else out.append(...widths.map((_, i) => part.pictures(i) ?? document.createElement("div")));
    }
    return out;
  }
  out.append(...widths.map((_, i) => stack(parts.map((part) => "heading" in part ? part.heading.cloneNode(true) as Element : part.pictures(i)))));
  return out;
}

export function stack(parts: (Element | null)[]): HTMLElement {
  const out = document.createElement("div");
  out.className = "stack";
  out.append(...parts.filter((one): one is Element => one !== null));
  return out;
}

// A heading in words above a panel; it may take two lines.
export function head(name: string, says: string): HTMLElement {
  const out = document.createElement("div");
  out.className = "panel-head";
  const strong = document.createElement("strong");
  strong.textContent = name;
  const span = document.createElement("span");
  span.textContent = says;
  out.append(strong, span);
  return out;
}

export const marginLeft = 32;

function clipped(time: Time, axis: Axis): Row[] {
  return time.chapters
    .map((row): Row => ({ ...row, from: Math.max(row.from as number, axis.from), until: Math.min(row.until as number, axis.until) }))
    .filter((row) => (row.until as number) - (row.from as number) > slack);
}

function strips(time: Time, axis: Axis): Plot.Markish[] {
  const shown = clipped(time, axis);
  return [
    Plot.rect(shown.filter((row) => (row.number as number) % 2 === 1), { x1: "from", x2: "until", fill: "var(--strip)" }),
    Plot.ruleX(shown.filter((row) => (row.from as number) > axis.from + slack), {
      x: "from", stroke: "var(--axis)", strokeWidth: 0.8, strokeDasharray: "1 3" }),
  ];
}

// The chapters' names above the first panel: in full, shortened, or only their numbers.
export function chapterNames(time: Time, axis: Axis, width: number, marginRight: number): Element {
  const inner = width - marginLeft - marginRight;
  const names = clipped(time, axis).map((row) => {
    const room = ((row.until as number) - (row.from as number)) / (axis.until - axis.from) * inner - 6;
    const full = `${row.number} ${row.chapter}`;
    const short = fitted(full, room, 11, 600);
    const text = short.length >= 7 || short === full ? short : textWidth(String(row.number), 11, 600) <= room + 4 ? String(row.number) : "";
    return { ...row, middle: ((row.from as number) + (row.until as number)) / 2, text } as Row;
  });
  return plot("Chapters", {
    width, height: 17, marginTop: 0, marginBottom: 0, marginLeft, marginRight,
    x: { domain: [axis.from, axis.until], axis: null }, y: { axis: null },
    marks: [...strips(time, axis), Plot.text(names, { x: "middle", text: "text", frameAnchor: "middle", fontWeight: 600, fill: "var(--ink)" })],
  });
}

export interface Panel {
  label: string; // read out
  width: number;
  height: number; // of what is inside the axes
  top?: number; // end of the axis of values, 1 unless given
  marginRight: number;
  marks: Plot.Markish[];
  last: boolean; // carries the axis of time
  eventsOf?: string; // letter of the arm whose events are marked
}

// One panel over a stretch.
export function panel(time: Time, axis: Axis, spec: Panel): Element {
  const inner = spec.width - marginLeft - spec.marginRight;
  const months = (axis.until - axis.from) * 12;
  const at = axis.months
    ? ticks(0, months, inner / 30, [1, 2, 3, 6, 12]).map((month) => axis.from + month / 12)
    : ticks(axis.from, axis.until, inner / 40, [1, 2, 5, 10, 20]);
  const top = spec.top ?? 1;
  const happened = time.events.filter((row) => within(axis, row.age as number) && String(row.arms).split(" ").includes(spec.eventsOf ?? ""));
  const bottom = spec.last ? 36 : 5;
  return plot(spec.label, {
    width: spec.width, height: spec.height + 7 + bottom, marginTop: 7, marginBottom: bottom, marginLeft, marginRight: spec.marginRight,
    x: { domain: [axis.from, axis.until], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...strips(time, axis),
      Plot.gridY(ticks(0, top, 5, [0.1, 0.2, 0.5, 1]), { stroke: "var(--rule)", strokeOpacity: 1 }),
      Plot.axisY(ticks(0, top, 5, [0.1, 0.2, 0.5, 1]), { label: null, tickSize: 0, tickFormat: (d: number) => d.toFixed(1), fill: "var(--muted)" }),
      spec.last ? Plot.axisX(at, {
        tickFormat: (d: number) => String(axis.months ? Math.round((d - axis.from) * 12) : d), tickSize: 4, fill: "var(--muted)",
        label: axis.months ? `months from age ${axis.from.toFixed(1)}` : "age in years", labelAnchor: "center", labelArrow: "none" }) : null,
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      Plot.ruleX(happened, { x: "age", stroke: "var(--ink)", strokeWidth: 0.9, strokeDasharray: "2 2" }),
      ...spec.marks,
    ],
  });
}

// Words at the ends of lines, kept apart; `inner` as in Panel.height.
export interface End {
  at: number;
  value: number;
  text: string;
  fill: string;
}

export function ends(all: End[], axis: Axis, width: number, inner: number, top: number): Plot.Markish {
  const px = (value: number): number => inner * (1 - value / top);
  const heights = spread(all.map((one) => px(one.value)), 11.5, 4, inner - 3);
  const last = Math.max(...all.map((one) => one.at));
  // Beside the panel, unless all lines end long before its border.
  const far = (axis.until - last) / (axis.until - axis.from) * width > 46;
  return Plot.text(all.map((one, i) => ({ ...one, y: top * (1 - heights[i] / inner), x: far ? last : axis.until })), {
    x: "x", y: "y", text: "text", fill: "fill", textAnchor: "start", dx: 5, fontWeight: 700, clip: false });
}

export const finite = (cell: Cell | undefined): cell is number => typeof cell === "number";
export const lookOf = (page: PageData, name: Cell): Look => page.looks.find((one) => one.name === name) ?? page.looks[0];

// A line through runs of rows; where a run is one point, a dot.
export function line(all: Row[], value: string, stroke: string, dashes: string, strokeWidth: number): Plot.Markish[] {
  const lonely = all.filter((row) => all.filter((one) => one.run === row.run && finite(one[value])).length === 1);
  return [
    Plot.line(all, { x: "at", y: value, z: "run", stroke, strokeWidth, strokeDasharray: dashes || undefined, strokeLinejoin: "round" }),
    Plot.dot(lonely.filter((row) => finite(row[value])), { x: "at", y: value, r: strokeWidth, fill: stroke }),
  ];
}

export function band(all: Row[], value: string, fill: string, fillOpacity = 0.15): Plot.Markish {
  return Plot.areaY(all, { x: "at", y1: `${value} low`, y2: `${value} high`, z: "run", fill, fillOpacity });
}

