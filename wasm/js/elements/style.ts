// The style of the elements, each of which stands in a shadow tree: the page's style sheets do not reach it, nor this
// one the page. A page themes the elements by custom properties. Each colour has a value for light pages and one for
// dark pages: which of them counts is the `color-scheme` of the page, and not the preference alone, since most pages
// are light whatever a person prefers.

// A click changes little: with this, only the card and the blocks that it changes are laid out and painted anew.
const ALONE = "contain: layout style;";

const SHEET = `
:host { display: block; }
:host([hidden]) { display: none; }
.eqa-content {
  --eqa-text: var(--ehcp-qa-text, light-dark(#0b0c0c, #f0f2f4));
  --eqa-quiet: var(--ehcp-qa-quiet, light-dark(#484949, #b8bfc6));
  --eqa-line: var(--ehcp-qa-line, light-dark(#b1b4b6, #505860));
  --eqa-background: var(--ehcp-qa-background, light-dark(#ffffff, #1b1f24));
  --eqa-ground: var(--ehcp-qa-ground, light-dark(#f3f5f7, #111417));
  --eqa-accent: var(--ehcp-qa-accent, light-dark(#12344d, #9ecbf0));
  --eqa-link: var(--ehcp-qa-link, light-dark(#1a65a6, #86bff7));
  --eqa-possible: var(--ehcp-qa-possible, light-dark(#1a5a8a, #86bff7));
  --eqa-focus: var(--ehcp-qa-focus, light-dark(#0b0c0c, #ffdd00));
  --eqa-focus-halo: var(--ehcp-qa-focus-halo, light-dark(#ffdd00, #0b0c0c));
  --eqa-error: var(--ehcp-qa-error, light-dark(#b3261e, #ff968c));
  --eqa-warning: var(--ehcp-qa-warning, light-dark(#6b4c00, #f0c35a));
  --eqa-amber: var(--ehcp-qa-amber, light-dark(#b58105, #d9a520));
  --eqa-good: var(--ehcp-qa-good, light-dark(#00703c, #72d29e));
  color: var(--eqa-text);
  font: 1rem/1.45 var(--ehcp-qa-font, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif);
  letter-spacing: normal;
  list-style: disc;
  text-align: start;
  text-indent: 0;
  text-shadow: none;
  text-transform: none;
  white-space: normal;
  word-spacing: normal;
}
* { box-sizing: border-box; }
button, input, select, textarea { font-family: inherit; }
svg { display: block; }
.eqa-content [hidden] { display: none; }
:focus-visible { outline: 3px solid var(--eqa-focus); outline-offset: 2px;
  box-shadow: 0 0 0 3px var(--eqa-focus-halo); }
.eqa-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.eqa-body { min-width: 0; margin: 0; padding: 0; border: 0; }
.eqa-text { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
.eqa-strong { font-weight: 700; }
.eqa-quiet { color: var(--eqa-quiet); }
.eqa-hint { margin: 0 0 0.5rem; color: var(--eqa-quiet); }
.eqa-heading { margin: 0 0 0.75rem; font-size: 1.375rem; line-height: 1.25; }
.eqa-small { display: block; margin: 0 0 0.25rem; font-size: 1rem; font-weight: 700; line-height: 1.4; }
.eqa-card { ${ALONE} margin: 0 0 1.5rem; padding: 1.25rem 1rem; border: 1px solid var(--eqa-line);
  background: var(--eqa-background); scroll-margin-top: 1rem; }
.eqa-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin: 0 0 1rem; }
.eqa-tools .eqa-hint { margin: 0; }
.eqa-pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.5rem 2rem; }
.eqa-wide { grid-column: 1 / -1; }
.eqa-group, .eqa-fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
.eqa-group--error { padding-left: 0.75rem; border-left: 5px solid var(--eqa-error); }
.eqa-label { display: block; margin: 0 0 0.25rem; padding: 0; font-weight: 700; }
.eqa-error { margin: 0 0 0.5rem; color: var(--eqa-error); font-weight: 700; }
.eqa-input { display: block; width: 100%; max-width: 100%; min-height: 2.5rem; margin: 0; padding: 0.375rem 0.5rem;
  border: 2px solid var(--eqa-text); border-radius: 0; background: var(--eqa-background);
  color: inherit; font: inherit; }
.eqa-input:disabled { opacity: 0.6; }
.eqa-input--two { max-width: 4.5rem; }
.eqa-input--four { max-width: 6.5rem; }
.eqa-input--ten { max-width: 14rem; }
.eqa-input--twenty { max-width: 24rem; }
.eqa-select { max-width: 30rem; }
.eqa-textarea { field-sizing: content; min-height: 4.5rem; resize: vertical; }
.eqa-date { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.eqa-answer { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 1rem; }
.eqa-choices--inline { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.eqa-choice { display: flex; align-items: flex-start; gap: 0.5rem; min-height: 2.25rem; }
.eqa-choice label { padding: 0.25rem 0; }
.eqa-radio { flex: none; width: 1.5rem; height: 1.5rem; margin: 0.25rem 0 0;
  accent-color: var(--eqa-accent); }
.eqa-link { min-width: 24px; min-height: 24px; margin: 0; padding: 0; border: 0; background: none;
  color: var(--eqa-link); font: inherit; text-align: start; text-decoration: underline;
  text-underline-offset: 0.15em; cursor: pointer; }
.eqa-answer .eqa-link { min-height: 2.25rem; }
.eqa-link:hover { text-decoration-thickness: 3px; }
.eqa-button { min-height: 2.25rem; margin: 0; padding: 0.25rem 0.875rem;
  border: 2px solid var(--eqa-accent); border-radius: 3px;
  background: var(--eqa-background); color: var(--eqa-accent); font: inherit;
  cursor: pointer; }
.eqa-button:hover { background: var(--eqa-ground); }
.eqa-buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.eqa-facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0; }
.eqa-facts dt { color: var(--eqa-quiet); }
.eqa-facts dd { margin: 0; font-weight: 700; }
.eqa-facts--rows { display: grid; gap: 0.25rem; }
.eqa-facts--rows > div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.eqa-facts--rows dt { flex: 0 0 8.5rem; }
.eqa-facts--rows dd { flex: 1 1 9rem; min-width: 0; }
.eqa-details { margin: 0.5rem 0 0; }
.eqa-details summary { min-height: 24px; color: var(--eqa-link); cursor: pointer; }
.eqa-details[open] { padding-left: 0.75rem; border-left: 4px solid var(--eqa-line); }
.eqa-descriptor { margin: 1.25rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--eqa-line); }
.eqa-descriptor__legend { margin: 0 0 0.25rem; padding: 0; font-size: 1.0625rem; line-height: 1.5; }
.eqa-descriptor__id { display: inline-block; margin-right: 0.25rem; padding: 0 0.4375rem;
  border: 1px solid var(--eqa-accent); color: var(--eqa-accent); font-weight: 700; }
.eqa-descriptor--out { padding: 1rem 0.5rem; border-left: 4px solid var(--eqa-line);
  background: var(--eqa-ground); color: var(--eqa-quiet); }
.eqa-note { margin: 0 0 0.5rem; }
.eqa-record { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1.25rem;
  margin: 1.5rem -1rem -1.25rem; padding: 1.25rem 1rem; border-top: 3px solid var(--eqa-accent);
  background: var(--eqa-ground); }
.eqa-record > :first-child { grid-column: 1 / -1; }
.eqa-tag { display: inline-block; padding: 0 0.4375rem; border: 1px solid;
  background: var(--eqa-background); color: var(--eqa-quiet); font-weight: 700; }
.eqa-tag--error { color: var(--eqa-error); }
.eqa-tag--warning { color: var(--eqa-warning); }
.eqa-tag--information, .eqa-tag--open { color: var(--eqa-link); }
.eqa-tag--good { color: var(--eqa-good); }
.eqa-panel { padding: 1.25rem 1rem; border: 1px solid var(--eqa-line);
  border-top: 6px solid var(--eqa-accent); background: var(--eqa-background); }
.eqa-glimpse { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0;
  padding: 0.5rem 1rem; background: var(--eqa-accent); color: var(--eqa-background);
  border: 1px solid; }
.eqa-block { ${ALONE} padding: 1rem 0; border-top: 1px solid var(--eqa-line); }
.eqa-block:first-of-type { padding-top: 0; border-top: 0; }
.eqa-grade { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 700; line-height: 1.25; }
.eqa-progress { display: block; width: 100%; height: 1rem; accent-color: var(--eqa-possible); }
.eqa-cites { margin: 0.25rem 0 0.5rem; padding: 0; color: var(--eqa-quiet); list-style: none; }
.eqa-cites li { overflow-wrap: anywhere; }
.eqa-rests { margin: 0.125rem 0 0.25rem; color: var(--eqa-quiet); }
.eqa-reasons { margin: 0.25rem 0 0; padding-left: 1.25rem; }
.eqa-reasons > li { margin: 0 0 0.75rem; }
.eqa-reasons p { margin: 0 0 0.25rem; }
.eqa-findings { margin: 0 0 0.5rem; padding: 0; list-style: none; }
.eqa-finding { margin: 0 0 0.75rem; padding: 0.125rem 0 0.125rem 0.75rem;
  border-left: 5px solid var(--eqa-link); }
.eqa-finding--error { border-left-color: var(--eqa-error); }
.eqa-finding--warning { border-left-color: var(--eqa-amber); }
.eqa-finding .eqa-buttons { margin-top: 0.5rem; }
.eqa-steps { margin: 0.25rem 0 0.5rem; padding-left: 1.5rem; }
.eqa-steps li { margin: 0 0 0.5rem; }
.eqa-table { width: 100%; border-collapse: collapse; }
.eqa-table th, .eqa-table td { padding: 0.3125rem 0.5rem 0.3125rem 0;
  border-bottom: 1px solid var(--eqa-line); text-align: start; vertical-align: middle;
  overflow-wrap: anywhere; }
.eqa-table--fixed { table-layout: fixed; }
.eqa-table--fixed th:first-child { width: 26%; }
.eqa-table--fixed th:last-child { width: 30%; }
.eqa-table thead th { hyphens: auto; }
.eqa-table th .eqa-quiet { display: block; font-weight: 400; white-space: nowrap; }
.eqa-table .eqa-number { text-align: end; font-variant-numeric: tabular-nums; }
.eqa-glance { display: flex; flex-wrap: wrap; align-items: center; gap: 0.125rem 0.5rem; }
.eqa-scale--small { width: 6rem; height: auto; flex: none; }
.eqa-scale--large { width: 15rem; max-width: 100%; height: auto; margin-bottom: 0.5rem; }
.eqa-scale__mark { fill: var(--eqa-text); }
.eqa-step rect { fill: var(--eqa-background); stroke: #757b80; stroke-width: 1; }
.eqa-step text { fill: var(--eqa-quiet); font: 11px var(--ehcp-qa-font, system-ui, sans-serif); }
.eqa-step--possible rect { fill: var(--eqa-possible); stroke: var(--eqa-possible); }
.eqa-step--possible text { fill: var(--eqa-background); font-weight: 700; }
.eqa-marked { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid var(--eqa-line);
  background: var(--eqa-background); line-height: 1.6; overflow-wrap: anywhere; white-space: pre-wrap; }
.eqa-mark { background: none; color: inherit; text-decoration: underline wavy 2px var(--eqa-amber);
  text-underline-offset: 4px; }
.eqa-mark--error { text-decoration: underline double 2px var(--eqa-error); }
.eqa-mark--information { text-decoration: underline dotted 2px var(--eqa-link); }
.eqa-statement { ${ALONE} margin: 0 0 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--eqa-line); }
.eqa-number-tag { display: inline-block; min-width: 1.5rem; margin-right: 0.5rem; padding: 0 0.375rem;
  background: var(--eqa-accent); color: var(--eqa-background); text-align: center; }
.eqa-chips { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.eqa-chip { padding: 0.0625rem 0.625rem; border: 2px solid var(--eqa-accent); border-radius: 1rem;
  color: var(--eqa-accent); }
.eqa-chip--missing { border-style: dashed; border-color: var(--eqa-error);
  color: var(--eqa-error); }
.eqa-picture { margin: 0 0 1rem; overflow-x: auto; border: 1px solid var(--eqa-line);
  background: #ffffff; }
.eqa-picture svg { min-width: 60rem; max-width: 100%; height: auto; }
.eqa-problem { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 4px solid var(--eqa-error); }
@media (forced-colors: active) {
  .eqa-number-tag { border: 1px solid; }
  .eqa-scale { forced-color-adjust: none; }
  .eqa-scale__mark { fill: CanvasText; }
  .eqa-step rect { fill: Canvas; stroke: CanvasText; }
  .eqa-step text { fill: CanvasText; }
  .eqa-step--possible rect { fill: Highlight; stroke: Highlight; }
  .eqa-step--possible text { fill: HighlightText; }
}
@media print {
  .eqa-content { color-scheme: light; }
  .eqa-tools, .eqa-buttons, .eqa-answer .eqa-link { display: none; }
  .eqa-details::details-content { display: block; content-visibility: visible; }
  .eqa-card, .eqa-finding, .eqa-statement { break-inside: avoid; }
}
`;

// A page may set the size of its root; the text stays large enough to read.
const SIZED = SHEET.replace(/(-?[\d.]+)rem/g, "calc($1 * var(--ehcp-qa-size, max(1rem, 16px)))");

/** The sheet for this browser: the older ones among those that run the elements know no dark pages. */
function sheetText(): string {
  return CSS.supports("color", "light-dark(#000, #fff)") ? SIZED : SIZED.replace(/light-dark\((#\w+), #\w+\)/g, "$1");
}

/** A constructed style sheet belongs to one document. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/** Puts the style into a shadow tree. No policy of a page forbids it. */
export function adoptStyle(tree: ShadowRoot): void {
  const sheet = sheetOf(tree.ownerDocument);
  if (sheet !== undefined) tree.adoptedStyleSheets = [sheet];
}

function sheetOf(document: Document): CSSStyleSheet | undefined {
  const view = document.defaultView;
  if (view === null || SHEETS.has(document)) return SHEETS.get(document);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(sheetText());
  SHEETS.set(document, sheet);
  return sheet;
}
