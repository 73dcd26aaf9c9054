// The table of requirements of the built-in framework, enumerated from its JSON alone. Its digest is kept, and the
// core's has to be the same.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const { interpretation, wording } = JSON.parse(read("../../core/frameworks/shropshire-2023.json"));

/** Every combination of an entry of each list, the last changing first. */
const combinations = (lists) =>
  lists.reduce((begun, list) => begun.flatMap((one) => list.map((entry) => [...one, entry])), [[]]);

test("the digest that is kept is that of all combinations", () => {
  const { criteria, grade_table: table, section_cap: limits } = interpretation;
  const ids = criteria.map(({ id }) => id);
  const lines = [[...ids, "worst_section", "grade"].join(",")];
  // 1 is the best score of this framework.
  const scores = wording.scale.grades.map(({ score }) => score).sort((one, other) => one - other);
  for (const answers of combinations(criteria.map(({ values }) => values.map(({ id }) => id)))) {
    const rank = (criterion, answer) =>
      criteria.find(({ id }) => id === criterion).values.findIndex(({ id }) => id === answer);
    const isMet = ({ requires }) =>
      Object.entries(requires).every(
        ([criterion, least]) => rank(criterion, answers[ids.indexOf(criterion)]) >= rank(criterion, least),
      );
    const byCriteria = table.find(isMet).score;
    for (const section of scores) {
      const reached = limits.filter(({ section_score: score }) => score <= section);
      const grade = Math.max(byCriteria, ...reached.map(({ plan_at_best: best }) => best));
      lines.push([...answers, section, grade].join(","));
    }
  }
  // Nine criteria with two answers, one with three, and four scores.
  assert.equal(lines.length, 1 + 2 ** 9 * 3 * 4);
  const digest = createHash("sha256")
    .update(`${lines.join("\n")}\n`)
    .digest("hex");
  assert.equal(digest, read("../vectors/requirements.sha256").trim());
});
