// Which protector is on duty: shares of encounters over the life, stacked, and beside the other arms in one chapter.
import * as Plot from "@observablehq/plot";
import { rows, type FigureData, type PageData, type Row } from "./data";
import { plot } from "./kit";
import { textWidth } from "./labels";
import { arranged, chapterNames, ends, head, layout, onAxis, panel, stack, timeOf } from "./stretches";

const inner = 190;

// A look of its own for each strategy, that lasts without colour. By their number in the theory.
const looks = [
  { colour: "var(--c1)", path: "M-1,1l2,-2M0,8l8,-8M7,9l2,-2" }, // diagonals
  { colour: "var(--c4)", path: "M0,2l2,2l2,-2l2,2l2,-2M0,6l2,2l2,-2l2,2l2,-2" }, // zigzags
  { colour: "var(--c2)", path: "M0,2h8M0,6h8" }, // lines
  { colour: "var(--c3)", path: "M2,2h.01M6,6h.01" }, // dots
  { colour: "var(--c5)", path: "" }, // plain
];

interface Strategy { name: string; fill: string; colour: string }

function strategiesOf(figure: FigureData): Strategy[] {
  return figure.data.points.columns.slice(5).map((column) => {
    const at = Number(figure.options[column.name] ?? 0) % looks.length;
    return { name: column.name, fill: `url(#strategy-${at})`, colour: looks[at].colour };
  });
}

function patterns(): Element {
  const out = document.createElement("div");
  out.innerHTML = `<svg class="plot-patterns" width="0" height="0" aria-hidden="true" style="position:absolute"><defs>${looks.map((look, i) =>
    `<pattern id="strategy-${i}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="var(--paper)"/>` +
    `<rect width="8" height="8" fill="${look.colour}" fill-opacity="${look.path === "" ? 0.5 : 0.3}"/>` +
    `<path d="${look.path}" fill="none" stroke="${look.colour}" stroke-width="${i === 3 ? 2.4 : 1.1}" stroke-linecap="${i === 3 ? "round" : "butt"}"/></pattern>`).join("")}</defs></svg>`;
  return out.firstElementChild as Element;
}

interface Piece { from: number; until: number; low: number; high: number; strategy: Strategy; row: Row }

// Each row cut into the shares of the strategies, from the bottom up.
function stacked(all: Row[], strategies: Strategy[]): Piece[] {
  return all.flatMap((row) => {
    let low = 0;
    return strategies.map((strategy) => {
      const share = (row[strategy.name] as number | null) ?? 0;
      const piece = { from: row.from as number, until: row.until as number, low, high: low + share, strategy, row };
      low += share;
      return piece;
    });
  });
}

function key(strategies: Strategy[]): Element {
  const out = document.createElement("ul");
  out.className = "legend";
  for (const strategy of strategies) {
    const item = document.createElement("li");
    item.innerHTML = `<svg class="glyph" width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="${strategy.fill}" stroke="var(--ink)" stroke-width="0.7"/></svg>`;
    item.append(strategy.name);
    out.append(item);
  }
  return out;
}

function bars(figure: FigureData, strategies: Strategy[], width: number): Element[] {
  const arms = rows(figure.data.arms);
  if (arms.length < 2) return [];
  const wide = Math.min(width, 760);
  const step = 36;
  const left = 4;
  const right = 8;
  const px = (share: number): number => left + share * (wide - left - right);
  const pieces = stacked(arms, strategies).map((piece) => ({ ...piece, x: px((piece.low + piece.high) / 2), y: arms.indexOf(piece.row) * step,
    text: `${Math.round(100 * (piece.high - piece.low))} %` }));
  const labelled = pieces.filter((piece) => px(piece.high) - px(piece.low) > textWidth("100 %") + 6);
  const half = textWidth("20 %", 11, 600) / 2 + 3;
  const chart = plot(`Shares of the strategies on duty by arm in ${figure.options.chapter}; the numbers are in the tables below.`, {
    width: wide, height: arms.length * step, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
    x: { type: "identity", axis: null }, y: { type: "identity", axis: null },
    marks: [
      Plot.text(arms, { x: left, y: (_: Row, i: number) => i * step + 8, text: "arm", textAnchor: "start", fill: "var(--ink)", fontWeight: 600 }),
      Plot.rect(pieces, { x1: (d) => px(d.low), x2: (d) => px(d.high), y1: (d) => d.y + 15, y2: (d) => d.y + 32, fill: (d) => d.strategy.fill, stroke: "var(--ink)", strokeWidth: 0.6 }),
      Plot.rect(labelled, { x1: (d) => d.x - half, x2: (d) => d.x + half, y1: (d) => d.y + 17, y2: (d) => d.y + 30, fill: "var(--paper)", fillOpacity: 0.9, rx: 3 }),
      Plot.text(labelled, { x: "x", y: (d) => d.y + 23.5, text: "text", fill: "var(--ink)", fontWeight: 600 }),
    ],
  });
  return [stack([head(`In “${figure.options.chapter}”, arm by arm`, "share of encounters"), key(strategies), chart])];
}

export function strategies(figure: FigureData, page: PageData, width: number): Element {
  const time = timeOf(page);
  const all = strategiesOf(figure);
  const points = rows(figure.data.points);
  const { widths, beside } = layout(time.axes, width);
  const named = Math.ceil(Math.max(...all.map((one) => textWidth(one.name, 11, 700)))) + 10;
  const room = (i: number): number => (i + 1 === widths.length || !beside ? named : 6);
  const chart = (i: number): Element => {
    const axis = time.axes[i];
    const marginRight = room(i);
    const pieces = stacked(onAxis(points, axis), all);
    // At the last rows on the axis, where the names stand.
    const final = pieces.slice(-all.length);
    const labels = final.map((piece) => ({ at: axis.until, value: (piece.low + piece.high) / 2, text: piece.strategy.name, fill: "var(--ink)" }));
    return panel(time, axis, {
      label: `Share of encounters for which each strategy is on duty, age ${axis.from} to ${axis.until}; the numbers are in the tables below.`,
      width: widths[i], height: inner, marginRight, last: true, eventsOf: page.looks[0].key,
      marks: [
        Plot.rect(pieces, { x1: "from", x2: "until", y1: "low", y2: "high", fill: (d: Piece) => d.strategy.fill, inset: 0, shapeRendering: "crispEdges" }),
        Plot.ruleY(pieces.filter((piece) => piece.low > 0), { x1: "from", x2: "until", y: "low", stroke: "var(--paper)", strokeWidth: 2 }),
        Plot.ruleY(pieces.filter((piece) => piece.low > 0), { x1: "from", x2: "until", y: "low", stroke: "var(--ink)", strokeWidth: 0.7 }),
        marginRight === named && final.length > 0 ? ends(labels, axis, widths[i], inner, 1) : null,
        Plot.tip(pieces, Plot.pointer({ x: (d: Piece) => (d.from + d.until) / 2, y: (d: Piece) => (d.low + d.high) / 2, fill: "var(--paper)", stroke: "var(--axis)",
          title: (d: Piece) => `age ${d.from.toFixed(2)} to ${d.until.toFixed(2)}\n${d.strategy.name}: ${Math.round(100 * (d.high - d.low))} % of encounters` })),
      ],
    });
  };
  const out = document.createElement("div");
  const drawn = arranged([
    { heading: head("On duty", "share of encounters") },
    { pictures: (i) => chapterNames(time, time.axes[i], widths[i], room(i)) },
    { pictures: chart },
  ], widths, beside);
  drawn.prepend(patterns());
  out.append(drawn, ...bars(figure, all, width));
  return out;
}
