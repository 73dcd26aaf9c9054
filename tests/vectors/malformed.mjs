// Documents that are no review, written by hand, each with its problems: where, and which. They follow from the schema
// of a review and from the list of codes in `README.md`, and from no output. A document that JSON values cannot hold
// is given as text.

const asText = (name, text, ...problems) => ({ name, text, problems });

/** Lists inside each other, as many as given: the innermost is empty. */
const lists = (count) => "[".repeat(count) + "]".repeat(count);

/** Documents that are wrong by any framework with this id; `section` and `descriptor` are one of each. */
function ofAnyFramework({ framework, section, descriptor }) {
  const wrong = (name, parts, ...problems) => ({ name, review: { framework, ...parts }, problems });
  const inSection = (name, fields, ...problems) => wrong(name, { sections: { [section]: fields } }, ...problems);
  const at = `/sections/${section}`;
  const own = `"framework":"${framework}"`;
  return [
    asText("an empty object", "{}", ["/framework", "missing"]),
    asText("a list", "[]", ["", "wrong_type"]),
    asText("null", "null", ["", "wrong_type"]),
    asText("a text that breaks off", `{${own}`, ["", "not_json"]),
    asText("a field twice", `{${own},${own}}`, ["/framework", "duplicate_key"]),
    asText("a number too large", `{${own},"plan":{"age":1e999}}`, ["", "number_too_large"]),
    // The document is the first level, and 32 are read: the 32nd list in it stands at the 33rd.
    asText("lists down to the last level that is read", `{${own},"sections":${lists(31)}}`, [
      "/sections",
      "wrong_type",
    ]),
    asText(
      "lists one level deeper",
      `{${own},"sections":${lists(32)}}`,
      ["/sections", "wrong_type"],
      [`/sections${"/0".repeat(31)}`, "too_deep"],
    ),
    asText(
      "lists far deeper, in a field that is not known",
      `{${own},"extra":${lists(500)}}`,
      ["/extra", "unknown_field"],
      [`/extra${"/0".repeat(31)}`, "too_deep"],
    ),
    asText("another framework", '{"framework":"another"}', ["/framework", "wrong_framework"]),
    asText("a framework that is a number", '{"framework":7}', ["/framework", "wrong_type"]),
    wrong("a field that is not known", { extra: 1 }, ["/extra", "unknown_field"]),
    wrong("a key that is no name of a field", { "no name of a field": 1 }, ["", "unnamed_field"]),
    wrong("sections that are a list", { sections: [] }, ["/sections", "wrong_type"]),
    wrong("a section that is not there", { sections: { Z: {} } }, ["/sections/Z", "unknown_id"]),
    wrong("a criterion that is not there", { criteria: { unheard_of: "met" } }, ["/criteria/unheard_of", "unknown_id"]),
    wrong("a stage in capitals", { plan: { stage: "Draft" } }, ["/plan/stage", "not_one_of"]),
    wrong("a stage that is a number", { plan: { stage: 1 } }, ["/plan/stage", "wrong_type"]),
    wrong("too old", { plan: { age: 26 } }, ["/plan/age", "out_of_range"]),
    wrong("not born", { plan: { age: -1 } }, ["/plan/age", "out_of_range"]),
    wrong("an age that is a text", { plan: { age: "9" } }, ["/plan/age", "wrong_type"]),
    wrong("a year group after the last", { plan: { year_group: 16 } }, ["/plan/year_group", "out_of_range"]),
    wrong("a year group before the first", { plan: { year_group: -3 } }, ["/plan/year_group", "out_of_range"]),
    wrong("a postcode", { plan: { postcode: "x" } }, ["/plan/postcode", "unknown_field"]),
    inSection("a section with a note", { note: "x" }, [`${at}/note`, "unknown_field"]),
    inSection("answers that are a list", { descriptors: [] }, [`${at}/descriptors`, "wrong_type"]),
    inSection("an answer in capitals", { descriptors: { [descriptor]: "YES" } }, [
      `${at}/descriptors/${descriptor}`,
      "not_one_of",
    ]),
    inSection("an answer that is true", { descriptors: { [descriptor]: true } }, [
      `${at}/descriptors/${descriptor}`,
      "wrong_type",
    ]),
    inSection("a descriptor that is not there", { descriptors: { unheard_of: "yes" } }, [
      `${at}/descriptors/unheard_of`,
      "unknown_id",
    ]),
    inSection("a rationale that is a number", { rationale: 1 }, [`${at}/rationale`, "wrong_type"]),
    wrong("no such day", { review: { date: "2023-02-29" } }, ["/review/date", "no_such_date"]),
    wrong("a day in another order", { review: { date: "06/11/2023" } }, ["/review/date", "no_such_date"]),
    wrong("a day that is a number", { review: { date: 20231106 } }, ["/review/date", "wrong_type"]),
    wrong("a pseudonym of 65 letters", { review: { reviewer: { id: "x".repeat(65) } } }, [
      "/review/reviewer/id",
      "too_long",
    ]),
    wrong("a reference of 65 letters", { plan: { reference: "x".repeat(65) } }, ["/plan/reference", "too_long"]),
    wrong(
      "four problems at once",
      { plan: { age: 26, stage: "Draft" }, sections: { Z: {}, [section]: { strengths: false } } },
      ["/plan/age", "out_of_range"],
      ["/plan/stage", "not_one_of"],
      [`${at}/strengths`, "wrong_type"],
      ["/sections/Z", "unknown_id"],
    ),
  ];
}

