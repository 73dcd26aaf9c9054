// Binds the form by the ids that ASP.NET gives its controls: the markup stays as it is.

// The package's folder `dist`, copied beside the pages.
import { attach } from "../snippets/ehcp-qa/form.js";

const id = (name) => `#ctl00_Main_${name}`;

await attach(document.querySelector("#aspnetForm"), {
  map: {
    "plan.stage": id("ddlStage"),
    A1: id("ddlA1"),
    A2: `[name="ctl00$Main$chkA2"]`,
    "overall.score": id("ddlScore"),
    "F.text": id("txtF"),
  },
  // What the numbers of the page mean, where a field can have such an answer. A score keeps its number.
  values: {
    "*": { "-1": null, 1: "yes", 2: "no", 0: "no" },
    "plan.stage": { 1: "draft", 2: "proposed_amended", 3: "final" },
  },
  outputs: {
    "A.suggested": id("lblA"),
    gate: id("lblGate"),
    "F.wording": id("ulWording"),
    problems: id("ulProblems"),
    review: id("hidReview"),
  },
});
