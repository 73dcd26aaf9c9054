// The score line of a review, a second time: written from `docs/score-line.md` alone and kept apart from the engine.

import { answersListed, given, isCounted, recordedScore, sectionsOf, severitiesOf } from "./reference.mjs";

const STAGES = { draft: "d", final: "f", proposed_amended: "p" };
const NOT_GIVEN = "-";

/** CRC-32 as in zip files (ISO-HDLC), in eight hexadecimal digits. */
function crc32(text) {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

const USUAL = { yes: "y", no: "n", not_applicable: "x" };

/** The letter of each answer to a descriptor by its id: for the usual answers their own, for another its place in the
 *  list. */
function lettersOf(framework, descriptor) {
  const answers = answersListed(framework, descriptor);
  if (!answers) return USUAL;
  return Object.fromEntries(answers.map(({ id }, place) => [id, USUAL[id] ?? place.toString(36)]));
}

const OF_LAW = ["stage", "year_group", "age"];
const declared = ({ interpretation: { context } }) => context.filter(({ field }) => !OF_LAW.includes(field));
const isNumbered = ({ kind }) => kind === "number" || kind === "date";

/** The letter of a fact that is true or false, or one of some words. */
function letterOf({ kind, values }, value) {
  if (value === null) return NOT_GIVEN;
  if (kind === "choice") return values.findIndex(({ id }) => id === value).toString(36);
  return value ? "y" : "n";
}

function factsOf(framework, review) {
  const fact = (field) => given(review, "plan", field);
  const lettered = declared(framework).filter((each) => !isNumbered(each));
  const numbered = declared(framework).filter(isNumbered);
  return {
    p: (STAGES[fact("stage")] ?? NOT_GIVEN) + lettered.map((each) => letterOf(each, fact(each.field))).join(""),
    y: String(fact("year_group") ?? ""),
    a: String(fact("age") ?? ""),
    f: numbered.map(({ field }) => String(fact(field) ?? NOT_GIVEN).replace(/(?<=\d)-/g, "")).join(","),
  };
}

function criteriaOf({ interpretation: { criteria } }, review) {
  const numbers = criteria.map(({ id, values }) =>
    values.findIndex((value) => value.id === given(review, "criteria", id)),
  );
  return numbers.map((number) => (number < 0 ? NOT_GIVEN : String(number))).join("");
}

/** Each count that a line has, with its descriptor and its severity. */
function countsOf(framework) {
  return sectionsOf(framework).flatMap((section) =>
    section.descriptors
      .filter(({ id }) => isCounted(framework, id))
      .flatMap(({ id }) => severitiesOf(framework).map((severity) => ({ section, id, severity }))),
  );
}

function sectionOf(framework, review, section) {
  const answers = section.descriptors.map(({ id }) => {
    const answer = given(review, "sections", section.id, "descriptors", id);
    return answer === null || isCounted(framework, id) ? NOT_GIVEN : lettersOf(framework, id)[answer];
  });
  const score = recordedScore(review, section);
  return answers.join("") + (score === null ? "" : `.${score}`);
}

/** The ids that the letters and digits of a line stand for. */
function idsOf(framework) {
  const { criteria, answers, answer_sets } = framework.interpretation;
  const ids = sectionsOf(framework).flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
  return [
    ...criteria.flatMap(({ id, values }) => [id, ...values.map((value) => value.id)]),
    ...sectionsOf(framework).flatMap(({ descriptors }) => descriptors.map(({ id }) => id)),
    ...declared(framework)
      .filter(({ kind }) => (kind ?? "flag") !== "flag")
      .flatMap(({ field, kind, values }) => [field, ...(kind === "choice" ? values.map(({ id }) => id) : [])]),
    ...countsOf(framework).flatMap(({ id, severity }) => [id, severity]),
    ...(answers ?? []).map(({ id }) => id),
    ...(answer_sets ?? []).flatMap((set) => [
      ...set.answers.map(({ id }) => id),
      ...ids.filter((id) => answersListed(framework, id) === set.answers),
    ]),
  ];
}

export function lineOf(framework, review) {
  const { p, y, a, f } = factsOf(framework, review);
  const level = String(given(review, "review", "level") ?? "");
  const counts = countsOf(framework).map(
    ({ section, id, severity }) => given(review, "sections", section.id, "descriptors", id, severity) ?? NOT_GIVEN,
  );
  const fields = [
    ["p=", p],
    ["y=", y],
    ["a=", a],
    ["f=", f],
    ["l=", level],
    ["c=", criteriaOf(framework, review)],
    ["n=", counts.join(",")],
    ...sectionsOf(framework).map((section) => [`${section.id}:`, sectionOf(framework, review, section)]),
  ];
  const isGiven = ([, value]) => !/^[-,]*$/.test(value);
  const line = ["EHCPQA:1", framework.id, ...fields.filter(isGiven).map(([key, value]) => key + value)].join("/");
  return `${line}/k=${crc32([line, ...idsOf(framework)].join("/"))}`;
}
