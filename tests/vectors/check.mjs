// Checks what an engine makes of a review against a vector: those worked out by hand, and those of the kit. A page
// loads this file too, so it imports nothing.

const ends = (interval) => interval && [interval.best, interval.worst];
const standing =
  (way) =>
  ({ sections }) =>
    sections.flatMap(({ descriptors }) => descriptors[way] ?? []);

/** How each expectation is read from an assessment; `pathTo` and `line` are what the engine gives beside it. */
const read = {
  criteria: ({ plan }) => ends(plan.criteria),
  mean: ({ plan }) => ends(plan.mean),
  required: ({ plan }) => ends(plan.required),
  cap: ({ plan }) => ends(plan.cap),
  suggested: ({ plan }) => ends(plan.suggested),
  recorded: ({ plan }) => plan.recorded,
  gate: ({ plan }) => [plan.gate.state, plan.gate.suggestion],
  counts: ({ plan }) => plan.counts.map(({ id, given, open }) => [id, given, open]),
  findings: ({ findings }) => findings.map(({ rule }) => rule),
  places: ({ findings }) => findings.map(({ at }) => at),
  progress: ({ progress }) => [progress.total.answered, progress.total.total],
  partly: standing("partly"),
  no: standing("no"),
  not_applicable: standing("not_applicable"),
  does_not_apply: standing("does_not_apply"),
  sections: ({ sections }, expected) =>
    Object.fromEntries(
      Object.keys(expected).map((id) => [id, ends(sections.find((section) => section.id === id).suggested)]),
    ),
  path: (_, [to], { pathTo }) => [to, pathTo(to).steps.map(({ at, value, state }) => [at, value, state])],
  path_length: ({ path: { to, reachable, steps } }) => [to, reachable ? steps.length : null],
  line: (_, __, { line }) => line,
};

/** The same JSON whatever the order of keys. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

const textOf = (value) => JSON.stringify(sorted(value ?? null));

/** What differs between an assessment and a vector, in words; `engine` has `pathTo` and `line` where they are asked. */
export function differences({ name, expect }, assessment, engine = {}) {
  return Object.entries(expect).flatMap(([key, expected]) => {
    if (!(key in read)) return [`${name} expects ${key}, which no runner knows`];
    const found = textOf(read[key](assessment, expected, engine));
    return found === textOf(expected) ? [] : [`${name}: ${key}: found ${found}, expected ${textOf(expected)}`];
  });
}

/** What differs between the problems of a document and those that a vector expects. */
export function differingProblems({ name, expect }, problems) {
  const found = problems.map(({ pointer, code }) => [pointer, code]);
  const byPlace = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
  const [ours, theirs] = [expect.problems, found.sort(byPlace)].map(textOf);
  return ours === theirs ? [] : [`${name}: problems: found ${theirs}, expected ${ours}`];
}

/** A document of the kit as JSON text. */
export const documentOf = ({ text, review }) => text ?? JSON.stringify(review);

/** What differs when an engine in JavaScript runs one case. */
export function run(engine, vector) {
  const document = documentOf(vector);
  if (vector.expect.problems) return differingProblems(vector, engine.check(document));
  const line = engine.toLine(document);
  return differences(vector, engine.assess(document), { line, pathTo: (score) => engine.pathTo(document, score) });
}
