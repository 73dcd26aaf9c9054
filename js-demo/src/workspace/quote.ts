// Words of a plan where there is room for a line of them.

/** The beginning of words, cut between two of them where they are longer than `most` characters. */
export function shortened(words: string, most: number): string {
  const line = words.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(" ", most);
  return `${line.slice(0, cut > most / 2 ? cut : most)} …`;
}
