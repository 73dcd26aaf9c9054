// The records of fictional plans that stand beside the page. The demo's build has the command line make them.

/** Fetches the records. Throws where that is not possible. */
export async function madeUpTerm(address: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return new File([await response.blob()], "made-up-term.ndjson");
}
