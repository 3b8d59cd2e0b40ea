// What was recorded and what was predicted in some persons, moment by moment: a picture a person.
import * as Plot from "@observablehq/plot";
import { grouped, rows, type FigureData, type PageData, type Row } from "./data";
import { cell, grid, plot } from "./kit";

const least = 220;

export function diaryPersons(figure: FigureData, _page: PageData, width: number): Element {
  const persons = grouped(rows(figure.data.moments), "person");
  const wide = Math.min(520, cell(width, persons.size, least));
  const key = document.createElement("ul");
  key.className = "legend";
  key.innerHTML = '<li><svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true"><circle cx="17" cy="5" r="3.2" fill="none" stroke="var(--accent)" stroke-width="1.5"/></svg></li>'
    + '<li><svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true"><line x1="1" y1="5" x2="33" y2="5" stroke="var(--ink)" stroke-width="2"/></svg></li>';
  key.children[0].append("recorded");
  key.children[1].append(`${figure.options.predicted}, predicted`);
  const out = document.createElement("div");
  out.append(key, grid([...persons].map(([number, of]) => {
    const answers = of.filter((row) => row.recorded !== null);
    const box = document.createElement("div");
    box.className = "panel";
    const head = document.createElement("div");
    head.className = "panel-head";
    const name = document.createElement("strong");
    name.textContent = persons.size === 1 ? "the one person" : number === 1 ? "followed best" : number === persons.size ? "followed least" : `${number}`;
    head.append(name);
    const days = Math.max(1, ...of.map((row) => row.day as number));
    box.append(head, plot(`Recorded and predicted, person ${number} of those shown`, {
      width: wide, height: 138, marginTop: 8, marginBottom: 32, marginLeft: 28, marginRight: 8,
      x: { domain: [0, days], label: "days", labelAnchor: "right", labelArrow: "none", ticks: Math.min(6, Math.floor(wide / 45)) },
      y: { domain: [0, 1], label: null, ticks: 2, grid: true },
      marks: [
        Plot.dot(answers, { x: "day", y: "recorded", r: answers.length > 60 ? 1.7 : 2.4, stroke: "var(--accent)", strokeWidth: 1.2, strokeOpacity: 0.85 }),
        Plot.line(of, { x: "day", y: (row: Row) => row.predicted, stroke: "var(--ink)", strokeWidth: 1.6 }),
      ],
    }));
    return box;
  }), least, wide));
  return out;
}
