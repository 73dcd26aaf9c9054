// Shapes of the engine's documents about a plan.

import type { Lint, SpeaksFor } from "ehcp-qa";

export type {
  Block,
  BlockCell,
  ComparedFinding,
  CarriedStatement,
  ComparedStatement,
  Coverage,
  CoverageChoice,
  CoveredAdvice,
  AdviceCheck,
  AdviceDocument,
  NewComment,
  PlanCheck,
  PlanComparison,
  PlanContext,
  PlanDocument,
  PlanFact,
  PlanFinding,
  PlanLanguage,
  PlanPart,
  PlanSection,
  PlanWords,
  ProposedItem,
  ProposedItems,
  ProposedLink,
  SectionChoice,
  SectionDoubt,
  SpeaksFor,
  StatementChange,
  Sureness,
  TextPlace,
  ThreadItem,
} from "ehcp-qa";

/** What bears on a descriptor or a criterion. */
export interface Bearing {
  against: number[];
  speaks_for: SpeaksFor[];
}

/** What is found in the text of a section. */
export type TextFindings = Pick<Lint, "findings" | "absent">;
