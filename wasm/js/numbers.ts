// The ids that the engine knows by number: live edits, packed reviews and gradings use numbers in their place.

import type { Core } from "./wasm/ehcp_qa_grading.js";

/** What values a fact about the plan has. */
export type FactKind = "stage" | "number" | "flag";

/** The numbers of a framework's ids, and the bounds of texts. */
export interface Numbers {
  framework: string;
  sections: Map<string, number>;
  sectionIds: string[];
  descriptors: Map<string, number>;
  descriptorIds: string[];
  /** The section of each descriptor. */
  sectionOf: number[];
  criteria: Map<string, { number: number; values: Map<string, number> }>;
  context: Map<string, { number: number; kind: FactKind }>;
  stages: Map<string, number>;
  checks: string[];
  mostReference: number;
  mostText: number;
}

interface FromCore {
  framework: string;
  sections: string[];
  descriptors: [id: string, section: number][];
  criteria: [id: string, values: string[]][];
  context: [field: string, kind: FactKind][];
  stages: string[];
  checks: string[];
  most_reference: number;
  most_text: number;
}

const byId = (ids: string[]): Map<string, number> => new Map(ids.map((id, number) => [id, number]));

/** The numbers of the framework that an engine grades by. */
export function numbersOf(core: Core): Numbers {
  const from = JSON.parse(core.numbers()) as FromCore;
  const descriptorIds = from.descriptors.map(([id]) => id);
  return {
    framework: from.framework,
    sections: byId(from.sections),
    sectionIds: from.sections,
    descriptors: byId(descriptorIds),
    descriptorIds,
    sectionOf: from.descriptors.map(([, section]) => section),
    criteria: new Map(from.criteria.map(([id, values], number) => [id, { number, values: byId(values) }])),
    context: new Map(from.context.map(([field, kind], number) => [field, { number, kind }])),
    stages: byId(from.stages),
    checks: from.checks,
    mostReference: from.most_reference,
    mostText: from.most_text,
  };
}
