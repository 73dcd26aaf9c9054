// Sanity cases for the reference. The expected values are worked out by hand from the grading
// rules; the working stands beside each. Run with: node --test tests/reference/

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  allowedChanges,
  applySteps,
  assess,
  CRITERIA,
  pathTo,
  smallestAmong,
  smallestChangeCount,
} from "./reference.mjs";
import { randomReview } from "./random-review.mjs";

const IDS = (
  "A1 A2 A3 A4 A5 E1 E2 E3 E4 E5 B1 B2 B3 C1 C2 D1 D2 D3 F1 F2 F3 F4 F5 G1 G2 G3 G4 " +
  "H1.1 H1.2 H1.3 H1.4 H2.1 H2.2 H2.3 I1 I2 I3 J1 J2 J3 K1 K2 K3 " +
  "overall.1 overall.2 overall.3 overall.4 overall.5"
).split(" ");
const sectionOf = (id) => (id.includes(".") ? id.split(".")[0] : id[0]);
const pointer = (id) => `/sections/${sectionOf(id)}/descriptors/${id}`;

/** A draft with every need: D2, G4 (Year 5), I1-I3 and K2 do not apply; the other 42 do. */
const DRAFT = {
  stage: "draft",
  year_group: 5,
  age: 9,
  health_needs: true,
  social_care_needs: true,
  personal_budget: true,
};
const NOT_ON_DRAFT = ["D2", "G4", "I1", "I2", "I3", "K2"];
/** A final plan in Year 10 with every need: only D2 does not apply. */
const FINAL = { ...DRAFT, stage: "final", year_group: 10, age: 15 };

const ALL_BEST = Object.fromEntries(CRITERIA.map(([id, values]) => [id, values.at(-1)]));

/** Builds a review; `answers` by descriptor id, `fields` by section (score, improvements, rationale). */
function reviewOf({ plan = {}, criteria = {}, answers = {}, fields = {} }) {
  const sections = {};
  for (const [id, answer] of Object.entries(answers)) {
    sections[sectionOf(id)] ??= { descriptors: {} };
    sections[sectionOf(id)].descriptors[id] = answer;
  }
  for (const [section, values] of Object.entries(fields)) Object.assign((sections[section] ??= {}), values);
  return { framework: "shropshire-2023", plan, criteria, sections };
}

/** A draft with all criteria at their best and yes to every descriptor that applies, then changed as given. */
function draftWith({ plan = {}, criteria = {}, answers = {}, fields = {} } = {}) {
  const yes = Object.fromEntries(IDS.filter((id) => !NOT_ON_DRAFT.includes(id)).map((id) => [id, "yes"]));
  return reviewOf({
    plan: { ...DRAFT, ...plan },
    criteria: { ...ALL_BEST, ...criteria },
    answers: { ...yes, ...answers },
    fields,
  });
}

const point = (score) => ({ best: score, worst: score });
const range = (best, worst) => ({ best, worst });
const rulesAt = (review) => assess(review).findings.map(({ rule, at }) => `${rule} ${at}`);

function findingNamed(review, rule) {
  return assess(review).findings.filter((finding) => finding.rule === rule);
}

test("an empty review: everything is open", () => {
  const result = assess({ framework: "shropshire-2023" });
  // Criteria: all could be best (1) or not met (4). Each section could be all yes (2) or all no (4).
  // Cap: sections at 2 leave 1; a section at 4 leaves 3. Overall: max(1, 1) to max(4, 3).
  assert.deepEqual(result.plan, {
    criteria: range(1, 4),
    cap: range(1, 3),
    suggested: range(1, 4),
    recorded: null,
    gate: { state: "undecided", suggestion: "across" },
  });
  for (const entry of Object.values(result.sections)) {
    assert.deepEqual(entry, { suggested: range(2, 4), recorded: null });
  }
  assert.deepEqual(Object.keys(result.sections), "A E B C D F G H1 H2 I J K overall".split(" "));
  assert.deepEqual(Object.keys(result.descriptors), IDS);
  assert.ok(Object.values(result.descriptors).every((state) => state === "open"));
  // Descriptors of each section plus one score; 48 + 13 + 10 criteria = 71.
  const totals = { A: 6, E: 6, B: 4, C: 3, D: 4, F: 6, G: 5, H1: 5, H2: 4, I: 4, J: 4, K: 4, overall: 6 };
  for (const [section, total] of Object.entries(totals)) {
    assert.deepEqual(result.progress.sections[section], { answered: 0, total });
  }
  assert.deepEqual(result.progress.criteria, { answered: 0, total: 10 });
  assert.deepEqual(result.progress.total, { answered: 0, total: 71 });
  assert.deepEqual(result.findings, [
    {
      rule: "context-not-known",
      severity: "information",
      at: "/plan",
      params: {
        fields: ["stage", "year_group", "age", "health_needs", "social_care_needs", "personal_budget"],
        rules: [
          "health-need-without-provision",
          "social-care-need-without-provision",
          "placement-on-draft",
          "budget-silent-on-final",
          "pfa-from-year-9",
        ],
      },
    },
  ]);
});

