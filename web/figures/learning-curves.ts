// Responses trial by trial, a picture a learner: groups and cues as lines, phases as strips with their number.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type Look, type PageData, type Row } from "./data";
import { cell, colour, dash, grid, legend, panel, plot, shown, symbol, upward } from "./kit";
import { textWidth } from "./labels";

const left = 36;
const markers = ["disc", "square", "diamond", "up", "cross", "down"];

// Series by number: what is told apart by colour is told apart by dash and marker, too.
export const lookOfSeries = (name: string, i: number): Look => ({ key: name, name, colour: i % 7, dash: i % 6, marker: markers[i % markers.length] });

interface Phase { phase: number; from: number; to: number }

function phasesOf(trials: Row[]): Phase[] {
  return [...grouped(trials, "phase")].map(([phase, all]) => ({
    phase: phase as number,
    from: Math.min(...all.map((row) => row.trial as number)) - 0.5,
    to: Math.max(...all.map((row) => row.trial as number)) + 0.5,
  }));
}

// Those whose numbers have room, `scale` px a trial.
function named(phases: Phase[], scale: number): Phase[] {
  let taken = -Infinity;
  return phases.filter((one) => {
    const middle = scale * (one.from + one.to) / 2;
    const half = textWidth(String(one.phase)) / 2 + 1;
    if (middle - half < taken) return false;
    taken = middle + half;
    return true;
  });
}

export function learningCurves(figure: FigureData, _page: PageData, width: number): Element {
  const learners = rows(figure.data.learners);
  const trials = rows(figure.data.curves);
  const names = [...grouped(trials, "series").keys()].map(String);
  const looks = new Map(names.map((name, i) => [name, lookOfSeries(name, i)]));
  const byGroup = [...grouped(trials, "group").values()].map(phasesOf);
  // Strips where all groups change phase together; elsewhere they would be wrong for one.
  const phases = byGroup.every((one) => JSON.stringify(one) === JSON.stringify(byGroup[0])) ? byGroup[0] : [];
  const wide = cell(width, learners.length, 236);
  const lone = learners.length === 1 ? Math.min(wide, 560) : wide;
  const last = Math.max(...trials.map((row) => row.trial as number)) + 0.5;
  const out = document.createElement("div");
  const key = legend([...looks.values()]);
  const pictures = grid(learners.map((learner) => {
    const name = String(learner.learner);
    const values = trials.map((row) => row[name]).filter((one): one is number => typeof one === "number");
    const low = Math.min(0, ...values);
    const high = Math.max(1, ...values);
    const dots = trials.filter((row) => row.test === "yes");
    return panel(name, [String(learner.verdict)], plot(`Responses of ${name} trial by trial: ${learner.verdict}. The numbers are in the tables below.`, {
      width: lone, height: 168, marginTop: 26, marginLeft: left, marginRight: 8, marginBottom: 30,
      x: { domain: [0.5, last], label: "trial of its group", labelAnchor: "center", labelArrow: "none", ticks: 5, tickFormat: (d: number) => String(d) },
      y: { domain: [low, high], label: null, ticks: 4, grid: true },
      marks: [
        upward("response", left),
        Plot.rectX(phases.filter((one) => one.phase % 2 === 0), { x1: "from", x2: "to", fill: "var(--strip)" }),
        Plot.text(named(phases, (lone - left - 8) / last), {
          x: (one) => (one.from + one.to) / 2, frameAnchor: "top", dy: -7, text: (one) => String(one.phase), fill: "var(--muted)" }),
        low < 0 ? Plot.ruleY([0], { stroke: "var(--axis)" }) : null,
        [...looks].map(([series, look]) => {
          // A phase apart is a line apart: between two phases nothing was seen.
          const line = trials.filter((row) => row.series === series && row[name] !== null);
          // 95 % intervals, where there are several subjects.
          const banded = line.some((row) => typeof row[`± ${name}`] === "number");
          const off = (row: Row): number => (row[`± ${name}`] as number) ?? 0;
          return [
            banded ? Plot.areaY(line, { x: "trial", y1: (row: Row) => (row[name] as number) - off(row), y2: (row: Row) => (row[name] as number) + off(row), z: "phase", fill: colour(look), fillOpacity: 0.18 }) : null,
            Plot.line(line, { x: "trial", y: name, z: "phase", stroke: colour(look), strokeWidth: 1.8, strokeDasharray: dash(look) }),
            Plot.dot(dots.filter((row) => row.series === series && row[name] !== null), {
              x: "trial", y: name, r: 3, symbol: symbol(look), fill: colour(look), stroke: "var(--paper)", strokeWidth: 0.7 }),
          ];
        }),
        Plot.tip(trials, Plot.pointer({ x: "trial", y: name, fill: "var(--paper)", stroke: "var(--axis)",
          title: (row: Row) => `${row.series}, trial ${row.trial}, phase ${row.phase}: ${shown(row[name])}` })),
      ],
    }));
  }), 236);
  out.append(key, pictures);
  return out;
}
