// What kind a file is, by its name and its first bytes.

/** How files begin that are no text: packages such as XLSX and Word files, files of old Office programs, and PDFs. */
const STARTS = ["PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF"];

/** Whether a file goes to the reader of spreadsheets, which says what it is where it is none. */
export async function isForSheets(file: File): Promise<boolean> {
  if (/\.(csv|tsv)$/i.test(file.name)) return true;
  // What cannot be read at all is told by the reader of records.
  const bytes = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  const start = String.fromCharCode(...new Uint8Array(bytes));
  return STARTS.includes(start);
}
