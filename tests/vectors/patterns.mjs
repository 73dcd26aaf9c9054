// Reviews that go through the rules of a framework one after another. They are made from the framework's data, so that
// another framework has its own without any code.

import {
  applicabilityOf,
  creditsOf,
  isAll,
  isCounted,
  scoresOf,
  sectionsOf,
  severitiesOf,
} from "../frameworks/reference.mjs";

/** The answers that a descriptor takes. */
function answersTo(framework, id) {
  const { all_of, may_exclude } = applicabilityOf(framework, id);
  const canBeExcluded = all_of.length > 0 || may_exclude;
  return Object.entries(creditsOf(framework, id))
    .filter(([, credit]) => credit !== null || canBeExcluded)
    .map(([answer]) => answer);
}

const answerOfCredit = (framework, id, test) =>
  Object.entries(creditsOf(framework, id)).find(([, credit]) => test(credit))?.[0];

/** A count of no findings for each severity. */
const noFindings = (framework) => Object.fromEntries(severitiesOf(framework).map((severity) => [severity, 0]));

const excludes = (credit) => credit === null;
const isMet = (credit) => credit !== null && isAll(credit);
const isPart = (credit) => credit !== null && credit.of > 0n && credit.of < credit.outOf;
const isNone = (credit) => credit?.of === 0n;

/** By each standing that a check can ask for, the credit of an answer that brings a descriptor into it. */
const CREDITS = {
  counted_yes: isMet,
  counted_partly: isPart,
  counted_no: isNone,
  answered_yes: isMet,
  answered_no: isNone,
};

const sectionWith = (framework, id) =>
  sectionsOf(framework).find(({ descriptors }) => descriptors.some((each) => each.id === id));

/** A review with answers by descriptor and with other fields by section; what is not given is left out. */
export function reviewOf(framework, { plan, criteria, answers = {}, fields = {} }) {
  const sections = {};
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === null) continue;
    const section = (sections[sectionWith(framework, id).id] ??= {});
    (section.descriptors ??= {})[id] = answer;
  }
  for (const [id, values] of Object.entries(fields)) Object.assign((sections[id] ??= {}), values);
  const parts = Object.entries({ plan, criteria, sections }).filter(([, part]) => Object.keys(part ?? {}).length > 0);
  return { framework: framework.id, ...Object.fromEntries(parts) };
}

/** Every way to take one of each list. */
function combinations(lists) {
  return lists.reduce((taken, list) => taken.flatMap((before) => list.map((each) => [...before, each])), [[]]);
}

/** Every pattern of answers and of missing answers in a section. */
export function missingAnswers(framework, { section, plan }) {
  const { descriptors } = sectionsOf(framework).find(({ id }) => id === section);
  const lists = descriptors.map(({ id }) => [null, ...answersTo(framework, id)]);
  return combinations(lists).map((taken) => {
    const answers = Object.fromEntries(descriptors.map(({ id }, index) => [id, taken[index]]));
    return {
      name: `section ${section}: ${taken.map((answer) => answer ?? "-").join(" ")}`,
      review: reviewOf(framework, { plan, answers }),
    };
  });
}

const bestOf = ({ values }) => values.at(-1).id;
const bestCriteria = ({ interpretation: { criteria } }) =>
  Object.fromEntries(criteria.map((each) => [each.id, bestOf(each)]));

/** Each criterion at each of its answers and at none: the others at their best, and all of them open. */
export function criteriaOneByOne(framework) {
  return framework.interpretation.criteria.flatMap(({ id, values }) => {
    const best = bestCriteria(framework);
    const without = Object.fromEntries(Object.entries(best).filter(([other]) => other !== id));
    return [
      { name: `criterion ${id} open, the others best`, review: reviewOf(framework, { criteria: without }) },
      ...values.flatMap((value) => [
        {
          name: `criterion ${id} ${value.id}, the others best`,
          review: reviewOf(framework, { criteria: { ...best, [id]: value.id } }),
        },
        {
          name: `criterion ${id} ${value.id}, the others open`,
          review: reviewOf(framework, { criteria: { [id]: value.id } }),
        },
      ]),
    ];
  });
}

