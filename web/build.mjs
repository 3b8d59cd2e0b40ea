// Bundles what the program carries into dist/: one classic script, one style sheet, and the script's hash for the page's
// content security policy. The result is committed, so that building the program needs no node; `web/check.sh` builds it
// again and compares bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const to = process.argv[2] ?? `${here}dist`;

const common = { bundle: true, minify: true, absWorkingDir: here, charset: "ascii", legalComments: "eof", write: false };
const script = await esbuild.build({ ...common, entryPoints: ["report/main.ts"], format: "iife", target: "es2020" });
const style = await esbuild.build({ ...common, entryPoints: ["report/style.css"], target: "es2020" });

// A page ends its script at the first "</script", wherever it stands.
const text = script.outputFiles[0].text.replaceAll("</script", "<\\/script");
const hash = createHash("sha256").update(text).digest("base64");
writeFileSync(`${to}/report.js`, text);
writeFileSync(`${to}/report.css`, style.outputFiles[0].text);
writeFileSync(`${to}/report.js.sha256`, hash);