test("null and empty objects say the same as absence", () => {
  const bare = assess({ framework: "shropshire-2023" });
  const nulls = { framework: "shropshire-2023", plan: null, review: null, criteria: null, sections: null };
  assert.deepEqual(assess(nulls), bare);
  const inner = {
    framework: "shropshire-2023",
    plan: { stage: null, age: null },
    criteria: { writing: null },
    sections: { A: null, B: {}, C: { descriptors: null, score: null }, D: { descriptors: { D1: null } } },
  };
  assert.deepEqual(assess(inner), bare);
});

test("a finished draft with everything met", () => {
  const result = assess(draftWith());
  // All criteria best: 1. All sections 2: no cap. Section I: nothing applies on a draft.
  assert.deepEqual(result.plan.suggested, point(1));
  assert.deepEqual(result.plan.gate, { state: "undecided", suggestion: "inside" });
  assert.deepEqual(result.sections.I, { suggested: null, recorded: null });
  assert.deepEqual(result.sections.K, { suggested: point(2), recorded: null });
  assert.deepEqual(result.findings, []);
  // 42 descriptors apply and are answered; 10 criteria; no scores: 12 sections to score (not I).
  assert.deepEqual(result.progress.total, { answered: 52, total: 64 });
  assert.deepEqual(result.progress.sections.I, { answered: 0, total: 0 });
});

test("the grade table", () => {
  const cases = [
    [{}, point(1)],
    [{ smart_outcomes: "not_met" }, point(2)],
    [{ specific_provision: "not_met" }, point(2)],
    [{ golden_thread: "not_met" }, point(2)],
    [{ pfa_age_appropriate: "not_met" }, point(2)],
    [{ writing: "mostly_well_written" }, point(2)],
    [{ writing: "not_met" }, point(3)],
    [{ appropriate_detail: "not_met" }, point(3)],
    [{ correct_sections: "not_met" }, point(3)],
    [{ complies: "not_met" }, point(4)],
    [{ no_admin_errors: "not_met" }, point(4)],
    [{ agreed_font: "not_met" }, point(4)],
    // Open ones: best with them at their best, worst with them not met.
    [{ golden_thread: null }, range(1, 2)],
    [{ writing: null }, range(1, 3)],
    [{ correct_sections: null }, range(1, 3)],
    [{ complies: null }, range(1, 4)],
    [{ golden_thread: null, smart_outcomes: "not_met" }, point(2)],
    [{ complies: null, appropriate_detail: "not_met" }, range(3, 4)],
    [{ complies: null, agreed_font: "not_met" }, point(4)],
  ];
  for (const [criteria, expected] of cases) {
    assert.deepEqual(assess(draftWith({ criteria })).plan.criteria, expected, JSON.stringify(criteria));
  }
});

test("section suggestions", () => {
  // y yes, n no, - open, x not applicable; for section A (5, always apply), G on a final plan (4,
  // G4 may be excluded), C (2, C2 may be excluded).
  const cases = [
    ["A", "yyyyy", point(2)],
    ["A", "yyyyn", point(3)],
    ["A", "yyynn", point(3)], // 3 of 5 is at least half
    ["A", "yynnn", point(4)], // 2 of 5 is not
    ["A", "nnnnn", point(4)],
    ["A", "yyyy-", range(2, 3)], // worst: 4 of 5
    ["A", "yyy--", range(2, 3)], // worst: 3 of 5
    ["A", "yy---", range(2, 4)], // worst: 2 of 5
    ["A", "yyn--", range(3, 4)], // best: 4 of 5, worst: 2 of 5
    ["A", "yyyn-", point(3)], // best 4 of 5, worst 3 of 5
    ["A", "nnn--", point(4)], // best: 2 of 5
    ["A", "-nn--", range(3, 4)], // best: 3 of 5
    ["G", "yynn", point(3)], // exactly half
    ["G", "ynnx", point(4)], // 1 of 3
    ["G", "yynx", point(3)], // 2 of 3
    ["G", "yyyx", point(2)],
    ["C", "yx", point(2)],
    ["C", "nx", point(4)],
    ["C", "ny", point(3)],
    ["C", "-x", range(2, 4)],
  ];
  const words = { y: "yes", n: "no", x: "not_applicable", "-": null };
  for (const [section, marks, expected] of cases) {
    const answers = Object.fromEntries([...marks].map((mark, index) => [`${section}${index + 1}`, words[mark]]));
    const result = assess(reviewOf({ plan: FINAL, answers }));
    assert.deepEqual(result.sections[section].suggested, expected, `${section} ${marks}`);
  }
  // All of D excluded while social care is not known: nothing applies, so no suggestion.
  const none = reviewOf({ answers: { D1: "not_applicable", D2: "not_applicable", D3: "not_applicable" } });
  assert.equal(assess(none).sections.D.suggested, null);
});

