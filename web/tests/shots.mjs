// Pictures of a report to look at:  node web/tests/shots.mjs report.html FOLDER
// Writes three widths in light and dark, and the printed PDF.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { browser, open, sizes } from "./pages.mjs";

const [file, to] = process.argv.slice(2);
if (!file || !to) {
  console.error("usage: node web/tests/shots.mjs report.html FOLDER");
  process.exit(64);
}
mkdirSync(to, { recursive: true });
const chrome = await browser();
for (const colorScheme of ["light", "dark"]) {
  for (const { name, viewport } of sizes) {
    const { page, wrong, close } = await open(chrome, resolve(file), { viewport, colorScheme });
    await page.screenshot({ path: join(to, `${name}-${colorScheme}.png`), fullPage: true });
    for (const one of wrong) console.log(`${name}, ${colorScheme}: ${one}`);
    await close();
  }
}
const { page, close } = await open(chrome, resolve(file));
writeFileSync(join(to, "printed.pdf"), await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } }));
await close();
await chrome.close();
