// What all figures share: the look of arms, the frame of a plot, the markers of line ends.
import * as Plot from "@observablehq/plot";
import type { Cell, Look, PageData } from "./data";

// Dashes of looks, by number; 0 is a full line (src/nearness/report/view.cpp gives arms their looks).
const dashes = ["", "7 3", "2.5 3.2", "9 3 2 3", "12 4", "5 2 1.5 2 1.5 2"];
// Plot has no triangle that points down.
const down: Plot.SymbolType = {
  draw(context: CanvasPath, size: number): void {
    const y = Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, 2 * y);
    context.lineTo(-Math.sqrt(3) * y, -y);
    context.lineTo(Math.sqrt(3) * y, -y);
    context.closePath();
  },
};
// Markers by the names of src/nearness/report/figures.cpp.
const symbols: Record<string, Plot.SymbolType> = {
  disc: "circle", square: "square", diamond: "diamond", up: "triangle", down, cross: "times",
};

export const colour = (look: Look): string => `var(--c${look.colour})`;
export const dash = (look: Look): string => dashes[look.dash % dashes.length];
export const symbol = (look: Look): Plot.SymbolType => symbols[look.marker] ?? "circle";

// Figures narrower than this put side-by-side parts below each other.
export const narrow = 560;

// One plot in the house's style. `label` is what a screen reader says of it; the numbers are in the table below.
export function plot(label: string, options: Plot.PlotOptions): SVGSVGElement | HTMLElement {
  const drawn = Plot.plot({
    marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 42,
    ...options,
    style: { background: "transparent", color: "var(--ink)", fontSize: "11px", fontFamily: "inherit", overflow: "visible",
      ...(typeof options.style === "object" ? options.style : {}) },
  });
  const svgs = drawn instanceof SVGSVGElement ? [drawn] : [...drawn.querySelectorAll("svg")];
  for (const svg of svgs) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    // Below role="img" nothing is read out; labels of marks there would only confuse.
    for (const part of svg.querySelectorAll("[aria-label],[aria-description]")) {
      part.removeAttribute("aria-label");
      part.removeAttribute("aria-description");
    }
  }
  return drawn as SVGSVGElement | HTMLElement;
}

// Pictures beside each other, as many a row as fit: as wide as the room they share, or `exactly` so wide.
export function grid(pictures: Element[], least = 282, exactly?: number): HTMLElement {
  const out = document.createElement("div");
  out.className = "grid";
  out.style.setProperty("--least", `${least}px`);
  if (pictures.length === 1) out.style.gridTemplateColumns = "minmax(0, 1fr)";
  if (exactly !== undefined) out.style.gridTemplateColumns = `repeat(auto-fill, minmax(0, ${exactly}px))`;
  out.append(...pictures);
  return out;
}

// How wide one picture of `count` in such a grid is when the grid is `width` wide.
export function cell(width: number, count: number, least = 282, gap = 22): number {
  const columns = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  return Math.floor((width - gap * (columns - 1)) / columns);
}

// One of several pictures: a head of name and what it says, the picture at the bottom, so that pictures beside each
// other stand on one line whatever their heads hold.
export function panel(name: string, says: string[], ...pictures: Element[]): HTMLElement {
  const box = document.createElement("div");
  box.className = "panel";
  const head = document.createElement("div");
  head.className = "panel-head";
  const strong = document.createElement("strong");
  strong.textContent = name;
  head.append(strong);
  for (const one of says.filter((text) => text !== "")) {
    const span = document.createElement("span");
    span.textContent = one;
    head.append(span);
  }
  box.append(head, ...pictures);
  return box;
}

// The look of the arm with this letter.
export const lookOf = (page: PageData, key: Cell): Look => page.looks.find((one) => one.key === key) ?? page.looks[0];

// A number as the tables show it: two digits, a typographic minus.
export const shown = (value: Cell, digits = 2): string =>
  typeof value === "number" ? value.toFixed(digits).replace("-", "−") : "–";

// A heading at the upper left of the frame, above the highest tick: what the vertical axis shows.
export const upward = (text: string, left: number): Plot.Markish =>
  Plot.text([text], { frameAnchor: "top-left", dx: -left + 2, dy: -17, textAnchor: "start", fill: "var(--muted)" });

// The key of the arms: a piece of line with its dash, colour and letter.
export function legend(looks: Look[]): HTMLElement {
  const out = document.createElement("ul");
  out.className = "legend";
  for (const look of looks) {
    const item = document.createElement("li");
    item.innerHTML = `<svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true"><line x1="1" y1="5" x2="33" y2="5" stroke="${colour(
      look)}" stroke-width="2.2" stroke-dasharray="${dash(look)}"/></svg>`;
    item.append(look.name);
    out.append(item);
  }
  return out;
}
