// Disturbance (SUD) set by set, session after session, a picture an arm; below it the access that protectors gave.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, plot } from "./kit";
import { fitted, ticks } from "./labels";
import { head, lookOf, marginLeft, stack } from "./stretches";

const sets = 10;
// Sessions stand side by side; the sets of one fill most of its place.
const place = (row: Row): number => (row.session as number) - 0.4 + 0.8 * (row.set as number) / sets;

export function sud(figure: FigureData, page: PageData, width: number): Element {
  const sessions = grouped(rows(figure.data.sessions), "arm");
  const bySet = grouped(rows(figure.data.sets), "arm");
  const byLife = grouped(rows(figure.data.lives), "arm");
  const most = Math.max(...[...sessions.values()].map((all) => all.length));
  const wide = Math.min(cell(width, sessions.size, 340), 640);
  const marginRight = 8;
  const inner = wide - marginLeft - marginRight;
  const at = ticks(1, most, inner / 30, [1, 2, 5, 10, 20, 50]);
  const strips = Plot.rectX(Array.from({ length: Math.ceil(most / 2) }, (_, i) => 2 * i + 1), {
    x1: (d: number) => d - 0.5, x2: (d: number) => d + 0.5, fill: "var(--strip)" });
  const x: Plot.ScaleOptions = { domain: [0.5, most + 0.5], axis: null };

  const out = grid([...sessions].map(([arm, all]) => {
    const look = lookOf(page, arm);
    const stroke = colour(look);
    const levels = (bySet.get(arm) ?? []).map((row): Row => ({ ...row, at: place(row) }));
    const lives = (byLife.get(arm) ?? []).map((row): Row => ({ ...row, at: place(row), z: `${row.life}|${row.session}` }));
    const first = all[0];
    const last = all[all.length - 1];
    const number = (value: unknown): string => (value as number).toFixed(1);
    const says = `${number(first.before)} before the first set, ${number(last.after)} after the last; access ${(first.access as number).toFixed(2)}${all.length > 1 ? ` in the first session, ${(last.access as number).toFixed(2)} in the last` : ""}`;
    const banded = (first.lives as number) > 2;
    return stack([
      head(fitted(look.name, wide, 13, 700), says),
      plot(`Disturbance over the sets of ${all.length} sessions, ${look.name}: ${says}. The numbers are in the tables below.`, {
        width: wide, height: 168, marginTop: 16, marginBottom: 8, marginLeft, marginRight, x, y: { domain: [0, 10], axis: null },
        marks: [
          strips,
          Plot.gridY([0, 2, 4, 6, 8, 10], { stroke: "var(--rule)", strokeOpacity: 1 }),
          Plot.axisY([0, 2, 4, 6, 8, 10], { tickSize: 0, fill: "var(--muted)", label: "SUD", labelAnchor: "top", labelArrow: "none" }),
          Plot.line(lives, { x: "at", y: "SUD", z: "z", stroke: "var(--muted)", strokeWidth: 0.6, strokeOpacity: 0.35 }),
          banded ? Plot.areaY(levels, { x: "at", y1: "low", y2: "high", z: "session", fill: stroke, fillOpacity: 0.16 }) : null,
          Plot.line(levels, { x: "at", y: "mean", z: "session", stroke, strokeWidth: 2.3 }),
          Plot.dot(levels.filter((row) => row.set === 0), { x: "at", y: "mean", r: 2.6, fill: stroke }),
          Plot.ruleY([0], { stroke: "var(--axis)" }),
          Plot.tip(levels, Plot.pointerX({ x: "at", y: "mean", fill: "var(--paper)", stroke: "var(--axis)",
            title: (row: Row) => `session ${row.session}, ${row.set === 0 ? "before the first set" : `after set ${row.set}`}\nSUD ${row.mean} (80 %: ${row.low} to ${row.high})` })),
        ],
      }),
      plot(`Access to guarded memory in each session, ${look.name}; the numbers are in the tables below.`, {
        width: wide, height: 102, marginTop: 16, marginBottom: 36, marginLeft, marginRight, x, y: { domain: [0, 1], axis: null },
        marks: [
          strips,
          Plot.gridY([0, 0.5, 1], { stroke: "var(--rule)", strokeOpacity: 1 }),
          Plot.axisY([0, 0.5, 1], { tickSize: 0, tickFormat: (d: number) => d.toFixed(1), fill: "var(--muted)", label: "access", labelAnchor: "top", labelArrow: "none" }),
          banded ? Plot.ruleX(all, { x: "session", y1: "access low", y2: "access high", stroke, strokeWidth: 4, strokeOpacity: 0.25 }) : null,
          Plot.dot(all, { x: "session", y: "access", r: 3.2, fill: stroke }),
          Plot.ruleY([0], { stroke: "var(--axis)" }),
          Plot.axisX(at, { tickFormat: (d: number) => String(d), tickSize: 4, fill: "var(--muted)", label: "session", labelAnchor: "center", labelArrow: "none" }),
        ],
      }),
    ]);
  }), 340);
  out.style.gridTemplateColumns = `repeat(auto-fill, minmax(0, ${wide}px))`;
  return out;
}
