// Cells of a plane of two parameters in which something holds, a picture a region.
import * as Plot from "@observablehq/plot";
import { rows, type FigureData, type PageData, type Row } from "./data";
import { cell, grid, panel, plot, shown, upward } from "./kit";

const left = 40;

export function regionMap(figure: FigureData, _page: PageData, width: number): Element {
  const set = figure.data.cells;
  const { x, y } = figure.options;
  const cells = rows(set);
  const regions = set.columns.slice(2).map((column) => column.name);
  const wide = Math.min(cell(width, regions.length, 300), 460);
  const values = (name: string): number[] => [...new Set(cells.map((row) => row[name] as number))].sort((a, b) => a - b);
  const few = (all: number[]): number[] => all.filter((_, i) => i % Math.ceil(all.length / 6) === 0);
  return grid(regions.map((region) => {
    const share = 100 * cells.filter((row) => row[region] === 1).length / cells.length;
    return panel(region, [`in ${share.toFixed(1)} % of cells`], plot(`${region}: in ${share.toFixed(1)} % of cells of ${x} and ${y}.`, {
      width: wide, height: Math.round(0.8 * wide), marginTop: 26, marginLeft: left, marginRight: 8,
      x: { type: "band", domain: values(x), ticks: few(values(x)), tickFormat: (d: number) => String(Number(d.toPrecision(2))), label: x, labelAnchor: "right", labelArrow: "none" },
      y: { type: "band", domain: values(y).reverse(), ticks: few(values(y)), tickFormat: (d: number) => String(Number(d.toPrecision(2))), label: null },
      marks: [
        upward(y, left),
        Plot.cell(cells, { x, y, inset: 0.5, fill: (row: Row) => (row[region] === 1 ? "var(--c2)" : "var(--strip)") }),
        Plot.tip(cells, Plot.pointer({ x, y, fill: "var(--paper)", stroke: "var(--axis)",
          title: (row: Row) => `${x} ${shown(row[x], 3)}, ${y} ${shown(row[y], 3)}: ${row[region] === 1 ? "holds" : "does not hold"}` })),
      ],
    }));
  }), 300);
}