test("applicability by context", () => {
  const all = (prefix) => IDS.filter((id) => id.startsWith(prefix));
  const cases = [
    [{ social_care_needs: false }, ["D1", ...all("H1"), ...all("H2")]],
    [{ social_care_needs: true }, ["D2"]],
    [{ health_needs: false }, ["G1", "G2", "G3", "G4"]],
    [{ health_needs: true }, []],
    [{ year_group: 8 }, ["G4"]],
    [{ year_group: 9 }, []],
    [{ year_group: -2 }, ["G4"]],
    [{ age: 18 }, all("H1")],
    [{ age: 17 }, []],
    [{ age: 25, year_group: 15 }, all("H1")],
    [{ stage: "draft" }, ["I1", "I2", "I3", "K2"]],
    [{ stage: "proposed_amended" }, ["I1", "I2", "I3", "K2"]],
    [{ stage: "final" }, []],
    [{ personal_budget: false }, ["J2", "J3"]],
    [{ personal_budget: true }, []],
    [{ home_educated: true, medical_diagnosis: false, reference: "REF-1" }, []],
  ];
  for (const [plan, expected] of cases) {
    const { descriptors } = assess(reviewOf({ plan }));
    const out = IDS.filter((id) => descriptors[id] === "does_not_apply");
    assert.deepEqual(out, expected, JSON.stringify(plan));
  }
});

test("not_applicable counts where it may be given, and is open where the context now forbids it", () => {
  const excluded = ["C2", "D1", "D2", "D3", "G1", "G4", "H1.1", "H2.1", "I1", "I2", "J2", "J3", "K2"];
  const answers = Object.fromEntries(excluded.map((id) => [id, "not_applicable"]));
  const statesFor = (plan) => {
    const { descriptors } = assess(reviewOf({ plan, answers }));
    return Object.fromEntries(excluded.map((id) => [id, descriptors[id]]));
  };
  const na = "not_applicable";
  const out = "does_not_apply";
  assert.deepEqual(statesFor({}), Object.fromEntries(excluded.map((id) => [id, na])));
  // Final, Year 10, age 15, all needs: D2 does not apply; D1, G1, H1.1, H2.1, I1, K2 apply for sure.
  assert.deepEqual(statesFor(FINAL), {
    C2: na,
    D1: "open",
    D2: out,
    D3: na,
    G1: "open",
    G4: na,
    "H1.1": "open",
    "H2.1": "open",
    I1: "open",
    I2: na,
    J2: na,
    J3: na,
    K2: "open",
  });
  // H1 rests on two fields: with one of them not known it stays open context; with one against, out.
  assert.equal(statesFor({ social_care_needs: true })["H1.1"], na);
  assert.equal(statesFor({ social_care_needs: true })["H2.1"], "open");
  assert.equal(statesFor({ age: 20 })["H1.1"], out);
  assert.deepEqual(
    findingNamed(reviewOf({ plan: FINAL, answers }), "not-applicable-but-applies").map(({ at }) => at),
    ["D1", "G1", "H1.1", "H2.1", "I1", "K2"].map(pointer),
  );
});

test("the cap", () => {
  const twoOfFive = { A1: "no", A2: "no", A3: "no" };
  const cases = [
    [{ answers: { A1: "no" } }, point(2)],
    [{ answers: twoOfFive }, point(3)],
    [{ answers: { A1: null } }, range(1, 2)], // A: 2 to 3
    [{ answers: { A1: null, A2: null, A3: null } }, range(1, 3)], // A: 2 to 4
    // A recorded score counts before the suggestion, for better and for worse.
    [{ answers: twoOfFive, fields: { A: { score: 2 } } }, point(1)],
    [{ fields: { A: { score: 4 } } }, point(3)],
    [{ fields: { A: { score: 3 } } }, point(2)],
    [{ answers: { A1: null, A2: null, A3: null }, fields: { A: { score: 1 } } }, point(1)],
    // The overall block counts by its descriptors and not by the plan's score.
    [{ answers: { "overall.1": "no" } }, point(2)],
    [{ answers: { "overall.1": "no" }, fields: { overall: { score: 1 } } }, point(2)],
    [{ fields: { overall: { score: 4 } } }, point(1)],
    // Nothing applies in I on a draft: a score there does not count.
    [{ fields: { I: { score: 4 } } }, point(1)],
  ];
  for (const [changes, expected] of cases) {
    const { cap, suggested } = assess(draftWith(changes)).plan;
    assert.deepEqual(cap, expected, JSON.stringify(changes));
    // The criteria are all at their best, so the cap is the suggestion.
    assert.deepEqual(suggested, expected, JSON.stringify(changes));
  }
  // End by end: criteria 1 to 2, cap 2 to 3.
  const mixed = draftWith({ criteria: { golden_thread: null }, answers: { A1: "no", A2: null, A3: null } });
  assert.deepEqual(assess(mixed).plan.suggested, range(2, 3));
});

