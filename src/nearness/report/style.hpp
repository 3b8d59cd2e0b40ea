// The page's style sheet, in full: nothing is fetched. Colours follow Okabe and Ito's palette, which people with the
// common kinds of colour blindness can tell apart; its palest three are darkened on white paper. Dashes, markers and
// letters carry the same information.
#pragma once

namespace nearness::report {

inline constexpr const char* style = R"css(
:root { color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --muted: #59626e; --rule: #dfe3e8; --axis: #8a939e; --strip: #eef1f5; --card: #f6f8fa;
  --accent: #0072b2; --warn: #d55e00;
  --c0: #1b1f24; --c1: #d55e00; --c2: #0072b2; --c3: #009e73; --c4: #b8578c; --c5: #c98500; --c6: #3b9ad6; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14171b; --ink: #e7eaee; --muted: #a2abb6; --rule: #2c323a; --axis: #78828d; --strip: #20252c; --card: #1b2026;
  --accent: #56b4e9; --warn: #f0813a;
  --c0: #e7eaee; --c1: #f0813a; --c2: #3f9fe0; --c3: #1fb58a; --c4: #d98ab5; --c5: #e69f00; --c6: #8fcdf2; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue",
  "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 1080px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 36px; }
p, ul, ol, dl, h1 { max-width: 46rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .6rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; } h4 { font-size: .95rem; margin: 1.5rem 0 .3rem; }
a { color: var(--accent); }
.lead { font-size: 1.06rem; white-space: pre-line; }
.facts { color: var(--muted); font-size: .9rem; margin: .4rem 0 1rem; }
.small { color: var(--muted); font-size: .88rem; }
nav { font-size: .9rem; margin: 0 0 1rem; } nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: .9rem 1.2rem; margin: 1rem 0; }
.card > :first-child { margin-top: 0; } .card > :last-child { margin-bottom: 0; }
.help { border-left: 5px solid var(--warn); } .help h3, .card h2 { margin-top: 0; }
.card h2 { border: 0; padding: 0; }
dl.terms { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .3rem 1rem; font-size: .92rem; }
.split > * > :first-child { margin-top: 0; } .split > * > :last-child { margin-bottom: 0; }
dl.terms dt { font-weight: 600; } dl.terms dd { margin: 0; }
figure { margin: 1.2rem 0 1.6rem; }
figcaption { max-width: 46rem; font-size: .9rem; color: var(--muted); margin-top: .5rem; }
figcaption strong { color: var(--ink); }
.grid { display: grid; gap: 14px 22px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 282px), 1fr)); }
.grid.three { grid-template-columns: repeat(auto-fit, minmax(min(100%, 282px), 1fr)); }
.grid.two, .grid.broad { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
.columns { display: grid; gap: 0 10px; grid-template-columns: minmax(0, 34fr) minmax(0, 66fr); align-items: start; }
svg { display: block; width: 100%; height: auto; }
.grid svg { max-width: 430px; } .grid.broad svg { max-width: 560px; }
@media screen and (min-width: 900px) { .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem; } .pair .card { margin: 0; }
  .split { display: grid; grid-template-columns: 3fr 2fr; gap: 2.2rem; }
  .split dl { display: block; margin: 0; } .split dt { margin-top: .5rem; } .split dt:first-child { margin-top: 0; } }
.narrow { display: none; }
@media screen and (max-width: 820px) { .columns { display: block; } .columns svg, .single svg { max-width: 560px; }
  .wide { display: none; } .narrow { display: block; } }
@media (max-width: 520px) { main, header, footer { padding: 0 14px; } header { padding-top: 20px; } h1 { font-size: 1.5rem; }
  dl.terms { grid-template-columns: 1fr; } dl.terms dd { margin-bottom: .4rem; } }
