// Bundles what the program carries into dist/: one classic script, one style sheet, and the script's hash for the page's
// content security policy. The result is committed, so that building the program needs no node; `web/check.sh` builds it
// again and compares bytes.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const to = process.argv[2] ?? `${here}dist`;

const common = { bundle: true, minify: true, absWorkingDir: here, charset: "ascii", legalComments: "none", write: false };
const script = await esbuild.build({ ...common, entryPoints: ["report/main.ts"], format: "iife", target: "es2020", metafile: true });
const style = await esbuild.build({ ...common, entryPoints: ["report/style.css"], target: "es2020" });

// What is bundled travels in every report, and so do its licences: packages by name, each text once.
function licences(inputs) {
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean));
  const texts = new Map();
  for (const name of [...packages].sort()) {
    const folder = `${here}node_modules/${name}`;
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file || !existsSync(`${folder}/package.json`)) throw new Error(`${name} comes without a licence: it cannot be bundled`);
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    if (!["ISC", "MIT", "BSD-3-Clause", "BSD-2-Clause", "Unlicense", "0BSD"].includes(license)) throw new Error(`${name}: is ${license} permissive?`);
    const text = readFileSync(`${folder}/${file}`, "utf8").trim().replace(/\r/g, "").replaceAll("*/", "* /");
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return "/*! This script carries parts of:\n\n" + [...texts].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join("\n\n---\n\n") + "\n*/\n";
}

// A page ends its script at the first "</script", wherever it stands.
const text = (licences(script.metafile.inputs) + script.outputFiles[0].text).replaceAll("</script", "<\\/script");
const hash = createHash("sha256").update(text).digest("base64");
writeFileSync(`${to}/report.js`, text);
writeFileSync(`${to}/report.css`, style.outputFiles[0].text);
writeFileSync(`${to}/report.js.sha256`, hash);