/** Documents that are wrong by one framework alone. */
const OF_ONE_FRAMEWORK = {
  "shropshire-2023": [
    [{ sections: { A: { score: 5 } } }, ["/sections/A/score", "out_of_range"]],
    [{ sections: { A: { score: 0 } } }, ["/sections/A/score", "out_of_range"]],
    [{ sections: { overall: { score: "2" } } }, ["/sections/overall/score", "wrong_type"]],
    [{ sections: { A: { descriptors: { A1: "not_applicable" } } } }, ["/sections/A/descriptors/A1", "always_applies"]],
    [{ sections: { A: { descriptors: { B1: "yes" } } } }, ["/sections/A/descriptors/B1", "wrong_section"]],
    [{ criteria: { complies: "yes" } }, ["/criteria/complies", "not_one_of"]],
    [{ criteria: { writing: 2 } }, ["/criteria/writing", "wrong_type"]],
    [{ plan: { health_needs: "yes" } }, ["/plan/health_needs", "wrong_type"]],
    [{ review: { level: 6 } }, ["/review/level", "out_of_range"]],
    [{ review: { level: 0 } }, ["/review/level", "out_of_range"]],
  ],
  "example-ten-points": [
    [{ sections: { A: { score: 11 } } }, ["/sections/A/score", "out_of_range"]],
    [{ sections: { A: { score: -1 } } }, ["/sections/A/score", "out_of_range"]],
    [{ sections: { overall: { score: "7" } } }, ["/sections/overall/score", "wrong_type"]],
    [{ sections: { A: { descriptors: { "A.1": "mostly" } } } }, ["/sections/A/descriptors/A.1", "not_one_of"]],
    [
      { sections: { A: { descriptors: { "A.1": "not_applicable" } } } },
      ["/sections/A/descriptors/A.1", "always_applies"],
    ],
    [{ sections: { A: { descriptors: { "B.1": "yes" } } } }, ["/sections/A/descriptors/B.1", "wrong_section"]],
    [{ plan: { personal_budget: 1 } }, ["/plan/personal_budget", "wrong_type"]],
  ],
  "example-checklist": [
    [{ sections: { B: { descriptors: { "B.1": "partly" } } } }, ["/sections/B/descriptors/B.1", "not_one_of"]],
    [
      { sections: { C: { descriptors: { "C.none": "not_applicable" } } } },
      ["/sections/C/descriptors/C.none", "always_applies"],
    ],
    [{ sections: { D: { descriptors: { "C.none": "yes" } } } }, ["/sections/D/descriptors/C.none", "wrong_section"]],
    [{ plan: { health_needs: true } }, ["/plan/health_needs", "unknown_field"]],
    [{ sections: { B: { rationale: "x".repeat(20_001) } } }, ["/sections/B/rationale", "too_long"]],
  ],
  "kinds-2026": [
    [{ plan: { home_educated: "yes" } }, ["/plan/home_educated", "wrong_type"]],
    [{ plan: { home_educated: 1 } }, ["/plan/home_educated", "wrong_type"]],
    [{ plan: { hours: -6 } }, ["/plan/hours", "out_of_range"]],
    [{ plan: { hours: 401 } }, ["/plan/hours", "out_of_range"]],
    [{ plan: { hours: 2.5 } }, ["/plan/hours", "wrong_type"]],
    [{ plan: { hours: "12" } }, ["/plan/hours", "wrong_type"]],
    [{ plan: { placement: "home" } }, ["/plan/placement", "not_one_of"]],
    [{ plan: { placement: "In special" } }, ["/plan/placement", "not_one_of"]],
    [{ plan: { placement: true } }, ["/plan/placement", "wrong_type"]],
    [{ plan: { received: "2023-02-29" } }, ["/plan/received", "no_such_date"]],
    [{ plan: { received: "2024-2-9" } }, ["/plan/received", "no_such_date"]],
    [{ plan: { received: 20240209 } }, ["/plan/received", "wrong_type"]],
    [{ sections: { N: { descriptors: { N1: "green" } } } }, ["/sections/N/descriptors/N1", "not_one_of"]],
    [{ sections: { N: { descriptors: { N4: "yes" } } } }, ["/sections/N/descriptors/N4", "not_one_of"]],
    [{ sections: { R: { descriptors: { R1: "amber" } } } }, ["/sections/R/descriptors/R1", "not_one_of"]],
    [{ sections: { R: { descriptors: { R3: "all" } } } }, ["/sections/R/descriptors/R3", "wrong_type"]],
    [
      { sections: { R: { descriptors: { R3: { critical: -1, standard: 10_000 } } } } },
      ["/sections/R/descriptors/R3/critical", "out_of_range"],
      ["/sections/R/descriptors/R3/standard", "out_of_range"],
    ],
    [
      { sections: { overall: { descriptors: { "overall.1": { critical: "0", standard: 1.5, minor: 1 } } } } },
      ["/sections/overall/descriptors/overall.1/critical", "wrong_type"],
      ["/sections/overall/descriptors/overall.1/standard", "wrong_type"],
      ["/sections/overall/descriptors/overall.1/minor", "unknown_id"],
    ],
    [{ sections: { N: { strengths: "x".repeat(20_001) } } }, ["/sections/N/strengths", "too_long"]],
  ],
};

/** Every malformed document for a framework. */
export function malformed({ id, wording }) {
  const [first] = wording.sections;
  const names = { framework: id, section: first.id, descriptor: first.descriptors[0].id };
  const others = OF_ONE_FRAMEWORK[id].map(([parts, ...problems]) => ({
    name: `${problems[0][0]} ${JSON.stringify(parts).slice(0, 100)}`,
    review: { framework: id, ...parts },
    problems,
  }));
  return [...ofAnyFramework(names), ...others];
}
