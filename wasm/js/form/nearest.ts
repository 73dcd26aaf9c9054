// The word that was probably meant where a page holds another: one that is begun, in initials, or spelt slightly wrong.

const TOKENS = /\p{L}+|\p{N}+/gu;

/** The letters and the numbers of a text, in lower case. */
export const tokensOf = (text: string): string[] => text.toLowerCase().match(TOKENS) ?? [];

/** The one word of a list that is near to what is written; `undefined` where none is, or several are. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const tokens = tokensOf(written.slice(0, MOST_READ));
  if (tokens.length === 0) return undefined;
  const near = words.filter((word) => isNear(tokens, tokensOf(word)));
  return near.length === 1 ? near[0] : undefined;
}

/** No word of a list is as long. */
const MOST_READ = 100;

function isNear(written: readonly string[], word: readonly string[]): boolean {
  const [wrote, meant] = [written.join(""), word.join("")];
  const numbers = word.filter((token) => /^\p{N}/u.test(token));
  if (numbers.length > 0) return numbers.every((number) => written.includes(number));
  const initials = word.map(([first]) => first).join("");
  return (
    (word.length > 1 && wrote === initials) ||
    word.every((token) => written.includes(token)) ||
    (wrote.length > 2 && written.every((token) => word.some((whole) => whole.startsWith(token)))) ||
    changes(wrote, meant) * 4 <= meant.length
  );
}

/** How many letters have to be put in, left out or replaced to make one word of another. */
function changes(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (let at = 0; at < other.length; at += 1) {
      const replaced = row[at]! + (letter === other[at] ? 0 : 1);
      next.push(Math.min(replaced, row[at + 1]! + 1, next[at]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