/** Every condition of a framework on a fact. */
function conditionsOn({ interpretation: { applicability, checks } }, field) {
  const all = [...applicability.flatMap(({ all_of }) => all_of), ...checks.flatMap(({ when }) => when ?? [])];
  return all.filter((condition) => condition.field === field);
}

/** The day before a day, both written YYYY-MM-DD. */
const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

const once = (list) => [...new Set(list)];

/** The values of a fact on both sides of each of its borders, and at its own ends. */
function valuesAround(framework, { field, kind, values, least, most }) {
  if (values) return values.map(({ id }) => id);
  const conditions = conditionsOn(framework, field);
  if (kind === "date") {
    const borders = conditions.map(({ from, before }) => from ?? before);
    return once(borders.flatMap((border) => [dayBefore(border), border])).sort();
  }
  if (kind === "number" || field === "year_group" || field === "age") {
    const borders = conditions.map(({ at_least, under }) => at_least ?? under).filter((border) => border !== undefined);
    const ends = kind === "number" ? [least, most] : [];
    return once([...borders.flatMap((border) => [border - 1, border]), ...ends]).sort((a, b) => a - b);
  }
  return [true, false];
}

/** Each fact at each of its values and not known, the others as given; with no answer, and with every answer that
 *  excludes. */
export function factsOneByOne(framework, plan) {
  const ids = sectionsOf(framework).flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
  const excluding = ids.map((id) => [id, answerOfCredit(framework, id, excludes)]);
  const excluded = Object.fromEntries(
    excluding.filter(([id, answer]) => !isCounted(framework, id) && answersTo(framework, id).includes(answer)),
  );
  return framework.interpretation.context.flatMap((fact) =>
    [null, ...valuesAround(framework, fact)].flatMap((value) => {
      const { [fact.field]: _, ...others } = plan;
      const facts = value === null ? others : { ...others, [fact.field]: value };
      const name = `${fact.field} ${value ?? "not known"}`;
      return [
        { name, review: reviewOf(framework, { plan: facts }) },
        { name: `${name}, excluded`, review: reviewOf(framework, { plan: facts, answers: excluded }) },
      ];
    }),
  );
}

/** Every criterion at its best and every descriptor met, alternatives left open; then changed as given. */
function metReview(framework, { plan, answers = {}, fields }) {
  const alternatives = new Set((framework.interpretation.alternatives ?? []).map(({ descriptor }) => descriptor));
  const ids = sectionsOf(framework).flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
  const answerOf = (id) => (isCounted(framework, id) ? noFindings(framework) : answerOfCredit(framework, id, isMet));
  const met = ids.filter((id) => !alternatives.has(id)).map((id) => [id, answerOf(id)]);
  const criteria = bestCriteria(framework);
  return reviewOf(framework, { plan, criteria, answers: { ...Object.fromEntries(met), ...answers }, fields });
}

/** A section with each score of the scale, everything else met. */
export function scoresOneByOne(framework, { section, plan }) {
  return scoresOf(framework).map((score) => ({
    name: `everything met, section ${section} recorded ${score}`,
    review: metReview(framework, { plan, fields: { [section]: { score, rationale: "Discussed." } } }),
  }));
}

/** Each required descriptor at each of its answers and at none, everything else met. */
export function requiredOneByOne(framework, plan) {
  const required = (framework.interpretation.required ?? []).flatMap(({ descriptors }) => descriptors);
  return required.flatMap((id) =>
    [null, ...answersTo(framework, id)].map((answer) => ({
      name: `everything met, ${id} ${answer ?? "-"}`,
      review: metReview(framework, { plan, answers: { [id]: answer } }),
    })),
  );
}

