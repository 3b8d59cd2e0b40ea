// A lane a thing (an arm, a predictor), a panel a scale: what forest plots and strips of single lives are drawn on. Wide,
// the panels stand beside each other and share the names at the left; narrow, they stand below each other.
import * as Plot from "@observablehq/plot";
import type { Look, Row } from "./data";
import { colour, plot, symbol } from "./kit";
import { fitted, textWidth } from "./labels";

export interface Lane {
  name: string;
  heading?: boolean; // names the lanes below it and holds nothing
}

export interface Panel {
  title: string;
  domain: [number, number];
  zero?: boolean; // whether 0 is where nothing differs
  label?: string; // of the axis
  ticks?: number[]; // where the values are written beside, none may be enough
  weight?: number; // of its width
  values?: (string | null)[]; // written at the right of each lane
  marks: Plot.Markish[]; // y: `middle(lane)`
}

export interface Lanes {
  label: string; // what a screen reader says of it
  lanes: Lane[];
  height: number; // of a lane
  panels: Panel[];
}

const gap = 22;
const least = 132; // width of a panel beside others, without names

export const middle = (height: number, lane: number): number => (lane + 0.5) * height;

// The marker of an arm, or a hollow dot for what belongs to none.
export function marker(look: Look | undefined, radius = 4.6): Plot.DotOptions {
  if (!look) return { r: radius, symbol: "circle", fill: "var(--paper)", stroke: "var(--muted)", strokeWidth: 1.6 };
  const crossed = look.marker === "cross" || look.marker === "bar"; // made of strokes alone
  const down = look.marker === "down";
  return { r: radius + (down || look.marker === "up" ? 0.8 : 0), symbol: down ? "triangle" : symbol(look), rotate: down ? 180 : 0, fill: colour(look), stroke: crossed ? colour(look) : "var(--paper)", strokeWidth: crossed ? 2.4 : 1.2 };
}

export function draw({ label, lanes, height, panels }: Lanes, width: number): HTMLElement {
  const longest = Math.max(...lanes.map((lane) => (lane.heading ? 0 : textWidth(lane.name)))) + 10;
  const weights = panels.map((panel) => panel.weight ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const beside = Math.min(longest, 0.3 * width);
  const room = width - beside - gap * (panels.length - 1);
  const stacked = weights.some((weight) => (room * weight) / total < least * Math.min(1, weight));
  const names = stacked ? Math.min(longest, 0.45 * width) : beside;
  const out = document.createElement("div");
  out.className = stacked ? "forest stacked" : "forest";
  panels.forEach((panel, i) => {
    const named = stacked || i === 0;
    const across = stacked ? width : Math.floor((room * weights[i]) / total + (i === 0 ? beside : 0));
    const box = document.createElement("div");
    box.className = "panel";
    box.style.width = `${across}px`;
    const head = document.createElement("div");
    head.className = "panel-head";
    const title = document.createElement("strong");
    title.textContent = panel.title;
    head.append(title);
    const left = named ? names : 8;
    head.style.paddingLeft = `${left}px`;
    const tall = lanes.length * height;
    const right = panel.values ? Math.max(...panel.values.map((one) => textWidth(one ?? ""))) + 8 : 10;
    box.append(head, plot(`${label}: ${panel.title}`, {
      width: across, height: tall + 6 + 34, marginTop: 6, marginBottom: 34, marginLeft: left, marginRight: right,
      x: { domain: panel.domain, label: panel.label ?? null, labelAnchor: "center", labelArrow: "none", labelOffset: 31,
        ticks: panel.ticks ?? Math.max(2, Math.min(5, Math.floor((across - left - right) / 48))) },
      y: { domain: [tall, 0], axis: null },
      marks: [
        Plot.ruleY(lanes.flatMap((lane, at) => (at > 0 || lane.heading ? [at * height] : [])), { stroke: "var(--rule)", insetLeft: -left, insetRight: -right }),
        Plot.gridX({ stroke: "var(--rule)", ticks: panel.ticks ?? 5 }),
        panel.zero ? Plot.ruleX([0], { stroke: "var(--axis)", strokeWidth: 1.4 }) : null,
        named ? Plot.text(lanes, { x: () => panel.domain[0], y: (_: Lane, at: number) => middle(height, at), textAnchor: "start", dx: -left,
          text: (lane: Lane) => (lane.heading ? "" : fitted(lane.name, left - 6)) }) : null,
        named ? Plot.text(lanes, { x: () => panel.domain[0], y: (_: Lane, at: number) => middle(height, at), textAnchor: "start", dx: -left, fontWeight: 650,
          text: (lane: Lane) => (lane.heading ? fitted(lane.name, across - 6, 11, 650) : "") }) : null,
        ...panel.marks,
        panel.values ? Plot.text(panel.values, { x: () => panel.domain[1], y: (_: string | null, at: number) => middle(height, at), text: (one: string | null) => one ?? "",
          textAnchor: "start", dx: 6, fill: "var(--muted)", fontVariant: "tabular-nums" }) : null,
      ],
    }));
    out.append(box);
  });
  return out;
}

// An upright bar in a lane, as for a median.
export function bar(of: Row[], x: string, at: (row: Row) => number, half: number, stroke: string | ((row: Row) => string)): Plot.Markish {
  return Plot.link(of, { x1: x, x2: x, y1: (row: Row) => at(row) - half, y2: (row: Row) => at(row) + half, stroke, strokeWidth: 1.8 });
}

// The range of numbers, with some room, so that nothing lies on the edge; always with 0 when `zero`.
export function range(numbers: (number | null)[], zero: boolean): [number, number] {
  const all = numbers.filter((one): one is number => one !== null && Number.isFinite(one));
  if (zero) all.push(0);
  if (all.length === 0) return [0, 1];
  const low = Math.min(...all), high = Math.max(...all);
  const room = Math.max(0.06 * (high - low), 0.005);
  return [low - room, high + room];
}

// "+0.24", with a typographic minus and no negative zero.
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? "−" : "+") + text;
}
