// The text of HTML, as rich-text editors keep it in a text area: paragraphs apart, without tags. The page's parser is
// not asked, since Trusted Types keep text from it.

/** Elements that stand on lines of their own, with what comes before their text. */
const BLOCKS: Record<string, string> = { li: "• " };
for (const name of "p div ul ol h1 h2 h3 h4 h5 h6 blockquote pre table tr dl dt dd hr section article".split(" ")) {
  BLOCKS[name] = "";
}
const CELLS = ["td", "th"];
const LEFT_OUT = ["script", "style", "template"];

/** What only HTML has. Somebody who writes `<name>` as a blank closes nothing. */
const HTML = /<\/(?:p|div|[ou]l|li|h[1-6]|table|tr|t[dh]|span|strong|em|b|i|u|a|s|sup|sub|font)\s*>|<br\s*\/?>/i;
/** Words, white space, a tag, a comment, an entity; or a sign by itself. */
const TOKEN =
  /([^<&\s]+)|(\s+)|<(\/?)([a-z][a-z\d]*)\b[^<>]*>|(<!--)|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));|[<&]/giy;

/** The names that editors write for what people type; others are written as numbers or as they are. */
const NAMED = [..."&<>\"' £€‘’“”–—…•·¼½¾×°"];
const NAMES =
  "amp lt gt quot apos nbsp pound euro lsquo rsquo ldquo rdquo ndash mdash hellip bull middot frac14 frac12 frac34 times deg";
const ENTITIES = new Map(NAMES.split(" ").map((name, at) => [name, NAMED[at]!]));
/** Letters with a mark, such as `eacute`. */
const MARKS: Record<string, string> = { acute: "\u0301", grave: "\u0300", circ: "\u0302", uml: "\u0308" };

/** Whether a value of a field is HTML. */
export const isHtml = (value: string): boolean => HTML.test(value);

/** The text of HTML, and for each of its characters, and its end, where that is in the HTML. */
export function htmlText(html: string): { text: string; at: readonly number[] } {
  const written = new Writing();
  while (written.from < html.length) {
    TOKEN.lastIndex = written.from;
    // Every character begins a token.
    written.from += stretch(html, written, TOKEN.exec(html)!);
  }
  written.line();
  written.takeBack("\n");
  written.at.push(html.length);
  return { text: written.pieces.join(""), at: written.at };
}

/** A text that is written piece by piece. */
class Writing {
  readonly pieces: string[] = [];
  /** Where each character stands in the source. */
  readonly at: number[] = [];
  /** The place in the source that has been reached. */
  from = 0;

  add(piece: string, step: 0 | 1 = 0): void {
    if (piece === "") return;
    this.pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) this.at.push(this.from + unit * step);
  }

  /** White space is one space, and none where a line begins. */
  space(): void {
    if (!" \n\t".includes(this.#last())) this.add(" ");
  }

  line(): void {
    this.takeBack(" ");
    if (!"\n".includes(this.#last())) this.add("\n");
  }

  /** The last piece; nothing where none is written yet. */
  #last(): string {
    return this.pieces.at(-1) ?? "";
  }

  /** Takes back the last piece where it is a certain one. */
  takeBack(piece: string): void {
    if (this.#last() !== piece) return;
    this.pieces.pop();
    this.at.pop();
  }
}

/** Writes what a token stands for, and returns how much of the source that takes. */
function stretch(html: string, written: Writing, token: RegExpExecArray): number {
  const [all, words, white, slash, tag, comment, decimal, hexadecimal, name] = token;
  if (words !== undefined) written.add(words, 1);
  else if (white !== undefined) written.space();
  else if (tag !== undefined) return all.length + skipped(html, written, all, slash !== "", tag);
  else if (comment !== undefined) return lengthTo(html, "-->", written.from);
  else {
    const meant = characterOf(decimal, hexadecimal, name) ?? all;
    if (/^\s$/.test(meant)) written.space();
    else written.add(meant);
  }
  return all.length;
}

/** Writes what a tag stands for, and returns how much behind it is left out. */
function skipped(html: string, written: Writing, tag: string, isEnd: boolean, spelt: string): number {
  const name = spelt.toLowerCase();
  if (LEFT_OUT.includes(name) && !isEnd) return lengthTo(html, `</${spelt}`, written.from + tag.length);
  if (name === "br") written.line();
  if (CELLS.includes(name) && isEnd) written.add("\t");
  if (Object.hasOwn(BLOCKS, name)) {
    written.line();
    if (!isEnd) written.add(BLOCKS[name]!);
  }
  return 0;
}

function lengthTo(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from);
  return (found < 0 ? html.length : found + end.length) - from;
}

/** The character that an entity stands for; `undefined` where it is none that is known. */
function characterOf(decimal?: string, hexadecimal?: string, name = ""): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (!Number.isNaN(code)) return code > 0x10ffff ? undefined : String.fromCodePoint(code);
  const [, letter, mark = ""] = /^([a-z])(acute|grave|circ|uml)$/i.exec(name) ?? [];
  return ENTITIES.get(name) ?? (letter === undefined ? undefined : (letter + MARKS[mark.toLowerCase()]!).normalize());
}