test("the gate rests on the record and repeats the suggestion", () => {
  const gate = (changes) => assess(draftWith(changes)).plan.gate;
  const inadequate = { criteria: { complies: "not_met" } };
  assert.deepEqual(gate({ fields: { overall: { score: 1 } } }), { state: "may_be_issued", suggestion: "inside" });
  assert.deepEqual(gate({ fields: { overall: { score: 2 } }, ...inadequate }), {
    state: "may_be_issued",
    suggestion: "outside",
  });
  assert.deepEqual(gate({ fields: { overall: { score: 3 } } }), { state: "not_to_be_issued", suggestion: "inside" });
  assert.deepEqual(gate({ criteria: { writing: null } }), { state: "undecided", suggestion: "across" });
  assert.deepEqual(gate({ criteria: { golden_thread: null } }), { state: "undecided", suggestion: "inside" });
});

test("findings on recorded scores", () => {
  const reasons = { rationale: "Discussed." };
  const found = (changes) => rulesAt(draftWith(changes));
  const better = { improvements: "Add it." };
  // 1 with a no in the section: one finding, and not also "far" (A suggests 4 here).
  const failing = { A1: "no", A2: "no", A3: "no" };
  assert.deepEqual(found({ answers: failing, fields: { A: { score: 1, ...reasons, ...better } } }), [
    "recorded-outstanding-with-no /sections/A/score",
  ]);
  // A suggests 4: a 2 is two away, a 3 one away.
  assert.deepEqual(found({ answers: failing, fields: { A: { score: 2, ...reasons, ...better } } }), [
    "recorded-far-from-suggestion /sections/A/score",
  ]);
  assert.deepEqual(found({ answers: failing, fields: { A: { score: 3, ...reasons, ...better } } }), []);
  // A suggests 2: a 1 and a 3 are one away, a 4 two away.
  assert.deepEqual(found({ fields: { A: { score: 1, ...reasons } } }), []);
  assert.deepEqual(found({ fields: { A: { score: 3, ...reasons } } }), []);
  assert.deepEqual(found({ fields: { A: { score: 4, ...reasons } } }), [
    "recorded-far-from-suggestion /sections/A/score",
  ]);
  // A suggests 2 to 4 with three open: nothing is far.
  const open = { A1: null, A2: null, A3: null };
  assert.deepEqual(found({ answers: open, fields: { A: { score: 4, ...reasons } } }), []);
  // No rationale, white space alone included.
  assert.deepEqual(found({ fields: { A: { score: 2 } } }), ["score-without-rationale /sections/A/rationale"]);
  assert.deepEqual(found({ fields: { A: { score: 2, rationale: " \n\u00a0" } } }), [
    "score-without-rationale /sections/A/rationale",
  ]);
  assert.deepEqual(found({ fields: { overall: { score: 2 } } }), [
    "score-without-rationale /sections/overall/rationale",
  ]);
  // A score where nothing applies; it still wants its rationale.
  assert.deepEqual(found({ fields: { I: { score: 2 } } }), [
    "score-where-nothing-applies /sections/I/score",
    "score-without-rationale /sections/I/rationale",
  ]);
});

test("findings on the plan's recorded score", () => {
  const found = (score, changes) =>
    rulesAt(draftWith({ ...changes, fields: { overall: { score, rationale: "Agreed.", improvements: "Noted." } } }));
  const at = "/sections/overall/score";
  const requiresImprovement = { criteria: { correct_sections: "not_met" } };
  // The criteria say 3: a 2 is better than they allow but only one away; a 1 is two away as well.
  assert.deepEqual(found(2, requiresImprovement), [`recorded-better-than-criteria ${at}`]);
  assert.deepEqual(found(1, requiresImprovement), [
    `recorded-better-than-criteria ${at}`,
    `recorded-far-from-suggestion ${at}`,
  ]);
  assert.deepEqual(found(3, requiresImprovement), []);
  // Still possible: with that criterion open the criteria allow 1.
  assert.deepEqual(found(1, { criteria: { correct_sections: null } }), []);
  // The criteria say 1 and the cap, from F with two of five, says 3. (F3 no contradicts a criterion.)
  const capped = { answers: { F2: "no", F4: "no", F5: "no" } };
  const noted = "no-without-improvement /sections/F/improvements";
  assert.deepEqual(found(2, capped), [noted, `recorded-better-than-cap ${at}`]);
  assert.deepEqual(found(1, capped), [noted, `recorded-better-than-cap ${at}`, `recorded-far-from-suggestion ${at}`]);
  // One answer of A open: the cap is 1 to 2 (A at 4 of 5 is a 3), so a 1 is still possible.
  assert.deepEqual(found(1, { answers: { A1: null } }), []);
  // The block's own no: the cap says 2, so a 1 is better than that; and 1 with a no silences "far".
  const block = { answers: { "overall.1": "no" }, criteria: { complies: "not_met" } };
  assert.deepEqual(found(1, block), [
    `recorded-better-than-cap ${at}`,
    `recorded-better-than-criteria ${at}`,
    `recorded-outstanding-with-no ${at}`,
  ]);
  // Far is measured against the plan's suggestion (1), not against the block's (2).
  assert.deepEqual(found(3, {}), [`recorded-far-from-suggestion ${at}`]);
});

