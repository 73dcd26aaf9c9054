import "ehcp-qa/elements";
import { Engine, init } from "ehcp-qa/grading";

await init();
const { plan, sections } = new Engine().assess({
  framework: "shropshire-2023",
  criteria: { no_admin_errors: "not_met" },
  sections: { C: { descriptors: { C1: "yes", C2: "no" } } },
});
const c = sections.find(({ id }) => id === "C").suggested;
document.querySelector("#result").textContent =
  `C ${c.best} to ${c.worst}, plan ${plan.suggested.best} to ${plan.suggested.worst}`;
