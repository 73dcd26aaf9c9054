// What the plan states of itself, beside what the review records.

import type { PlanRecord, Review } from "ehcp-qa";
import type { Desk } from "./desk.ts";
import type { FactView } from "./view.ts";

/** Where a fact is recorded: in the review, or beside it. */
type Place = { field: keyof PlanRecord & string } | { known: "names" | "pronouns" | "issued" };

const PLACES: Record<string, Place> = {
  stage: { field: "stage" },
  year_group: { field: "year_group" },
  age: { field: "age" },
  health_needs: { field: "health_needs" },
  social_care_needs: { field: "social_care_needs" },
  budget_requested: { field: "personal_budget" },
  name: { known: "names" },
  pronouns: { known: "pronouns" },
  plan_date: { known: "issued" },
};

/** The facts that have a place in the case. */
export function factsOf({ results: { facts } }: Desk): FactView[] {
  return facts.filter(({ kind }) => kind in PLACES);
}

/** What is recorded where a fact belongs, as text; empty where nothing is. */
export function recordedFor({ case: { review, known } }: Desk, { kind }: FactView): string {
  const place = PLACES[kind]!;
  if ("field" in place) return String(review.plan?.[place.field] ?? "");
  const value = known[place.known];
  return typeof value === "string" ? value : value.join(", ");
}

export function isConfirmed(desk: Desk, fact: FactView): boolean {
  const recorded = recordedFor(desk, fact);
  return fact.kind === "name" ? desk.case.known.names.includes(fact.value) : recorded === fact.value;
}

/** The review and what is known beside it, with facts taken over. */
export function withFacts({ case: { review, known } }: Desk, facts: readonly FactView[]) {
  let plan: PlanRecord = review.plan ?? {};
  let beside = known;
  for (const { kind, value } of facts) {
    const place = PLACES[kind]!;
    if ("field" in place) plan = { ...plan, [place.field]: valueOf(value) };
    else if (place.known === "names") beside = { ...beside, names: [...new Set([...beside.names, value])] };
    else beside = { ...beside, [place.known]: value };
  }
  return { review: { ...review, plan } as Review, known: beside };
}

function valueOf(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
