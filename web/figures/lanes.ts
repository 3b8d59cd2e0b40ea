// What is done and what happens, below the panels of a life: a lane a plan of sessions, with the arms that hold it, and
// the events by name.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type Look, type PageData, type Row } from "./data";
import { colour, plot } from "./kit";
import { textWidth, wrapped } from "./labels";
import { lookOf, marginLeft, within, type Axis } from "./stretches";

const shapes: Plot.SymbolType[] = ["circle", "square", "triangle", "diamond", "triangle2", "times", "plus"];
const rowHeight = 17;

interface Lane {
  arms: Look[];
  label: string;
  note: string; // how a goal ended it
  sessions: Row[];
  ended: number | null; // age at which the median life reached its goal
  shape: Plot.SymbolType;
}

function noteOf(plan: Row): string {
  if (plan.ends === "all held") return "";
  const early = plan["ended early"] as number;
  const lives = plan.lives as number;
  const median = `${plan.median} of ${plan.sessions} sessions`;
  if (lives === 1) return early === 1 ? `${plan.ends}: reached after ${median}` : `${plan.ends}: not reached in ${plan.sessions} sessions`;
  return `${plan.ends}: reached early in ${early} of ${lives} lives, half held at most ${median}`;
}

// Arms that hold the same sessions at the same time share a lane.
function lanesOf(figure: FigureData, page: PageData, axis: Axis): Lane[] {
  const plans = rows(figure.data.plans);
  const therapies = [...new Set(plans.map((plan) => plan.therapy))];
  const key = (row: Row): string => `${row.arm}|${row.chapter}|${row.plan}`;
  const lanes = new Map<string, Lane>();
  const all = rows(figure.data.sessions).map((row): Row => ({ ...row, key: key(row) }));
  for (const [of, sessions] of grouped(all, "key")) {
    const shown = sessions.filter((row) => within(axis, row.age as number));
    const plan = plans.find((row) => key(row) === of);
    if (!plan || shown.length === 0) continue;
    const note = noteOf(plan);
    const same = `${plan.therapy}|${plan.plan}|${note}|${shown.map((row) => `${row.age} ${row.share}`).join()}`;
    const lane = lanes.get(same);
    const look = lookOf(page, plan.arm);
    if (lane) {
      lane.arms.push(look);
      continue;
    }
    const median = Math.round(plan.median as number);
    lanes.set(same, {
      arms: [look], note, sessions: shown, shape: shapes[Math.max(0, therapies.indexOf(plan.therapy)) % shapes.length],
      label: plan.plan === plan.therapy ? String(plan.therapy) : `${plan.plan} (${plan.therapy})`,
      ended: (plan["ended early"] as number) > 0 ? (shown.find((row) => row.session === median)?.age as number | undefined) ?? null : null,
    });
  }
  return [...lanes.values()];
}

// Where a label of this width goes beside marks from `first` to `last` (px): after them, before them, or neither.
function beside(first: number, last: number, wide: number, left: number, right: number): { x: number; anchor: "start" | "end" } | null {
  if (last + 9 + wide <= right) return { x: last + 9, anchor: "start" };
  if (first - 9 - wide >= left) return { x: first - 9, anchor: "end" };
  return null;
}

interface Words { x: number; y: number; text: string; anchor: "start" | "end"; fill: string; bold: boolean }
interface Mark { x: number; y: number; r: number; fill: string; share: number; shape: Plot.SymbolType }