test("findings on answers that contradict the criteria", () => {
  const cases = [
    ["overall.3", "golden_thread", "golden-thread-against-overall-3"],
    ["overall.5", "pfa_age_appropriate", "pfa-against-overall-5"],
    ["B3", "pfa_age_appropriate", "pfa-against-b3"],
    ["E3", "pfa_age_appropriate", "pfa-against-e3"],
    ["E2", "smart_outcomes", "smart-outcomes-against-e2"],
    ["F3", "specific_provision", "specific-provision-against-f3"],
  ];
  for (const [id, criterion, rule] of cases) {
    const finding = { rule, severity: "warning", at: pointer(id) };
    assert.deepEqual(findingNamed(draftWith({ answers: { [id]: "no" } }), rule), [finding]);
    for (const value of ["not_met", null]) {
      const without = draftWith({ answers: { [id]: "no" }, criteria: { [criterion]: value } });
      assert.deepEqual(findingNamed(without, rule), []);
    }
    assert.deepEqual(findingNamed(draftWith({ answers: { [id]: null } }), rule), []);
  }
});

test("findings on answers", () => {
  const improvements = (fields) =>
    findingNamed(draftWith({ answers: { A1: "no", A2: "no" }, fields }), "no-without-improvement");
  const one = [{ rule: "no-without-improvement", severity: "warning", at: "/sections/A/improvements" }];
  assert.deepEqual(improvements({}), one); // one for the section, not one for each no
  assert.deepEqual(improvements({ A: { improvements: "\t " } }), one);
  assert.deepEqual(improvements({ A: { improvements: "Say how." } }), []);
  // A no that does not apply is not counted, and is only information.
  assert.deepEqual(rulesAt(draftWith({ answers: { D2: "no", G4: "yes", K2: "not_applicable" } })), [
    `answer-does-not-apply ${pointer("D2")}`,
    `answer-does-not-apply ${pointer("G4")}`,
  ]);
});

test("findings that rest on the context", () => {
  const at = (rule, changes) => findingNamed(draftWith(changes), rule).map((finding) => finding.at);
  const health = "health-need-without-provision";
  assert.deepEqual(at(health, { answers: { G1: "no" } }), [pointer("G1")]);
  assert.deepEqual(at(health, { answers: { G1: "no" }, plan: { health_needs: null } }), []);
  assert.deepEqual(at(health, { answers: { G1: "not_applicable" } }), []);

  const social = "social-care-need-without-provision";
  assert.deepEqual(at(social, { answers: { "H2.1": "no", "H1.1": "no" } }), [pointer("H2.1")]);
  assert.deepEqual(at(social, { answers: { "H2.1": "no" } }), []); // H1.1 yes: there is provision
  assert.deepEqual(at(social, { answers: { "H2.1": "no" }, plan: { age: 18 } }), [pointer("H2.1")]);
  // H1.1 not applicable: open while it applies for sure, an answer while the age is not known.
  const excluded = { "H2.1": "no", "H1.1": "not_applicable" };
  assert.deepEqual(at(social, { answers: excluded }), []);
  assert.deepEqual(at(social, { answers: excluded, plan: { age: null } }), [pointer("H2.1")]);
  assert.deepEqual(at(social, { answers: { "H2.1": "no", "H1.1": "no" }, plan: { social_care_needs: null } }), []);

  const placement = "placement-on-draft";
  assert.deepEqual(at(placement, { answers: { I3: "yes", I2: "yes", I1: "no" } }), [pointer("I2")]);
  assert.deepEqual(at(placement, { answers: { I1: "yes" }, plan: { stage: "proposed_amended" } }), []);
  assert.deepEqual(at(placement, { answers: { I1: "yes" }, plan: { stage: null } }), []);
  assert.deepEqual(at(placement, { answers: { I1: "no" } }), []);

  const budget = "budget-silent-on-final";
  assert.deepEqual(at(budget, { answers: { J1: "no" }, plan: { stage: "final" } }), [pointer("J1")]);
  assert.deepEqual(at(budget, { answers: { J1: "no" } }), []);

  assert.deepEqual(at("pfa-every-plan", { answers: { E3: "no", B3: "no" } }), [pointer("B3")]);
  assert.deepEqual(at("pfa-every-plan", { answers: { E3: "no" } }), [pointer("E3")]);

  const year9 = "pfa-from-year-9";
  assert.deepEqual(at(year9, { answers: { F1: "no", G4: "no" }, plan: { year_group: 9 } }), [pointer("F1")]);
  assert.deepEqual(at(year9, { answers: { G4: "no" }, plan: { year_group: 9 } }), [pointer("G4")]);
  assert.deepEqual(at(year9, { answers: { F1: "no" }, plan: { year_group: 8 } }), []);
  assert.deepEqual(at(year9, { answers: { F1: "no" }, plan: { year_group: null } }), []);

  // Only what is not known is named; the age alone leaves no rule unchecked.
  const notKnown = (plan) => findingNamed(draftWith({ plan }), "context-not-known").map(({ params }) => params);
  assert.deepEqual(notKnown({ age: null }), [{ fields: ["age"], rules: [] }]);
  assert.deepEqual(notKnown({ personal_budget: null, stage: null }), [
    { fields: ["stage", "personal_budget"], rules: ["placement-on-draft", "budget-silent-on-final"] },
  ]);
  assert.deepEqual(notKnown({ home_educated: null, medical_diagnosis: null }), []);
});

