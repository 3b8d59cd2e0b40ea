// One encounter beat by beat: what moved between two people above, what went on inside below; or, of a session that
// processes a memory, disturbance set by set.
import * as Plot from "@observablehq/plot";
import { rows, type FigureData, type PageData, type Row } from "./data";
import { narrow, plot } from "./kit";

interface Strand {
  name: string; // of its column
  says: string; // on its line
  colour: string;
  dash: string;
  width: number;
}

const between: Strand[] = [
  { name: "closeness", says: "closeness", colour: "var(--c0)", dash: "", width: 2.4 },
  { name: "openness", says: "openness", colour: "var(--c2)", dash: "7 3", width: 1.8 },
  { name: "felt_intensity", says: "felt", colour: "var(--c3)", dash: "2.5 3.2", width: 1.8 },
];
const within: Strand[] = [
  { name: "arousal", says: "arousal", colour: "var(--c1)", dash: "", width: 2.2 },
  { name: "protective_activation", says: "protection", colour: "var(--c4)", dash: "9 3 2 3", width: 2.2 },
  { name: "predicted_pain", says: "predicted pain", colour: "var(--c0)", dash: "2.5 3.2", width: 1.5 },
  { name: "reflection", says: "reflection", colour: "var(--c2)", dash: "7 3", width: 1.8 },
];

// Heights for labels at the right end, moved apart until none lies over another; in units of the axis.
function apart(wanted: number[], least: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const out = [...wanted];
  for (let i = 1; i < order.length; ++i) out[order[i]] = Math.max(out[order[i]], out[order[i - 1]] + least);
  const over = out[order[order.length - 1]] - 1;
  if (over > 0) {
    out[order[order.length - 1]] = 1;
    for (let i = order.length - 2; i >= 0; --i) out[order[i]] = Math.min(out[order[i]], out[order[i + 1]] - least);
  }
  return out;
}

interface Moment { time: number; says: string }

function panel(label: string, head: string, beats: Row[], strands: Strand[], width: number, last: boolean, moments: Moment[],
  threshold: number | null): Element {
  const end = beats[beats.length - 1];
  const minutes = (row: Row): number => (row.time as number) / 60;
  const height = width < narrow ? 150 : 185;
  const inner = height - 22 - (last ? 34 : 12);
  const late = (moments[0]?.time ?? 0) / 60 > 0.7 * minutes(end);
  const labels = apart(strands.map((one) => end[one.name] as number), 13 / inner);
  return plot(label, {
    width, height, marginTop: 22, marginRight: 92, marginLeft: 34, marginBottom: last ? 34 : 12,
    x: { domain: [0, minutes(end)], label: last ? "minutes" : null, labelAnchor: "right", labelArrow: "none", ticks: last ? 6 : 0, tickSize: last ? 5 : 0 },
    y: { domain: [0, 1], label: null, ticks: 3, grid: true },
    marks: [
      Plot.text([head], { frameAnchor: "top-left", dy: -17, dx: -30, text: (d: string) => d, textAnchor: "start", fontWeight: 600, fill: "var(--ink)" }),
      threshold === null ? null : Plot.ruleY([threshold], { stroke: "var(--axis)", strokeDasharray: "5 3" }),
      Plot.ruleX(moments, { x: (d: Moment) => d.time / 60, stroke: "var(--warn)", strokeDasharray: "3 2" }),
      ...strands.map((one) => Plot.line(beats, { x: minutes, y: one.name, stroke: one.colour, strokeWidth: one.width, strokeDasharray: one.dash })),
      Plot.text(strands.map((one, i) => ({ one, y: labels[i] })), { x: () => minutes(end), y: "y", dx: 6, textAnchor: "start",
        text: (d: { one: Strand }) => d.one.says, fill: (d: { one: Strand }) => d.one.colour }),
      last ? null : Plot.text(moments, { x: (d: Moment) => d.time / 60, frameAnchor: "bottom", dy: -4, dx: late ? -4 : 4,
        textAnchor: late ? "end" : "start", text: "says", fill: "var(--warn)", stroke: "var(--paper)", strokeWidth: 3 }),
      Plot.tip(beats, Plot.pointerX({ x: minutes, y: strands[0].name, fill: "var(--paper)", stroke: "var(--axis)",
        title: (d: Row) => [`${Math.floor((d.time as number) / 60)} min ${Math.round((d.time as number) % 60)} s`, ...strands.map((one) => `${one.says} ${d[one.name]}`)].join("\n") })),
    ],
  });
}

function encounter(figure: FigureData, beats: Row[], width: number): Element {
  const moments = rows(figure.data.alarm).filter((row) => row.time !== null)
    .map((row) => ({ time: row.time as number, says: String(row.says) }));
  const threshold = rows(figure.data.alarm)[0]?.threshold as number | undefined;
  const box = document.createElement("div");
  box.className = "beats";
  box.append(
    panel(`${figure.title}: closeness, openness and what is felt over time`, "Between the two", beats, between, width, false, moments, null),
    panel(`${figure.title}: arousal, protection, predicted pain and reflection over time`, "Inside", beats, within, width, true, moments, threshold ?? null));
  return box;
}

function session(figure: FigureData, sets: Row[], width: number): Element {
  return plot(`${figure.title}: disturbance set by set`, {
    width: Math.min(width, 460), height: 190, marginLeft: 34,
    x: { label: "set", labelAnchor: "right", labelArrow: "none", ticks: 10, tickFormat: "d" },
    y: { domain: [0, 10], label: "disturbance, 0 to 10", labelArrow: "none", grid: true, ticks: 5 },
    marks: [
      Plot.line(sets, { x: "set", y: "sud", stroke: "var(--c3)", strokeWidth: 2 }),
      Plot.dot(sets, { x: "set", y: "sud", fill: "var(--c3)", r: 3 }),
    ],
  });
}

export function scene(figure: FigureData, _page: PageData, width: number): Element {
  const beats = rows(figure.data.beats);
  return beats.length > 0 ? encounter(figure, beats, width) : session(figure, rows(figure.data.sets), width);
}
