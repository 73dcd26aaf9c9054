// Checks a page with axe-core: WCAG 2.0 to 2.2, levels A and AA.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const source = await readFile(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Expects no violation in the elements of a selector. */
export async function accessible(page, state, selector = "html") {
  // Given to the page by the driver, and so under any policy.
  await page.evaluate(source);
  const violations = await page.evaluate(
    async ([selector, rules]) => {
      const { violations } = await window.axe.run(selector, { runOnly: { type: "tag", values: rules } });
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(" "))
            .join("; ")}`,
      );
    },
    [selector, RULES],
  );
  assert.deepEqual(violations, [], state);
}
