// Draws every figure of the page from the columns that the page carries, again when its width changes or the page is
// printed, and lets the reader save the columns as CSV.
import { csv, type FigureData, type PageData } from "../figures/data";
import { draw } from "../figures/index";

const printed = 700; // px: the width of a page, about

function picture(place: HTMLElement, figure: FigureData, page: PageData, width: number): void {
  if (width < 40) return;
  try {
    place.replaceChildren(draw(figure, page, width));
  } catch (error) {
    // The tables remain; whoever looks for the reason finds it in the console.
    console.error(`figure “${figure.title}” was not drawn`, error);
  }
}

function saving(table: HTMLElement, page: PageData): void {
  const name = table.dataset.csv ?? "";
  const set = table.dataset.of ? page.figures[table.dataset.of]?.data[name] : page.tables[name];
  if (!set) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Save as CSV";
  button.setAttribute("aria-label", `Save as CSV: ${table.querySelector("caption")?.textContent ?? set.id}`);
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(set)], { type: "text/csv" }));
    link.download = `${set.id}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  table.prepend(button);
}

function start(): void {
  const carried = document.getElementById("page-data")?.textContent;
  if (!carried) return;
  const page = JSON.parse(carried) as PageData;
  const places = [...document.querySelectorAll<HTMLElement>("[data-figure]")];
  const all = (width?: number): void => {
    for (const place of places) {
      const figure = page.figures[place.dataset.figure ?? ""];
      if (figure) picture(place, figure, page, width ?? place.clientWidth);
    }
  };
  all();
  for (const table of document.querySelectorAll<HTMLElement>(".data[data-csv]")) saving(table, page);
  document.documentElement.dataset.drawn = "yes";

  // What was folded away had no width to be drawn at.
  document.addEventListener("toggle", (event) => {
    const folded = event.target as HTMLElement;
    for (const place of folded.querySelectorAll<HTMLElement>("[data-figure]")) {
      const figure = page.figures[place.dataset.figure ?? ""];
      if (figure && place.clientWidth > 0) picture(place, figure, page, place.clientWidth);
    }
  }, true);

  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    all();
  });
  window.addEventListener("beforeprint", () => all(printed));
  window.addEventListener("afterprint", () => all());
}

start();
