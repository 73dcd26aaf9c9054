// The style of the elements, each of which stands in a shadow tree: the page's style sheets do not reach it, nor this
// one the page. A page themes the elements by custom properties.

// A click changes little: with this, only the card and the blocks that it changes are laid out and painted anew.
const ALONE = "contain: layout style;";

const SHEET = `
:host { display: block; }
:host([hidden]) { display: none; }
.eqa-content {
  color: var(--ehcp-qa-text, #0b0c0c);
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
:focus-visible { outline: 3px solid var(--ehcp-qa-focus, #0b0c0c); outline-offset: 2px;
  box-shadow: 0 0 0 3px var(--ehcp-qa-focus-halo, #ffdd00); }
.eqa-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.eqa-body { min-width: 0; margin: 0; padding: 0; border: 0; }
.eqa-text { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
.eqa-strong { font-weight: 700; }
.eqa-quiet { color: var(--ehcp-qa-quiet, #484949); }
.eqa-hint { margin: 0 0 0.5rem; color: var(--ehcp-qa-quiet, #484949); }
.eqa-heading { margin: 0 0 0.75rem; font-size: 1.375rem; line-height: 1.25; }
.eqa-small { display: block; margin: 0 0 0.25rem; font-size: 1rem; font-weight: 700; line-height: 1.4; }
.eqa-card { ${ALONE} margin: 0 0 1.5rem; padding: 1.25rem 1rem; border: 1px solid var(--ehcp-qa-line, #b1b4b6);
  background: var(--ehcp-qa-background, #ffffff); scroll-margin-top: 1rem; }
.eqa-tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin: 0 0 1rem; }
.eqa-tools .eqa-hint { margin: 0; }
.eqa-pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1.5rem 2rem; }
.eqa-wide { grid-column: 1 / -1; }
.eqa-group, .eqa-fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
.eqa-group--error { padding-left: 0.75rem; border-left: 5px solid var(--ehcp-qa-error, #b3261e); }
.eqa-label { display: block; margin: 0 0 0.25rem; padding: 0; font-weight: 700; }
.eqa-error { margin: 0 0 0.5rem; color: var(--ehcp-qa-error, #b3261e); font-weight: 700; }
.eqa-input { display: block; width: 100%; max-width: 100%; min-height: 2.5rem; margin: 0; padding: 0.375rem 0.5rem;
  border: 2px solid var(--ehcp-qa-text, #0b0c0c); border-radius: 0; background: var(--ehcp-qa-background, #ffffff);
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
  accent-color: var(--ehcp-qa-accent, #12344d); }
.eqa-link { min-width: 24px; min-height: 24px; margin: 0; padding: 0; border: 0; background: none;
  color: var(--ehcp-qa-link, #1a65a6); font: inherit; text-align: start; text-decoration: underline;
  text-underline-offset: 0.15em; cursor: pointer; }
.eqa-answer .eqa-link { min-height: 2.25rem; }
.eqa-link:hover { text-decoration-thickness: 3px; }
.eqa-button { min-height: 2.25rem; margin: 0; padding: 0.25rem 0.875rem;
  border: 2px solid var(--ehcp-qa-accent, #12344d); border-radius: 3px;
  background: var(--ehcp-qa-background, #ffffff); color: var(--ehcp-qa-accent, #12344d); font: inherit;
  cursor: pointer; }
.eqa-button:hover { background: var(--ehcp-qa-ground, #f3f5f7); }
.eqa-buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.eqa-facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0; }
.eqa-facts dt { color: var(--ehcp-qa-quiet, #484949); }
.eqa-facts dd { margin: 0; font-weight: 700; }
.eqa-facts--rows { display: grid; gap: 0.25rem; }
.eqa-facts--rows > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 0.5rem; }
.eqa-details { margin: 0.5rem 0 0; }
.eqa-details summary { min-height: 24px; color: var(--ehcp-qa-link, #1a65a6); cursor: pointer; }
.eqa-details[open] { padding-left: 0.75rem; border-left: 4px solid var(--ehcp-qa-line, #b1b4b6); }
.eqa-descriptor { margin: 1.25rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--ehcp-qa-line, #b1b4b6); }
.eqa-descriptor__legend { margin: 0 0 0.25rem; padding: 0; font-size: 1.0625rem; line-height: 1.5; }
.eqa-descriptor__id { display: inline-block; margin-right: 0.25rem; padding: 0 0.4375rem;
  border: 1px solid var(--ehcp-qa-accent, #12344d); color: var(--ehcp-qa-accent, #12344d); font-weight: 700; }
.eqa-descriptor--out { padding: 1rem 0.5rem; border-left: 4px solid var(--ehcp-qa-line, #b1b4b6);
  background: var(--ehcp-qa-ground, #f3f5f7); color: var(--ehcp-qa-quiet, #484949); }
.eqa-note { margin: 0 0 0.5rem; }
.eqa-record { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1.25rem;
  margin: 1.5rem -1rem -1.25rem; padding: 1.25rem 1rem; border-top: 3px solid var(--ehcp-qa-accent, #12344d);
  background: var(--ehcp-qa-ground, #f3f5f7); }
.eqa-record > :first-child { grid-column: 1 / -1; }
.eqa-tag { display: inline-block; padding: 0 0.4375rem; border: 1px solid;
  background: var(--ehcp-qa-background, #ffffff); color: var(--ehcp-qa-quiet, #484949); font-weight: 700; }
.eqa-tag--error { color: var(--ehcp-qa-error, #b3261e); }
.eqa-tag--warning { color: var(--ehcp-qa-warning, #6b4c00); }
.eqa-tag--information, .eqa-tag--open { color: var(--ehcp-qa-link, #1a65a6); }
.eqa-tag--good { color: var(--ehcp-qa-good, #00703c); }
.eqa-panel { padding: 1.25rem 1rem; border: 1px solid var(--ehcp-qa-line, #b1b4b6);
  border-top: 6px solid var(--ehcp-qa-accent, #12344d); background: var(--ehcp-qa-background, #ffffff); }
.eqa-glimpse { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin: 0;
  padding: 0.5rem 1rem; background: var(--ehcp-qa-accent, #12344d); color: var(--ehcp-qa-background, #ffffff);
  border: 1px solid; }
.eqa-block { ${ALONE} padding: 1rem 0; border-top: 1px solid var(--ehcp-qa-line, #b1b4b6); }
.eqa-block:first-of-type { padding-top: 0; border-top: 0; }
.eqa-grade { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 700; line-height: 1.25; }
.eqa-progress { display: block; width: 100%; height: 1rem; accent-color: var(--ehcp-qa-possible, #1a5a8a); }
.eqa-cites { margin: 0.25rem 0 0.5rem; padding: 0; color: var(--ehcp-qa-quiet, #484949); list-style: none; }
.eqa-cites li { overflow-wrap: anywhere; }
.eqa-rests { margin: 0.125rem 0 0.25rem; color: var(--ehcp-qa-quiet, #484949); }
.eqa-reasons { margin: 0.25rem 0 0; padding-left: 1.25rem; }
.eqa-reasons > li { margin: 0 0 0.75rem; }
.eqa-reasons p { margin: 0 0 0.25rem; }
.eqa-findings { margin: 0 0 0.5rem; padding: 0; list-style: none; }
.eqa-finding { margin: 0 0 0.75rem; padding: 0.125rem 0 0.125rem 0.75rem;
  border-left: 5px solid var(--ehcp-qa-link, #1a65a6); }
.eqa-finding--error { border-left-color: var(--ehcp-qa-error, #b3261e); }
.eqa-finding--warning { border-left-color: var(--ehcp-qa-amber, #b58105); }
.eqa-finding .eqa-buttons { margin-top: 0.5rem; }
.eqa-steps { margin: 0.25rem 0 0.5rem; padding-left: 1.5rem; }
.eqa-steps li { margin: 0 0 0.5rem; }
.eqa-table { width: 100%; border-collapse: collapse; }
.eqa-table th, .eqa-table td { padding: 0.3125rem 0.5rem 0.3125rem 0;
  border-bottom: 1px solid var(--ehcp-qa-line, #b1b4b6); text-align: start; vertical-align: middle;
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
.eqa-scale__mark { fill: var(--ehcp-qa-text, #0b0c0c); }
.eqa-step rect { fill: var(--ehcp-qa-background, #ffffff); stroke: #757b80; stroke-width: 1; }
.eqa-step text { fill: var(--ehcp-qa-quiet, #484949); font: 11px var(--ehcp-qa-font, system-ui, sans-serif); }
.eqa-step--possible rect { fill: var(--ehcp-qa-possible, #1a5a8a); stroke: var(--ehcp-qa-possible, #1a5a8a); }
.eqa-step--possible text { fill: #ffffff; font-weight: 700; }
.eqa-marked { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 1px solid var(--ehcp-qa-line, #b1b4b6);
  background: var(--ehcp-qa-background, #ffffff); line-height: 1.6; overflow-wrap: anywhere; white-space: pre-wrap; }
.eqa-mark { background: none; color: inherit; text-decoration: underline wavy 2px var(--ehcp-qa-amber, #b58105);
  text-underline-offset: 4px; }
.eqa-mark--error { text-decoration: underline double 2px var(--ehcp-qa-error, #b3261e); }
.eqa-mark--information { text-decoration: underline dotted 2px var(--ehcp-qa-link, #1a65a6); }
.eqa-statement { margin: 0 0 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--ehcp-qa-line, #b1b4b6); }
.eqa-number-tag { display: inline-block; min-width: 1.5rem; margin-right: 0.5rem; padding: 0 0.375rem;
  background: var(--ehcp-qa-accent, #12344d); color: var(--ehcp-qa-background, #ffffff); text-align: center; }
.eqa-chips { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.eqa-chip { padding: 0.0625rem 0.625rem; border: 2px solid var(--ehcp-qa-accent, #12344d); border-radius: 1rem;
  color: var(--ehcp-qa-accent, #12344d); }
.eqa-chip--missing { border-style: dashed; border-color: var(--ehcp-qa-error, #b3261e);
  color: var(--ehcp-qa-error, #b3261e); }
.eqa-picture { margin: 0 0 1rem; overflow-x: auto; border: 1px solid var(--ehcp-qa-line, #b1b4b6);
  background: #ffffff; }
.eqa-picture svg { min-width: 60rem; max-width: 100%; height: auto; }
.eqa-problem { margin: 0 0 1rem; padding: 0.75rem 1rem; border: 4px solid var(--ehcp-qa-error, #b3261e); }
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
  .eqa-tools, .eqa-buttons, .eqa-answer .eqa-link { display: none; }
  .eqa-details::details-content { display: block; content-visibility: visible; }
  .eqa-card, .eqa-finding, .eqa-statement { break-inside: avoid; }
}
`;

// A page may set the size of its root; the text stays large enough to read.
const SIZED = SHEET.replace(/([\d.]+)rem/g, "calc($1 * var(--ehcp-qa-size, max(1rem, 16px)))");

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
  sheet.replaceSync(SIZED);
  SHEETS.set(document, sheet);
  return sheet;
}
