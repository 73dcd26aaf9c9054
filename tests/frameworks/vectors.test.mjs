// The conformance kit: its files are as they would be made now, the two references agree about the built-in framework,
// and the command line gives what is expected.
// Run with: EHCP_QA=path/to/ehcp-qa node --test tests/frameworks/vectors.test.mjs

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as byHand from "../reference/reference.mjs";
import { differences, differingProblems, documentOf } from "../vectors/check.mjs";
import { frameworkOf, KITS, kitOf, placeOf } from "../vectors/files.mjs";
import { fileOf, made } from "../vectors/make.mjs";
import { assessAll, linesFor, problemsOf, run } from "./command-line.mjs";
import { applySteps } from "./reference.mjs";

const fileOfFramework = (id) => fileURLToPath(new URL(`../../${placeOf(id)}`, import.meta.url));
const split = ({ cases }) => ({
  valid: cases.filter(({ expect }) => !expect.problems),
  malformed: cases.filter(({ expect }) => expect.problems),
});

for (const id of KITS) {
  test(`${id}: the file is what the reference makes now`, () => {
    assert.ok(readFileSync(fileOf(id), "utf8") === made(id), "it is stale: run node tests/vectors/make.mjs");
  });

  test(`${id}: every case has a name of its own, and there are enough`, () => {
    const { cases } = kitOf(id);
    assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
    assert.ok(cases.length >= (id === "shropshire-2023" ? 300 : 40), `${cases.length}`);
    assert.ok(readFileSync(fileOf(id)).length < 400_000);
  });

  test(`${id}: every check finds something in a case, and nothing in another`, () => {
    const { valid } = split(kitOf(id));
    for (const check of frameworkOf(id).interpretation.checks) {
      const found = valid.filter(({ expect }) => expect.findings.includes(check.id)).length;
      assert.ok(found > 0 && found < valid.length, `${check.id}: ${found} of ${valid.length}`);
    }
  });
}

test("the reference whose tables were typed by hand comes to the same", () => {
  const { valid } = split(kitOf("shropshire-2023"));
  for (const { name, review, expect } of valid) {
    const { plan, sections, progress, findings } = byHand.assess(review);
    const ends = (interval) => interval && [interval.best, interval.worst];
    const inOrder = (rules) => [...rules].sort();
    assert.deepEqual(
      {
        sections: Object.fromEntries(Object.keys(expect.sections).map((id) => [id, ends(sections[id].suggested)])),
        plan: [plan.criteria, plan.cap, plan.suggested].map(ends),
        gate: [plan.gate.state, plan.gate.suggestion],
        progress: [progress.total.answered, progress.total.total],
        findings: inOrder(findings.map(({ rule, at }) => `${rule} ${at}`)),
        path: byHand.pathTo(review, expect.path_length[0]).length,
      },
      {
        sections: expect.sections,
        plan: [expect.criteria, expect.cap, expect.suggested],
        gate: expect.gate,
        progress: expect.progress,
        findings: inOrder(expect.findings.map((rule, index) => `${rule} ${expect.places[index]}`)),
        path: expect.path_length[1],
      },
      name,
    );
  }
});

for (const id of KITS) {
  test(`${id}: the command line`, () => {
    const file = fileOfFramework(id);
    const { framework, cases } = kitOf(id);
    assert.equal(run(["framework", "digest", file]).split(" ")[0].trim(), framework.sha256);
    const { valid, malformed } = split({ cases });
    const reviews = valid.map(({ review }) => review);
    const [assessments, lines] = [assessAll(file, reviews), linesFor(file, reviews)];
    const problems = problemsOf(file, malformed.map(documentOf));
    const found = [
      ...valid.flatMap((vector, index) => differences(vector, assessments[index], { line: lines[index] })),
      ...malformed.flatMap((vector, index) => differingProblems(vector, problems[index])),
    ];
    assert.equal(found.length, 0, found.slice(0, 10).join("\n"));
  });

  // A checklist has no gate, and no path to it.
  const hasGate = frameworkOf(id).interpretation.gate !== undefined;
  test(`${id}: after the steps of a path nothing is left to do`, { skip: !hasGate }, () => {
    const file = fileOfFramework(id);
    const reviews = split(kitOf(id)).valid.map(({ review }) => review);
    const paths = assessAll(file, reviews).map(({ path }) => path);
    const walked = reviews.flatMap((review, index) =>
      paths[index].reachable ? [applySteps(review, paths[index].steps)] : [],
    );
    assert.ok(walked.length > 0);
    for (const { path } of assessAll(file, walked)) assert.deepEqual([path.reachable, path.steps], [true, []]);
  });
}
