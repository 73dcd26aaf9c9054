// The records of fictional plans, a file beside the page. The demo's build makes it with the command line.

/** Fetches the records. Throws where that is not possible. */
export async function fictionalTerm(address: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return new File([await response.blob()], "made-up-term.ndjson");
}
