// The made-up framework of the core's tests with facts of every kind, answers of its own for a descriptor, and a
// descriptor that counts findings.

import { readFileSync } from "node:fs";

const SMALL = new URL("../../core/tests/small-framework.json", import.meta.url);
const BASIS = { basis: "framework", reason: "As it is printed." };
const words = (ids) => ids.map((id) => ({ id, label: `In ${id}` }));

/** The framework. */
export function frameworkOfKinds() {
  const framework = JSON.parse(readFileSync(SMALL, "utf8"));
  const { interpretation } = framework;
  const fact = (field, label, kind, rest) => ({ field, name: field, label, kind, ...rest });
  const labels = [{ number: 0, label: "none" }];
  interpretation.context.push(
    fact("hours", "Hours of provision", "number", { least: -5, most: 400, labels }),
    fact("placement", "Kind of placement", "choice", { values: words(["mainstream", "special", "other"]) }),
    fact("received", "Date of the request", "date"),
  );
  interpretation.applicability[2].all_of = [{ field: "hours", at_least: 10 }];
  interpretation.answer_sets = [
    {
      id: "colours",
      descriptors: ["N4"],
      answers: [
        { id: "green", label: "Green", credit: { of: 1, out_of: 1 }, ...BASIS },
        { id: "amber", label: "Amber", credit: { of: 1, out_of: 2 }, ...BASIS },
        { id: "red", label: "Red", credit: { of: 0, out_of: 1 }, ...BASIS },
      ],
      ...BASIS,
    },
  ];
  const severities = [
    { id: "critical", label: "Critical findings" },
    { id: "standard", label: "Standard findings" },
  ];
  interpretation.counts = { severities, descriptors: ["overall.1"], ...BASIS };
  interpretation.grade_table[0].at_most = { critical: 0 };
  for (const entry of interpretation.evidence) {
    entry.descriptors = entry.descriptors.filter((id) => id !== "overall.1");
  }
  return framework;
}
