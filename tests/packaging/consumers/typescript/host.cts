import { Engine, initSync, type Assessment, type Review } from "ehcp-qa/node";

initSync();
const review: Review = {
  framework: "shropshire-2023",
  criteria: { no_admin_errors: "not_met" },
  sections: { C: { descriptors: { C1: "yes", C2: "no" } } },
};
const { plan, sections }: Assessment = new Engine().assess(review);
const c = sections.find(({ id }) => id === "C")?.suggested;
console.log(`C ${c?.best} to ${c?.worst}, plan ${plan.suggested?.best} to ${plan.suggested?.worst}`);