test("severities", () => {
  const review = draftWith({
    plan: { stage: "final", year_group: 9 },
    answers: { G1: "no", "H1.1": "no", "H2.1": "no", J1: "no", B3: "no", F1: "no", D2: "no", K2: "not_applicable" },
    criteria: { complies: "not_met" },
    fields: { overall: { score: 1 } },
  });
  const severity = Object.fromEntries(assess(review).findings.map((finding) => [finding.rule, finding.severity]));
  // Cap: H2 2 of 3 yes, F 4 of 5, others alike: 3, so at best 2; the recorded 1 is better, and far
  // from the suggested 4.
  assert.deepEqual(severity, {
    "answer-does-not-apply": "information",
    "budget-silent-on-final": "error",
    "health-need-without-provision": "error",
    "no-without-improvement": "warning",
    "not-applicable-but-applies": "warning",
    "pfa-against-b3": "warning",
    "pfa-every-plan": "warning",
    "pfa-from-year-9": "warning",
    "recorded-better-than-cap": "warning",
    "recorded-better-than-criteria": "error",
    "recorded-far-from-suggestion": "warning",
    "score-without-rationale": "warning",
    "social-care-need-without-provision": "error",
  });
  const draft = draftWith({ answers: { I1: "yes" } });
  assert.equal(findingNamed(draft, "placement-on-draft")[0].severity, "error");
});

test("progress", () => {
  const section = (changes, name) => assess(draftWith(changes)).progress.sections[name];
  assert.deepEqual(section({}, "A"), { answered: 5, total: 6 });
  assert.deepEqual(section({ answers: { A1: null }, fields: { A: { score: 2 } } }, "A"), { answered: 5, total: 6 });
  assert.deepEqual(section({ fields: { overall: { score: 2 } } }, "overall"), { answered: 6, total: 6 });
  // A not_applicable that the context forbids is not an answer; one that is allowed is.
  assert.deepEqual(section({ answers: { G1: "not_applicable" } }, "G"), { answered: 2, total: 4 });
  assert.deepEqual(section({ answers: { C2: "not_applicable" } }, "C"), { answered: 2, total: 3 });
  // All of D excluded while the context is open: three answers, and no score to give.
  const excluded = { D1: "not_applicable", D2: "not_applicable", D3: "not_applicable" };
  const openContext = { answers: excluded, plan: { social_care_needs: null }, fields: { D: { score: 2 } } };
  assert.deepEqual(section(openContext, "D"), { answered: 3, total: 3 });
});

test("the path to a grade", () => {
  const step = (kind, at, value, state) => ({ kind, at, value, state });
  const turn = (id, state) => step("descriptor", pointer(id), "yes", state);
  const [open, otherwise] = ["not_answered", "answered_otherwise"];
  assert.deepEqual(pathTo(draftWith(), 1), []);
  const review = draftWith({
    criteria: { writing: null, agreed_font: "not_met", golden_thread: null },
    // A: 1 of 5 sure (A4). For Good three are needed, so the two open ones turned to yes are enough.
    // E: 4 of 5: enough for Good; for Outstanding the failed one is to be turned too.
    // G: 2 of the 3 that apply, and G2 excluded against the context, so not answered: 3 at worst.
    answers: { A1: "no", A2: "no", A3: null, A5: null, E4: "no", G2: "not_applicable", "overall.2": null },
    // D is recorded at 4, H1 at 3, K at 2; I at 4 where nothing applies; the plan's score is no step.
    fields: { D: { score: 4 }, H1: { score: 3 }, K: { score: 2 }, I: { score: 4 }, overall: { score: 4 } },
  });
  assert.deepEqual(pathTo(review, 4), []);
  assert.deepEqual(pathTo(review, 3), [step("criterion", "/criteria/agreed_font", "met", otherwise)]);
  assert.deepEqual(pathTo(review, 2), [
    step("criterion", "/criteria/agreed_font", "met", otherwise),
    step("criterion", "/criteria/writing", "mostly_well_written", open),
    turn("A3", open),
    turn("A5", open),
    step("rescore", "/sections/D/score", 3, otherwise),
  ]);
  assert.deepEqual(pathTo(review, 1), [
    step("criterion", "/criteria/agreed_font", "met", otherwise),
    step("criterion", "/criteria/writing", "well_written_and_clear", open),
    step("criterion", "/criteria/golden_thread", "met", open),
    turn("A1", otherwise),
    turn("A2", otherwise),
    turn("A3", open),
    turn("A5", open),
    turn("E4", otherwise),
    step("rescore", "/sections/D/score", 2, otherwise),
    turn("G2", open),
    step("rescore", "/sections/H1/score", 2, otherwise),
    turn("overall.2", open),
  ]);
});

