// Checks a page with axe-core: WCAG 2.0 to 2.2, levels A and AA, and the order of headings and landmarks.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const source = await readFile(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What axe-core counts as good practice. */
const PRACTICE = ["heading-order", "landmark-unique", "landmark-one-main", "page-has-heading-one"];

/** Expects no violation in the elements of a selector, and enough contrast for people who prefer dark pages too. */
export async function accessible(page, state, selector = "html") {
  // Given to the page by the driver, and so under any policy.
  await page.evaluate(source);
  const practice = selector === "html" ? PRACTICE : [];
  const rules = Object.fromEntries(practice.map((rule) => [rule, { enabled: true }]));
  assert.deepEqual(await violations(page, selector, { runOnly: { type: "tag", values: RULES }, rules }), [], state);
  // Forced colours are those of the system, and axe-core does not know its background.
  if (await page.evaluate(() => matchMedia("(forced-colors: active)").matches)) return;
  await page.emulateMedia({ colorScheme: "dark" });
  const contrast = { runOnly: { type: "rule", values: ["color-contrast"] } };
  assert.deepEqual(await violations(page, selector, contrast), [], `${state}, dark`);
  await page.emulateMedia({ colorScheme: null });
}

/** What is wrong, in a line for each rule, with the elements that it is wrong in. */
function violations(page, selector, options) {
  return page.evaluate(
    async ([selector, options]) => {
      const { violations } = await window.axe.run(selector, options);
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(" "))
            .join("; ")}`,
      );
    },
    [selector, options],
  );
}
