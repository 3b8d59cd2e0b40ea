// Closeness against arousal within an encounter: the flow, where each stands still, where it comes to rest, and the
// encounter itself.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, grid, lookOf, panel, plot, shown, upward } from "./kit";

const left = 30;
const least = 300; // px a picture needs

export function phasePortrait(figure: FigureData, page: PageData, width: number): Element {
  const panels = rows(figure.data.panels);
  const by = (name: string): Map<unknown, Row[]> => grouped(rows(figure.data[name]), "panel");
  const flows = by("flow"), lines = by("still"), rests = by("rests"), courses = by("course"), paths = by("paths");
  const highest = Number(figure.options.highest ?? 1);
  const wide = cell(width, panels.length, least);
  const lone = panels.length === 1 ? Math.min(wide, 560) : wide;
  const height = Math.round(0.78 * Math.min(lone, 460));
  // Arrows show direction on the page; their lengths grow with the root of the speed, so that slow ones are seen, too.
  const across = lone - left - 12, up = height - 26 - 34;
  return grid(panels.map((one) => {
    const ink = colour(lookOf(page, one.arm));
    const flow = flows.get(one.panel) ?? [];
    const speeds = flow.map((row) => Math.hypot((row.closer as number) * across, ((row["more aroused"] as number) / highest) * up));
    const fastest = Math.max(1e-9, ...speeds);
    const arrows = flow.map((row, i) => ({
      ...row, length: speeds[i] > 0 ? 5 + 11 * Math.sqrt(speeds[i] / fastest) : 0,
      rotate: (Math.atan2((row.closer as number) * across, ((row["more aroused"] as number) / highest) * up) * 180) / Math.PI,
    }));
    const still = grouped(lines.get(one.panel) ?? [], "stands still");
    const course = courses.get(one.panel) ?? [];
    const minutes = course.filter((row) => Math.abs(((row.time as number) + 30) % 60 - 30) < 0.01 && (row.time as number) > 0);
    const rest = rests.get(one.panel) ?? [];
    const edge = one.edge as number;
    return panel(String(one.panel), [String(one.age), String(one.says)],
      plot(`Closeness against arousal within an encounter: ${one.panel}, ${one.age}; ${one.says}.`, {
        width: lone, height, marginTop: 26, marginLeft: left, marginRight: 12,
        x: { domain: [0, 1], label: "closeness", labelAnchor: "right", labelArrow: "none", ticks: 5 },
        y: { domain: [0, highest], label: null, ticks: 5 },
        clip: false,
        marks: [
          upward("arousal", left),
          Plot.frame({ stroke: "var(--rule)" }),
          Plot.vector(arrows, { x: "closeness", y: "arousal", rotate: "rotate", length: "length", stroke: "var(--axis)", strokeOpacity: 0.75,
            strokeWidth: 1, anchor: "middle", clip: true }),
          Plot.ruleY([one.alarm as number], { stroke: "var(--ink)", strokeDasharray: "1.5 3" }),
          Plot.text(["alarm"], { x: 1, y: one.alarm as number, textAnchor: "end", dx: -3, dy: -7, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 }),
          [...still].map(([name, line]) => Plot.line(line, { x: "closeness", y: "arousal", stroke: ink, strokeWidth: 1.5, clip: true,
            ...(name === "closeness" ? { strokeDasharray: "6 3" } : {}) })),
          [...grouped(paths.get(one.panel) ?? [], "scene")].map(([, path]) => Plot.line(path, {
            x: "closeness", y: "arousal", stroke: "var(--muted)", strokeWidth: 0.9, strokeOpacity: 0.8, clip: true })),
          Plot.line(course, { x: "closeness", y: "arousal", stroke: ink, strokeWidth: 3.4, strokeOpacity: 0.5, strokeLinecap: "round" }),
          Plot.dot(minutes, { x: "closeness", y: "arousal", r: 2.2, fill: ink }),
          Plot.dot(course.slice(0, 1), { x: "closeness", y: "arousal", r: 3.5, fill: "var(--paper)", stroke: ink, strokeWidth: 1.6 }),
          edge < 1 ? Plot.dot([edge], { x: (d: number) => d, y: 0, symbol: "diamond", r: 4.6, fill: "var(--paper)", stroke: "var(--ink)" }) : null,
          Plot.dot(rest, { x: "closeness", y: "arousal", r: 5.6, stroke: ink, strokeWidth: 1.8,
            fill: (row: Row) => (row.kind === "settles" ? ink : "var(--paper)") }),
          Plot.tip(course, Plot.pointer({ x: "closeness", y: "arousal", fill: "var(--paper)", stroke: "var(--axis)",
            title: (row: Row) => `after ${row.time} s: closeness ${shown(row.closeness)}, arousal ${shown(row.arousal)}` })),
        ],
      }));
  }), least);
}
