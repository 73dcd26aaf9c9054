// Checks a long text in pieces, between which the page answers.

import type { Absence, Lint, Span } from "./documents.js";

/** A piece takes a fraction of the 50 ms after which a page is felt to wait. */
const PIECE = 2_000;
/** As many parts of findings are kept of a text that is checked in one go. */
const MOST_PARTS = 1_000;

/** Checks a long text; `undefined` where it is no longer wanted. */
export async function lintPieces(
  text: string,
  lint: (piece: string) => Lint,
  isWanted: () => boolean,
): Promise<Lint | undefined> {
  let joined: Lint | undefined;
  let parts = 0;
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    const piece = lint(text.slice(start, end));
    move(piece, start);
    const kept = piece.findings.filter(({ parts: { length } }) => (parts += length) <= MOST_PARTS);
    const left = piece.findings.slice(kept.length).reduce((sum, finding) => sum + finding.parts.length, 0);
    if (joined === undefined) joined = { ...piece, findings: kept, more: piece.more + left };
    else {
      joined.findings.push(...kept);
      joined.statements.push(...piece.statements);
      joined.outcomes.push(...piece.outcomes);
      joined.more += piece.more + left;
      joined.absent = joined.absent.flatMap((absence) => inBoth(absence, piece.absent));
    }
    start = end;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return undefined;
  }
  return joined;
}

/** Where a piece ends: at the last paragraph, line, sentence or word in its reach. */
function endOfPiece(text: string, start: number): number {
  const most = start + PIECE;
  if (most >= text.length) return text.length;
  for (const mark of ["\n\n", "\n", ". ", " "]) {
    const at = text.lastIndexOf(mark, most - mark.length);
    if (at > start) return at + mark.length;
  }
  // A character outside the basic plane is two units.
  return /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
}

/** What no part of the text says is what none of its pieces says. */
function inBoth(absence: Absence, others: readonly Absence[]): Absence[] {
  const other = others.find(({ rule }) => rule === absence.rule);
  if (other === undefined) return [];
  if (absence.pillars === undefined || other.pillars === undefined) return [absence];
  const pillars = absence.pillars.filter((pillar) => other.pillars!.includes(pillar));
  return pillars.length === 0 ? [] : [{ ...absence, pillars }];
}

/** Moves every place of what was found. */
function move(value: unknown, by: number): void {
  if (typeof value !== "object" || value === null) return;
  if (isSpan(value)) {
    value.start += by;
    value.end += by;
  } else for (const member of Object.values(value)) move(member, by);
}

function isSpan(value: object): value is Span {
  const { start, end } = value as Partial<Span>;
  return typeof start === "number" && typeof end === "number";
}