test("not answered ones are chosen first, and the steps stand in printed order", () => {
  // None of five is yes; three are needed: the open A5 and A3 (in that section's order A3, A5), then
  // the first failed one, A1. Listed as printed: A1, A3, A5.
  const review = draftWith({ answers: { A1: "no", A2: "no", A3: null, A4: "no", A5: null } });
  assert.deepEqual(
    pathTo(review, 2).map(({ at, state }) => [at, state]),
    [
      [pointer("A1"), "answered_otherwise"],
      [pointer("A3"), "not_answered"],
      [pointer("A5"), "not_answered"],
    ],
  );
});

test("applySteps leaves the review as it was and makes room where nothing is", () => {
  const review = { framework: "shropshire-2023", sections: { A: null } };
  const steps = [
    { at: "/criteria/complies", value: "met" },
    { at: "/sections/A/descriptors/A1", value: "yes" },
    { at: "/sections/D/score", value: 3 },
  ];
  assert.deepEqual(applySteps(review, steps), {
    framework: "shropshire-2023",
    criteria: { complies: "met" },
    sections: { A: { descriptors: { A1: "yes" } }, D: { score: 3 } },
  });
  assert.deepEqual(review, { framework: "shropshire-2023", sections: { A: null } });
});

// ---- Over random reviews ------------------------------------------------------------------

/** Trying every set of changes takes tens of milliseconds a review, so those tests take fewer. */
const SEARCHED = 150;
const SEEDS = 1000;

test("random: the path is minimal, and taking it reaches the grade", () => {
  let steps = 0;
  for (let seed = 0; seed < SEARCHED; seed += 1) {
    const review = randomReview(seed);
    for (const score of [1, 2, 3, 4]) {
      const path = pathTo(review, score);
      assert.equal(path.length, smallestChangeCount(review, score), `seed ${seed}, score ${score}`);
      const after = applySteps(review, path);
      assert.ok(assess(after).plan.suggested.worst <= score, `seed ${seed}, score ${score}`);
      assert.deepEqual(pathTo(after, score), [], `seed ${seed}, score ${score}`);
      steps += path.length;
    }
  }
  assert.ok(steps > SEARCHED, `only ${steps} steps`);
});

test("random: searching all parts together finds the same number as part by part", () => {
  let searched = 0;
  for (let seed = 0; seed < 2 * SEEDS; seed += 1) {
    const review = randomReview(seed);
    const together = allowedChanges(review).flatMap(([, places]) => places);
    const sets = together.reduce((product, options) => product * (1 + options.length), 1);
    if (sets > 1000) continue;
    for (const score of [1, 2, 3]) {
      assert.equal(smallestAmong(review, score, together), smallestChangeCount(review, score), `seed ${seed}`);
    }
    searched += 1;
  }
  assert.ok(searched >= 20, `only ${searched} reviews were small enough`);
});

test("random: the ends of the intervals are the scores of answering everything well, or badly", () => {
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const review = randomReview(seed);
    const before = assess(review);
    const finish = (answer, valueOf) => {
      const open = IDS.filter((id) => before.descriptors[id] === "open");
      const unmet = Object.keys(ALL_BEST).filter((id) => (review.criteria?.[id] ?? null) === null);
      return assess(
        applySteps(review, [
          ...open.map((id) => ({ at: pointer(id), value: answer })),
          ...unmet.map((id) => ({ at: `/criteria/${id}`, value: valueOf(id) })),
        ]),
      ).plan;
    };
    assert.deepEqual(finish("yes", (id) => ALL_BEST[id]).suggested, point(before.plan.suggested.best), `seed ${seed}`);
    assert.deepEqual(finish("no", () => "not_met").suggested, point(before.plan.suggested.worst), `seed ${seed}`);
  }
});

