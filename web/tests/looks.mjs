// What can be measured of a picture's look: run inside the page. Returns sentences, none when all is well.

// Everything folded away is unfolded, and drawn once the page has noticed.
export async function unfold() {
  for (const one of document.querySelectorAll("details")) one.open = true;
  await new Promise((done) => setTimeout(done, 100));
}

// Texts that stick out of the picture's place, lie over each other, or are too small to read.
export function pictureProblems() {
  const problems = [];
  for (const place of document.querySelectorAll("[data-figure]")) {
    const name = place.dataset.figure;
    if (place.querySelectorAll("svg").length === 0) {
      problems.push(`${name}: not drawn`);
      continue;
    }
    const frame = place.getBoundingClientRect();
    for (const svg of place.querySelectorAll("svg")) {
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() !== "" && !text.closest("[aria-label=tip]"));
      const boxes = texts.map((text) => {
        // Tight around the letters: line boxes of small type overlap without touching.
        const box = text.getBoundingClientRect();
        return { text: text.textContent.trim(), left: box.left + 1, right: box.right - 1, top: box.top + 0.22 * box.height, bottom: box.bottom - 0.2 * box.height, size: parseFloat(getComputedStyle(text).fontSize) };
      });
      for (const [i, a] of boxes.entries()) {
        if (a.left < frame.left - 3 || a.right > frame.right + 3) problems.push(`${name}: “${a.text}” is cut at the side`);
        if (a.size < 9) problems.push(`${name}: “${a.text}” is ${a.size} px small`);
        for (const b of boxes.slice(i + 1)) {
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (width > 1 && height > 1) problems.push(`${name}: “${a.text}” lies over “${b.text}”`);
        }
      }
    }
  }
  return problems;
}

// Tables keep their first rows: one row is like another, and axe would take minutes over thirty thousand cells.
export function fewRows() {
  for (const body of document.querySelectorAll("tbody")) for (const row of [...body.rows].slice(4)) row.remove();
}

// Boxes that are wider than the window, other than those that scroll by themselves.
export function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest(".scroll, pre, svg"))
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width} px`)
    .slice(0, 5)
    .concat("the page scrolls sideways");
}

// Whether Tab reaches everything that can be used, with a focus that can be seen.
export function usable() {
  return [...document.querySelectorAll("a[href], button, summary, select, input, [tabindex='0']")]
    .filter((element) => element.checkVisibility?.() ?? element.offsetParent !== null)
    .filter((element) => !element.closest("details:not([open]) > :not(summary)")).length;
}