.legend { list-style: none; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .15rem 1.3rem; font-size: .88rem; max-width: none; }
.legend li { display: flex; align-items: center; gap: .45rem; } .legend svg { width: 34px; flex: none; }
.legend svg.glyph { width: 14px; } .key { font-weight: 700; }
ol.chapters { font-size: .88rem; padding-left: 0; margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .1rem 1.3rem; max-width: none; list-style: none; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--accent); font-size: .9rem; }
details > h3 { margin-top: .8rem; }
.scroll { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .85rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding: .3rem 0; }
th, td { padding: .22rem .45rem; text-align: right; white-space: nowrap; border-bottom: 1px solid var(--rule); }
th:first-child { text-align: left; } thead th { vertical-align: bottom; white-space: normal; border-bottom: 1.5px solid var(--axis); }
tbody th { font-weight: 500; } th.group { text-align: left; font-weight: 700; background: var(--strip); }
pre { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: .8rem; overflow-x: auto; font-size: .8rem; line-height: 1.45; }
code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .9em; }
.marks { list-style: none; padding: 0; } .marks li { padding-left: 1.7rem; text-indent: -1.7rem; margin: .35rem 0; }
.mark { display: inline-block; width: 1.7rem; text-indent: 0; color: var(--accent); font-size: 1.05em; }
footer { margin-top: 3rem; padding-bottom: 3rem; }
svg text { font: 10px system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; fill: var(--ink); }
svg text.tick { fill: var(--muted); } svg text.head { font-weight: 600; font-size: 11px; } svg text.bold { font-weight: 700; }
svg text.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg path { fill: none; stroke-linejoin: round; stroke-linecap: round; }
.rule { stroke: var(--rule); stroke-width: .8; } .axis { stroke: var(--axis); stroke-width: 1; }
.strip { fill: var(--strip); } .cut { stroke: var(--axis); stroke-width: .8; stroke-dasharray: 1 3; }
.theta { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 5 3; }
.happened { stroke: var(--ink); stroke-width: .9; stroke-dasharray: 2 2; }
svg path.each { stroke: var(--muted); stroke-width: .6; opacity: .22; }
.line { stroke-width: 1.5; } .main { stroke-width: 2.4; } .dots { stroke-width: 3; opacity: .42; } .rug { stroke-width: 1; opacity: .6; }
.reference { stroke: var(--axis); stroke-width: 1.4; stroke-dasharray: 4 3; }
.range { stroke-width: 6; opacity: .25; } .interval { stroke-width: 3; } .outline { stroke: var(--paper); stroke-width: 1; } .plain { stroke: var(--axis); }
.s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); } .s3 { stroke: var(--c3); }
.s4 { stroke: var(--c4); } .s5 { stroke: var(--c5); } .s6 { stroke: var(--c6); }
svg .f0 { fill: var(--c0); } svg .f1 { fill: var(--c1); } svg .f2 { fill: var(--c2); } svg .f3 { fill: var(--c3); }
svg .f4 { fill: var(--c4); } svg .f5 { fill: var(--c5); } svg .f6 { fill: var(--c6); }
svg .band { opacity: .16; stroke: none; } svg .solid { fill: var(--ink); } svg .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }
.d1 { stroke-dasharray: 7 3; } .d2 { stroke-dasharray: 2.5 3.2; } .d3 { stroke-dasharray: 9 3 2 3; } .d4 { stroke-dasharray: 12 4; }
.d5 { stroke-dasharray: 5 2 1.5 2 1.5 2; }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --muted: #444; --rule: #ddd; --axis: #777; --strip: #eee; --card: #fff;
    --accent: #000; --c0: #000; --c1: #d55e00; --c2: #0072b2; --c3: #009e73; --c4: #b8578c; --c5: #c98500; --c6: #3b9ad6; }
  body { font-size: 10.5pt; } nav { display: none; } main, header, footer { max-width: none; padding: 0; }
  h2 { margin-top: 1.6rem; } h2, h3, .legend { break-after: avoid; } .legend { break-inside: avoid; } .columns, .single > svg, .grid svg, .card { break-inside: avoid; }
  .grid, .grid.three { grid-template-columns: repeat(3, 1fr); } .grid.two, .grid.broad { grid-template-columns: repeat(2, 1fr); }
  details:not([open]) { display: none; } details[open] > summary { display: none; } table { font-size: 7.5pt; } th, td { padding: .1rem .3rem; }
  .scroll { overflow: visible; } }
)css";

}  // namespace nearness::report
