// Shapes of the engine's documents about a plan.

import type { PlanSection, SpeaksFor, Sureness, TextPlace } from "ehcp-qa";

export type {
  Block,
  BlockCell,
  PlanCheck,
  PlanContext,
  PlanDocument,
  PlanFact,
  PlanFinding,
  PlanLanguage,
  PlanPart,
  PlanSection,
  SectionChoice,
  SectionDoubt,
  SpeaksFor,
  Sureness,
  TextPlace,
  ThreadItem,
} from "ehcp-qa";

export interface Bearing {
  against: number[];
  speaks_for: SpeaksFor[];
}

export interface ProposedItem {
  id: string;
  section: PlanSection;
  kind: "aspiration" | "need" | "outcome" | "provision" | "advice";
  text: string;
  marks: string[];
  area?: string;
  place: TextPlace;
}

export interface ProposedLink {
  from: string;
  to: string;
  rests_on: "mark" | "row" | "card" | "same_words" | "area" | "chain" | "subject";
  sureness: Sureness;
  place: TextPlace;
}

export interface ProposedItems {
  items: ProposedItem[];
  links: ProposedLink[];
}

export interface PlanComparison {
  unchanged: number;
  changes: StatementChange[];
  findings: { cleared: ComparedFinding[]; left: ComparedFinding[]; added: ComparedFinding[] };
}

export interface StatementChange {
  kind: "removed" | "reduced" | "increased" | "reworded" | "added" | "moved";
  of: "provision" | "need" | "outcome" | "other";
  section: PlanSection;
  from_section?: PlanSection | null;
  old: ComparedStatement[];
  new: ComparedStatement[];
  reasons: { message: string }[];
}

export interface ComparedStatement {
  text: string;
  changed?: { start: number; end: number }[];
}

export interface ComparedFinding {
  section: PlanSection;
  quote: string;
  message: string;
}