// Null when nothing is done or happens on this axis. `arms`: those that are drawn.
export function lanes(figure: FigureData, page: PageData, arms: Look[], axis: Axis, width: number, marginRight: number): Element | null {
  const left = marginLeft;
  const right = width - 4;
  const px = (age: number): number => left + (age - axis.from) / (axis.until - axis.from) * (width - left - marginRight);
  const words: Words[] = [];
  const marks: Mark[] = [];
  const stops: { x: number; y: number }[] = [];
  let y = rowHeight / 2;

  const keys = arms.map((look) => look.key);
  const rowEnds: number[] = [];
  for (const event of rows(figure.data.events)) {
    const age = event.age as number;
    const whose = String(event.arms).split(" ").filter((one) => keys.includes(one));
    if (!within(axis, age) || whose.length === 0) continue;
    const text = whose.length === arms.length ? String(event.event) : `${whose.join(" ")} ${event.event}`;
    const wide = textWidth(text) + 8;
    const x = px(age);
    const after = x + 6 + wide <= right;
    const from = after ? x - 5 : x - 6 - wide;
    const to = after ? x + 6 + wide : x + 5;
    let row = rowEnds.findIndex((end) => end < from);
    if (row < 0) row = rowEnds.push(0) - 1;
    rowEnds[row] = to;
    const at = y + row * rowHeight;
    marks.push({ x, y: at, r: 3.4, fill: "var(--ink)", share: 1, shape: "star" });
    words.push({ x: after ? x + 7 : x - 7, y: at, text, anchor: after ? "start" : "end", fill: "var(--ink)", bold: false });
  }
  y += rowEnds.length * rowHeight;

  for (const lane of lanesOf(figure, page, axis)) {
    const places = lane.sessions.map((row) => px(row.age as number));
    const apart = Math.min(...places.slice(1).map((x, i) => x - places[i]).filter((gap) => gap > 0), 9);
    const r = Math.max(1.1, Math.min(3.6, 0.42 * apart));
    const fill = lane.arms.length === 1 ? colour(lane.arms[0]) : "var(--ink)";
    const text = arms.length > 1 ? `${lane.arms.map((look) => look.key).join(" ")} ${lane.label}` : lane.label;
    const stop = lane.ended === null ? null : px(lane.ended) + Math.max(2.5, apart / 2);
    const place = beside(places[0], Math.max(places[places.length - 1], stop ?? 0), textWidth(text, 11, 700), left, right);
    if (!place) {
      words.push({ x: left, y, text, anchor: "start", fill, bold: true });
      y += rowHeight - 2;
    } else {
      words.push({ x: place.x, y, text, anchor: place.anchor, fill, bold: true });
    }
    lane.sessions.forEach((row, i) => marks.push({ x: places[i], y, r, fill, share: row.share as number, shape: lane.shape }));
    if (stop !== null) stops.push({ x: stop, y });
    y += rowHeight;
    if (lane.note === "") continue;
    const note = wrapped(lane.note, right - left);
    const x = Math.max(left, Math.min(places[0] - 3, right - Math.max(...note.map((part) => textWidth(part)))));
    for (const part of note) {
      words.push({ x, y: y - 3, text: part, anchor: "start", fill: "var(--muted)", bold: false });
      y += rowHeight - 3;
    }
  }
  if (marks.length === 0) return null;

  const height = Math.ceil(y - rowHeight / 2 + 2);
  const word = (anchor: "start" | "end", bold: boolean): Plot.Markish => Plot.text(
    words.filter((one) => one.anchor === anchor && one.bold === bold),
    { x: "x", y: "y", text: "text", fill: "fill", textAnchor: anchor, fontWeight: bold ? 700 : 400 });
  return plot("Sessions and events; the numbers are in the tables below.", {
    width, height, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
    x: { type: "identity", axis: null }, y: { type: "identity", axis: null },
    r: { type: "identity" }, symbol: { type: "identity" }, opacity: { type: "identity" },
    marks: [
      Plot.dot(marks, { x: "x", y: "y", r: "r", symbol: "shape", fill: "fill", stroke: "fill", strokeWidth: 0.9, fillOpacity: (d: Mark) => d.share }),
      Plot.ruleX(stops, { x: "x", y1: (d: { y: number }) => d.y - 6, y2: (d: { y: number }) => d.y + 6, stroke: "var(--ink)", strokeWidth: 1.6 }),
      word("start", true), word("end", true), word("start", false), word("end", false),
    ],
  });
}
