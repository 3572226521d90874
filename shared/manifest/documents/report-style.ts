/** The style of `labour/report.html`: system fonts, both colour schemes, fit for paper. Contrast at least 4.5:1. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1b1f23; --soft: #57606a; --line: #d0d7de; --paper: #fdfdfb; --accent: #0b6e69; --note: #fff4d6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --soft: #a3adb7; --line: #3a434d; --paper: #15191d; --accent: #5fc9c0; --note: #3a3013; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin-block: 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin-block: 2.5rem 0.75rem; }
.kind { color: var(--accent); font-weight: 600; margin-block: 0 0.25rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: 1rem; margin-block: 2rem 1rem; }
.figures div { border-block-start: 3px solid var(--accent); padding-block-start: 0.5rem; }
dt { color: var(--soft); font-size: 0.9375rem; }
dd { margin: 0; font-size: 1.375rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.note { background: var(--note); padding: 0.75rem 1rem; border-radius: 0.375rem; }
table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: 0.375rem 0.75rem 0.375rem 0; border-block-end: 1px solid var(--line); vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: 0.9375rem; }
.bar { inline-size: 30%; vertical-align: middle; }
.bar span { display: block; block-size: 0.625rem; border-radius: 0.3125rem; background: var(--accent); }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
footer { margin-block-start: 2.5rem; color: var(--soft); }
@media (max-width: 32rem) { .bar { display: none; } }
@media print { main { max-inline-size: none; padding: 0; } .bar { display: none; } }
`;