test("random: the reviews are the same for the same seed and valid", () => {
  assert.equal(JSON.stringify(randomReview(7)), JSON.stringify(randomReview(7)));
  assert.notEqual(JSON.stringify(randomReview(7)), JSON.stringify(randomReview(8)));
  const onlyKeys = (object, keys) => {
    for (const key of Object.keys(object ?? {})) assert.ok(keys.includes(key), `unknown field ${key}`);
  };
  const oneOf = (values, value) => assert.ok(value == null || values.includes(value), `not one of ${values}`);
  const within = (low, high, value) =>
    assert.ok(value == null || (Number.isInteger(value) && value >= low && value <= high));
  const text = (most, value) => assert.ok(value == null || (typeof value === "string" && [...value].length <= most));
  // Descriptors that always apply and have no "if applicable" in their wording.
  const never = "A1 A2 A3 A4 A5 E1 E2 E3 E4 E5 B1 B2 B3 C1 F1 F2 F3 F4 F5 J1 K1 K3".split(" ");
  const context = ["health_needs", "social_care_needs", "personal_budget", "home_educated", "medical_diagnosis"];
  for (let seed = 0; seed < 2000; seed += 1) {
    const { framework, plan, review, criteria, sections, ...rest } = randomReview(seed);
    assert.deepEqual(rest, {});
    assert.equal(framework, "shropshire-2023");
    onlyKeys(plan, ["reference", "stage", "year_group", "age", ...context]);
    text(64, plan?.reference);
    oneOf(["draft", "final", "proposed_amended"], plan?.stage);
    within(-2, 15, plan?.year_group);
    within(0, 25, plan?.age);
    for (const field of context) oneOf([true, false], plan?.[field]);
    onlyKeys(review, ["level", "reviewer", "date"]);
    within(1, 5, review?.level);
    onlyKeys(review?.reviewer, ["role", "id"]);
    text(64, review?.reviewer?.role);
    text(64, review?.reviewer?.id);
    if (review?.date != null) assert.equal(new Date(review.date).toISOString().slice(0, 10), review.date);
    onlyKeys(criteria, Object.keys(ALL_BEST));
    for (const [id, value] of Object.entries(criteria ?? {})) {
      oneOf(id === "writing" ? ["not_met", "mostly_well_written", ALL_BEST.writing] : ["met", "not_met"], value);
    }
    for (const [name, section] of Object.entries(sections ?? {})) {
      onlyKeys(section, ["descriptors", "score", "strengths", "improvements", "rationale"]);
      within(1, 4, section?.score);
      for (const field of ["strengths", "improvements", "rationale"]) text(20000, section?.[field]);
      for (const [id, answer] of Object.entries(section?.descriptors ?? {})) {
        assert.ok(IDS.includes(id) && sectionOf(id) === name, `${id} under ${name}`);
        oneOf(["yes", "no", "not_applicable"], answer);
        if (answer === "not_applicable") assert.ok(!never.includes(id) && name !== "overall", id);
      }
    }
  }
});

test("random: every rule, grade, gate, state and kind of step comes up", () => {
  const seen = new Map();
  const see = (name) => seen.set(name, (seen.get(name) ?? 0) + 1);
  for (let seed = 0; seed < 2000; seed += 1) {
    const review = randomReview(seed);
    const { plan, descriptors, sections, findings } = assess(review);
    for (const { rule } of findings) see(rule);
    for (const state of Object.values(descriptors)) see(state);
    for (const { suggested } of Object.values(sections)) {
      see(suggested === null ? "section: none" : `section: ${suggested.best}-${suggested.worst}`);
    }
    see(`gate: ${plan.gate.state} ${plan.gate.suggestion}`);
    see(`plan: ${plan.suggested.best}-${plan.suggested.worst}`);
    for (const score of [1, 2, 3]) {
      const path = pathTo(review, score);
      see(`path ${score}: ${path.length === 0 ? "empty" : "steps"}`);
      for (const { kind, state } of path) see(`${kind}: ${state}`);
    }
  }
  const expected = [
    ...(
      "recorded-outstanding-with-no recorded-far-from-suggestion recorded-better-than-criteria " +
      "recorded-better-than-cap score-without-rationale no-without-improvement not-applicable-but-applies " +
      "answer-does-not-apply score-where-nothing-applies context-not-known golden-thread-against-overall-3 " +
      "pfa-against-overall-5 pfa-against-b3 pfa-against-e3 smart-outcomes-against-e2 " +
      "specific-provision-against-f3 health-need-without-provision social-care-need-without-provision " +
      "placement-on-draft budget-silent-on-final pfa-every-plan pfa-from-year-9 " +
      "yes no not_applicable open does_not_apply"
    ).split(" "),
    ...["none", "2-2", "2-3", "2-4", "3-3", "3-4", "4-4"].map((ends) => `section: ${ends}`),
    ...["may_be_issued", "not_to_be_issued", "undecided"].flatMap((state) =>
      ["inside", "across", "outside"].map((suggestion) => `gate: ${state} ${suggestion}`),
    ),
    ...["1-1", "1-2", "1-3", "1-4", "2-2", "2-3", "2-4", "3-3", "3-4", "4-4"].map((ends) => `plan: ${ends}`),
    ...[1, 2, 3].flatMap((score) => [`path ${score}: empty`, `path ${score}: steps`]),
    ...["criterion: not_answered", "criterion: answered_otherwise"],
    ...["descriptor: not_answered", "descriptor: answered_otherwise", "rescore: answered_otherwise"],
  ];
  assert.deepEqual(
    expected.filter((name) => (seen.get(name) ?? 0) < 5),
    [],
  );
});
