// The report in a real Chromium:  node --test web/tests/report.test.mjs  with NEARNESS_PROGRAM set to the program.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fewRows, overflow, pictureProblems, unfold, usable } from "./looks.mjs";
import { browser, folder, open, run, sizes } from "./pages.mjs";

const program = process.env.NEARNESS_PROGRAM;
const root = fileURLToPath(new URL("../../", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const life = (scenario, ...more) => ["run", `${root}scenarios/${scenario}.toml`, "--quiet", ...more];
const scenarios = {
  essay: life("essay"),
  nine_arms: life("nine_arms", "--persons", "30"),
  diary: life("made_up_diary"),
  one_person: life("essay", "--persons", "1"),
  typical: life("therapy_orders", "--deterministic"),
  many_chapters: life("break_up_and_new_partner", "--persons", "12"),
  custom_cues: life("made_up_conditioning"),
  phenomena: ["phenomena"],
  claims: ["claims", "3", "20", "25", "33", "--persons", "16", "--population", "20", "--quiet"],
};

let chrome;
let to;
const files = {};
before(async () => {
  assert.ok(program, "NEARNESS_PROGRAM names the program");
  to = folder();
  for (const [name, args] of Object.entries(scenarios)) {
    files[name] = run(program, to.path, name, args);
  }
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  to?.remove();
});

// One test a page, size and colour scheme; a list of sentences says all that is wrong at once.
for (const name of Object.keys(scenarios)) {
  describe(name, () => {
    for (const size of sizes) {
      test(`is drawn whole at ${size.viewport.width} px`, async () => {
        const { page, wrong, close } = await open(chrome, files[name], { viewport: size.viewport });
        await page.evaluate(unfold);
        assert.deepEqual(await page.evaluate(pictureProblems), []);
        assert.deepEqual(await page.evaluate(overflow), []);
        assert.deepEqual(wrong, []);
        await close();
      });
    }

    test("stays below 3 MB", () => assert.ok(statSync(files[name]).size < 3e6));

    // All pages have one set of colours; these four hold every kind of figure.
    const schemes = ["essay", "diary", "phenomena", "claims"].includes(name) ? ["light", "dark"] : ["light"];
    for (const colorScheme of schemes) {
      test(`has nothing that axe calls serious, ${colorScheme}`, async () => {
        const { page, close } = await open(chrome, files[name], { colorScheme, bypassCSP: true });
        await page.evaluate(unfold);
        await page.evaluate(fewRows);
        await page.evaluate(axe);
        const rules = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};  // the other rules look at no colour
        const found = await page.evaluate((only) => axe.run(document, { resultTypes: ["violations"], ...only }), rules);
        const serious = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
        assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)} (${one.nodes.length} places)`), []);
        await close();
      });
    }

    test("says the same without JavaScript, in words and tables", async () => {
      const { page, wrong, close } = await open(chrome, files[name], { javaScriptEnabled: false });
      const html = readFileSync(files[name], "utf8");
      const figures = html.match(/<figure id="figure-/g)?.length ?? 0;
      assert.equal(await page.locator(".unseen").count(), figures);
      for (const figure of await page.locator("figure.drawn").all()) {
        assert.ok((await figure.locator("table").count()) > 0, await figure.getAttribute("id"));
        // Not innerText, which is empty while a scene is folded away.
        assert.ok((await figure.locator("figcaption").textContent()).length > 40);
      }
      assert.deepEqual(wrong, []);
      await close();
    });

    test("prints without cut pictures", async () => {
      const { page, close } = await open(chrome, files[name]);
      await page.evaluate(unfold);
      // What a page holds at 96 dots an inch, less the margins.
      await page.setViewportSize({ width: 680, height: 1009 });
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      const cut = await page.evaluate(() => [...document.querySelectorAll("[data-figure] svg")]
        .filter((svg) => svg.getBoundingClientRect().height > 1009 || svg.getBoundingClientRect().right > document.documentElement.clientWidth + 2)
        .map((svg) => `${svg.closest("[data-figure]").dataset.figure}: ${Math.round(svg.getBoundingClientRect().width)} × ${Math.round(svg.getBoundingClientRect().height)} px`));
      assert.deepEqual(cut, []);
      // Of pictures and of panels, whichever is whole: neither may be broken across pages.
      const breakable = await page.evaluate(() => [...document.querySelectorAll("[data-figure] svg")]
        .filter((svg) => {
          for (let one = svg; one && one.tagName !== "FIGURE"; one = one.parentElement) {
            if (getComputedStyle(one).breakInside.startsWith("avoid")) return false;
          }
          return true;
        }).map((svg) => svg.closest("[data-figure]").dataset.figure));
      assert.deepEqual(breakable, []);
      await close();
    });
  });
}

test("Tab reaches everything that can be used, and shows where it is", async () => {
  const { page, close } = await open(chrome, files.essay);
  const expected = await page.evaluate(usable);
  const seen = new Set();
  for (let i = 0; i < expected + 5; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      element.dataset.reached ??= String(document.querySelectorAll("[data-reached]").length);
      return { id: element.dataset.reached, visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0, what: element.outerHTML.slice(0, 80) };
    });
    if (!at) continue;
    assert.ok(at.visible, `no outline on ${at.what}`);
    seen.add(at.id);
  }
  assert.equal(seen.size, expected);
  await close();
});

test("a table is saved as CSV with the numbers that it shows", async () => {
  const { page, wrong, close } = await open(chrome, files.essay, { acceptDownloads: true });
  await page.evaluate(unfold);
  const tables = page.locator(".data[data-csv]");
  assert.ok((await tables.count()) > 3);
  for (const table of await tables.all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), table.getByRole("button", { name: /Save as CSV/ }).click()]);
    const lines = readFileSync(await download.path(), "utf8").trim().split("\r\n");
    const header = lines[0].split(",");
    assert.ok(header.length > 1 && lines.length > 1, lines[0]);
    // The last number of the table's first row is in the first row of the file.
    const shown = (await table.locator("tbody tr").first().locator("td, th").last().innerText()).replace("−", "-");
    const numbers = lines[1].split(",").map(Number).filter(Number.isFinite);
    if (Number.isFinite(Number(shown))) assert.ok(numbers.some((one) => Math.abs(one - Number(shown)) < 1e-9), `${shown} in ${lines[1]}`);
  }
  assert.deepEqual(wrong, []);
  await close();
});

test("a report becomes a PDF", async () => {
  const { page, wrong, close } = await open(chrome, files.essay);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 100_000 && pdf.toString("latin1").match(/\/Type \/Page\b/g).length > 10);
  assert.deepEqual(wrong, []);
  await close();
});

test("a report can be opened from a folder with a space and an é", async () => {
  const file = run(program, to.path, "été à deux", life("secure", "--persons", "3"));
  const { page, wrong, close } = await open(chrome, file);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.drawn), "yes");
  assert.deepEqual(wrong, []);
  await close();
});
