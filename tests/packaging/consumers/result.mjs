/** What an engine makes of a review, as each consumer shows it. */
export function resultOf(engine) {
  const { plan, sections } = engine.assess({
    framework: "shropshire-2023",
    criteria: { no_admin_errors: "not_met" },
    sections: { C: { descriptors: { C1: "yes", C2: "no" } } },
  });
  const c = sections.find(({ id }) => id === "C").suggested;
  return `C ${c.best} to ${c.worst}, plan ${plan.suggested.best} to ${plan.suggested.worst}`;
}
