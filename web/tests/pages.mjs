// Chromium on a report, and what every test asks of it.
import { chromium } from "playwright-core";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const places = [process.env.NEARNESS_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function browser() {
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium: install the package chromium, or name one in NEARNESS_CHROMIUM");
  // Reports are files: nothing here may reach for a network, the browser itself included.
  return chromium.launch({
    executablePath: found,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

export function folder() {
  const path = mkdtempSync(join(tmpdir(), "nearness-web-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

// Runs the program and returns the page's path.
export function run(program, to, name, args) {
  const out = join(to, name);
  execFileSync(program, [...args, "--out", out], { stdio: ["ignore", "ignore", "inherit"] });
  return join(out, readdirSync(out).find((file) => file.endsWith(".html")));
}

export const sizes = [
  { name: "phone", viewport: { width: 360, height: 740 } },
  { name: "tablet", viewport: { width: 800, height: 1000 } },
  { name: "desk", viewport: { width: 1280, height: 900 } },
];

// A page with everything that went wrong on it: requests beside the file itself, errors, words on the console.
export async function open(chrome, file, options = {}) {
  const context = await chrome.newContext({ viewport: sizes[2].viewport, ...options });
  context.setDefaultTimeout(240_000);  // what takes a second on a quiet machine takes a minute on a busy one
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const wrong = [];
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("blob:")) wrong.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  await page.goto(url);
  return { page, wrong, close: () => context.close() };
}
