// The page of a case-management system, as a server of a test has it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Its address, beside the package. */
export const CASE_PAGE = "/tests/browser/case-page/case.html";

/** The files that it has beside those of this folder, by their paths. */
export async function caseFiles() {
  const jquery = createRequire(import.meta.url).resolve("jquery/dist/jquery.min.js");
  return {
    "/tests/browser/case-page/jquery.min.js": { type: "text/javascript", body: await readFile(jquery) },
  };
}