/** Facts and answers to criteria with which a check is made. */
function madeWhen(when, plan) {
  const facts = { ...plan };
  for (const { field, equals, one_of, at_least, under, from, before } of when.filter(({ field }) => field)) {
    facts[field] = equals ?? one_of?.[0] ?? at_least ?? from ?? (before ? dayBefore(before) : under - 1);
  }
  return facts;
}

/** For each check that compares answers and facts: with each of its tests met alone, with all, and with the facts not
 *  known. Each has the answers that it names, and no others. */
export function checksOneByOne(framework, plan) {
  const comparing = framework.interpretation.checks.filter(({ every, any }) => every?.length > 0 || any?.length > 0);
  return comparing.flatMap(({ id, when = [], every, any }) => {
    const tests = every ?? any;
    const answer = ({ descriptor, is }) =>
      is.map((way) => CREDITS[way] && answerOfCredit(framework, descriptor, CREDITS[way])).find(Boolean);
    const criteria = Object.fromEntries(
      when.filter(({ criterion }) => criterion).map(({ criterion, equals }) => [criterion, equals]),
    );
    const answersTo = (taken) => Object.fromEntries(taken.map((test) => [test.descriptor, answer(test)]));
    const facts = madeWhen(when, plan);
    const alone = tests.map((test) => ({
      name: `check ${id}, ${test.descriptor} alone`,
      review: reviewOf(framework, { plan: facts, criteria, answers: answersTo([test]) }),
    }));
    const together = {
      name: `check ${id}`,
      review: reviewOf(framework, { plan: facts, criteria, answers: answersTo(tests) }),
    };
    const unknown = {
      name: `check ${id}, no facts and no criteria`,
      review: reviewOf(framework, { answers: answersTo(tests) }),
    };
    return [...(tests.length > 1 ? alone : []), together, unknown];
  });
}

/** A section and the plan with each score of the scale beside each number of descriptors that are not met; with and
 *  without texts. */
export function recordedOneByOne(framework, { section, plan }) {
  const { descriptors: all } = sectionsOf(framework).find(({ id }) => id === section);
  const descriptors = all.filter(({ id }) => !isCounted(framework, id));
  const overall = framework.wording.overall.id;
  return scoresOf(framework).flatMap((score) =>
    descriptors.concat({}).map((_, failed) => {
      const answers = descriptors.map(({ id }, index) => [
        id,
        answerOfCredit(framework, id, index < failed ? isNone : isMet),
      ]);
      const texts = failed % 2 === 0 ? { rationale: "Discussed.", improvements: "Add it." } : {};
      const fields = { [section]: { score, ...texts }, [overall]: { score } };
      return {
        name: `section ${section} and the plan recorded ${score}, ${failed} not met`,
        review: reviewOf(framework, { plan, answers: Object.fromEntries(answers), fields }),
      };
    }),
  );
}

/** The counts of findings on both sides of each bound of the grade table, in one place and over all; counts that are
 *  not given; and the most that there can be. */
export function countsOneByOne(framework, plan) {
  const { counts, grade_table } = framework.interpretation;
  if (!counts) return [];
  const [place, ...others] = counts.descriptors;
  const none = noFindings(framework);
  const at = (name, answers) => ({ name: `everything met, ${name}`, review: metReview(framework, { plan, answers }) });
  return severitiesOf(framework).flatMap((severity) => {
    const bounds = grade_table.map(({ at_most }) => at_most?.[severity]).filter((bound) => bound !== undefined);
    const { [severity]: _, ...unknown } = none;
    const spread = others[0] ? [{ ...none, [severity]: 1 }] : [];
    return [
      ...once(bounds.flatMap((bound) => [bound, bound + 1]).concat(9999)).flatMap((count) => [
        at(`${count} ${severity}`, { [place]: { ...none, [severity]: count } }),
        ...spread.map((one) =>
          at(`${count} ${severity} and one more`, { [place]: { ...none, [severity]: count }, [others[0]]: one }),
        ),
      ]),
      at(`${severity} not counted`, { [place]: unknown }),
      at(`${severity} null`, { [place]: { ...none, [severity]: null } }),
    ];
  });
}
