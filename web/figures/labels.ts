// Where words go: how wide they are, how they keep clear of each other.

const pen = document.createElement("canvas").getContext("2d");

// Width in px of a text in the page's font.
export function textWidth(text: string, size = 11, weight = 400): number {
  if (!pen) return 0.62 * size * text.length;
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

// Lines of at most `width` px; a word that is longer stands alone.
export function wrapped(text: string, width: number, size = 11): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// The text, shortened until it is no wider than `width` px.
export function fitted(text: string, width: number, size = 11, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("").trimEnd()}…`, size, weight) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

// Heights moved as little as needed to be `gap` apart, in their order, within [low, high] where they fit.
export function spread(at: number[], gap: number, low: number, high: number): number[] {
  const order = at.map((_, i) => i).sort((a, b) => at[a] - at[b] || a - b);
  const out = order.map((i) => at[i]);
  for (let pass = 0; pass < 60; ++pass) {
    for (let i = 1; i < out.length; ++i) {
      const short = gap - (out[i] - out[i - 1]);
      if (short <= 0) continue;
      out[i - 1] -= short / 2;
      out[i] += short / 2;
    }
    if (out.length > 0) out[0] = Math.max(out[0], low);
    if (out.length > 0) out[out.length - 1] = Math.min(out[out.length - 1], high);
  }
  for (let i = 1; i < out.length; ++i) out[i] = Math.max(out[i], out[i - 1] + gap);
  const back = new Array<number>(at.length);
  order.forEach((i, place) => { back[i] = out[place]; });
  return back;
}

// Round numbers from `low` to `high`, as close as one of `steps` allows with at most `most` of them.
export function ticks(low: number, high: number, most: number, steps: number[]): number[] {
  const step = steps.find((one) => (high - low) / one < most) ?? steps[steps.length - 1];
  const out: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9; ++i) out.push(i * step);
  return out;
}
