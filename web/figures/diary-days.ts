// What was predicted over the days of a diary, arm by arm, beside what was recorded: means over persons.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, colour, dash, grid, legend, plot } from "./kit";
import { spread } from "./labels";

const least = 300;
const recorded = "recorded";

export function diaryDays(figure: FigureData, page: PageData, width: number): Element {
  const all = rows(figure.data.days);
  const quantities = grouped(all, "quantity");
  const days = Math.max(...all.map((row) => row.until as number));
  const out = document.createElement("div");
  const drawn = grouped(all, "line");
  out.append(legend(page.looks.filter((look) => drawn.has(look.name))));
  if (drawn.has(recorded)) {
    const item = document.createElement("li");
    item.innerHTML = '<svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true"><line x1="1" y1="5" x2="33" y2="5" stroke="var(--muted)" stroke-width="1.4" stroke-dasharray="1 3"/><circle cx="17" cy="5" r="3" fill="var(--paper)" stroke="var(--muted)" stroke-width="1.4"/></svg>';
    item.append(recorded);
    out.querySelector("ul")?.append(item);
  }
  const wide = cell(width, quantities.size, least);
  const middle = (row: Row): number => ((row.from as number) + (row.until as number)) / 2;
  out.append(grid([...quantities].map(([quantity, of]) => {
    const lines = grouped(of, "line");
    const answers = lines.get(recorded) ?? [];
    const arms = page.looks.filter((look) => lines.has(look.name));
    const first = lines.get(page.looks[0].name) ?? [];
    const ends = arms.map((look) => ({ key: look.key, row: lines.get(look.name)?.at(-1) as Row }));
    const height = 200, top = 12, bottom = 36;
    const y = (value: number): number => top + (1 - value) * (height - top - bottom);
    const heights = spread(ends.map((end) => y(end.row.mean as number)), 12, top, height - bottom);
    const box = document.createElement("div");
    box.className = "panel";
    const head = document.createElement("div");
    head.className = "panel-head";
    const name = document.createElement("strong");
    name.textContent = String(quantity);
    head.append(name);
    box.append(head, plot(`${quantity} over the days of the diary`, {
      width: wide, height, marginTop: top, marginBottom: bottom, marginLeft: 32, marginRight: arms.length > 1 ? 22 : 12,
      x: { domain: [0, days], label: "days after a person’s first answer", labelAnchor: "center", labelArrow: "none", ticks: Math.min(8, Math.floor(wide / 50)) },
      y: { domain: [0, 1], label: null, ticks: 3, grid: true },
      marks: [
        first.some((row) => (row.persons as number) > 2) ? Plot.areaY(first, { x: middle, y1: "low", y2: "high", fill: "var(--c0)", fillOpacity: 0.12 }) : null,
        Plot.line(answers, { x: middle, y: "mean", stroke: "var(--muted)", strokeWidth: 1.4, strokeDasharray: "1 3" }),
        Plot.dot(answers, { x: middle, y: "mean", r: 2.6, fill: "var(--paper)", stroke: "var(--muted)", strokeWidth: 1.4 }),
        ...[...arms].reverse().map((look) => Plot.line(lines.get(look.name) as Row[], { x: middle, y: "mean", stroke: colour(look), strokeWidth: look === page.looks[0] ? 2.6 : 1.9, strokeDasharray: dash(look) })),
        ...(arms.length > 1 ? ends.map((end, i) => Plot.text([end.key], { x: () => days, y: () => end.row.mean as number, dx: 7, dy: heights[i] - y(end.row.mean as number), textAnchor: "start", fontWeight: 650 })) : []),
      ],
    }));
    return box;
  }), least));
  return out;
}
