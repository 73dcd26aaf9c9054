// Files that a person drops on a page, chooses in a field, or gets from the page.

import { readFile } from "node:fs/promises";

/** Drops files on the page: texts by their names, or the handle of a `File` that the page has, or of several. */
export function drop(page, files) {
  return page.evaluate((files) => {
    const data = new DataTransfer();
    const dropped =
      files instanceof File
        ? [files]
        : Array.isArray(files)
          ? files
          : Object.entries(files).map(([name, text]) => new File([text], name));
    for (const file of dropped) data.items.add(file);
    dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

/** Chooses a JSON file in a field. */
export function choose(field, text, name = "review.json") {
  return field.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** The name, the bytes and the text of the file that the page hands over for an action. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** The same for a click on a button. */
export function exported(page, name) {
  return downloaded(page, () => page.getByRole("button", { name, exact: true }).click());
}
