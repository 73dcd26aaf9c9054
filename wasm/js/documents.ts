// Made from schema/*.schema.json: run `cargo xtask generate` after changing them.

/**
 * Any document that the engine reads or writes.
 */
export type AnyDocument =
  | FrameworkDocument
  | Review
  | Assessment
  | Grading
  | GradedLine
  | LexiconDocument
  | LearnedWeights
  | MessagesDocument
  | WordingContext
  | Lint
  | PlanDocument
  | SectionChoices
  | PlanContext
  | PlanCheck
  | NewComment
  | PlanComparison
  | AdviceDocument
  | AdviceContext
  | AdviceQuestions
  | AdviceCheck
  | CoverageChoices
  | Coverage
  | ProposedItems
  | ThreadPlan
  | Thread
  | Timescales
  | Deadlines
  | FeedbackForm
  | FeedbackCheck
  | CaseDocument
  | CaseStatus
  | SampleRequest
  | Sample
  | SampleWhy
  | Agreement
  | AgreementFigures
  | SummaryRecord
  | SheetMap
  | SheetView
  | SheetRecords
  | FamilyFeedback
  | Summary
  | Report
  | Learning;
/**
 * What a comment on the feedback form asks for.
 */
export type CommentAction = "remove" | "reword" | "amend" | "suggest";
/**
 * What an entry rests on.
 */
export type Basis = "framework" | "law" | "guidance" | "interpretation";
/**
 * The end of the scale at which the best score is.
 */
export type BestScore = "least" | "greatest";
/**
 * What a fact about the plan is.
 */
export type ContextKind = "flag" | "number" | "choice" | "date";
/**
 * A condition on one fact about the plan.
 */
export type ContextCondition = {
  /**
   * The id of the fact.
   */
  field: string;
} & ContextCondition1;
export type ContextCondition1 =
  | {
      equals: ContextValue;
    }
  | {
      one_of: string[];
    }
  | {
      at_least: number;
    }
  | {
      under: number;
    }
  | {
      from: Day;
    }
  | {
      before: Day;
    };
/**
 * A value of a fact about the plan.
 */
export type ContextValue = boolean | number | string;
/**
 * A day of the calendar, written YYYY-MM-DD.
 */
export type Day = string;
/**
 * How serious a finding is.
 */
export type Severity = "error" | "warning" | "information";
/**
 * A condition of a check: on a fact about the plan, or on the answer to a criterion.
 */
export type CheckCondition = ContextCondition | CriterionCondition;
/**
 * How a descriptor stands, as far as a check cares.
 */
export type Standing =
  | "counted_yes"
  | "counted_partly"
  | "counted_no"
  | "answered_yes"
  | "answered_no"
  | "not_applicable"
  | "does_not_apply";
/**
 * The checks of the feedback form, in the order of its fields.
 */
export type FeedbackRule = "timescale-not-met" | "main-need-differs";
/**
 * A section of a plan that has a part in the golden thread.
 */
export type ThreadSection = "A" | "K" | "B" | "C" | "D" | "F" | "G" | "H1" | "H2" | "E";
/**
 * The rules about the plan as a whole; a framework gives their words.
 */
export type PlanBuiltIn =
  | "section-missing"
  | "section-repeated"
  | "section-doubtful"
  | "health-needs-without-provision"
  | "social-care-needs-without-provision"
  | "need-not-taken-up"
  | "provision-without-need"
  | "amounts-differ"
  | "ages-differ"
  | "dates-differ"
  | "schools-differ"
  | "providers-differ"
  | "citation-without-entry"
  | "entry-not-cited"
  | "unknown-name"
  | "name-misspelt"
  | "doubled-word"
  | "repeated-sentence"
  | "jargon"
  | "long-sentence"
  | "deadline-not-met"
  | "other-font";
/**
 * What can be asked of a piece of advice.
 */
export type AdviceAsk =
  | "title"
  | "author"
  | "role"
  | "agency"
  | "date"
  | "in_time"
  | "needs"
  | "outcomes"
  | "provision"
  | "apart"
  | "child"
  | "parents";
/**
 * What a comparison of advice with a plan finds, by which it speaks against a descriptor.
 */
export type CoverageFinding =
  "not_found" | "weaker" | "moved" | "no_source" | "conflict" | "not_listed" | "other_date" | "other_author";
/**
 * What in a plan speaks for a descriptor or a criterion.
 */
export type PlanEvidence =
  | "specific_provision"
  | "smart_outcome"
  | "cited_need"
  | "dated_advice"
  | "quotation"
  | "carried_advice"
  | "listed_advice";
/**
 * A section of a plan, in the order of the Regulations.
 */
export type PlanSection = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H1" | "H2" | "I" | "J" | "K";
/**
 * A key of 128 bits, written as 32 hexadecimal digits.
 */
export type SampleKey = string;
/**
 * A deadline.
 */
export type DeadlineKind =
  | "six_weeks"
  | "sixteen_weeks"
  | "twenty_weeks"
  | "representations"
  | "order_notice"
  | "order_refusal"
  | "order_draft"
  | "order_plan"
  | "order_reconsidered"
  | "order_amended"
  | "order_at_once"
  | "review_decision"
  | "review_notice"
  | "review_representations"
  | "review_plan"
  | "transfer";
/**
 * Who takes part. The framework has their names.
 */
export type CaseRole = "case_officer" | "senior_case_officer" | "team_manager" | "panel";
/**
 * Where a case stands.
 */
export type CaseState =
  | "not_submitted"
  | "submitted"
  | "below_good"
  | "minimal_changes"
  | "substantial_work"
  | "amended"
  | "graded_once"
  | "disagreed"
  | "escalated"
  | "may_be_issued"
  | "issued";
/**
 * What can happen to a draft.
 */
export type CaseEventKind =
  "draft_submitted" | "graded" | "feedback_given" | "amended" | "graded_again" | "agreed" | "issued" | "escalated";
/**
 * What can be found in a case whose events all fit.
 */
export type CaseRule = "case-grader-is-writer" | "case-first-grader-absent";
/**
 * The stage of a plan.
 */
export type Stage = "draft" | "final" | "proposed_amended";
/**
 * A grade: 1 Outstanding, 2 Good, 3 Requires improvement, 4 Inadequate.
 */
export type Score = 1 | 2 | 3 | 4;
/**
 * What the recorded grade of the plan means for issuing it.
 */
export type GateState = "may_be_issued" | "not_to_be_issued" | "undecided";
/**
 * Where the suggested grades lie, seen from the grade with which a plan may be issued.
 */
export type GateSuggestion = "inside" | "across" | "outside";
/**
 * One end of a suggestion, or both where they are the same.
 */
export type End = "both" | "best" | "worst";
/**
 * What a change is made to.
 */
export type StepKind = "criterion" | "descriptor" | "count" | "rescore";
/**
 * What a change sets.
 */
export type StepValue = string | Score | number;
/**
 * How something stands before a change.
 */
export type StepState = "not_answered" | "answered_otherwise";
/**
 * What a term means.
 */
export type Meaning =
  | "what"
  | "who"
  | "qualification"
  | "how_often"
  | "how_long"
  | "group"
  | "where"
  | "review"
  | "situation"
  | "session"
  | "unnamed"
  | "provision"
  | "ability"
  | "aim"
  | "by_when"
  | "measure"
  | "strength"
  | "pillar_employment"
  | "pillar_independence"
  | "pillar_community"
  | "pillar_health"
  | "diagnosis"
  | "impact_reference"
  | "budget_said"
  | "other_person"
  | "given_name"
  | "report"
  | "framing"
  | "reported"
  | "continues"
  | "label"
  | "transport"
  | "dated"
  | "child"
  | "he"
  | "she"
  | "description"
  | "blank"
  | "nothing"
  | "thing"
  | "minimum"
  | "prose"
  | "note"
  | "child_does"
  | "title";
/**
 * The pronouns that a child goes by.
 */
export type Pronouns = "he" | "she" | "they";
/**
 * What is judged of a statement.
 */
export type Judgement = "provision_open" | "outcome_not_smart" | "provision_in_needs";
/**
 * What a statement of provision can say.
 */
export type Element = "what" | "who" | "qualification" | "how_often" | "how_long" | "group" | "where" | "review";
/**
 * A letter of SMART.
 */
export type Letter = "specific" | "measurable" | "achievable" | "realistic" | "time_limited";
/**
 * Whether the words of an outcome meet a letter.
 */
export type SmartState = "said" | "not_said" | "for_a_person";
/**
 * What the heading of a section was recognised by.
 */
export type Recognition = "letter" | "title" | "style" | "appearance" | "colour" | "place" | "columns" | "person";
/**
 * How sure a recognition is.
 */
export type Sureness = "doubtful" | "likely" | "sure";
/**
 * What a block is.
 */
export type BlockKind = "heading" | "statement" | "row" | "heading_row" | "list_item" | "quotation" | "furniture";
/**
 * What the cells of a column have.
 */
export type ColumnMeaning =
  | "need"
  | "strength"
  | "outcome"
  | "provision"
  | "who"
  | "how_often"
  | "how_long"
  | "group_size"
  | "review"
  | "date"
  | "reference"
  | "advice"
  | "kind";
/**
 * What a person should look at.
 */
export type DoubtKind = "missing" | "doubtful" | "other_title" | "repeated" | "not_split";
/**
 * What a line is, as a person says it.
 */
export type LineRole = "heading" | "furniture" | "text";
/**
 * @maxItems 100000
 */
export type SectionChoices = SectionChoice[];
/**
 * An exception that the Regulations know.
 */
export type Exception = "closed_school" | "exceptional_circumstances" | "absence";
/**
 * What is to be done.
 */
export type OrderKind =
  "assess" | "make_plan" | "reconsider" | "amend" | "name_school" | "continue" | "continue_and_amend" | "cease";
/**
 * Where what is to be done comes from.
 */
export type OrderBy = "tribunal" | "conceded" | "mediation";
/**
 * What was decided after a review meeting.
 */
export type ReviewDecision = "maintain" | "amend" | "cease";
/**
 * A transfer between phases of education.
 */
export type TransferKind = "phase" | "to_post_16" | "between_post_16";
/**
 * What a finding is about.
 */
export type FindingKind =
  | "wording"
  | "absence"
  | "section"
  | "thread"
  | "contradiction"
  | "citation"
  | "name"
  | "repetition"
  | "timescale"
  | "language"
  | "appearance";
/**
 * What an item is, in the order of a picture's columns.
 */
export type ThreadKind = "aspiration" | "advice" | "need" | "provision" | "outcome";
/**
 * What a fact is about.
 */
export type FactKind =
  | "stage"
  | "name"
  | "birth_date"
  | "plan_date"
  | "age"
  | "year_group"
  | "pronouns"
  | "health_needs"
  | "social_care_needs"
  | "budget_requested";
/**
 * What a fact rests on.
 */
export type FactBasis = "label" | "words" | "count";
/**
 * What a statement is about, by the purpose of its section.
 */
export type ChangeOf = "provision" | "need" | "outcome" | "other";
/**
 * What became of a statement, the most serious first.
 */
export type ChangeKind = "removed" | "reduced" | "increased" | "reworded" | "added" | "moved";
/**
 * An element of a statement that can be less or more.
 */
export type ChangeElement =
  | "time"
  | "how_often"
  | "period"
  | "group"
  | "who"
  | "named"
  | "oversight"
  | "qualification"
  | "commitment"
  | "condition"
  | "scope"
  | "situation"
  | "wording"
  | "limit"
  | "delivery"
  | "number"
  | "by_when"
  | "review"
  | "content"
  | "independence"
  | "seriousness"
  | "section";
/**
 * What became of one element of a statement.
 */
export type ChangeEffect = "less" | "more" | "other";
/**
 * @maxItems 10000
 */
export type CoverageChoices = CoverageChoice[];
/**
 * What a statement of advice is about, in the order of the lists of an [`AdviceDocument`].
 */
export type AdviceKind = "views" | "need" | "outcome" | "provision" | "other";
/**
 * What became of a statement of advice in the plan, the most serious first.
 */
export type CoverageStatus = "not_found" | "weaker" | "moved" | "whole";
/**
 * What a plan specifies that no advice has.
 */
export type NoSource = "amount" | "provision" | "provider" | "diagnosis";
/**
 * What does not agree between the list of advice and the advice given.
 */
export type KFault = "missing" | "date" | "author";
/**
 * What an item is.
 */
export type ItemKind = "aspiration" | "need" | "outcome" | "provision" | "advice";
/**
 * What a link rests on.
 */
export type LinkBasis = "mark" | "row" | "card" | "same_words" | "area" | "chain" | "subject";
/**
 * Whether a deadline is met.
 */
export type TimescaleState =
  "met" | "not_met" | "exception_claimed" | "relaxed" | "not_due" | "does_not_apply" | "open";
/**
 * Why a date is doubtful.
 */
export type DateHintKind = "out_of_order" | "against_decision" | "not_come" | "not_used" | "no_closure";
export type Deadlines = Deadline[];
/**
 * The type of a plan, in the order of the form.
 */
export type PlanType = "proposed_amended" | "draft";
/**
 * The four broad areas of need, in the order of the form.
 */
export type AreaOfNeed =
  | "communication_and_interaction"
  | "cognition_and_learning"
  | "social_emotional_and_mental_health"
  | "sensory_and_or_physical";
/**
 * Something that happened to a draft.
 */
export type CaseEvent = {
  kind: CaseEventKind;
  date: Day;
  role: CaseRole;
  /**
   * A pseudonym of whoever did it, the same each time: 1 to 64 letters, digits, hyphens,
   * underscores or full stops.
   */
  by: string;
  /**
   * The grade: with `graded`, `graded_again` and `agreed`, and no other.
   */
  score?: Score | null;
  /**
   * How much is to be changed: with `feedback_given`, and no other.
   */
  extent?: CaseExtent | null;
};
/**
 * How much feedback asks to be changed.
 */
export type CaseExtent = "minimal" | "substantial";
/**
 * What a step of the process can depend on. Good is the grade at which the framework issues.
 */
export type CaseCondition =
  | "always"
  | "at_least_good"
  | "below_good"
  | "minimal"
  | "substantial"
  | "both_at_least_good"
  | "both_below_good"
  | "across_good"
  | "another_grader"
  | "one_of_the_two"
  | "between_the_two";
/**
 * What is to be drawn, and from which plans.
 */
export type SampleRequest = {
  /**
   * What the sample is drawn for: the id of one of the framework's purposes.
   */
  purpose: "team_manager" | "panel" | "strategic";
  /**
   * The period, such as `2024-autumn`: 1 to 64 letters, digits, hyphens, underscores or full stops.
   */
  period: string;
  mode: SampleMode;
  /**
   * With `rate` alone: the share that is drawn, in place of the framework's. It must be given where the
   * framework has none.
   */
  rate?: Share | null;
  /**
   * With `quota` alone: how many plans are drawn, from each phase where the purpose is by phase.
   */
  quota?: number | null;
  /**
   * A key for this sample, in place of the published one.
   */
  key?: SampleKey | null;
  /**
   * The plans: up to 50,000, in any order. None where they are added one by one.
   *
   * @maxItems 50000
   */
  plans: SamplePlan[];
};
/**
 * How plans are drawn.
 */
export type SampleMode = "rate" | "quota";
/**
 * Counts of pairs of grades: a row for each grade of the first grader, a column for each of the second.
 *
 * @minItems 4
 * @maxItems 4
 */
export type Matrix = [
  [number, number, number, number],
  [number, number, number, number],
  [number, number, number, number],
  [number, number, number, number]
];
/**
 * A number of thousandths, serialised as a decimal number and written with three decimal places.
 */
export type Thousandths = number;
/**
 * Why a figure is undefined.
 */
export type Undefined = "no_pairs" | "one_grade" | "no_gate";
/**
 * Where the map of a sheet comes from.
 */
export type MapBasis = "given" | "headings" | "sen2" | "unknown";
/**
 * What stands in a column of an empty sheet.
 */
export type TemplateValues =
  | {
      /**
       * The words.
       */
      choice: string[];
    }
  | "date"
  | "text";
/**
 * A response of a family to a survey, or how many of a survey were sent out. It has no text, no name and no
 * reference of a plan: it says of nobody who answered.
 */
export type FamilyFeedback = {
  /**
   * The id of the framework.
   */
  framework: "shropshire-2023";
  /**
   * The id of the survey.
   */
  survey: "parents" | "young_people" | "contact";
  /**
   * The day of the response.
   */
  date?: Day | null;
  /**
   * The answers of a response, by question. A question that is left blank is not there.
   */
  answers?: {
    [k: string]: string | null;
  } | null;
  /**
   * In place of answers: how many were sent out.
   */
  sent?: number | null;
};
/**
 * Whether a figure is shown.
 */
export type FigureState = "shown" | "hidden" | "undefined";
/**
 * How an action stands.
 */
export type ActionState = "open" | "done" | "dropped";

/**
 * A quality assurance framework.
 */
export interface FrameworkDocument {
  /**
   * The format of the document; without it, 1.
   */
  format?: number | null;
  /**
   * Its id, which reviews name.
   */
  id: string;
  /**
   * Its edition.
   */
  edition: string;
  /**
   * The language of its wording, as a BCP 47 tag.
   */
  language: string;
  source: FrameworkSource;
  wording: Wording;
  interpretation: Interpretation;
}
/**
 * Where a framework's wording comes from.
 */
export interface FrameworkSource {
  /**
   * The title of the document.
   */
  title: string;
  /**
   * How it was transcribed.
   */
  note: string;
}
/**
 * The wording of a quality assurance framework, verbatim and in its printed order. What a document does not have
 * is left out.
 */
export interface Wording {
  /**
   * The title of the document.
   */
  title: string;
  /**
   * The introduction.
   */
  introduction?: Passage | null;
  /**
   * The vision.
   */
  vision?: Passage | null;
  /**
   * The principles.
   */
  principles?: Principles | null;
  /**
   * The quality standards.
   */
  standards?: Standards | null;
  /**
   * The levels of checking.
   */
  levels?: Levels | null;
  /**
   * The passages on continuous improvement.
   */
  continuous_improvement: Passage[];
  /**
   * How feedback is gathered from children, young people and families.
   */
  feedback?: Feedback | null;
  /**
   * The scale, with what each grade means. Without it nothing is graded: a checklist.
   */
  scale?: Scale | null;
  /**
   * How scores are recorded.
   */
  scoring?: Scoring | null;
  /**
   * The headings of the table of descriptors.
   */
  descriptor_table?: DescriptorTable | null;
  /**
   * The sections of a plan with their descriptors, in printed order.
   */
  sections: Section[];
  overall: Section;
  /**
   * What follows each strategic discussion.
   */
  actions?: Passage | null;
  /**
   * The form that sums up what was learnt.
   */
  learning_summary?: LearningSummary | null;
  /**
   * The feedback form for draft plans.
   */
  feedback_form?: PrintedForm | null;
  /**
   * The process for plans that are not good enough to be issued.
   */
  improvement_process?: ImprovementProcess | null;
}
/**
 * A headed passage of text.
 */
export interface Passage {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs.
   */
  text: string[];
}
/**
 * The principles and what introduces them.
 */
export interface Principles {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs before the list.
   */
  introduction: string[];
  /**
   * The principles in order.
   */
  items: Principle[];
}
/**
 * One principle.
 */
export interface Principle {
  /**
   * Its id, such as `P1`.
   */
  id: string;
  /**
   * The words before the colon.
   */
  title: string;
  /**
   * The words after it.
   */
  text: string;
}
/**
 * The quality standards and what introduces them.
 */
export interface Standards {
  /**
   * The paragraphs before the list.
   */
  introduction: string[];
  /**
   * The standards in order.
   */
  items: Standard[];
}
/**
 * One quality standard.
 */
export interface Standard {
  /**
   * Its id, such as `QS1`.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Its text.
   */
  text: string;
}
/**
 * The levels of checking and what introduces them.
 */
export interface Levels {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs before the levels.
   */
  introduction: string[];
  /**
   * The levels in order.
   */
  items: Level[];
  /**
   * The line that closes them.
   */
  closing: string;
}
/**
 * One level of checking. The lists quote its text; an empty one means that it does not say.
 */
export interface Level {
  /**
   * Its number, from 1.
   */
  level: number;
  /**
   * Its title.
   */
  title: string;
  /**
   * Its text.
   */
  text: string;
  /**
   * Who checks.
   */
  who: string[];
  /**
   * What is checked.
   */
  sample: string[];
  /**
   * How often.
   */
  how_often: string[];
  /**
   * To whom it is reported.
   */
  reports_to: string[];
}
/**
 * How feedback is gathered.
 */
export interface Feedback {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs before the list.
   */
  introduction: string[];
  /**
   * The ways in which it is gathered.
   */
  items: string[];
}
/**
 * The scale.
 */
export interface Scale {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs before the table.
   */
  introduction: string[];
  /**
   * The grades in printed order.
   */
  grades: Grade[];
}
/**
 * One grade of the scale.
 */
export interface Grade {
  /**
   * Its id; without it, its number.
   */
  id?: string | null;
  /**
   * Its number on the scale; the least of them where it has several.
   */
  score: number;
  /**
   * The greatest of its numbers, where it has several.
   */
  up_to?: number | null;
  /**
   * The heading of its column.
   */
  heading: string;
  /**
   * Its name.
   */
  label: string;
  /**
   * What is printed under it.
   */
  criteria: string[];
}
/**
 * How scores are recorded.
 */
export interface Scoring {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The paragraphs before the list.
   */
  introduction: string[];
  /**
   * What is recorded.
   */
  items: Passage[];
}
/**
 * The headings of the table of descriptors.
 */
export interface DescriptorTable {
  /**
   * The heading of the table.
   */
  heading: string;
  /**
   * The headings of its columns.
   */
  columns: string[];
  /**
   * The lines under the column for the score.
   */
  scale: string[];
  /**
   * The line under the column for the commentary.
   */
  commentary: string;
}
/**
 * One section of a plan.
 */
export interface Section {
  /**
   * Its id, such as `H1`.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * How much it weighs beside the others, from 1 to 100; without it, 1. The block on overall quality weighs
   * nothing.
   */
  weight?: number | null;
  /**
   * Its descriptors in printed order.
   */
  descriptors: Descriptor[];
}
/**
 * One descriptor of good practice.
 */
export interface Descriptor {
  /**
   * Its id, such as `H1.2`.
   */
  id: string;
  /**
   * Its text. Texts can be the same in two sections: compare by id.
   */
  text: string;
}
/**
 * The form that sums up what was learnt.
 */
export interface LearningSummary {
  /**
   * The heading.
   */
  heading: string;
  /**
   * The title of the form.
   */
  title: string;
  /**
   * The fields above its table.
   */
  fields: FormField[];
  /**
   * The headings of its table.
   */
  columns: string[];
}
/**
 * A field of a form.
 */
export interface FormField {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its label.
   */
  label: string;
  /**
   * What is printed with it.
   */
  note?: string | null;
  /**
   * The choices printed.
   */
  options?: string[] | null;
  /**
   * The columns printed, where the field is filled in more than once.
   */
  columns?: string[] | null;
}
/**
 * The feedback form for draft plans.
 */
export interface PrintedForm {
  /**
   * Its title.
   */
  title: string;
  /**
   * The fields of its header.
   */
  fields: FormField[];
  /**
   * The heading over the sections.
   */
  sections_heading: string;
  /**
   * The heading over the comments and the colour key.
   */
  key_heading: string;
  /**
   * What the colours of comments mean.
   */
  key: ColourKey[];
  /**
   * The sections of the form.
   */
  sections: FormSection[];
  /**
   * The statement on specific and quantified provision.
   */
  statement: string;
}
/**
 * What one colour of comment means.
 */
export interface ColourKey {
  /**
   * The colour.
   */
  colour: string;
  action: CommentAction;
  /**
   * The line as printed.
   */
  printed: string;
}
/**
 * One section of the feedback form.
 */
export interface FormSection {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its heading.
   */
  heading: string;
  /**
   * What is printed under the heading.
   */
  prompts: string[];
  /**
   * The section of the plan it is about.
   */
  section?: string | null;
}
/**
 * The process for plans that are not good enough to be issued.
 */
export interface ImprovementProcess {
  /**
   * Its title.
   */
  title: string;
  /**
   * What stands before the steps.
   */
  introduction: string;
  /**
   * The steps.
   */
  steps: ProcessStep[];
}
/**
 * One step of the process.
 */
export interface ProcessStep {
  /**
   * Its number, such as `2`.
   */
  id: string;
  /**
   * Its text.
   */
  text: string;
  /**
   * The alternatives within it.
   */
  steps?: ProcessPart[] | null;
}
/**
 * One alternative within a step.
 */
export interface ProcessPart {
  /**
   * Its number, such as `2a`.
   */
  id: string;
  /**
   * Its text.
   */
  text: string;
}
/**
 * How the wording is read, and what is computed from answers.
 */
export interface Interpretation {
  /**
   * Readings of what is printed, slips included.
   */
  readings: Reading[];
  /**
   * Which way the scale runs. Without it the least number is the best.
   */
  scale?: ScaleReading | null;
  /**
   * The answers to descriptors. Without it they are `yes`, `no` and `not_applicable`.
   */
  answers?: AnswerReading[] | null;
  /**
   * Other answers, for some sections or descriptors. Without it all have the same.
   */
  answer_sets?: AnswerSetReading[] | null;
  /**
   * Descriptors that ask for counts of findings in place of an answer. Without it none do.
   */
  counts?: CountsReading | null;
  /**
   * What is asked about a plan before it is graded.
   */
  context: ContextQuestion[];
  /**
   * The criteria of the scale, as questions about the plan as a whole.
   */
  criteria: Criterion[];
  /**
   * What each grade requires of the criteria, best grade first.
   */
  grade_table: GradeRow[];
  /**
   * Which plans each descriptor applies to.
   */
  applicability: Applicability[];
  /**
   * Descriptors that stand in place of others, such as "there are no needs". Without it there are none.
   */
  alternatives?: Alternative[] | null;
  /**
   * Which descriptors are evidence for each quality standard.
   */
  evidence: Evidence[];
  /**
   * How answers suggest the score of a section, best score first. The first band that fits
   * counts.
   */
  section_suggestion: Band[];
  /**
   * How the scores of sections limit the grade of the plan.
   */
  section_cap: CapLimit[];
  /**
   * The descriptors that a plan must meet, whatever else is met. Without it there are none.
   */
  required?: RequiredDescriptors[] | null;
  /**
   * How the grade of the plan is worked out from the scores of its sections. Without it, it is not.
   */
  plan_mean?: PlanMean | null;
  /**
   * When a plan may be issued. Without it nothing is said of that.
   */
  gate?: GateRule | null;
  trace: Trace;
  /**
   * The checks for answers and scores that do not fit together, in the order of findings.
   */
  checks: Check[];
  /**
   * The checks of the feedback form. One that is not listed is not made.
   */
  feedback?: FormCheck[] | null;
  /**
   * How the golden thread of a plan's items is read. Without it nothing of it is checked, and
   * a thread says so.
   */
  thread?: ThreadReading | null;
  /**
   * How a plan is checked as a whole. Without it only its wording and its thread are checked.
   */
  plan?: PlanReading | null;
  /**
   * What is asked of a piece of advice. Without it nothing is asked.
   */
  advice?: AdviceQuestions | null;
  /**
   * Which findings bear on which descriptors and criteria.
   */
  bearing?: Bearing[] | null;
  /**
   * How samples of plans are drawn. Without it none can be.
   */
  sampling?: SamplingReading | null;
  /**
   * What the framework says of the deadlines that the law sets.
   */
  timescales?: TimescaleReading[] | null;
  /**
   * How the process around a draft is read. Without it a case has no status.
   */
  process?: ProcessReading | null;
  /**
   * How summaries and reports are read. Without it no term is known and a report has few notes.
   */
  report?: ReportReading | null;
  /**
   * How families' feedback is asked for and counted. Without it none is counted.
   */
  families?: FamiliesReading | null;
}
/**
 * How something printed is read.
 */
export interface Reading {
  /**
   * Its id.
   */
  id: string;
  /**
   * What is printed.
   */
  printed: string;
  /**
   * How it is read.
   */
  read_as: string;
  /**
   * Where it is printed.
   */
  place: string;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * Which way the scale runs.
 */
export interface ScaleReading {
  best: BestScore;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * An answer to a descriptor. Not answered is a state of its own: no answer at all.
 */
export interface AnswerReading {
  /**
   * Its id, which reviews record.
   */
  id: string;
  /**
   * What people read.
   */
  label: string;
  /**
   * Its share of a descriptor that is met: 1 of 1 is met and 0 of 1 is not. Without it the descriptor does not
   * count, and only one that can be excluded can have the answer.
   */
  credit?: Share | null;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * A share, such as 1 out of 2.
 */
export interface Share {
  /**
   * The part.
   */
  of: number;
  /**
   * The whole.
   */
  out_of: number;
}
/**
 * Answers that some sections or descriptors have in place of those of the framework.
 */
export interface AnswerSetReading {
  /**
   * Its id.
   */
  id: string;
  /**
   * The sections whose descriptors have these answers.
   */
  sections?: string[] | null;
  /**
   * The descriptors that have these answers, whatever their section has.
   */
  descriptors?: string[] | null;
  /**
   * The answers.
   */
  answers: AnswerReading[];
  basis: Basis;
  /**
   * Why they are answered so.
   */
  reason: string;
}
/**
 * Descriptors that ask how many findings there are of each severity.
 */
export interface CountsReading {
  /**
   * The severities, the most serious first.
   */
  severities: Choice[];
  /**
   * The descriptors.
   */
  descriptors: string[];
  basis: Basis;
  /**
   * Why they are counted.
   */
  reason: string;
}
/**
 * A choice in a form.
 */
export interface Choice {
  /**
   * What documents hold.
   */
  id: string;
  /**
   * What people read.
   */
  label: string;
}
/**
 * A fact about the plan that decides what applies, and the question that asks for it. The kinds of `stage`, a
 * choice, and of `year_group` and `age`, numbers, are those of the law.
 */
export interface ContextQuestion {
  /**
   * The id of the fact, which is the field of a review's `plan` that holds the answer.
   */
  field: string;
  /**
   * What the fact is called within a sentence.
   */
  name: string;
  /**
   * The question.
   */
  label: string;
  /**
   * What helps to answer it.
   */
  hint?: string | null;
  /**
   * What it is. Without it, true or false.
   */
  kind?: ContextKind | null;
  /**
   * The words for the choices, where the answer is one of a few.
   */
  values?: Choice[] | null;
  /**
   * The least number that it can be.
   */
  least?: number | null;
  /**
   * The greatest number that it can be.
   */
  most?: number | null;
  /**
   * What some of its numbers are called.
   */
  labels?: NumberLabel[] | null;
}
/**
 * What a number is called.
 */
export interface NumberLabel {
  /**
   * The number.
   */
  number: number;
  /**
   * What people read.
   */
  label: string;
}
/**
 * A criterion of the scale.
 */
export interface Criterion {
  /**
   * Its id.
   */
  id: string;
  /**
   * The question.
   */
  label: string;
  /**
   * What helps to answer it.
   */
  hint: string;
  /**
   * Its answers, from the worst to the best.
   */
  values: Choice[];
  basis: Basis;
  /**
   * Why it is asked so.
   */
  reason: string;
}
/**
 * What one grade requires.
 */
export interface GradeRow {
  /**
   * The grade.
   */
  score: number;
  /**
   * The least answer to each criterion that it needs.
   */
  requires: {
    [k: string]: string;
  };
  /**
   * How many findings of some severities it allows at most, in all that is counted. Without it, any number.
   */
  at_most?: {
    [k: string]: number;
  } | null;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * Which plans some descriptors apply to.
 */
export interface Applicability {
  /**
   * The descriptors.
   */
  descriptors: string[];
  /**
   * They apply where all of these hold; none means to every plan. One whose field is not
   * known leaves them applicable and lets the assessor answer `not_applicable`.
   */
  all_of: ContextCondition[];
  /**
   * Whether the assessor may answer `not_applicable` even so.
   */
  may_exclude: boolean;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * A descriptor that stands in place of others of its section. Where it is met, they do not count; where it is not,
 * it does not count itself.
 */
export interface Alternative {
  /**
   * The descriptor.
   */
  descriptor: string;
  /**
   * Those that it stands in place of.
   */
  instead_of: string[];
  /**
   * Where it is written.
   */
  place: string;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * Which descriptors are evidence for a quality standard.
 */
export interface Evidence {
  /**
   * The standard.
   */
  standard: string;
  /**
   * The descriptors.
   */
  descriptors: string[];
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * A score suggested when enough of the descriptors that count are met.
 */
export interface Band {
  /**
   * Its id.
   */
  id: string;
  /**
   * The score suggested.
   */
  score: number;
  yes_at_least: Share;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * What a section's score means for the plan.
 */
export interface CapLimit {
  /**
   * A section with this score ...
   */
  section_score: number;
  /**
   * ... allows the plan this grade at best.
   */
  plan_at_best: number;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * Descriptors that a plan must meet. One that does not apply is not asked for.
 */
export interface RequiredDescriptors {
  /**
   * The descriptors.
   */
  descriptors: string[];
  /**
   * A plan that does not meet all of them is graded this at best.
   */
  plan_at_best: number;
  /**
   * Where it is written.
   */
  place: string;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * How the grade of the plan is worked out: each section has the points of its score, times its weight, and the
 * sum over the sections that apply is divided by the sum of their weights. Fractions are exact.
 */
export interface PlanMean {
  /**
   * The points of each score.
   */
  points: ScorePoints[];
  /**
   * The least mean of each grade, best first. A mean on the border has the better grade; the last band asks
   * for nothing.
   */
  bands: MeanBand[];
  /**
   * Where it is written.
   */
  place: string;
}
/**
 * The points of a score.
 */
export interface ScorePoints {
  /**
   * The score.
   */
  score: number;
  /**
   * Its points.
   */
  points: number;
}
/**
 * The grade of plans with a mean.
 */
export interface MeanBand {
  /**
   * Its id.
   */
  id: string;
  /**
   * The grade.
   */
  score: number;
  mean_at_least: Share;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * When a plan may be issued.
 */
export interface GateRule {
  /**
   * The worst recorded grade with which a plan may be issued.
   */
  issue_at: number;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
  /**
   * Where it is printed.
   */
  cites: Citation[];
}
/**
 * Where something is written.
 */
export interface Citation {
  basis: Basis;
  /**
   * The place in it, in words.
   */
  place: string;
}
/**
 * Where the reasons of a suggestion are cited. A row of the grade table is cited by the heading of
 * the scale.
 */
export interface Trace {
  /**
   * The heading of the bands of `section_suggestion`.
   */
  section_suggestion: string;
  /**
   * The heading of the limits of `section_cap`.
   */
  section_cap: string;
  /**
   * The heading of the entries of `applicability`.
   */
  applicability: string;
  nothing_applies: TraceEntry;
  recorded_score: TraceEntry;
  no_limit: TraceEntry;
  worse_of_both: TraceEntry;
}
/**
 * A reason that rests on no row of a list.
 */
export interface TraceEntry {
  /**
   * Where it is written.
   */
  place: string;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * A check for answers and scores that do not fit together: built in, or stated as the
 * answers at which it fires.
 */
export interface Check {
  /**
   * Its id, which findings carry.
   */
  id: string;
  severity: Severity;
  basis: Basis;
  /**
   * What the finding says. A built-in check makes its own sentence.
   */
  message?: string | null;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * It is made where all of these hold.
   */
  when?: CheckCondition[] | null;
  /**
   * It fires when all of these descriptors stand as listed.
   */
  every?: DescriptorTest[] | null;
  /**
   * It fires when any of these descriptors stands as listed.
   */
  any?: DescriptorTest[] | null;
}
/**
 * A condition on the answer to a criterion.
 */
export interface CriterionCondition {
  /**
   * The criterion.
   */
  criterion: string;
  /**
   * Its answer.
   */
  equals: string;
}
/**
 * How one descriptor must stand for a check to fire.
 */
export interface DescriptorTest {
  /**
   * The descriptor.
   */
  descriptor: string;
  /**
   * It stands in one of these ways.
   */
  is: Standing[];
}
/**
 * A check of the feedback form. Where it fires is built in.
 */
export interface FormCheck {
  id: FeedbackRule;
  severity: Severity;
  basis: Basis;
  /**
   * What the finding says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * How the golden thread is read.
 */
export interface ThreadReading {
  /**
   * Which items a line may join. A link between any others joins nothing.
   */
  joins: ThreadJoin[];
  /**
   * The rules, in the order of findings.
   */
  rules: ThreadRule[];
}
/**
 * Sections whose items a line may join, whichever end states it.
 */
export interface ThreadJoin {
  /**
   * An item of one of these ...
   */
  from: ThreadSection[];
  /**
   * ... and an item of one of these.
   */
  to: ThreadSection[];
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * A rule of the golden thread: built in, or stated as the lines that items must
 * have.
 */
export interface ThreadRule {
  /**
   * Its id, which findings carry.
   */
  id: string;
  severity: Severity;
  basis: Basis;
  /**
   * Each item of these sections ...
   */
  of?: ThreadSection[] | null;
  /**
   * ... has a line to at least one item of these.
   */
  to?: ThreadSection[] | null;
  /**
   * What the finding says; `{id}` stands for the id of the item. A built-in rule makes its own
   * sentence.
   */
  message?: string | null;
  /**
   * The same in a few words, for pictures.
   */
  mark: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * How a plan is checked as a whole.
 */
export interface PlanReading {
  /**
   * The rules. One that is not listed is not checked.
   */
  rules: PlanRule[];
  /**
   * Words of the field, with plain words for them.
   */
  jargon: Jargon[];
  /**
   * The most words of a sentence that is easily followed.
   */
  longest_sentence: number;
  /**
   * The least words of a sentence that is reported where it stands twice.
   */
  repeated_words: number;
  /**
   * Words with which a sentence may stand in several places.
   */
  set_words: string[];
  /**
   * Words with which a section says that nothing is needed or provided, in lower case.
   */
  nothing_words: string[];
  /**
   * Words with which a need asks for no provision, in lower case.
   */
  settled_words: string[];
  /**
   * Words that describe a need, in lower case.
   */
  need_words: string[];
  /**
   * What a child does, by which a name in the place of the child's is noticed, in lower case.
   */
  child_verbs: string[];
  /**
   * The kinds of settings, in lower case.
   */
  settings: string[];
  /**
   * Professions of which a person has one, in lower case.
   */
  professions: string[];
  /**
   * The font and size of the plan's text; without it, those that most of its text has.
   */
  font?: AgreedFont | null;
}
/**
 * A rule about the plan as a whole. When it fires is built in; its words are here.
 */
export interface PlanRule {
  id: PlanBuiltIn;
  severity: Severity;
  basis: Basis;
  /**
   * What a finding says. Names in braces stand for what was found.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead, or what clears it.
   */
  instead: string;
  action: CommentAction;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * A word of the field, with plain words for it.
 */
export interface Jargon {
  /**
   * The word, in lower case.
   */
  word: string;
  /**
   * The plain words.
   */
  plain: string;
}
/**
 * The font and size that are agreed for the text of a plan.
 */
export interface AgreedFont {
  /**
   * The name of the font.
   */
  name: string;
  /**
   * The size in half-points.
   */
  half_points: number;
}
/**
 * What is asked of a piece of advice.
 */
export interface AdviceQuestions {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * What is asked. What is not listed is not asked.
   */
  items: AdviceItem[];
}
/**
 * Something that is asked, and what is said where it is not there.
 */
export interface AdviceItem {
  asks: AdviceAsk;
  severity: Severity;
  /**
   * What is said.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to do.
   */
  instead: string;
  basis: Basis;
  /**
   * Why it is asked.
   */
  reason: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * Which findings bear on which descriptors and criteria. They answer none.
 */
export interface Bearing {
  /**
   * Ids of rules about the plan as a whole and of rules of the golden thread. Their findings speak against.
   */
  rules?: string[] | null;
  /**
   * Ids of rules of the lexicon. Their findings speak against.
   */
  wording?: string[] | null;
  /**
   * What a comparison of advice with the plan finds. It speaks against.
   */
  coverage?: CoverageFinding[] | null;
  /**
   * What speaks for.
   */
  evidence?: PlanEvidence[] | null;
  /**
   * The sections in which they count; without it, all.
   */
  sections?: PlanSection[] | null;
  /**
   * The descriptors.
   */
  descriptors?: string[] | null;
  /**
   * The criteria.
   */
  criteria?: string[] | null;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * How samples of plans are drawn.
 */
export interface SamplingReading {
  key: SampleKey;
  /**
   * Why it is this one.
   */
  key_reason: string;
  /**
   * What samples are drawn for.
   */
  purposes: SamplePurpose[];
  /**
   * The phases, from the youngest. Each goes on to where the next begins.
   */
  phases: SamplePhase[];
}
/**
 * What a sample is drawn for. Samples for different purposes do not depend on each other.
 */
export interface SamplePurpose {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called within a sentence.
   */
  name: string;
  /**
   * The level of checking that it belongs to.
   */
  level: number;
  /**
   * The share of plans that is drawn, where the framework prints one.
   */
  rate?: Share | null;
  /**
   * Whether each phase is drawn from separately.
   */
  by_phase: boolean;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * A phase of education.
 */
export interface SamplePhase {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * The first year group in it.
   */
  from_year_group: number;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * What a framework says of a deadline.
 */
export interface TimescaleReading {
  deadline: DeadlineKind;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
  /**
   * Where it is written, beside the law.
   */
  cites: Citation[];
}
/**
 * How the process around a draft is read.
 */
export interface ProcessReading {
  /**
   * How a printed step is cited: `{step}` stands for its id.
   */
  place: string;
  /**
   * What the roles are called.
   */
  roles: ProcessRole[];
  /**
   * What the framework leaves open, how it is read, and why.
   */
  readings: ProcessNote[];
  /**
   * Each event in the states in which it may happen. Every one that is built in stands once.
   */
  steps: ProcessMove[];
  /**
   * Why a plan may or may not be issued, for each state.
   */
  reasons: ProcessState[];
  refused: ProcessRefusal;
  /**
   * What the number of plans graded again rests on.
   */
  regraded: ProcessSource[];
  /**
   * What is found in a case whose events all fit.
   */
  findings: ProcessFinding[];
}
/**
 * What a role is called.
 */
export interface ProcessRole {
  role: CaseRole;
  /**
   * What it is called within a sentence.
   */
  name: string;
}
/**
 * How something that the framework leaves open is read.
 */
export interface ProcessNote {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called where it is cited.
   */
  name: string;
  basis: Basis;
  /**
   * How it is read, and why.
   */
  reason: string;
}
/**
 * An event in the states in which it may happen.
 */
export interface ProcessMove {
  /**
   * The states.
   */
  states: CaseState[];
  event: CaseEventKind;
  /**
   * Who may do it.
   */
  roles: CaseRole[];
  /**
   * What they may do, in a sentence. `{grade}` stands for the grade at which a plan is issued.
   */
  message: string;
  /**
   * What it rests on.
   */
  rests_on: ProcessSource[];
}
/**
 * What an entry rests on: one of these.
 */
export interface ProcessSource {
  /**
   * The id of a printed step.
   */
  step?: string | null;
  /**
   * The number of a level of checking.
   */
  level?: number | null;
  /**
   * The id of one of the readings.
   */
  reading?: string | null;
  /**
   * True for the places where it is printed when a plan may be issued.
   */
  gate?: boolean | null;
}
/**
 * Why a plan may or may not be issued in a state.
 */
export interface ProcessState {
  state: CaseState;
  /**
   * The reason, in a sentence. `{grade}` stands for the grade at which a plan is issued.
   */
  message: string;
  /**
   * What it rests on.
   */
  rests_on: ProcessSource[];
}
/**
 * Why a plan is not issued where an event does not fit.
 */
export interface ProcessRefusal {
  /**
   * The reason, in a sentence.
   */
  message: string;
  /**
   * What it rests on.
   */
  rests_on: ProcessSource[];
}
/**
 * A finding in a case.
 */
export interface ProcessFinding {
  id: CaseRule;
  severity: Severity;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * What it rests on.
   */
  rests_on: ProcessSource[];
}
/**
 * How a summary and its report are read.
 */
export interface ReportReading {
  /**
   * The level of checking whose text stands among the notes.
   */
  level?: number | null;
  /**
   * The terms of a school year. The first begins it, and each goes on to where the next begins.
   */
  terms: ReportTerm[];
  /**
   * How the counts are to be read.
   */
  notes: ReportNote[];
}
/**
 * A term.
 */
export interface ReportTerm {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * The month in which it begins, from 1 to 12.
   */
  from_month: number;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
}
/**
 * How counts are to be read.
 */
export interface ReportNote {
  /**
   * What it is called.
   */
  name: string;
  basis: Basis;
  /**
   * How they are read, and why. `{phases}` and `{terms}` stand for the phases and the terms with the
   * time from one to the next, `{weeks}` for the weeks in which the law has a plan issued.
   */
  reason: string;
}
/**
 * How families' feedback is asked for and counted.
 */
export interface FamiliesReading {
  basis: Basis;
  /**
   * How responses are counted, and why.
   */
  reason: string;
  /**
   * The surveys, and the short questions after a contact.
   */
  surveys: Survey[];
}
/**
 * A survey.
 */
export interface Survey {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * The number of the printed item on feedback from families that asks for it, from 1.
   */
  item: number;
  basis: Basis;
  /**
   * Why it is read so.
   */
  reason: string;
  /**
   * The answers to choose from, the same for each of its questions.
   */
  answers: SurveyAnswer[];
  /**
   * Its questions.
   */
  questions: SurveyQuestion[];
}
/**
 * An answer to the questions of a survey.
 */
export interface SurveyAnswer {
  /**
   * Its id. `not_answered` and `total` are none.
   */
  id: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * Whether a report counts it as a good one.
   */
  good: boolean;
}
/**
 * A question of a survey.
 */
export interface SurveyQuestion {
  /**
   * Its id.
   */
  id: string;
  /**
   * The question.
   */
  text: string;
  basis: Basis;
  /**
   * Why it is asked.
   */
  reason: string;
}
/**
 * A review of one plan. Only `framework` is required; a field not given, or null, is not answered.
 */
export interface Review {
  /**
   * The id of the framework in use.
   */
  framework: "shropshire-2023";
  /**
   * Facts about the plan that decide what applies. One that is not given is not known.
   */
  plan?: PlanRecord | null;
  /**
   * Who reviewed, at what level, when.
   */
  review?: ReviewDetails | null;
  /**
   * Answers to the criteria of the scale, about the plan as a whole.
   */
  criteria?: {
    /**
     * All relevant information is included: nothing essential is missing.
     */
    complies?: "not_met" | "met" | null;
    /**
     * For example, no provision in Section B.
     */
    correct_sections?: "not_met" | "met" | null;
    /**
     * Such as names, pronouns or typos.
     */
    no_admin_errors?: "not_met" | "met" | null;
    /**
     * Throughout the plan.
     */
    agreed_font?: "not_met" | "met" | null;
    /**
     * How well the plan as a whole is written and presented.
     * well_written_and_clear: Well written and clearly presented
     */
    writing?: "not_met" | "mostly_well_written" | "well_written_and_clear" | null;
    /**
     * An appropriate level of detail throughout
     */
    appropriate_detail?: "not_met" | "met" | null;
    /**
     * Specific, measurable, achievable, realistic and time limited.
     */
    smart_outcomes?: "not_met" | "met" | null;
    /**
     * Provision is specific, detailed and quantifiable
     */
    specific_provision?: "not_met" | "met" | null;
    /**
     * A holistic view throughout the plan.
     */
    golden_thread?: "not_met" | "met" | null;
    /**
     * Preparation for adulthood is present and age appropriate
     */
    pfa_age_appropriate?: "not_met" | "met" | null;
  } | null;
  /**
   * What is recorded in each section.
   */
  sections?: {
    /**
     * What is recorded in one section.
     */
    A?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The child / young person’s views, interests, and strengths are captured in depth, as well as their hopes, aspirations and goals for the future.
         */
        A1?: "yes" | "no" | null;
        /**
         * The child / young person’s history is captured succinctly and accurately – including family background, educational history, placements, involvement of health and care services. The EHCP describes the people who support the family. This may include a one-page profile, or equivalent, making clear when the one-page profile was produced and by whom.
         */
        A2?: "yes" | "no" | null;
        /**
         * Evidence of how child / young person has been engaged, how their views were gathered, and how they have contributed to the EHCP. The plan should make clear whether the child or young person is being quoted directly, or if the views of parents or professionals are being represented.
         */
        A3?: "yes" | "no" | null;
        /**
         * A summary of how to communicate with the child/young person and evidence of how they can be included in decision-making.
         */
        A4?: "yes" | "no" | null;
        /**
         * Captures the parents’ / carers’ views and aspirations.
         */
        A5?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    E?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Outcomes reflect the child / young person’s hopes, aspirations and goals (section A) and needs (sections B, C and D), as opposed to reflecting the perspective of a specific service.
         */
        E1?: "yes" | "no" | null;
        /**
         * Outcomes are set out clearly and in a SMART format, with a clear link between outcomes and the provision needed for them to be achieved.
         */
        E2?: "yes" | "no" | null;
        /**
         * Outcomes are age appropriate. A clear outline of Preparation for Adulthood can be demonstrated, i.e. learning and employment, independent living, social connections, and health. This should be evident in every plan.
         */
        E3?: "yes" | "no" | null;
        /**
         * Long-term outcomes, including education, health and care outcomes over the course of a key stage or equivalent. Arrangements for setting short-term targets at setting / school / college level or equivalent are specified.
         */
        E4?: "yes" | "no" | null;
        /**
         * Clear monitoring and review arrangements for long-term outcomes, including key review dates, are included.
         */
        E5?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    B?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * All areas of SEN / difficulties identified in the professional advice received, listed in Section K, are captured in the plan. Any conflicting advice is addressed, indicating which professional advice listed in section K advises of what, with the local authority’s position on this issue set out clearly.
         */
        B1?: "yes" | "no" | null;
        /**
         * All areas of SEN / difficulties are set out clearly and are described in sufficient detail (type and severity). The description of the child / young person’s needs is linked clearly to established categories of SEN.
         */
        B2?: "yes" | "no" | null;
        /**
         * A clear outline of Preparation for Adulthood can be demonstrated, i.e. learning and employment, independent living, social connections, and health. This should be evident in every plan.
         */
        B3?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    C?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The child / young person’s health needs, identified through the EHCNA, that relate to their SEN are set out clearly and in accessible language. If the child / young person has no health needs related to their SEN, this is made clear.
         */
        C1?: "yes" | "no" | null;
        /**
         * Any health needs not directly related to the child’s / young person’s SEN, and their implications, are identified as such.
         */
        C2?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    D?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The child / young person’s social care needs, identified through the EHCNA, that relate to their SEN or require provision for a child under 18 (section 2, Chronically Sick and Disabled Person’s Act 1970) are set out clearly.
         */
        D1?: "yes" | "no" | "not_applicable" | null;
        /**
         * If the child / young person has no care needs related to their SEN, this is made clear.
         */
        D2?: "yes" | "no" | "not_applicable" | null;
        /**
         * Any care needs not directly related to the child’s / young person’s SEN are identified as such.
         */
        D3?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    F?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Provision is specified for every type of need identified in section B, and is proportionate to assessed severity of need, grounded in professional advice. Preparation for adulthood support specified, as a minimum for a child / young person in Year 9 and above.
         */
        F1?: "yes" | "no" | null;
        /**
         * There should be a “golden thread” that connects each need to each type of provision, and how the overall provision will support the achievement of the outcomes specified in section E.
         */
        F2?: "yes" | "no" | null;
        /**
         * Provision is detailed, specific and quantified, presented in a clear and accessible way so that professionals in a setting / school / college would know how to implement it. The type of provision (Facilities, staffing, equipment), hours, frequency of support, level of expertise required, departure from national curriculum / study programmes, chronological age should be specified. Vague terms (e.g., “opportunities to ...”) and non-specific language is avoided.
         */
        F3?: "yes" | "no" | null;
        /**
         * The provision specified could be given to a setting / school / college for staff to put into place without substantial extra work to interpret Section F being required.
         */
        F4?: "yes" | "no" | null;
        /**
         * Health or Social Care Provision which educates or trains a child or young person should be treated as educational provision and included in this section.
         */
        F5?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    G?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Provision matches each specific health need identified in section C.
         */
        G1?: "yes" | "no" | "not_applicable" | null;
        /**
         * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
         */
        G2?: "yes" | "no" | "not_applicable" | null;
        /**
         * Provision is clear, detailed, specific and quantified (type of support and who will provide it) and agreed by Health Commissioning.
         */
        G3?: "yes" | "no" | "not_applicable" | null;
        /**
         * From Year 9 onwards, the health care provision clearly specifies what is required to assist in the preparation for adulthood and independent living (where appropriate).
         */
        G4?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    H1?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Provision matches each specific care need identified in section D, specifically those relating to section 2 of the Chronically Sick and Disabled Persons Act 1970.
         */
        "H1.1"?: "yes" | "no" | "not_applicable" | null;
        /**
         * All provision assessed as being required for a disabled child or young person under 18, under section 2 of the Chronically Sick and Disabled Persons Act 1970, is included in section H1. This could include practical assistance at home, relating to meals. relating to educational or recreational facilities, relating to travel, relating to holidays, as well as adaptations to the home, or non-residential short breaks. Support for the parents / carers of a disabled child or young person is included if appropriate.
         */
        "H1.2"?: "yes" | "no" | "not_applicable" | null;
        /**
         * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
         */
        "H1.3"?: "yes" | "no" | "not_applicable" | null;
        /**
         * Provision is clear, detailed, specific and quantified (type of support and who will provide it).
         */
        "H1.4"?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    H2?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Children’s social care provision identified through early help, children in need or safeguarding assessments for children under 18, or adult social care provision for young people aged 18 and over, are included in section H2.
         */
        "H2.1"?: "yes" | "no" | "not_applicable" | null;
        /**
         * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
         */
        "H2.2"?: "yes" | "no" | "not_applicable" | null;
        /**
         * Provision is clear, detailed, specific and quantified (type of support and who will provide it).
         */
        "H2.3"?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    I?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The name and type of setting / school / college is clearly recorded (only on final EHCP). (If a parent / carer has decided to home educate, this is recorded clearly.)
         */
        I1?: "yes" | "no" | "not_applicable" | null;
        /**
         * The EHCP makes clear if the placement is the preference of the parents / carers, if applicable
         */
        I2?: "yes" | "no" | "not_applicable" | null;
        /**
         * It is unlikely that home-to-school transport would need to be mentioned in this section. The only reason for home-to-school transport to be mentioned would be if the parent or carer had chosen a mainstream school that is not the nearest suitable school. If the latter is the case, Section I should include the following exact wording: ‘Child X shall attend school A which is the parent’s preferred school. This is not the nearest suitable school, which is B school. The parent has accepted full responsibility for transport to their school of preference (school A). If, for any reason, the parent is unable to transport Child X to school A, arrangements will be made for Child X to transfer to the nearest suitable school.’
         */
        I3?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    J?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The EHCP specifies whether a personal budget has been requested and agreed to deliver part of the provision.
         */
        J1?: "yes" | "no" | null;
        /**
         * (If applicable) The EHCP specifies the provision, needs and outcomes that the personal budget is to help meet.
         */
        J2?: "yes" | "no" | "not_applicable" | null;
        /**
         * (If applicable) The EHCP specifies the type of personal budget, the amount covered by the personal budget, arrangements / regulations relating to direct payments.
         */
        J3?: "yes" | "no" | "not_applicable" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    K?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * Advice and information that has informed the EHCNA and EHCP is set out clearly – titles and dates of relevant reports.
         */
        K1?: "yes" | "no" | null;
        /**
         * The final EHCP has been signed off by the relevant officer(s).
         */
        K2?: "yes" | "no" | "not_applicable" | null;
        /**
         * All contributing parties to the development of the EHCP are listed
         */
        K3?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
    /**
     * What is recorded in one section.
     */
    overall?: {
      /**
       * Answers to its descriptors.
       */
      descriptors?: {
        /**
         * The EHCP will help secure the best outcomes across education, health and social care for the child/young person.
         */
        "overall.1"?: "yes" | "no" | null;
        /**
         * Clear and accessible language is used throughout.
         */
        "overall.2"?: "yes" | "no" | null;
        /**
         * There is a clear “golden thread” that runs between aspirations (section A), needs (sections B, C and D), advice (section K), provision (sections F, G and H), and outcomes (section E).
         */
        "overall.3"?: "yes" | "no" | null;
        /**
         * There is clear evidence that the advice is the result of co-production with the child / young person, parents / carers and professionals and this is reflected in the EHCP
         */
        "overall.4"?: "yes" | "no" | null;
        /**
         * The EHCP will help prepare the child/young person for adulthood – including transition planning for adulthood and independence.
         */
        "overall.5"?: "yes" | "no" | null;
      } | null;
      /**
       * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
       */
      score?: Score | null;
      /**
       * Key strengths, at most 20,000 characters.
       */
      strengths?: string | null;
      /**
       * Areas for improvement, at most 20,000 characters.
       */
      improvements?: string | null;
      /**
       * The rationale for the score, at most 20,000 characters.
       */
      rationale?: string | null;
    } | null;
  } | null;
}
/**
 * Facts about the plan.
 */
export interface PlanRecord {
  /**
   * A pseudonymous reference, at most 64 characters. Never a name.
   */
  reference?: string | null;
  /**
   * The stage of the plan. A proposed amended plan is treated as a draft.
   */
  stage?: Stage | null;
  /**
   * The year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   * Never derived from the age.
   */
  year_group?: number | null;
  /**
   * The age in whole years, 0 to 25. Never derived from the year group.
   */
  age?: number | null;
  /**
   * Has health needs related to their special educational needs
   */
  health_needs?: boolean | null;
  /**
   * Has social care needs related to their special educational needs, or needing provision under section 2 of the Chronically Sick and Disabled Persons Act 1970
   */
  social_care_needs?: boolean | null;
  /**
   * A personal budget has been requested
   */
  personal_budget?: boolean | null;
  /**
   * Educated at home by the parents’ choice
   */
  home_educated?: boolean | null;
  /**
   * Has a medical diagnosis
   */
  medical_diagnosis?: boolean | null;
}
/**
 * Who reviewed, at what level, when.
 */
export interface ReviewDetails {
  /**
   * The level of checking.
   */
  level?: number | null;
  /**
   * Who reviewed.
   */
  reviewer?: Reviewer | null;
  /**
   * The date of the review, YYYY-MM-DD.
   */
  date?: Day | null;
}
/**
 * Who reviewed.
 */
export interface Reviewer {
  /**
   * The role, such as Senior Case Officer.
   */
  role?: string | null;
  /**
   * A pseudonym, at most 64 characters.
   */
  id?: string | null;
}
/**
 * What a review comes to.
 */
export interface Assessment {
  /**
   * The id of the framework.
   */
  framework: string;
  plan: PlanAssessment;
  /**
   * The sections in printed order; the block on overall quality is the last.
   */
  sections: SectionAssessment[];
  /**
   * How many of the descriptors that are evidence for each quality standard are met.
   */
  standards: StandardView[];
  progress: PlanProgress;
  /**
   * The least that would make the plan surely good enough to be issued; null where the framework does not say what
   * is.
   */
  path: Path | null;
  /**
   * What does not fit together, the most serious first.
   */
  findings: Finding[];
  receipt: Receipt;
}
/**
 * What the plan as a whole comes to.
 */
export interface PlanAssessment {
  /**
   * The grades that the answers to the criteria still allow; null where the framework has no grade table.
   */
  criteria: Interval | null;
  /**
   * The best grades that the sections still allow; null where nothing is graded.
   */
  cap: Interval | null;
  /**
   * What the weighted mean of the sections comes to, where the framework has one.
   */
  mean?: Interval | null;
  /**
   * What the required descriptors allow at best, where the framework requires any.
   */
  required?: Interval | null;
  /**
   * The findings that are counted, by severity, where the framework asks for counts.
   */
  counts?: SeverityTotal[];
  /**
   * The suggestion: the worst of them, end by end; null where the framework suggests none.
   */
  suggested: Interval | null;
  /**
   * The score recorded for the plan: the record, whatever is suggested.
   */
  recorded: Score | null;
  /**
   * Whether it may be issued; null where the framework does not say.
   */
  gate: Gate | null;
  /**
   * Why: first the criteria, then the cap, then the suggestion.
   */
  because: Reason[];
}
/**
 * The grades still possible, from the best to the worst. A value between need not be reachable.
 */
export interface Interval {
  best: Score;
  worst: Score;
}
/**
 * The findings of one severity, counted where descriptors apply.
 */
export interface SeverityTotal {
  /**
   * The severity's id.
   */
  id: string;
  /**
   * What people read.
   */
  label: string;
  /**
   * How many are counted so far.
   */
  given: number;
  /**
   * How many counts are not given.
   */
  open: number;
}
/**
 * Whether a plan may be issued. This rests on the recorded score alone.
 */
export interface Gate {
  state: GateState;
  /**
   * Where the suggested grades lie, seen from the grade needed; null where none is suggested.
   */
  suggestion: GateSuggestion | null;
  /**
   * The same in a sentence.
   */
  message: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * Why a suggestion, or one end of it, is what it is.
 */
export interface Reason {
  /**
   * The rule: the id of a band, or one of `grade-table`, `section-cap`, `worse-of-both`,
   * `applicability`, `recorded-score`, `nothing-applies`.
   */
  rule: string;
  end: End;
  /**
   * The grade it comes to, where it comes to one.
   */
  score: Score | null;
  /**
   * The answers it rests on, as JSON Pointers into the review; those that are not given too.
   */
  rests_on: string[];
  basis: Basis;
  /**
   * Where that is written.
   */
  place: string;
  /**
   * Why the framework is read so.
   */
  why: string;
  /**
   * The same in a sentence.
   */
  message: string;
}
/**
 * What one section comes to.
 */
export interface SectionAssessment {
  /**
   * Its id.
   */
  id: string;
  /**
   * What its answers suggest; null where nothing applies, or the framework suggests no score.
   */
  suggested: Interval | null;
  /**
   * The score recorded under it. Under `overall` it is the plan's.
   */
  recorded: Score | null;
  /**
   * What counts in the cap: a recorded score before a suggested one; null where nothing applies.
   */
  counted: Interval | null;
  descriptors: DescriptorStates;
  progress: Progress;
  /**
   * Why.
   */
  because: Reason[];
}
/**
 * The ids of descriptors by how they stand, in printed order.
 */
export interface DescriptorStates {
  /**
   * They count, and are met.
   */
  yes: string[];
  /**
   * They count, and are met in part.
   */
  partly?: string[];
  /**
   * They count, and are not met.
   */
  no: string[];
  /**
   * They count, and are not answered, or not all of their findings are counted.
   */
  open: string[];
  /**
   * They have their counts of findings.
   */
  counted?: string[];
  /**
   * The assessor excluded them.
   */
  not_applicable: string[];
  /**
   * The context of the plan excludes them.
   */
  does_not_apply: string[];
}
/**
 * How much has been answered.
 */
export interface Progress {
  /**
   * How many answers and scores are given.
   */
  answered: number;
  /**
   * How many there are to give.
   */
  total: number;
}
/**
 * The descriptors that are evidence for one quality standard, counted.
 */
export interface StandardView {
  /**
   * The standard's id.
   */
  id: string;
  /**
   * How many are met.
   */
  met: number;
  /**
   * How many are met in part.
   */
  partly?: number;
  /**
   * How many are not met.
   */
  not_met: number;
  /**
   * How many are not answered.
   */
  open: number;
  /**
   * How many are not about this plan.
   */
  not_applicable: number;
}
/**
 * How much of the review has been answered. The sections' own progress stands with them.
 */
export interface PlanProgress {
  criteria: Progress;
  total: Progress;
}
/**
 * The smallest set of changes after which the worst grade still suggested is good enough.
 */
export interface Path {
  to: Score;
  /**
   * Whether the changes reach it. A framework can ask for more than answers can give.
   */
  reachable: boolean;
  /**
   * The changes: criteria in their order, counts of findings by severity, then sections in printed order. Empty when
   * the grade is reached already.
   */
  steps: Step[];
}
/**
 * One change.
 */
export interface Step {
  kind: StepKind;
  /**
   * Where, as a JSON Pointer into the review.
   */
  at: string;
  value: StepValue;
  state: StepState;
  /**
   * For a score: the descriptors answered no beneath it, as JSON Pointers.
   */
  rests_on: string[];
  /**
   * The same in a sentence.
   */
  message: string;
}
/**
 * Something that does not fit together, or that is worth knowing.
 */
export interface Finding {
  /**
   * The id of the check that found it.
   */
  rule: string;
  severity: Severity;
  /**
   * The field to look at first, as a JSON Pointer into the review.
   */
  at: string;
  /**
   * The answers it rests on, as JSON Pointers.
   */
  rests_on: string[];
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * For `context-not-known`: the ids of the facts that are not given.
   */
  fields?: (
    | "stage"
    | "year_group"
    | "age"
    | "health_needs"
    | "social_care_needs"
    | "personal_budget"
    | "home_educated"
    | "medical_diagnosis"
  )[];
  /**
   * For `context-not-known`: the checks that were not made because of it.
   */
  not_checked?: string[];
}
/**
 * What an output was made by.
 */
export interface Receipt {
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The framework, where one took part.
   */
  framework?: DocumentDigest | null;
  /**
   * The lexicon, where the wording of texts took part. Its digest leaves examples out, which judge no text.
   */
  lexicon?: DocumentDigest | null;
  /**
   * The weights learned from labelled examples, where the wording of texts took part.
   */
  weights?: DocumentDigest | null;
}
/**
 * A document by its id and its content.
 */
export interface DocumentDigest {
  /**
   * Its id.
   */
  id: string;
  /**
   * The SHA-256 of its canonical JSON (RFC 8785), in hexadecimal.
   */
  sha256: string;
}
/**
 * What a review comes to, without reasons.
 */
export interface Grading {
  /**
   * The id of the framework.
   */
  framework: string;
  plan: PlanGrading;
  /**
   * The suggestion for each section by its id, in printed order; null where nothing applies.
   */
  sections: {
    [k: string]: Interval | null;
  };
  /**
   * The rule of each finding, in the order of an assessment's findings.
   */
  findings: string[];
}
/**
 * What the plan as a whole comes to.
 */
export interface PlanGrading {
  /**
   * The grades that the answers to the criteria still allow; null where the framework has no grade table.
   */
  criteria: Interval | null;
  /**
   * The best grades that the sections still allow; null where nothing is graded.
   */
  cap: Interval | null;
  /**
   * The suggestion: the worse of the two, end by end; null where the framework suggests none.
   */
  suggested: Interval | null;
  /**
   * The score recorded for the plan: the record, whatever is suggested.
   */
  recorded: Score | null;
  /**
   * Whether it may be issued; null where the framework does not say.
   */
  gate: GateGrading | null;
}
/**
 * Whether a plan may be issued. This rests on the recorded score alone.
 */
export interface GateGrading {
  state: GateState;
  /**
   * Where the suggested grades lie, seen from the grade needed; null where none is suggested.
   */
  suggestion: GateSuggestion | null;
}
/**
 * One line of NDJSON text: what its review comes to, or what is wrong with it.
 */
export interface GradedLine {
  /**
   * The number of the line, counted from 1.
   */
  line: number;
  /**
   * What the review comes to; null where the line has a problem.
   */
  grading: Grading | null;
  /**
   * Every problem of the line; empty where it is graded.
   */
  problems: Problem[];
}
/**
 * Something wrong with a document, and where. No value of the document is repeated.
 */
export interface Problem {
  /**
   * A JSON Pointer into the document; empty for the document as a whole.
   */
  pointer: string;
  /**
   * What is wrong: a stable code.
   */
  code: string;
  /**
   * What the sentence is made of.
   */
  params: {
    [k: string]: string | number | string[];
  };
  /**
   * The same in a plain sentence.
   */
  message: string;
}
/**
 * A lexicon as it is given.
 */
export interface LexiconDocument {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its edition.
   */
  edition: string;
  /**
   * The language it is for, as a BCP 47 tag.
   */
  language: string;
  /**
   * The id of the built-in lexicon, where this one only adds to it: its word sets, terms and
   * rules come on top, and a rule with the id of a built-in one takes its place.
   */
  extends?: string | null;
  /**
   * Sets of words that patterns name.
   */
  words: WordSet[];
  /**
   * Clauses with an exact wording; that of home-to-school transport has the id `transport`.
   */
  clauses?: Clause[] | null;
  /**
   * Words that say what a plan must say.
   */
  terms: Term[];
  /**
   * The rules.
   */
  rules: Rule[];
}
/**
 * A set of single words that patterns name as `<id>`.
 */
export interface WordSet {
  /**
   * Its id.
   */
  id: string;
  /**
   * The words, with `|` between them; one that ends in `~` stands for its regular inflections too.
   */
  any: string;
}
/**
 * A clause that a plan must use word for word, with slots to fill in.
 */
export interface Clause {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its exact wording.
   */
  text: string;
  /**
   * The words in it that are to be filled in, each in one way throughout.
   */
  slots: string[];
}
/**
 * Patterns with a meaning.
 */
export interface Term {
  meaning: Meaning;
  /**
   * The patterns.
   */
  says: string[];
}
/**
 * A rule about wording.
 */
export interface Rule {
  /**
   * Its id. A rule with the id of a built-in rule makes that rule's check; any other rule finds its
   * phrases.
   */
  id: string;
  /**
   * A text that it fires on.
   */
  example?: string | null;
  /**
   * A text that comes close, on which it does not fire.
   */
  near_miss?: string | null;
  /**
   * What is known of the plan in both, where the rule needs it.
   */
  example_context?: Linting | null;
  /**
   * Its title.
   */
  title: string;
  /**
   * The sections of a plan that it checks.
   */
  sections: string[];
  severity: Severity;
  action: CommentAction;
  /**
   * What a finding says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead.
   */
  instead: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * What a statement must say for a phrase to be answered: all of any one of these lists.
   */
  answered_by?: Meaning[][] | null;
  /**
   * How serious an answered phrase still is; without it, it is not reported.
   */
  when_answered?: Severity | null;
  /**
   * The learned judgement of what it finds, which decides whether and how seriously a finding is reported.
   */
  judged_by?: Judgement | null;
  /**
   * Whether it also checks reported speech, though not what stands in quotation marks: for words
   * that nobody says, such as what is left of a template.
   */
  in_speech?: boolean | null;
  /**
   * Patterns with which a phrase means something else: where one overlaps a phrase, the phrase
   * is not reported.
   */
  unless?: string[] | null;
  /**
   * The phrases.
   */
  phrases?: Phrase[] | null;
}
/**
 * What a host knows of the plan. It is used while a text is checked, and not kept.
 */
export interface Linting {
  /**
   * The stage of the plan.
   */
  stage?: Stage | null;
  /**
   * -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   */
  year_group?: number | null;
  /**
   * The names that the child goes by.
   */
  names?: string[] | null;
  /**
   * The pronouns that the child goes by.
   */
  pronouns?: Pronouns | null;
  /**
   * The fingerprints of findings that are not to be reported.
   */
  dismissed?: string[] | null;
}
/**
 * A phrase that a rule finds.
 */
export interface Phrase {
  /**
   * A text that it fires on.
   */
  example?: string | null;
  /**
   * A text that comes close, on which the rule does not fire.
   */
  near_miss?: string | null;
  /**
   * The patterns that are variants of it.
   */
  says: string[];
  /**
   * What stands in its place in a template, with blanks to be filled in and no amount.
   */
  rewrite?: string | null;
  /**
   * Patterns with which it means something else.
   */
  unless?: string[] | null;
  /**
   * The sections in which it is found, where these are not all of its rule.
   */
  sections?: string[] | null;
  /**
   * Whether it is reported whatever is judged: for words that leave a statement open however much else it says.
   */
  stands?: boolean | null;
}
/**
 * Weights learned from labelled examples. `cargo xtask train` makes them.
 */
export interface LearnedWeights {
  /**
   * Their id.
   */
  id: string;
  /**
   * Their edition.
   */
  edition: string;
  /**
   * The language of the examples, as a BCP 47 tag. Texts in others are not judged.
   */
  language: string;
  /**
   * The judgements, each at most once.
   *
   * @maxItems 16
   */
  heads:
    | []
    | [LearnedHead]
    | [LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead]
    | [LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead, LearnedHead]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ]
    | [
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead,
        LearnedHead
      ];
}
/**
 * The weights of one judgement. The score of a statement is the bias and the weights of its features, evened by
 * their number, so that a long statement weighs no more than a short one.
 */
export interface LearnedHead {
  judges: Judgement;
  /**
   * The score of a statement without features.
   */
  bias: number;
  /**
   * The weights, a letter each from `#` to `}` without `\`, the middle one being zero. Their number is a power
   * of two, and a feature has the weight whose place is the feature's number by that modulus.
   */
  weights: string;
  /**
   * What rules find in statements of a lower score is left out.
   */
  mentioned_from: number;
  /**
   * Statements from this score in which a rule finds something are reported. What rules find in those of a lower
   * score is information.
   */
  confirmed_from: number;
  /**
   * Statements from this score are reported, whether rules find something in them or not.
   */
  reported_from: number;
  /**
   * How often a judgement is right, by the score, measured on authors who were not learned from.
   *
   * @maxItems 64
   */
  calibration: CalibrationBand[];
}
/**
 * A band of scores. It reaches to the next.
 */
export interface CalibrationBand {
  /**
   * Its least score; the first reaches down to any.
   */
  from: number;
  /**
   * Of a thousand statements in it, so many are what is judged.
   */
  right: number;
}
/**
 * A catalogue of messages, in place of those in English.
 */
export interface MessagesDocument {
  /**
   * The language, as a tag of BCP 47.
   */
  language: string;
  /**
   * The names of plural forms by the counts that have one: in English 1 has "one", and no other count has
   * a name.
   */
  plural: {
    [k: string]: string;
  };
  /**
   * The templates by their keys. The plural form of a message has the key of the message, a full stop and the
   * name of the form. A message whose key is not there stays in English.
   */
  texts: {
    /**
     * By {other} this would not have happened. Record what came between, such as an order, a conceded appeal or a mediation agreement, or mend one of the two.
     */
    "deadline.hint.against_decision"?: string;
    /**
     * A school in England closes for four weeks in summer only, and no summer lies between the request and the deadline. Say which closure it was.
     */
    "deadline.hint.no_closure"?: string;
    /**
     * This day has not come on the day of {other}.
     */
    "deadline.hint.not_come"?: string;
    /**
     * What {other} says has no such step, so this date is not used.
     */
    "deadline.hint.not_used"?: string;
    /**
     * This is dated before {other}, which comes first.
     */
    "deadline.hint.out_of_order"?: string;
    /**
     * The amended plan is issued within {weeks} weeks of {start}.
     */
    "deadline.order_amended"?: string;
    /**
     * What {start} says of the plan takes effect at once.
     */
    "deadline.order_at_once"?: string;
    /**
     * The draft plan is issued within {weeks} weeks of {start}.
     */
    "deadline.order_draft"?: string;
    /**
     * That there will be an assessment is notified within {weeks} weeks of {start}.
     */
    "deadline.order_notice"?: string;
    /**
     * It is done by the day that {start} sets.
     */
    "deadline.order_own_day"?: string;
    /**
     * The final plan is issued within {weeks} weeks of {start}.
     */
    "deadline.order_plan"?: string;
    /**
     * The decision is considered again within {weeks} weeks of {start}.
     */
    "deadline.order_reconsidered"?: string;
    /**
     * A decision not to issue a plan is notified within {weeks} weeks of {start}.
     */
    "deadline.order_refusal"?: string;
    /**
     * No date shows whether it was done.
     */
    "deadline.reason.at_once"?: string;
    /**
     * The dates do not fit together.
     */
    "deadline.reason.contradiction"?: string;
    /**
     * It is not recorded what was decided.
     */
    "deadline.reason.decision_not_said"?: string;
    /**
     * An exception is claimed. Whether it applies is not judged.
     */
    "deadline.reason.exception"?: string;
    /**
     * The plan was first issued after this day.
     */
    "deadline.reason.first_plan"?: string;
    /**
     * It was decided not to amend the plan.
     */
    "deadline.reason.not_amended"?: string;
    /**
     * It was decided not to assess.
     */
    "deadline.reason.not_assessed"?: string;
    /**
     * It was decided not to issue a plan.
     */
    "deadline.reason.not_issued"?: string;
    /**
     * This is the time for a decision not to issue a plan, and a plan is issued.
     */
    "deadline.reason.of_refusals"?: string;
    /**
     * An order, a conceded appeal or a mediation agreement sets other times.
     */
    "deadline.reason.order"?: string;
    /**
     * From 1 May to 25 September 2020 time limits gave way where coronavirus made them impracticable: what was due was then done as soon as reasonably practicable. Whether it was the reason is not judged.
     */
    "deadline.reason.relaxed"?: string;
    /**
     * There are at least fifteen days for representations on the draft.
     */
    "deadline.representations"?: string;
    /**
     * Whether the plan is kept, amended or ended is notified within {weeks} weeks of the review meeting.
     */
    "deadline.review_decision"?: string;
    /**
     * Proposed amendments are sent with that decision, within {weeks} weeks of the review meeting.
     */
    "deadline.review_notice"?: string;
    /**
     * The final amended plan is issued within {weeks} weeks of the notice of amendments, and within {all} weeks of the review meeting.
     */
    "deadline.review_plan"?: string;
    /**
     * There are at least {days} days for representations on proposed amendments.
     */
    "deadline.review_representations"?: string;
    /**
     * Whether to assess is decided within six weeks of the request.
     */
    "deadline.six_weeks"?: string;
    /**
     * A decision not to issue a plan is notified within sixteen weeks; for a plan that is issued this is a milestone.
     */
    "deadline.sixteen_weeks"?: string;
    /**
     * the notice that the appeal is conceded
     */
    "deadline.start_conceded"?: string;
    /**
     * the mediation agreement
     */
    "deadline.start_mediation"?: string;
    /**
     * the Tribunal's order
     */
    "deadline.start_tribunal"?: string;
    /**
     * Before a transfer between phases the plan is reviewed and amended, and names the next school or institution. The Regulations say before this day, and the Code by it: the day itself counts as in time.
     */
    "deadline.transfer"?: string;
    /**
     * The plan is reviewed and amended at least {months} months before a transfer between post-16 institutions.
     */
    "deadline.transfer_post_16"?: string;
    /**
     * The final plan is issued within twenty weeks of the request.
     */
    "deadline.twenty_weeks"?: string;
    /**
     * Descriptor {id} is answered, but it does not apply to this plan: the answer does not count.
     */
    "finding.answer_does_not_apply"?: string;
    /**
     * The plan is recorded as {recorded}, but the sections allow {best} at best.
     */
    "finding.better_than_cap"?: string;
    /**
     * The plan is recorded as {recorded}, but the answers to the criteria allow {best} at best.
     */
    "finding.better_than_criteria"?: string;
    /**
     * Not known about the plan: {names}.
     */
    "finding.context_not_known"?: string;
    /**
     * Not known about the plan: {names}. {count} checks were not made because of it.
     */
    "finding.context_not_known.checks"?: string;
    /**
     * Not known about the plan: {names}. {count} check was not made because of it.
     */
    "finding.context_not_known.checks.one"?: string;
    /**
     * {subject} is recorded as {grade}, more than one grade from the {best} that the answers suggest.
     */
    "finding.far_from_grade"?: string;
    /**
     * {subject} is recorded as {grade}, more than one grade from the {best} to {worst} that the answers suggest.
     */
    "finding.far_from_grades"?: string;
    /**
     * Neither {id} nor what it stands in place of counts ({others}): one of them must be answered.
     */
    "finding.neither_alternative"?: string;
    /**
     * In section {id}, {count} descriptors are answered no, but no improvement is noted.
     */
    "finding.no_without_improvement"?: string;
    /**
     * In section {id}, {count} descriptor is answered no, but no improvement is noted.
     */
    "finding.no_without_improvement.one"?: string;
    /**
     * Descriptor {id} is answered not applicable, but it applies to this plan: it counts as not answered.
     */
    "finding.not_applicable_but_applies"?: string;
    /**
     * {subject} is recorded as {grade}, but {count} descriptors are answered no.
     */
    "finding.outstanding_with_no"?: string;
    /**
     * {subject} is recorded as {grade}, but {count} descriptor is answered no.
     */
    "finding.outstanding_with_no.one"?: string;
    /**
     * Section {id} has a score, but none of its descriptors applies to this plan: the score does not count.
     */
    "finding.score_where_nothing_applies"?: string;
    /**
     * {subject} has a score, but no rationale for it.
     */
    "finding.score_without_rationale"?: string;
    /**
     * The plan
     */
    "finding.subject_plan"?: string;
    /**
     * Section {id}
     */
    "finding.subject_section"?: string;
    /**
     * {count} more comments did not fit on this form.
     */
    "form.left_out"?: string;
    /**
     * {count} more comment did not fit on this form.
     */
    "form.left_out.one"?: string;
    /**
     * The plan is recorded as {recorded}: it is not issued until it is at least {issue_at}.
     */
    "gate.below"?: string;
    /**
     * The plan is recorded as {recorded}: it may be issued.
     */
    "gate.may_be_issued"?: string;
    /**
     * No score is recorded for the plan.
     */
    "gate.not_recorded"?: string;
    /**
     * No score is recorded for the plan. The answers suggest that it is below {issue_at}, with which it could not be issued.
     */
    "gate.suggested_below"?: string;
    /**
     * No score is recorded for the plan. The answers suggest at least {issue_at}, with which it could be issued.
     */
    "gate.suggested_enough"?: string;
    /**
     * No score is recorded for the plan. The answers leave open whether it will be at least {issue_at}.
     */
    "gate.suggested_open"?: string;
    /**
     * answered otherwise
     */
    "path.answered_otherwise"?: string;
    /**
     * Findings of {id}: {value} or fewer ({state}).
     */
    "path.count"?: string;
    /**
     * {id}: {value} ({state}).
     */
    "path.criterion"?: string;
    /**
     * Descriptor {id}: {value} ({state}).
     */
    "path.descriptor"?: string;
    /**
     * not answered yet
     */
    "path.not_answered"?: string;
    /**
     * Section {id}: score {value} or better ({state}).
     */
    "path.score"?: string;
    /**
     * Where it is written: {places}.
     */
    "plan.comment.authority"?: string;
    /**
     * It bears on {descriptors}, which a person answers.
     */
    "plan.comment.descriptors"?: string;
    /**
     * Instead: {instead}
     */
    "plan.comment.instead"?: string;
    /**
     * “{words}”: {message}
     */
    "plan.comment.part"?: string;
    /**
     * For example: {rewrite}
     */
    "plan.comment.rewrite"?: string;
    /**
     * Why: {why}
     */
    "plan.comment.why"?: string;
    /**
     * {author} advises: “{text}”
     */
    "plan.coverage.advised"?: string;
    /**
     * Section {section}: “{text}”
     */
    "plan.coverage.carried_by"?: string;
    /**
     * The closest statement of the plan is in Section {section}: “{text}”
     */
    "plan.coverage.closest"?: string;
    /**
     * The advice differs, and the plan does not say which it follows.
     */
    "plan.coverage.differs_open"?: string;
    /**
     * The advice differs. The plan speaks of it: check that it says which it follows, and why.
     */
    "plan.coverage.differs_resolved"?: string;
    /**
     * The plan says less than this advice.
     */
    "plan.coverage.less_in_plan"?: string;
    /**
     * {author} advises this, for a section of another kind: “{text}”
     */
    "plan.coverage.moved"?: string;
    /**
     * The plan has this in a section of another kind.
     */
    "plan.coverage.moved_in_plan"?: string;
    /**
     * Advice {number}
     */
    "plan.coverage.nameless"?: string;
    /**
     * No advice with this number was given.
     */
    "plan.coverage.no_advice"?: string;
    /**
     * No statement of the advice stands at this place. The file or its reading may have changed.
     */
    "plan.coverage.no_statement"?: string;
    /**
     * No statement of the plan stands at this place. The plan or its reading may have changed.
     */
    "plan.coverage.no_words"?: string;
    /**
     * Not found in the plan, and would stand in Section {section}:
     */
    "plan.coverage.not_found"?: string;
    /**
     * No statement of the plan was found that carries this.
     */
    "plan.coverage.not_in_plan"?: string;
    /**
     * Section K does not list the advice of {author}.
     */
    "plan.coverage.not_listed"?: string;
    /**
     * Section K gives another name for the author of the advice; the advice itself names {author}.
     */
    "plan.coverage.other_author"?: string;
    /**
     * Section K gives another date for the advice of {author}; the advice itself is dated {date}.
     */
    "plan.coverage.other_date"?: string;
    /**
     * Paired by: {words}.
     */
    "plan.coverage.paired"?: string;
    /**
     * No source was found in the advice for “{words}”. It may rest on something else: review it.
     */
    "plan.coverage.unsourced"?: string;
    /**
     * The plan says less here than {author} advises: “{text}”
     */
    "plan.coverage.weaker"?: string;
    /**
     * It refers to advice that the plan lists.
     */
    "plan.speaks.cited"?: string;
    /**
     * This advice has a date.
     */
    "plan.speaks.dated"?: string;
    /**
     * These words are quoted.
     */
    "plan.speaks.quoted"?: string;
    /**
     * It says what is measured and by when.
     */
    "plan.speaks.smart"?: string;
    /**
     * It says what is provided, by whom, how often and for how long.
     */
    "plan.speaks.specific"?: string;
    /**
     * Descriptor {descriptor} applies to every plan: answer {answers}.
     */
    "problem.always_applies"?: string;
    /**
     * This must have either answers or sent: a response, or how many were sent out.
     */
    "problem.answers_or_sent"?: string;
    /**
     * The bands are not in order: at least one, each from a higher score than the one before.
     */
    "problem.bands_not_in_order"?: string;
    /**
     * The file is damaged. Open it in Word, save it again and open the new file.
     */
    "problem.damaged"?: string;
    /**
     * Did you mean {nearest}?
     */
    "problem.did_you_mean"?: string;
    /**
     * This {what} is there already: it can stand only once.
     */
    "problem.duplicate"?: string;
    /**
     * This field is given more than once.
     */
    "problem.duplicate_key"?: string;
    /**
     * The file is protected by a password. Save a copy without the password in Word and open that.
     */
    "problem.encrypted"?: string;
    /**
     * The case is at “{at}”, where “{what}” is for: {whom}.
     */
    "problem.event_by_another"?: string;
    /**
     * The case is at “{at}”, where “{what}” does not fit; {instead}.
     */
    "problem.event_not_expected"?: string;
    /**
     * Another part of this map gives this field.
     */
    "problem.field_given_twice"?: string;
    /**
     * The file has tables or boxes inside one another on more levels than are read.
     */
    "problem.file_too_deep"?: string;
    /**
     * The file is larger than 20 MB, the most that is read. Pictures in it can be compressed in Word.
     */
    "problem.file_too_large"?: string;
    /**
     * This heading stands over more than one column, so which is meant is not known.
     */
    "problem.heading_twice"?: string;
    /**
     * This score line is damaged, or was made with another edition of the framework.
     */
    "problem.line_damaged"?: string;
    /**
     * This score line is of another version: version {version} is read here.
     */
    "problem.line_version"?: string;
    /**
     * This file is protected by a password. Save a copy without the password, and take that.
     */
    "problem.locked_file"?: string;
    /**
     * This field is required.
     */
    "problem.missing"?: string;
    /**
     * There are more problems: only the first {shown} are listed.
     */
    "problem.more_problems"?: string;
    /**
     * The counts here come to more than the {most} that there are in all.
     */
    "problem.more_than_all"?: string;
    /**
     * This name is taken: the summary itself counts by it.
     */
    "problem.name_taken"?: string;
    /**
     * This is not read. The nearest that is read: {nearest}.
     */
    "problem.near_cell"?: string;
    /**
     * No row of this sheet has headings that are known. A map can say which column holds what.
     */
    "problem.no_headings"?: string;
    /**
     * The framework in use has no {part}.
     */
    "problem.no_part"?: string;
    /**
     * This framework says nothing of the process around a draft, so that a case has no status.
     */
    "problem.no_process"?: string;
    /**
     * This must be a date that exists, written YYYY-MM-DD.
     */
    "problem.no_such_date"?: string;
    /**
     * Comment {comment} is about words that this file does not have. Read the file again, and make the comments anew.
     */
    "problem.no_such_place"?: string;
    /**
     * There is no sheet with this name. There are: {names}.
     */
    "problem.no_such_sheet"?: string;
    /**
     * A record has no field at this pointer that a column could hold.
     */
    "problem.not_a_field"?: string;
    /**
     * A key is 32 hexadecimal digits.
     */
    "problem.not_a_key"?: string;
    /**
     * This is not a score line: one begins with {prefix}.
     */
    "problem.not_a_line"?: string;
    /**
     * This is not a pattern: single spaces between words, known word sets, and a word at the start.
     */
    "problem.not_a_pattern"?: string;
    /**
     * This is {what}. Spreadsheets are read as XLSX or CSV.
     */
    "problem.not_a_spreadsheet"?: string;
    /**
     * This is no table with separators.
     */
    "problem.not_a_table"?: string;
    /**
     * This workbook is damaged. Open it in a spreadsheet program, and save it as XLSX or CSV.
     */
    "problem.not_a_workbook"?: string;
    /**
     * An id is 1 to 64 letters, digits, hyphens, underscores or full stops.
     */
    "problem.not_an_id"?: string;
    /**
     * An agreed grade must be one of the two separate grades or lie between them.
     */
    "problem.not_between_the_two"?: string;
    /**
     * Nothing here covers {what} {id}.
     */
    "problem.not_covered"?: string;
    /**
     * This is not valid JSON: it goes wrong at line {line}, column {column}.
     */
    "problem.not_json"?: string;
    /**
     * This must be one of: {allowed}.
     */
    "problem.not_one_of"?: string;
    /**
     * An agreed grade must be recorded by one of the two who graded separately.
     */
    "problem.not_one_of_the_two"?: string;
    /**
     * These are not weights: 256 to 65,536 letters, a power of two, each from # to } but \.
     */
    "problem.not_weights"?: string;
    /**
     * This is not a Word document (.docx).
     */
    "problem.not_word"?: string;
    /**
     * There is a number at line {line}, column {column} that is too large to be read.
     */
    "problem.number_too_large"?: string;
    /**
     * This is a .doc file, the format of Word before 2007. Save it as a Word document (.docx) and open that.
     */
    "problem.old_word"?: string;
    /**
     * This must come in order: {order}.
     */
    "problem.out_of_order"?: string;
    /**
     * This must be a whole number from {least} to {most}.
     */
    "problem.out_of_range"?: string;
    /**
     * This is a PDF, which does not keep sections and tables. Open the Word document it was made from.
     */
    "problem.pdf"?: string;
    /**
     * The year group is not in this phase: give one of the two, or put right which is wrong.
     */
    "problem.phase_differs"?: string;
    /**
     * This is a Rich Text (.rtf) file. Save it as a Word document (.docx) and open that.
     */
    "problem.rtf"?: string;
    /**
     * The second grade must be by another {role} than the first: the two grade separately.
     */
    "problem.same_grader"?: string;
    /**
     * These scores rise: mentioned_from, confirmed_from, reported_from.
     */
    "problem.scores_not_in_order"?: string;
    /**
     * This is too large: of a file of up to {bytes} bytes, {columns} columns and {cells} cells are read.
     */
    "problem.sheet_too_large"?: string;
    /**
     * This is a spreadsheet and not a Word document (.docx).
     */
    "problem.spreadsheet"?: string;
    /**
     * Objects and lists are nested too deeply here: at most {most} levels are read.
     */
    "problem.too_deep"?: string;
    /**
     * This is too large: at most {most} bytes are read.
     */
    "problem.too_large"?: string;
    /**
     * This text is too long: it has {length} characters, and at most {most} are kept.
     */
    "problem.too_long"?: string;
    /**
     * There are too many of these: at most {most} are read.
     */
    "problem.too_many"?: string;
    /**
     * The file has more paragraphs, table rows or pieces of text than are read: 100,000, and 1,000,000 pieces.
     */
    "problem.too_many_blocks"?: string;
    /**
     * With these comments the file has more than Word opens: 32,767.
     */
    "problem.too_many_comments"?: string;
    /**
     * This field is not known here.
     */
    "problem.unknown_field"?: string;
    /**
     * The framework has no {what} with this id.
     */
    "problem.unknown_id"?: string;
    /**
     * Field number {position} here is not known, and its name is not one a field could have.
     */
    "problem.unnamed_field"?: string;
    /**
     * This is not read. It must be {expected}.
     */
    "problem.unread_cell"?: string;
    /**
     * This must name the framework in use, {expected}.
     */
    "problem.wrong_framework"?: string;
    /**
     * This is {what}. Counted are reviews, records of plans, and the cases that the workspace saves.
     */
    "problem.wrong_kind"?: string;
    /**
     * Descriptor {descriptor} belongs to section {section}, not here.
     */
    "problem.wrong_section"?: string;
    /**
     * This must be {expected}.
     */
    "problem.wrong_type"?: string;
    /**
     * The file unpacks to more than 200 MB, far more than a plan has, so it is not opened.
     */
    "problem.zip_bomb"?: string;
    /**
     * {alternative} is met, so nothing else is asked for: {ids}.
     */
    "reason.alternative_met"?: string;
    /**
     * {alternative} does not count, because what it stands in place of is asked for.
     */
    "reason.alternative_out"?: string;
    /**
     * {ids} do not apply to this plan, because of what is recorded of its {facts}.
     */
    "reason.applicability"?: string;
    /**
     * {ids} does not apply to this plan, because of what is recorded of its {facts}.
     */
    "reason.applicability.one"?: string;
    /**
     * {credit} of the {total} descriptors that count met, so {grade}.
     */
    "reason.band"?: string;
    /**
     * the answers come to {credit} of the {total} descriptors that count, so {grade}.
     */
    "reason.band_partly"?: string;
    /**
     * no section holds the plan back.
     */
    "reason.cap_none"?: string;
    /**
     * the overall block allows the plan {grade} at best.
     */
    "reason.cap_overall"?: string;
    /**
     * sections {ids} allow the plan {grade} at best.
     */
    "reason.cap_sections"?: string;
    /**
     * section {ids} allows the plan {grade} at best.
     */
    "reason.cap_sections.one"?: string;
    /**
     * sections {ids} and the overall block allow the plan {grade} at best.
     */
    "reason.cap_sections_and_overall"?: string;
    /**
     * section {ids} and the overall block allow the plan {grade} at best.
     */
    "reason.cap_sections_and_overall.one"?: string;
    /**
     * the criteria come to {grade}; a better grade also requires: {lacking}.
     */
    "reason.criteria"?: string;
    /**
     * the criteria and counts come to {grade}; a better grade also requires: {lacking}.
     */
    "reason.criteria_and_counts"?: string;
    /**
     * everything that {grade} requires of criteria and counts is met.
     */
    "reason.criteria_and_counts_met"?: string;
    /**
     * everything that {grade} requires of the criteria is met.
     */
    "reason.criteria_met"?: string;
    /**
     * If every open answer turns out badly: {sentence}
     */
    "reason.if_badly"?: string;
    /**
     * If every open answer turns out well: {sentence}
     */
    "reason.if_well"?: string;
    /**
     * {label} at most {most}
     */
    "reason.lacking_count"?: string;
    /**
     * the sections have {points} weighted points over weights of {weights}, so {grade}.
     */
    "reason.mean"?: string;
    /**
     * no descriptor of this section applies, so nothing is suggested.
     */
    "reason.nothing_applies"?: string;
    /**
     * the assessor recorded {grade}: the record counts for the plan, not the suggestion.
     */
    "reason.recorded_score"?: string;
    /**
     * descriptors that a plan must meet allow it {grade} at best: {ids}.
     */
    "reason.required"?: string;
    /**
     * every descriptor that a plan must meet is met.
     */
    "reason.required_met"?: string;
    /**
     * the sections allow {cap} at best
     */
    "reason.worst_cap"?: string;
    /**
     * the criteria come to {criteria}
     */
    "reason.worst_criteria"?: string;
    /**
     * the mean of the sections comes to {mean}
     */
    "reason.worst_mean"?: string;
    /**
     * {first} and {last}; the worst of them is {worst}.
     */
    "reason.worst_of_many"?: string;
    /**
     * {first} and {last}; the worse of the two is {worst}.
     */
    "reason.worst_of_two"?: string;
    /**
     * the required descriptors allow {required} at best
     */
    "reason.worst_required"?: string;
    /**
     * Agreed on
     */
    "report.action.agreed"?: string;
    /**
     * By when
     */
    "report.action.by"?: string;
    /**
     * Done
     */
    "report.action.done"?: string;
    /**
     * Given up
     */
    "report.action.dropped"?: string;
    /**
     * Actions of earlier sessions, and what became of them
     */
    "report.action.earlier"?: string;
    /**
     * Open
     */
    "report.action.open"?: string;
    /**
     * What became of it
     */
    "report.action.outcome"?: string;
    /**
     * Open, and due before this session
     */
    "report.action.overdue"?: string;
    /**
     * How it stands
     */
    "report.action.state"?: string;
    /**
     * What is to be done
     */
    "report.action.what"?: string;
    /**
     * Who does it
     */
    "report.action.who"?: string;
    /**
     * Plans graded by two people: the first grade, by the second
     */
    "report.agreement"?: string;
    /**
     * Gwet's AC2 with quadratic weights
     */
    "report.agreement.ac2"?: string;
    /**
     * One grade would issue the plan and the other not
     */
    "report.agreement.across"?: string;
    /**
     * The first alone would issue it
     */
    "report.agreement.across_first"?: string;
    /**
     * The second alone would issue it
     */
    "report.agreement.across_second"?: string;
    /**
     * The same grade
     */
    "report.agreement.exact"?: string;
    /**
     * The first grade is better
     */
    "report.agreement.first_better"?: string;
    /**
     * How far the two agree is not shown: it comes from counts that are hidden.
     */
    "report.agreement.hidden"?: string;
    /**
     * Cohen's kappa with quadratic weights
     */
    "report.agreement.kappa"?: string;
    /**
     * The second grade is better
     */
    "report.agreement.second_better"?: string;
    /**
     * {share} ({count} of {of} plans)
     */
    "report.agreement.share"?: string;
    /**
     * The same grade or the next
     */
    "report.agreement.within_one"?: string;
    /**
     * First grade
     */
    "report.agreement_row"?: string;
    /**
     * All grades after
     */
    "report.all_after"?: string;
    /**
     * All grades before
     */
    "report.all_before"?: string;
    /**
     * All first grades
     */
    "report.all_first"?: string;
    /**
     * All grades
     */
    "report.all_grades"?: string;
    /**
     * All issued
     */
    "report.all_issued"?: string;
    /**
     * All phases
     */
    "report.all_phases"?: string;
    /**
     * All plans
     */
    "report.all_plans"?: string;
    /**
     * All second grades
     */
    "report.all_second"?: string;
    /**
     * All counts are shown, however small. Small counts can identify children: do not publish this report.
     */
    "report.all_shown"?: string;
    /**
     * Not met
     */
    "report.answered_no"?: string;
    /**
     * Average weeks, {label}: {weeks}
     */
    "report.average_weeks"?: string;
    /**
     * Up to {per_cent} %
     */
    "report.band"?: string;
    /**
     * None
     */
    "report.band_none"?: string;
    /**
     * framework
     */
    "report.basis.framework"?: string;
    /**
     * guidance
     */
    "report.basis.guidance"?: string;
    /**
     * our interpretation
     */
    "report.basis.interpretation"?: string;
    /**
     * law
     */
    "report.basis.law"?: string;
    /**
     * Plans by {dimension}
     */
    "report.by"?: string;
    /**
     * Number of plans
     */
    "report.caption.plans"?: string;
    /**
     * Number of responses
     */
    "report.caption.responses"?: string;
    /**
     * {count} points down on {before}
     */
    "report.change.down"?: string;
    /**
     * 1 point down on {before}
     */
    "report.change.down.one"?: string;
    /**
     * as in {before}
     */
    "report.change.same"?: string;
    /**
     * {count} points up on {before}
     */
    "report.change.up"?: string;
    /**
     * 1 point up on {before}
     */
    "report.change.up.one"?: string;
    /**
     * Contents
     */
    "report.contents"?: string;
    /**
     * Average weeks
     */
    "report.csv.average_weeks"?: string;
    /**
     * Counts hidden below
     */
    "report.csv.below"?: string;
    /**
     * Headline
     */
    "report.csv.headline"?: string;
    /**
     * Left out
     */
    "report.csv.left_out"?: string;
    /**
     * Not read
     */
    "report.csv.not_read"?: string;
    /**
     * Records
     */
    "report.csv.records"?: string;
    /**
     * Report
     */
    "report.csv.report"?: string;
    /**
     * Share of plans
     */
    "report.csv.share"?: string;
    /**
     * Share of responses
     */
    "report.csv.share_of_responses"?: string;
    /**
     * Descriptor
     */
    "report.descriptor"?: string;
    /**
     * Descriptors
     */
    "report.descriptors"?: string;
    /**
     * Left out: it divides the plans of each value by {other} further, and small numbers could be worked out from both tables.
     */
    "report.divides"?: string;
    /**
     * An exception is claimed
     */
    "report.exception_claimed"?: string;
    /**
     * Exceptions
     */
    "report.exceptions"?: string;
    /**
     * Most often failing: {section}
     */
    "report.failing"?: string;
    /**
     * Descriptor or wording rule
     */
    "report.failing_row"?: string;
    /**
     * all terms
     */
    "report.families.all_terms"?: string;
    /**
     * “{answers}” in {per_cent} % of responses ({count} of {of})
     */
    "report.families.answer"?: string;
    /**
     * Responses of families, by term
     */
    "report.families.by_term"?: string;
    /**
     * What families say
     */
    "report.families.heading"?: string;
    /**
     * Not returned
     */
    "report.families.not_returned"?: string;
    /**
     * Families' feedback
     */
    "report.families.note"?: string;
    /**
     *  or
     */
    "report.families.or"?: string;
    /**
     * Question
     */
    "report.families.question"?: string;
    /**
     * Responses
     */
    "report.families.responses"?: string;
    /**
     * Returned
     */
    "report.families.returned"?: string;
    /**
     * {survey}: returned
     */
    "report.families.returned_of"?: string;
    /**
     * Surveys of families, sent out and returned
     */
    "report.families.returned_title"?: string;
    /**
     * What changed in what families say is not shown: both have responses of the same term.
     */
    "report.families.same_term"?: string;
    /**
     * Sent out
     */
    "report.families.sent"?: string;
    /**
     * Survey
     */
    "report.families.survey"?: string;
    /**
     * {survey}: {term}
     */
    "report.families.term"?: string;
    /**
     * Survey and term
     */
    "report.families.term_heading"?: string;
    /**
     * So few plans were reviewed that nothing is shown under {title}.
     */
    "report.few_plans"?: string;
    /**
     * found in {per_cent} % of plans looked at ({count} of {of})
     */
    "report.found"?: string;
    /**
     * Graded plans at least {grade}
     */
    "report.good_share"?: string;
    /**
     * Plans by recorded grade
     */
    "report.grades"?: string;
    /**
     * Plans
     */
    "report.grades_row"?: string;
    /**
     * at least {per_cent} % of plans are {grade} or better ({count} of {of}; how many more is not shown)
     */
    "report.headline.at_least"?: string;
    /**
     * {per_cent} % of graded plans are {grade} or better ({count} of {of})
     */
    "report.headline.good"?: string;
    /**
     * in {term}, {per_cent} % of graded plans are {grade} or better ({count} of {of})
     */
    "report.headline.good_in"?: string;
    /**
     * {per_cent} % of plans issued were issued within {weeks} weeks ({count} of {of})
     */
    "report.headline.in_time"?: string;
    /**
     * {count} of {of} plans were graded again
     */
    "report.headline.regraded"?: string;
    /**
     * 1 of {of} plans was graded again
     */
    "report.headline.regraded.one"?: string;
    /**
     * Each row is a section, each column a grade. The darker a cell, the larger its share of the plans. The numbers are those of the table below.
     */
    "report.heat_map"?: string;
    /**
     * {sign} stands for a count that is not shown: it is less than {below} and not 0, or such a count could be worked out from it.
     */
    "report.hidden_note"?: string;
    /**
     * Graded again: {plans}.
     */
    "report.learning.again"?: string;
    /**
     * Breaks most often
     */
    "report.learning.breaks"?: string;
    /**
     * {label} ({count} of {of})
     */
    "report.learning.count"?: string;
    /**
     * Drafted from counts
     */
    "report.learning.drafted"?: string;
    /**
     * Recorded grades
     */
    "report.learning.grades"?: string;
    /**
     * {start}: {counts}.
     */
    "report.learning.line"?: string;
    /**
     * {start}, of the counts that are shown: {counts}.
     */
    "report.learning.line_shown"?: string;
    /**
     * Most often
     */
    "report.learning.most"?: string;
    /**
     * from {before} to {after}
     */
    "report.learning.move"?: string;
    /**
     * Most often not met
     */
    "report.learning.not_met"?: string;
    /**
     * {count} plans
     */
    "report.learning.plans"?: string;
    /**
     * 1 plan
     */
    "report.learning.plans.one"?: string;
    /**
     * Re-grading
     */
    "report.learning.regraded"?: string;
    /**
     * Golden thread
     */
    "report.learning.thread"?: string;
    /**
     * Timeliness
     */
    "report.learning.timeliness"?: string;
    /**
     * Left out: so few plans are counted beside so many values that the plans of each could be worked out.
     */
    "report.left_out_values"?: string;
    /**
     * Plans looked at
     */
    "report.looked_at"?: string;
    /**
     * Graded plans that are {grade} or better
     */
    "report.measure.good"?: string;
    /**
     * Plans issued within {weeks} weeks
     */
    "report.measure.in_time"?: string;
    /**
     * Plans graded again
     */
    "report.measure.regraded"?: string;
    /**
     * Met
     */
    "report.met"?: string;
    /**
     * No share is shown in both.
     */
    "report.no_change"?: string;
    /**
     * no plan has a grade
     */
    "report.no_grade"?: string;
    /**
     * No plan is counted under {title}, and so there are no tables.
     */
    "report.no_plans"?: string;
    /**
     * none
     */
    "report.none"?: string;
    /**
     * Not applicable
     */
    "report.not_applicable"?: string;
    /**
     * Not known
     */
    "report.not_known"?: string;
    /**
     * not met in {per_cent} % of plans ({count} of {of})
     */
    "report.not_met"?: string;
    /**
     * not met in {per_cent} % of those in which it is answered ({count} of {of})
     */
    "report.not_met_of_answered"?: string;
    /**
     * {count} records could not be read and are not counted.
     */
    "report.not_read"?: string;
    /**
     * 1 record could not be read and is not counted.
     */
    "report.not_read.one"?: string;
    /**
     * No score recorded
     */
    "report.not_recorded"?: string;
    /**
     * Notes
     */
    "report.notes"?: string;
    /**
     * Left out, since nothing is counted in them: {tables}.
     */
    "report.nothing_counted"?: string;
    /**
     * Nothing was found.
     */
    "report.nothing_found"?: string;
    /**
     * Wording: {rule}
     */
    "report.of_wording"?: string;
    /**
     * Not answered
     */
    "report.open"?: string;
    /**
     * Plans issued after an order, a conceded appeal or a mediation agreement, by the time that it sets
     */
    "report.orders"?: string;
    /**
     * Later, an exception is claimed
     */
    "report.orders.exception"?: string;
    /**
     * Within the time of the order
     */
    "report.orders.in_time"?: string;
    /**
     * Later
     */
    "report.orders.late"?: string;
    /**
     * Not judged
     */
    "report.orders.not_judged"?: string;
    /**
     * Plans issued
     */
    "report.orders_issued"?: string;
    /**
     * Plans
     */
    "report.orders_row"?: string;
    /**
     * Other values
     */
    "report.other_values"?: string;
    /**
     * Over a year
     */
    "report.over_year"?: string;
    /**
     * Met in part
     */
    "report.partly"?: string;
    /**
     * {count} plans were reviewed under {title}.
     */
    "report.plans"?: string;
    /**
     * 1 plan was reviewed under {title}.
     */
    "report.plans.one"?: string;
    /**
     * Plans graded again: the grade before, by the grade after
     */
    "report.regraded"?: string;
    /**
     * Grade before
     */
    "report.regraded_row"?: string;
    /**
     * What changed is not shown: both have plans of the same term, and small numbers could be worked out from two reports of the same plans.
     */
    "report.same_term"?: string;
    /**
     * Section
     */
    "report.section"?: string;
    /**
     * Sections by recorded grade
     */
    "report.sections"?: string;
    /**
     * {per_cent} % ({count} of {of})
     */
    "report.share"?: string;
    /**
     * What changed since {before}
     */
    "report.since"?: string;
    /**
     * Small numbers
     */
    "report.small_numbers"?: string;
    /**
     * {sign} stands for a count that is not shown, because it is less than {below} and not 0, or because with it such a count could be worked out. 0 is shown: it is about no child, and a reader must see that a theme does not occur. Where a total is hidden, all that it is made of is hidden too.
     */
    "report.small_numbers.note"?: string;
    /**
     * the term before
     */
    "report.term_before"?: string;
    /**
     * What matters most
     */
    "report.themes"?: string;
    /**
     * Of the counts that are shown. Those that are hidden may be larger.
     */
    "report.themes_of_shown"?: string;
    /**
     * Where the golden thread breaks
     */
    "report.thread"?: string;
    /**
     * What was found
     */
    "report.thread_row"?: string;
    /**
     * Plans issued, by the time from the request
     */
    "report.timeliness"?: string;
    /**
     * Quality of Education, Health and Care Plans
     */
    "report.title"?: string;
    /**
     * {title}: {period}
     */
    "report.title_of"?: string;
    /**
     * {title}, of all with a grade.
     */
    "report.trend"?: string;
    /**
     * With exceptions
     */
    "report.with_exceptions"?: string;
    /**
     * Plans with a finding
     */
    "report.with_finding"?: string;
    /**
     * Within {weeks} weeks
     */
    "report.within_weeks"?: string;
    /**
     * Over {weeks} weeks, within a year
     */
    "report.within_year"?: string;
    /**
     * Without exceptions
     */
    "report.without_exceptions"?: string;
    /**
     * Plans without
     */
    "report.without_finding"?: string;
    /**
     * Wording rules, in the sections in which something was found
     */
    "report.wording"?: string;
    /**
     * Section and rule
     */
    "report.wording_row"?: string;
    /**
     * Judged by labelled examples.
     */
    "wording.learned"?: string;
    /**
     * Judged by labelled examples: of 100 such judgements on texts by other authors, {right} were right.
     */
    "wording.learned_right"?: string;
    /**
     * {reason} What weighed most: {words}.
     */
    "wording.learned_weighed"?: string;
    /**
     * Wording does not show this: judge it from the advice.
     */
    "wording.smart.for_a_person"?: string;
    /**
     * It says what would be seen or counted.
     */
    "wording.smart.measurable"?: string;
    /**
     * It says neither who nor what they will be able to do.
     */
    "wording.smart.neither"?: string;
    /**
     * It does not say who.
     */
    "wording.smart.no_who"?: string;
    /**
     * Nothing in it could be seen or counted.
     */
    "wording.smart.not_measurable"?: string;
    /**
     * It does not say by when.
     */
    "wording.smart.not_timed"?: string;
    /**
     * It says who, and what they will be able to do.
     */
    "wording.smart.specific"?: string;
    /**
     * It says by when.
     */
    "wording.smart.timed"?: string;
    /**
     * It does not say what they will be able to do.
     */
    "wording.smart.who_alone"?: string;
    /**
     * Open to interpretation: review it.
     */
    "wording.standing"?: string;
    [k: string]: string | undefined;
  };
}
/**
 * What a host knows of the plan. It is used while a text is checked, and not kept.
 */
export interface WordingContext {
  /**
   * The stage of the plan.
   */
  stage?: Stage | null;
  /**
   * -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   */
  year_group?: number | null;
  /**
   * The names that the child goes by.
   */
  names?: string[] | null;
  /**
   * The pronouns that the child goes by.
   */
  pronouns?: Pronouns | null;
  /**
   * The fingerprints of findings that are not to be reported.
   */
  dismissed?: string[] | null;
}
/**
 * What was found in the text of one section.
 */
export interface Lint {
  /**
   * The section.
   */
  section: string;
  /**
   * What each finding is: words for a person to review.
   */
  standing: string;
  /**
   * What was found: one finding a statement, in the order of the text.
   */
  findings: StatementFinding[];
  /**
   * How many more parts were found than are listed.
   */
  more: number;
  /**
   * What no part of the section says yet.
   */
  absent: Absence[];
  /**
   * The rules that could not be checked, because the stage or the year group is not known.
   */
  not_checked: string[];
  /**
   * The statements of provision, each with what it says and leaves out (Sections F, G, H1, H2).
   */
  statements: ProvisionStatement[];
  /**
   * The outcomes, letter by letter (Section E).
   */
  outcomes: Outcome[];
  receipt: Receipt;
}
/**
 * What was found in one statement.
 */
export interface StatementFinding {
  span: Span;
  severity: Severity;
  /**
   * What the most serious part says; of several, the first.
   */
  message: string;
  /**
   * The words that rules found, in the order of the text, and then what the statement leaves out.
   */
  parts: WordingFinding[];
  /**
   * What the statement leaves out that would answer its parts.
   */
  missing?: Element[];
  /**
   * The statement in the author's words, with blanks where something is to be filled in.
   */
  rewrite?: string | null;
  /**
   * The judgement, learned from labelled examples, for which it is reported.
   */
  learned?: LearnedJudgement | null;
  /**
   * Names this finding, to dismiss it with all its parts: a hash of the words of the statement.
   */
  fingerprint: string;
}
/**
 * A stretch of a text.
 */
export interface Span {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends: the first place behind it.
   */
  end: number;
}
/**
 * A part of what was found in a statement: the words that a rule found.
 */
export interface WordingFinding {
  /**
   * The id of the rule.
   */
  rule: string;
  severity: Severity;
  span: Span;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead, or to add.
   */
  instead: string;
  action: CommentAction;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * Names this finding, to dismiss it: a hash of the rule and of the words or the pillars.
   */
  fingerprint: string;
}
/**
 * A judgement learned from labelled examples.
 */
export interface LearnedJudgement {
  judges: Judgement;
  /**
   * Why it is judged so, in a sentence.
   */
  reason: string;
  /**
   * Of a thousand such judgements on authors who were not learned from, so many were right.
   */
  right: number;
  /**
   * The words that weighed most, in the order of the text.
   */
  weighed: Weighed[];
}
/**
 * Words that weighed in a judgement.
 */
export interface Weighed {
  span: Span;
  /**
   * Their share of all that speaks for the judgement.
   */
  share: number;
}
/**
 * Something that no part of the section says.
 */
export interface Absence {
  /**
   * The id of the rule.
   */
  rule: string;
  severity: Severity;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead, or to add.
   */
  instead: string;
  action: CommentAction;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * The pillars of preparation for adulthood that are not mentioned.
   */
  pillars?: Meaning[];
  /**
   * Names this finding, to dismiss it: a hash of the rule and of the words or the pillars.
   */
  fingerprint: string;
}
/**
 * A statement of provision and what it says.
 */
export interface ProvisionStatement {
  span: Span;
  /**
   * What it says, with the words that say so.
   */
  says: ElementView[];
  /**
   * What it leaves out of what it should say.
   */
  missing: Element[];
}
/**
 * One thing that a statement says.
 */
export interface ElementView {
  element: Element;
  span: Span;
}
/**
 * An outcome and what its words say.
 */
export interface Outcome {
  span: Span;
  /**
   * The letters in their order.
   */
  smart: SmartView[];
}
/**
 * One letter of SMART.
 */
export interface SmartView {
  letter: Letter;
  state: SmartState;
  /**
   * The reason, as a sentence.
   */
  because: string;
  /**
   * The words that say so.
   */
  words?: Span[];
}
/**
 * A plan as a document.
 */
export interface PlanDocument {
  /**
   * The parts of the file that have text. Places name them by their number, from 0.
   *
   * @maxItems 100000
   */
  files: string[];
  /**
   * The parts of sections, in the order of the plan. A section may have several.
   *
   * @maxItems 100000
   */
  parts: PlanPart[];
  /**
   * What belongs to no section: cover, contents, signatures, appendices, headers, footers and notes.
   *
   * @maxItems 100000
   */
  furniture: Block[];
  /**
   * The comments that stand in the file.
   *
   * @maxItems 100000
   */
  comments: PlanComment[];
  /**
   * The fonts and sizes of the text, those with the most text first; none where the file says none.
   *
   * @maxItems 100
   */
  fonts?: FontUse[] | null;
  /**
   * What a person should look at: sections that are missing, doubtful or there twice.
   *
   * @maxItems 100000
   */
  doubts: SectionDoubt[];
}
/**
 * A part of a section, or of sections that the plan does not divide.
 */
export interface PlanPart {
  /**
   * The sections.
   */
  sections: PlanSection[];
  heading: SectionHeading;
  /**
   * What stands in it.
   *
   * @maxItems 100000
   */
  blocks: Block[];
}
/**
 * The heading of a section.
 */
export interface SectionHeading {
  /**
   * Its text.
   */
  text: string;
  place: RunPlace;
  /**
   * What it was recognised by.
   */
  recognised_by: Recognition[];
  sureness: Sureness;
  /**
   * The area of need under whose heading it stands.
   */
  area?: string | null;
}
/**
 * Where text of a run starts.
 */
export interface RunPlace {
  /**
   * Where it starts in the text of the block.
   */
  at: number;
  /**
   * The part of the file.
   */
  file: number;
  /**
   * The number of the paragraph in the part, from 0, in the order of the file.
   */
  paragraph: number;
  /**
   * The number of the run in the paragraph, from 0, in the order of the file.
   */
  run: number;
  /**
   * Where it starts in the text of the run.
   */
  offset: number;
}
/**
 * A piece of a plan's text.
 */
export interface Block {
  kind: BlockKind;
  /**
   * Its text, without what is struck through. The cells of a row are parted by tabs.
   */
  text: string;
  /**
   * Its text with what is struck through, where that is another.
   */
  with_struck?: string | null;
  /**
   * The number or bullet that is printed in front of it.
   */
  number?: string | null;
  /**
   * For an item of a list, the line that leads in to the list.
   */
  lead_in?: string | null;
  /**
   * For a row, its number among all rows of tables: the same for two blocks from one row.
   */
  row?: number | null;
  /**
   * For a row, its cells.
   *
   * @maxItems 100000
   */
  cells?: BlockCell[] | null;
  /**
   * The runs of the file that its text comes from.
   *
   * @maxItems 100000
   */
  runs: RunPlace[];
}
/**
 * A cell of a row.
 */
export interface BlockCell {
  /**
   * Where its text starts in that of the block.
   */
  at: number;
  /**
   * How long it is.
   */
  length: number;
  /**
   * The column in which it starts, from 0.
   */
  column: number;
  /**
   * The text of the heading over its column, or of the label at the beginning of its row.
   */
  heading?: string | null;
  /**
   * What the heading says that it has.
   */
  meaning?: ColumnMeaning | null;
}
/**
 * A comment that stands in the file.
 */
export interface PlanComment {
  /**
   * Who wrote it.
   */
  author: string;
  /**
   * What it says.
   */
  text: string;
  /**
   * The first run that it is about.
   */
  place?: RunPlace | null;
}
/**
 * A font in a size, and where the text stands in it.
 */
export interface FontUse {
  /**
   * The name of the font; empty where the file does not say.
   */
  name: string;
  /**
   * The size in half-points.
   */
  half_points: number;
  /**
   * How many characters of text are in it.
   */
  characters: number;
  /**
   * The first runs that are in it. Their places are those of whole runs.
   *
   * @maxItems 1000
   */
  places: RunPlace[];
}
/**
 * Something about the sections that a person should look at.
 */
export interface SectionDoubt {
  kind: DoubtKind;
  section: PlanSection;
  /**
   * The heading that it is about; none where the section is missing.
   */
  place?: RunPlace | null;
  /**
   * A sentence for people.
   */
  why: string;
}
/**
 * What a person says about a line: that it opens sections, or does not.
 */
export interface SectionChoice {
  /**
   * The part of the file.
   */
  file: number;
  /**
   * The paragraph.
   */
  paragraph: number;
  role: LineRole;
  /**
   * For a heading, the sections that it opens.
   */
  sections?: PlanSection[] | null;
}
/**
 * What a host knows of the plan. What is not given is taken from what the plan says of itself.
 */
export interface PlanContext {
  /**
   * The stage of the plan.
   */
  stage?: Stage | null;
  /**
   * -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   */
  year_group?: number | null;
  /**
   * The names that the child goes by.
   */
  names?: string[] | null;
  /**
   * The pronouns that the child goes by.
   */
  pronouns?: Pronouns | null;
  /**
   * The fingerprints of findings that are not to be reported.
   */
  dismissed?: string[] | null;
  /**
   * The names of others who are in the plan properly.
   */
  people?: string[] | null;
  /**
   * Whether there are health needs.
   */
  health_needs?: boolean | null;
  /**
   * Whether there are social care needs.
   */
  social_care_needs?: boolean | null;
  /**
   * The dates for the timescales.
   */
  timescales?: Timescales | null;
  /**
   * The items of the golden thread, as a person confirms them. Without them the thread is not checked.
   *
   * @maxItems 10000
   */
  items?: ThreadItem[] | null;
}
/**
 * The dates of one plan. At least one of `received`, `order`, `review` and `transfer` is given.
 */
export interface Timescales {
  /**
   * When the request for an assessment was received.
   */
  received?: Day | null;
  /**
   * When it was decided whether to assess.
   */
  decided?: Day | null;
  /**
   * Whether it was decided to assess.
   */
  to_assess?: boolean | null;
  /**
   * When the decision on whether to issue a plan was notified.
   */
  notified?: Day | null;
  /**
   * Whether it was decided to issue a plan.
   */
  to_issue?: boolean | null;
  /**
   * When the draft was sent for representations.
   */
  draft_sent?: Day | null;
  /**
   * When the final plan was issued.
   */
  issued?: Day | null;
  /**
   * The exception that is claimed.
   */
  exception?: Exception | null;
  /**
   * What the Tribunal ordered, or was agreed in place of an order.
   */
  order?: Order | null;
  /**
   * The annual review.
   */
  review?: AnnualReview | null;
  /**
   * The transfer to the next phase of education.
   */
  transfer?: PhaseTransfer | null;
  /**
   * The day for which deadlines are worked out.
   */
  today?: Day | null;
}
/**
 * An order of the Tribunal, or what has the same times. A decision or plan that it leads to stands beside it, in
 * `notified`, `to_issue`, `draft_sent` and `issued`.
 */
export interface Order {
  kind: OrderKind;
  made: Day;
  /**
   * Which of them it is. Without it, an order of the Tribunal.
   */
  by?: OrderBy | null;
  /**
   * The last day for it, where the order or the agreement sets one in place of the Regulations.
   */
  due?: Day | null;
  /**
   * When it was notified that there will be an assessment, or what was decided when the decision was considered
   * again.
   */
  notified?: Day | null;
  /**
   * When the amended plan was issued.
   */
  amended?: Day | null;
  /**
   * The exception that is claimed from its times. Of an absence, two weeks are enough here.
   */
  exception?: Exception | null;
}
/**
 * An annual review.
 */
export interface AnnualReview {
  meeting: Day;
  /**
   * When it was notified what was decided.
   */
  decided?: Day | null;
  /**
   * What was decided.
   */
  decision?: ReviewDecision | null;
  /**
   * When the proposed amendments were sent.
   */
  notice?: Day | null;
  /**
   * When the final amended plan was issued, or it was notified that the plan is not amended after all.
   */
  amended?: Day | null;
}
/**
 * A transfer to the next phase of education.
 */
export interface PhaseTransfer {
  kind: TransferKind;
  on: Day;
  /**
   * When the plan that names the next school or institution was issued.
   */
  amended?: Day | null;
}
/**
 * An item of a plan, such as one need or one outcome.
 */
export interface ThreadItem {
  /**
   * Its id in this plan: 1 to 64 letters, digits, hyphens, underscores or full stops.
   */
  id: string;
  section: ThreadSection;
  /**
   * What it says, or the first words of it.
   */
  text: string;
  /**
   * The ids of items it is linked to. A line that is stated from both ends is one line.
   */
  links?: string[] | null;
}
/**
 * What was found in a plan.
 */
export interface PlanCheck {
  /**
   * What each finding is: something for a person to review.
   */
  standing: string;
  /**
   * What was found: the most serious first, then in the order of the plan.
   */
  findings: PlanFinding[];
  /**
   * How many more were found than are listed.
   */
  more: number;
  /**
   * The sections that the plan has, in the order of the Regulations.
   */
  sections: SectionCheck[];
  /**
   * What bears on each descriptor on which something bears, in printed order.
   */
  descriptors: DescriptorFindings[];
  /**
   * What bears on each criterion on which something bears.
   */
  criteria: CriterionFindings[];
  /**
   * The items of the thread, as a person confirmed them.
   */
  items: ThreadItem[];
  thread: PlanThread;
  /**
   * What the plan says of itself. It stands in where the context does not say.
   */
  facts: PlanFact[];
  language: PlanLanguage;
  /**
   * The rules that were not checked: the framework or the lexicon does not have them, or the context is not known.
   */
  not_checked: string[];
  receipt: Receipt;
}
/**
 * Something in a plan for a person to review.
 */
export interface PlanFinding {
  /**
   * Its number, which is its place in the list.
   */
  id: number;
  kind: FindingKind;
  /**
   * The id of the rule; of several, that of the most serious part.
   */
  rule: string;
  severity: Severity;
  /**
   * The section.
   */
  section?: PlanSection | null;
  /**
   * Where it is; none where the plan says nothing.
   */
  place?: TextPlace | null;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead, or what clears it.
   */
  instead: string;
  action: CommentAction;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * What the rule rests on, where it is a rule of the framework.
   */
  basis?: Basis | null;
  /**
   * What the statement leaves out.
   */
  missing?: Element[];
  /**
   * The statement in the author's words, with blanks where something is to be filled in.
   */
  rewrite?: string | null;
  /**
   * The judgement, learned from labelled examples, for which the statement is reported.
   */
  learned?: LearnedFinding | null;
  /**
   * The words of a statement that rules found, in the order of the text.
   */
  parts?: FindingPart[];
  /**
   * The other places concerned: where the same stands again, or what contradicts it.
   */
  others?: TextPlace[];
  /**
   * Names this finding, to dismiss it: a hash of the rule and of the words.
   */
  fingerprint: string;
}
/**
 * A stretch of a block's text.
 */
export interface TextPlace {
  /**
   * The number of the part among those of the plan, from 0.
   */
  part: number;
  /**
   * The number of the block in the part, from 0.
   */
  block: number;
  /**
   * Where it starts in the text of the block.
   */
  at: number;
  /**
   * How long it is.
   */
  length: number;
}
/**
 * A judgement learned from labelled examples.
 */
export interface LearnedFinding {
  judges: Judgement;
  /**
   * Why it is judged so, in a sentence.
   */
  reason: string;
  /**
   * Of a thousand such judgements on authors who were not learned from, so many were right.
   */
  right: number;
  /**
   * The words that weighed most, in the order of the text.
   */
  weighed: WeighedPlace[];
}
/**
 * Words that weighed in a judgement.
 */
export interface WeighedPlace {
  place: TextPlace;
  /**
   * Their share of all that speaks for the judgement.
   */
  share: number;
}
/**
 * Words that a rule found within a statement.
 */
export interface FindingPart {
  /**
   * The id of the rule.
   */
  rule: string;
  severity: Severity;
  place: TextPlace;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to put instead.
   */
  instead: string;
  action: CommentAction;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * Names this part, to dismiss it.
   */
  fingerprint: string;
}
/**
 * What was found in a section.
 */
export interface SectionCheck {
  section: PlanSection;
  /**
   * How many words it has.
   */
  words: number;
  /**
   * How many statements of provision or outcomes it has.
   */
  statements: number;
  /**
   * How many of them have no finding.
   */
  clear: number;
  /**
   * The numbers of its findings.
   */
  findings: number[];
}
/**
 * What bears on a descriptor. A person answers it.
 */
export interface DescriptorFindings {
  /**
   * The id of the descriptor.
   */
  descriptor: string;
  /**
   * The id of its section.
   */
  section: string;
  /**
   * The numbers of the findings that speak against it.
   */
  against: number[];
  /**
   * What speaks for it.
   */
  speaks_for: SpeaksFor[];
}
/**
 * Something in the plan that speaks for a descriptor or a criterion.
 */
export interface SpeaksFor {
  place: TextPlace;
  /**
   * Why it speaks for it.
   */
  message: string;
}
/**
 * What bears on a criterion. A person answers it.
 */
export interface CriterionFindings {
  /**
   * The id of the criterion.
   */
  criterion: string;
  /**
   * The numbers of the findings that speak against it.
   */
  against: number[];
  /**
   * What speaks for it.
   */
  speaks_for: SpeaksFor[];
}
/**
 * How the items of a plan hang together.
 */
export interface PlanThread {
  /**
   * Whether a person confirmed items. Otherwise the thread was not checked.
   */
  is_confirmed: boolean;
  /**
   * How many items there are of each kind.
   */
  counts: KindCount[];
}
/**
 * How many items there are of one kind.
 */
export interface KindCount {
  kind: ThreadKind;
  /**
   * How many there are.
   */
  items: number;
  /**
   * How many of them no error or warning is about; null when nothing was checked.
   */
  unbroken: number | null;
}
/**
 * A fact about a plan, as the plan says it.
 */
export interface PlanFact {
  kind: FactKind;
  /**
   * The fact: a date as YYYY-MM-DD, a year group as a number, `true` or `false`, or a word or name.
   */
  value: string;
  basis: FactBasis;
  /**
   * Where it is said; none where it is counted over the plan.
   */
  place?: RunPlace | null;
}
/**
 * How accessible the language of a plan is.
 */
export interface PlanLanguage {
  /**
   * How many words the sections have.
   */
  words: number;
  /**
   * How many sentences.
   */
  sentences: number;
  /**
   * How many of them are longer than is easily followed.
   */
  long_sentences: number;
  /**
   * How many words the longest has.
   */
  longest_sentence: number;
  /**
   * How often words of the field stand in them.
   */
  jargon: number;
}
/**
 * A comment to be written into the file.
 */
export interface NewComment {
  from: RunPlace;
  to: RunPlace;
  /**
   * What it says.
   *
   * @maxItems 100
   */
  paragraphs: string[];
  /**
   * Who it is from, where that is another than for the rest.
   */
  author?: string | null;
}
/**
 * What changed between two versions of a plan.
 */
export interface PlanComparison {
  /**
   * How many changes there are, of each kind and about each part of the plan that has any.
   */
  counts: ChangeCount[];
  /**
   * How many statements are in both versions word for word, in the same section.
   */
  unchanged: number;
  /**
   * The changes: provision first, the most serious kind first, then in the order of the plan; the first 5,000.
   */
  changes: StatementChange[];
  /**
   * How many more changes there are than are listed.
   */
  more: number;
  findings: ComparedFindings;
  receipt: Receipt;
}
/**
 * How many changes there are of one kind.
 */
export interface ChangeCount {
  of: ChangeOf;
  kind: ChangeKind;
  /**
   * How many there are.
   */
  count: number;
}
/**
 * A change of a statement, or of statements that became one.
 */
export interface StatementChange {
  kind: ChangeKind;
  of: ChangeOf;
  section: PlanSection;
  /**
   * The section in which it stood, where that is another.
   */
  from_section?: PlanSection | null;
  /**
   * The statements of the older version.
   */
  old: ComparedStatement[];
  /**
   * The statements of the newer version.
   */
  new: ComparedStatement[];
  /**
   * Why it is less, more or another, element by element. What is less comes first.
   */
  reasons: ChangeReason[];
}
/**
 * A statement of one version.
 */
export interface ComparedStatement {
  section: PlanSection;
  place: TextPlace;
  /**
   * What it says.
   */
  text: string;
  /**
   * The words that the other version does not have, as places in the text.
   */
  changed?: Span[];
}
/**
 * Why a statement is less, more or another.
 */
export interface ChangeReason {
  element: ChangeElement;
  effect: ChangeEffect;
  /**
   * The words that said it; empty where nothing did.
   */
  from: string;
  /**
   * The words that say it now; empty where nothing does.
   */
  to: string;
  /**
   * A sentence for people.
   */
  message: string;
}
/**
 * Findings about wording in two versions.
 */
export interface ComparedFindings {
  /**
   * Those of the older version that are gone.
   */
  cleared: ComparedFinding[];
  /**
   * Those that are in both, with their places in the newer version.
   */
  left: ComparedFinding[];
  /**
   * Those that are in the newer version alone.
   */
  added: ComparedFinding[];
}
/**
 * A finding about wording, with its place.
 */
export interface ComparedFinding {
  /**
   * The id of the rule.
   */
  rule: string;
  severity: Severity;
  section: PlanSection;
  place: TextPlace;
  /**
   * The words.
   */
  quote: string;
  /**
   * What it says.
   */
  message: string;
  /**
   * Names this finding.
   */
  fingerprint: string;
}
/**
 * A piece of advice, as a document.
 */
export interface AdviceDocument {
  /**
   * Its title.
   */
  title?: string | null;
  /**
   * The name of its author.
   */
  author?: string | null;
  /**
   * The role of its author, such as "Educational Psychologist".
   */
  role?: string | null;
  /**
   * The agency for which the author writes.
   */
  agency?: string | null;
  /**
   * Its date.
   */
  date?: Day | null;
  /**
   * Views of the child or young person, and of the parents.
   *
   * @maxItems 100000
   */
  views: Block[];
  /**
   * Needs.
   *
   * @maxItems 100000
   */
  needs: Block[];
  /**
   * Outcomes that it suggests.
   *
   * @maxItems 100000
   */
  outcomes: Block[];
  /**
   * Provision that it recommends.
   *
   * @maxItems 100000
   */
  provision: Block[];
  /**
   * Everything else: background, findings, explanations, signatures.
   *
   * @maxItems 100000
   */
  other: Block[];
}
/**
 * What a host knows of a piece of advice.
 */
export interface AdviceContext {
  /**
   * The stage of the plan.
   */
  stage?: Stage | null;
  /**
   * -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   */
  year_group?: number | null;
  /**
   * The names that the child goes by.
   */
  names?: string[] | null;
  /**
   * The pronouns that the child goes by.
   */
  pronouns?: Pronouns | null;
  /**
   * The fingerprints of findings that are not to be reported.
   */
  dismissed?: string[] | null;
  /**
   * The day on which it was requested.
   */
  requested?: Day | null;
}
/**
 * What was found in a piece of advice.
 */
export interface AdviceCheck {
  /**
   * What each finding is: words for a person to review.
   */
  standing: string;
  /**
   * The id of the questions that were asked; none where nothing is asked.
   */
  questions?: string | null;
  /**
   * What was found: what is asked of the advice first, and then its wording in the order of the text.
   */
  findings: AdviceFinding[];
  /**
   * What could not be checked, because a date is not known.
   */
  not_checked: string[];
}
/**
 * Something that was found in a piece of advice.
 */
export interface AdviceFinding {
  /**
   * The id of the rule, or the word for what is asked.
   */
  rule: string;
  severity: Severity;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What to do.
   */
  instead: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * Where the words stand: the part is their kind, the block their number in the list of that kind.
   */
  place?: TextPlace | null;
  /**
   * The words.
   */
  words?: string;
  /**
   * The statement in the author's words, with blanks where something is to be filled in.
   */
  rewrite?: string | null;
}
/**
 * What a person says of a statement of advice: which statements of the plan carry it.
 */
export interface CoverageChoice {
  /**
   * The number of the advice among those given, from 0.
   */
  advice: number;
  place: TextPlace;
  /**
   * The statements of the plan that carry it. Where none is listed, none does.
   *
   * @maxItems 100
   */
  plan: TextPlace[];
}
/**
 * What became of advice in a plan.
 */
export interface Coverage {
  /**
   * What each finding is: words for a person to review.
   */
  standing: string;
  /**
   * The advice, in the order in which it was given.
   */
  advices: CoveredAdvice[];
  /**
   * The statements of the plan that can carry advice, in their order.
   */
  plan: PlanWords[];
  /**
   * What the plan specifies for which no source was found in the advice.
   */
  unsourced: Unsourced[];
  /**
   * Where two pieces of advice differ.
   */
  conflicts: AdviceConflict[];
  /**
   * Where the list of advice in Section K does not agree with the advice given.
   */
  listed: KEntryFault[];
  /**
   * What bears on each descriptor on which something bears, in printed order.
   */
  descriptors: DescriptorCoverage[];
  /**
   * What bears on each criterion on which something bears.
   */
  criteria: CriterionCoverage[];
  /**
   * The choices that name a place where nothing stands. They change nothing.
   */
  unknown: UnknownChoice[];
}
/**
 * A piece of advice with what became of its statements.
 */
export interface CoveredAdvice {
  /**
   * The name of its author.
   */
  author?: string | null;
  /**
   * The role of its author.
   */
  role?: string | null;
  /**
   * Its date.
   */
  date?: Day | null;
  /**
   * Its needs, outcomes and recommendations, in their order.
   */
  statements: CarriedStatement[];
}
/**
 * A statement of advice with what became of it.
 */
export interface CarriedStatement {
  kind: AdviceKind;
  status: CoverageStatus;
  place: TextPlace;
  /**
   * What it says.
   */
  text: string;
  /**
   * The statements of the plan with which it is paired.
   */
  plan: PlanWords[];
  /**
   * The statement of the plan that is closest to one which was not found, for a person to look at.
   */
  closest?: PlanWords | null;
  /**
   * The words that both have, for which they are paired.
   */
  shared: string[];
  /**
   * Whether a person says with which statements it is paired.
   */
  chosen?: boolean;
  /**
   * Why the plan says less or more, element by element. What is less comes first.
   */
  reasons: ChangeReason[];
}
/**
 * Words of a plan.
 */
export interface PlanWords {
  section: PlanSection;
  place: TextPlace;
  /**
   * What they say.
   */
  text: string;
  /**
   * The kind of statement of advice that their section carries, which may be paired with them; none where it
   * carries none.
   */
  carries?: AdviceKind | null;
}
/**
 * Something that the plan specifies and for which no source was found.
 */
export interface Unsourced {
  kind: NoSource;
  plan: PlanWords;
  /**
   * The words for which no source was found.
   */
  words: string;
  /**
   * A sentence for people.
   */
  message: string;
}
/**
 * Two statements of different advice that differ on one matter.
 */
export interface AdviceConflict {
  one: AdviceWords;
  other: AdviceWords;
  reason: ChangeReason;
  /**
   * The statement of the plan that names the difference, where there is one.
   */
  resolved_by?: PlanWords | null;
  /**
   * A sentence for people.
   */
  message: string;
}
/**
 * Words of a piece of advice.
 */
export interface AdviceWords {
  /**
   * The number of the advice among those given, from 0.
   */
  advice: number;
  place: TextPlace;
  /**
   * What they say.
   */
  text: string;
}
/**
 * A difference between the list of advice in Section K and the advice given.
 */
export interface KEntryFault {
  /**
   * The number of the advice among those given, from 0.
   */
  advice: number;
  fault: KFault;
  /**
   * The entry of the list, where there is one.
   */
  entry?: PlanWords | null;
  /**
   * A sentence for people.
   */
  message: string;
}
/**
 * What bears on a descriptor. It answers nothing.
 */
export interface DescriptorCoverage {
  /**
   * The descriptor.
   */
  descriptor: string;
  /**
   * Its section in the framework.
   */
  section: string;
  /**
   * What speaks against it, as JSON Pointers into this document.
   */
  against: string[];
  /**
   * What speaks for it, likewise.
   */
  speaks_for: string[];
}
/**
 * What bears on a criterion. It answers nothing.
 */
export interface CriterionCoverage {
  /**
   * The criterion.
   */
  criterion: string;
  /**
   * What speaks against it, as JSON Pointers into this document.
   */
  against: string[];
  /**
   * What speaks for it, likewise.
   */
  speaks_for: string[];
}
/**
 * A part of a choice that names a place where nothing stands.
 */
export interface UnknownChoice {
  /**
   * The number of the choice, from 0.
   */
  choice: number;
  /**
   * Where it names the place, as a JSON Pointer into the list of choices.
   */
  pointer: string;
  /**
   * A sentence for people.
   */
  message: string;
}
/**
 * The items of a plan and the links between them, as they are proposed.
 */
export interface ProposedItems {
  /**
   * The items, in the order of the plan: up to 10,000.
   *
   * @maxItems 10000
   */
  items: ProposedItem[];
  /**
   * The links, in the order of the items that they lead from. Each stands once.
   *
   * @maxItems 100000
   */
  links: ProposedLink[];
}
/**
 * An item of a plan, such as one need or one outcome.
 */
export interface ProposedItem {
  /**
   * Its id: the plan's own mark where no other item has it, or the section and a number.
   */
  id: string;
  section: PlanSection;
  kind: ItemKind;
  /**
   * What it says.
   */
  text: string;
  /**
   * The marks that the plan gives it, as they are printed.
   */
  marks: string[];
  /**
   * The heading of the area of need that it stands under.
   */
  area?: string | null;
  place: TextPlace;
  /**
   * Where the same words stand again, in the same section.
   */
  others: TextPlace[];
}
/**
 * A link between two items.
 */
export interface ProposedLink {
  /**
   * The id of the item that comes first in the plan.
   */
  from: string;
  /**
   * The id of the other.
   */
  to: string;
  rests_on: LinkBasis;
  sureness: Sureness;
  place: TextPlace;
}
/**
 * The items of a plan.
 */
export interface ThreadPlan {
  /**
   * The items, in any order: up to 10,000.
   *
   * @maxItems 10000
   */
  items: ThreadItem[];
}
/**
 * How the items of a plan hang together.
 */
export interface Thread {
  /**
   * How many items there are of each kind, in the order of the kinds.
   */
  counts: KindCount[];
  /**
   * The items, in the order of the plan.
   */
  items: ThreadNode[];
  /**
   * The lines between them, each once, by where their ends stand in the plan: the first 100,000.
   */
  lines: ThreadLine[];
  /**
   * How many more lines there are than are listed.
   */
  more_lines: number;
  /**
   * What breaks the thread: the most serious first, then in the order of the rules, then of the plan; the first 500
   * of each rule.
   */
  findings: ThreadFinding[];
  /**
   * How many more were found than are listed.
   */
  more: number;
  /**
   * The rules that were not checked, because the framework does not have them; `thread-rules` stands for
   * all those that a framework defines.
   */
  not_checked: string[];
}
/**
 * An item of the thread.
 */
export interface ThreadNode {
  /**
   * Its id.
   */
  id: string;
  section: ThreadSection;
  kind: ThreadKind;
  /**
   * What it says.
   */
  text: string;
}
/**
 * A line between two items that may be joined.
 */
export interface ThreadLine {
  /**
   * The id of the item whose kind comes first.
   */
  from: string;
  /**
   * The id of the other.
   */
  to: string;
}
/**
 * Something that breaks the thread, or that is worth knowing.
 */
export interface ThreadFinding {
  /**
   * The id of the rule that found it.
   */
  rule: string;
  severity: Severity;
  /**
   * The id of the item that it is about.
   */
  item: string;
  /**
   * Where that is, as a JSON Pointer into the plan.
   */
  at: string;
  /**
   * What it says.
   */
  message: string;
  /**
   * The same in a few words, for pictures.
   */
  mark: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * The ids at the other ends of the links concerned; an unknown one as it was given.
   */
  others: string[];
}
/**
 * A deadline, and whether the dates meet it.
 */
export interface Deadline {
  kind: DeadlineKind;
  due: Day;
  /**
   * When it happened.
   */
  happened?: Day | null;
  state: TimescaleState;
  /**
   * What the deadline is.
   */
  why: string;
  /**
   * Why it does not apply, is not judged or stays open.
   */
  reason?: string | null;
  /**
   * Where it is written.
   */
  cites: Citation[];
  /**
   * What is doubtful about its dates.
   */
  hints?: DateHint[];
}
/**
 * A date that is doubtful, with the place of the date and of what it does not fit with.
 */
export interface DateHint {
  kind: DateHintKind;
  /**
   * The date, as a JSON Pointer into the dates of the plan.
   */
  at: string;
  /**
   * What it does not fit with, as a JSON Pointer into the dates of the plan.
   */
  other?: string | null;
  /**
   * The same in a sentence.
   */
  message: string;
}
/**
 * The feedback form of one plan. Of the header, what is not given is not filled in.
 */
export interface FeedbackForm {
  /**
   * The id of the framework in use.
   */
  framework: "shropshire-2023";
  /**
   * The name.
   */
  name?: string | null;
  /**
   * The number on Synergy, the records system.
   */
  synergy?: string | null;
  /**
   * The type of plan.
   */
  type_of_plan?: PlanType | null;
  /**
   * The casework officer.
   */
  casework_officer?: string | null;
  /**
   * The casework officer's date.
   */
  casework_officer_date?: Day | null;
  /**
   * The moderating officer.
   */
  moderating_officer?: string | null;
  /**
   * The moderating officer's date.
   */
  moderating_officer_date?: Day | null;
  /**
   * The score that a person gives the plan.
   */
  rating?: Score | null;
  /**
   * The level of resource, as the case officer sees it.
   */
  level_of_resource_case_officer?: string | null;
  /**
   * The funding level that the case officer suggests.
   */
  suggested_funding_level?: string | null;
  /**
   * The dates from which the deadlines are worked out.
   */
  timescales?: Timescales | null;
  /**
   * Whether the statutory timescales were met, as a person records it.
   */
  statutory_timescales_met?: boolean | null;
  /**
   * The level of resource, as the senior case officer sees it.
   */
  level_of_resource_senior_case_officer?: string | null;
  /**
   * The main category of need.
   */
  main_need?: MainNeed | null;
  /**
   * The case officer's comments.
   */
  case_officer_comments?: string | null;
  /**
   * What is written in the sections of the form. One that is not listed is empty.
   */
  sections: FeedbackSection[];
  /**
   * How many more comments were drafted than a form holds.
   */
  left_out?: number | null;
}
/**
 * The main category of need in the two places that should agree.
 */
export interface MainNeed {
  /**
   * On Synergy, the records system.
   */
  on_synergy?: AreaOfNeed | null;
  /**
   * On the plan.
   */
  on_plan?: AreaOfNeed | null;
}
/**
 * What is written in one section of the form.
 */
export interface FeedbackSection {
  /**
   * The id of the form's section.
   */
  id:
    | "personal_information"
    | "A"
    | "parents_views"
    | "journey"
    | "B"
    | "C"
    | "D"
    | "E"
    | "F"
    | "G"
    | "H1"
    | "H2"
    | "I"
    | "J"
    | "K"
    | "additional_comments";
  /**
   * Comments on the section.
   */
  texts: string[];
  /**
   * Comments on words in it.
   */
  comments: Comment[];
}
/**
 * A comment: what is asked for, of which words, and why.
 */
export interface Comment {
  /**
   * The words it is about.
   */
  quote?: string | null;
  /**
   * Where they stand in the text of the section.
   */
  span?: CommentSpan | null;
  action: CommentAction;
  /**
   * What it says.
   */
  note: string;
  /**
   * What to put instead.
   */
  suggestion?: string | null;
  /**
   * The rule that found it.
   */
  rule?: string | null;
  /**
   * The name of what the rule found, to dismiss it.
   */
  fingerprint?: string | null;
  /**
   * Whether the reviewer keeps it. Not given: that is not decided.
   */
  kept?: boolean | null;
}
/**
 * A stretch of the text of a section, in UTF-16 code units as JavaScript counts.
 */
export interface CommentSpan {
  /**
   * Where it starts.
   */
  start: number;
  /**
   * Where it ends: the first place behind it.
   */
  end: number;
}
/**
 * What was found on a form, and what could not be checked.
 */
export interface FeedbackCheck {
  /**
   * What was found, in the order of the form.
   */
  findings: FeedbackFinding[];
  /**
   * The checks that could not be made: the framework does not have them, or what they compare is not
   * filled in.
   */
  not_checked: FeedbackRule[];
}
/**
 * Something on a form that does not fit together.
 */
export interface FeedbackFinding {
  rule: FeedbackRule;
  severity: Severity;
  /**
   * The field to review first, as a JSON Pointer into the form.
   */
  at: string;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * The events of one case.
 */
export interface CaseDocument {
  /**
   * The events in the order in which they happened: up to 10,000. A new one is added at the end.
   *
   * @maxItems 10000
   */
  events: CaseEvent[];
}
/**
 * Where a case stands.
 */
export interface CaseStatus {
  state: CaseState;
  /**
   * What may happen next, what takes the case further first.
   */
  next: CaseNext[];
  /**
   * Whether the plan may be issued now.
   */
  may_issue: boolean;
  /**
   * Why, or why not.
   */
  reasons: CaseReason[];
  regraded: Regraded;
  /**
   * The events that fit, and where the case stood after each.
   */
  history: CaseMoment[];
  /**
   * What was found in the events that fit, in their order.
   */
  findings: CaseFinding[];
  /**
   * The first event that does not fit; null when all do.
   */
  refused: Problem | null;
  /**
   * How many events behind that one were not read.
   */
  not_read: number;
}
/**
 * Something that may happen next.
 */
export interface CaseNext {
  event: CaseEventKind;
  /**
   * Who may do it.
   */
  roles: CaseRole[];
  /**
   * What they may do, in a sentence.
   */
  message: string;
  /**
   * What must hold, or the event is refused.
   */
  needs: CaseCondition[];
  /**
   * Where it leads, by what it turns out to be.
   */
  leads_to: CaseOutcome[];
  /**
   * What it rests on.
   */
  cites: CaseSource[];
}
/**
 * Where an event leads.
 */
export interface CaseOutcome {
  when: CaseCondition;
  state: CaseState;
}
/**
 * What a reason or a step rests on.
 */
export interface CaseSource {
  basis: Basis;
  /**
   * The place in it; of an interpretation, its name.
   */
  place: string;
  /**
   * What the framework says there, or why it is read so; null where only the place is known.
   */
  text: string | null;
}
/**
 * Why a plan may or may not be issued.
 */
export interface CaseReason {
  /**
   * The reason.
   */
  message: string;
  /**
   * The events that it comes from, as JSON Pointers into the case.
   */
  at: string[];
  /**
   * What it rests on.
   */
  cites: CaseSource[];
}
/**
 * What is reported as re-graded: a number of plans.
 */
export interface Regraded {
  /**
   * What this case adds to that number: 1 once two separate grades were given, however often; else 0.
   */
  count: number;
  /**
   * How often two separate grades were given.
   */
  rounds: number;
  /**
   * The events that gave them, as JSON Pointers into the case.
   */
  at: string[];
  /**
   * What it rests on.
   */
  cites: CaseSource[];
}
/**
 * An event that fits, and where it led.
 */
export interface CaseMoment {
  /**
   * The event, as a JSON Pointer into the case.
   */
  at: string;
  event: CaseEventKind;
  date: Day;
  state: CaseState;
}
/**
 * Something found in a case.
 */
export interface CaseFinding {
  rule: CaseRule;
  severity: Severity;
  /**
   * Where it is, as a JSON Pointer into the case.
   */
  at: string;
  /**
   * What it says.
   */
  message: string;
  /**
   * Why it matters.
   */
  why: string;
  /**
   * What would clear it.
   */
  clear: string;
  /**
   * What it rests on.
   */
  cites: CaseSource[];
}
/**
 * A plan that can be drawn.
 */
export interface SamplePlan {
  /**
   * Its pseudonymous reference: 1 to 64 characters, another for each plan.
   */
  reference: string;
  /**
   * The id of its phase. Where the purpose is by phase, this or the year group is given.
   */
  phase?: "early_years" | "key_stage_1_2" | "key_stage_3_4" | "post_16" | null;
  /**
   * Its year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
   */
  year_group?: number | null;
}
/**
 * A sample.
 */
export interface Sample {
  terms: SampleTerms;
  /**
   * How many plans there were, and how many of them are drawn.
   */
  groups: SampleGroup[];
  /**
   * The plans drawn: by phase where the purpose is by phase, and then from the lowest hash.
   */
  drawn: SampleDrawn[];
}
/**
 * How a sample is drawn. With the references of the plans, it can be drawn again.
 */
export interface SampleTerms {
  /**
   * The id of its purpose.
   */
  purpose: string;
  /**
   * What the purpose is called within a sentence.
   */
  name: string;
  /**
   * The level of checking that the purpose belongs to.
   */
  level: number;
  /**
   * The period.
   */
  period: string;
  mode: SampleMode;
  /**
   * By rate: the share that is drawn; else null.
   */
  rate: Share | null;
  /**
   * By rate: whether the request asked for that share, and not the framework.
   */
  is_own_rate: boolean;
  /**
   * By rate: a plan is drawn when its hash is below this, in hexadecimal digits; else null.
   */
  below: string | null;
  /**
   * By quota: how many plans are drawn, from each phase where the purpose is by phase; else null.
   */
  quota: number | null;
  key: SampleKey;
  /**
   * Whether it is the published one.
   */
  is_published_key: boolean;
  /**
   * How hashes are made.
   */
  method: string;
  /**
   * Why it is drawn so.
   */
  reason: string;
  /**
   * Where it is written.
   */
  cites: Citation[];
}
/**
 * Plans that are drawn from separately.
 */
export interface SampleGroup {
  /**
   * The id of their phase; null for all plans together.
   */
  phase: string | null;
  /**
   * What they are called.
   */
  name: string;
  /**
   * How many there were.
   */
  plans: number;
  /**
   * How many are drawn.
   */
  drawn: number;
  /**
   * By quota: how many plans too few there were.
   */
  short_by: number;
}
/**
 * A plan that is drawn.
 */
export interface SampleDrawn {
  /**
   * Its reference.
   */
  reference: string;
  /**
   * The id of its phase; null where the purpose is not by phase.
   */
  phase: string | null;
  /**
   * Its hash, in 16 hexadecimal digits.
   */
  hash: string;
}
/**
 * Why a plan is drawn, or is not.
 */
export interface SampleWhy {
  terms: SampleTerms;
  /**
   * The reference of the plan.
   */
  reference: string;
  /**
   * Its hash, in 16 hexadecimal digits.
   */
  hash: string;
  /**
   * By quota: where it stands among the plans that it is drawn from with; else null.
   */
  place: SamplePlace | null;
  /**
   * Whether it is drawn.
   */
  drawn: boolean;
  /**
   * The same in a sentence.
   */
  message: string;
}
/**
 * Where a plan stands among others.
 */
export interface SamplePlace {
  /**
   * The id of their phase; null for all plans together.
   */
  phase: string | null;
  /**
   * What they are called.
   */
  name: string;
  /**
   * Its number among them from the lowest hash, counted from 1.
   */
  number: number;
  /**
   * How many they are, itself included.
   */
  of: number;
}
/**
 * How often two graders gave which two grades.
 */
export interface Agreement {
  matrix: Matrix;
}
/**
 * What the counts come to.
 */
export interface AgreementFigures {
  /**
   * How many plans both have graded.
   */
  pairs: number;
  /**
   * The counts: the grades of the first in rows and of the second in columns, best grade first.
   *
   * @minItems 4
   * @maxItems 4
   */
  matrix: [
    [number, number, number, number],
    [number, number, number, number],
    [number, number, number, number],
    [number, number, number, number]
  ];
  exact: AgreementPart;
  within_one: AgreementPart;
  first_better: AgreementPart;
  second_better: AgreementPart;
  across_good: AgreementPart;
  across_good_first: AgreementPart;
  across_good_second: AgreementPart;
  kappa: AgreementFigure;
  ac2: AgreementFigure;
}
/**
 * Some of the plans.
 */
export interface AgreementPart {
  /**
   * How many.
   */
  count: number;
  share: AgreementFigure;
}
/**
 * A figure, or why there is none.
 */
export interface AgreementFigure {
  /**
   * The figure, to three decimal places; null where it is undefined.
   */
  value: Thousandths | null;
  /**
   * Why it is undefined; null where it is not.
   */
  undefined: Undefined | null;
  /**
   * The same in a sentence; null where the figure is not undefined.
   */
  message: string | null;
}
/**
 * A review of one plan, and what else is known of it.
 */
export interface SummaryRecord {
  /**
   * The id of its phase, where its year group is not known. A year group that is known decides it.
   */
  phase?: "early_years" | "key_stage_1_2" | "key_stage_3_4" | "post_16" | null;
  /**
   * Its dates.
   */
  dates?: Timescales | null;
  /**
   * What it was graded before and after it was amended.
   */
  regraded?: Regrade | null;
  /**
   * What two people graded it separately, before they agreed.
   */
  graded_twice?: GradePair | null;
  /**
   * What else a host counts by, such as `{"need": "autism", "setting": "special-school"}`: up to 32 names with
   * a value each, all of them ids and none a name. `level`, `phase`, `stage` and `term` come from the review;
   * `total`, `not_known` and `other_values` are no values. Where one divides another, its table is
   * left out of a report as far as small numbers could be worked out from both.
   */
  dimensions?: {
    [k: string]: string | null;
  } | null;
  /**
   * By section, how often each wording rule fired, by its id; nothing in it where the section was
   * looked at and nothing found.
   */
  wording?: {
    [k: string]: {
      [k: string]: number | null;
    } | null;
  } | null;
  /**
   * How often each rule of the golden thread fired, by its id; nothing in it where the thread was
   * looked at and nothing found.
   */
  thread?: {
    [k: string]: number | null;
  } | null;
  /**
   * A review of one plan. Only `framework` is required; a field not given, or null, is not answered.
   */
  review: {
    /**
     * The id of the framework in use.
     */
    framework: "shropshire-2023";
    /**
     * Facts about the plan that decide what applies. One that is not given is not known.
     */
    plan?: PlanRecord | null;
    /**
     * Who reviewed, at what level, when.
     */
    review?: ReviewDetails | null;
    /**
     * Answers to the criteria of the scale, about the plan as a whole.
     */
    criteria?: {
      /**
       * All relevant information is included: nothing essential is missing.
       */
      complies?: "not_met" | "met" | null;
      /**
       * For example, no provision in Section B.
       */
      correct_sections?: "not_met" | "met" | null;
      /**
       * Such as names, pronouns or typos.
       */
      no_admin_errors?: "not_met" | "met" | null;
      /**
       * Throughout the plan.
       */
      agreed_font?: "not_met" | "met" | null;
      /**
       * How well the plan as a whole is written and presented.
       * well_written_and_clear: Well written and clearly presented
       */
      writing?: "not_met" | "mostly_well_written" | "well_written_and_clear" | null;
      /**
       * An appropriate level of detail throughout
       */
      appropriate_detail?: "not_met" | "met" | null;
      /**
       * Specific, measurable, achievable, realistic and time limited.
       */
      smart_outcomes?: "not_met" | "met" | null;
      /**
       * Provision is specific, detailed and quantifiable
       */
      specific_provision?: "not_met" | "met" | null;
      /**
       * A holistic view throughout the plan.
       */
      golden_thread?: "not_met" | "met" | null;
      /**
       * Preparation for adulthood is present and age appropriate
       */
      pfa_age_appropriate?: "not_met" | "met" | null;
    } | null;
    /**
     * What is recorded in each section.
     */
    sections?: {
      /**
       * What is recorded in one section.
       */
      A?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The child / young person’s views, interests, and strengths are captured in depth, as well as their hopes, aspirations and goals for the future.
           */
          A1?: "yes" | "no" | null;
          /**
           * The child / young person’s history is captured succinctly and accurately – including family background, educational history, placements, involvement of health and care services. The EHCP describes the people who support the family. This may include a one-page profile, or equivalent, making clear when the one-page profile was produced and by whom.
           */
          A2?: "yes" | "no" | null;
          /**
           * Evidence of how child / young person has been engaged, how their views were gathered, and how they have contributed to the EHCP. The plan should make clear whether the child or young person is being quoted directly, or if the views of parents or professionals are being represented.
           */
          A3?: "yes" | "no" | null;
          /**
           * A summary of how to communicate with the child/young person and evidence of how they can be included in decision-making.
           */
          A4?: "yes" | "no" | null;
          /**
           * Captures the parents’ / carers’ views and aspirations.
           */
          A5?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      E?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Outcomes reflect the child / young person’s hopes, aspirations and goals (section A) and needs (sections B, C and D), as opposed to reflecting the perspective of a specific service.
           */
          E1?: "yes" | "no" | null;
          /**
           * Outcomes are set out clearly and in a SMART format, with a clear link between outcomes and the provision needed for them to be achieved.
           */
          E2?: "yes" | "no" | null;
          /**
           * Outcomes are age appropriate. A clear outline of Preparation for Adulthood can be demonstrated, i.e. learning and employment, independent living, social connections, and health. This should be evident in every plan.
           */
          E3?: "yes" | "no" | null;
          /**
           * Long-term outcomes, including education, health and care outcomes over the course of a key stage or equivalent. Arrangements for setting short-term targets at setting / school / college level or equivalent are specified.
           */
          E4?: "yes" | "no" | null;
          /**
           * Clear monitoring and review arrangements for long-term outcomes, including key review dates, are included.
           */
          E5?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      B?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * All areas of SEN / difficulties identified in the professional advice received, listed in Section K, are captured in the plan. Any conflicting advice is addressed, indicating which professional advice listed in section K advises of what, with the local authority’s position on this issue set out clearly.
           */
          B1?: "yes" | "no" | null;
          /**
           * All areas of SEN / difficulties are set out clearly and are described in sufficient detail (type and severity). The description of the child / young person’s needs is linked clearly to established categories of SEN.
           */
          B2?: "yes" | "no" | null;
          /**
           * A clear outline of Preparation for Adulthood can be demonstrated, i.e. learning and employment, independent living, social connections, and health. This should be evident in every plan.
           */
          B3?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      C?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The child / young person’s health needs, identified through the EHCNA, that relate to their SEN are set out clearly and in accessible language. If the child / young person has no health needs related to their SEN, this is made clear.
           */
          C1?: "yes" | "no" | null;
          /**
           * Any health needs not directly related to the child’s / young person’s SEN, and their implications, are identified as such.
           */
          C2?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      D?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The child / young person’s social care needs, identified through the EHCNA, that relate to their SEN or require provision for a child under 18 (section 2, Chronically Sick and Disabled Person’s Act 1970) are set out clearly.
           */
          D1?: "yes" | "no" | "not_applicable" | null;
          /**
           * If the child / young person has no care needs related to their SEN, this is made clear.
           */
          D2?: "yes" | "no" | "not_applicable" | null;
          /**
           * Any care needs not directly related to the child’s / young person’s SEN are identified as such.
           */
          D3?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      F?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Provision is specified for every type of need identified in section B, and is proportionate to assessed severity of need, grounded in professional advice. Preparation for adulthood support specified, as a minimum for a child / young person in Year 9 and above.
           */
          F1?: "yes" | "no" | null;
          /**
           * There should be a “golden thread” that connects each need to each type of provision, and how the overall provision will support the achievement of the outcomes specified in section E.
           */
          F2?: "yes" | "no" | null;
          /**
           * Provision is detailed, specific and quantified, presented in a clear and accessible way so that professionals in a setting / school / college would know how to implement it. The type of provision (Facilities, staffing, equipment), hours, frequency of support, level of expertise required, departure from national curriculum / study programmes, chronological age should be specified. Vague terms (e.g., “opportunities to ...”) and non-specific language is avoided.
           */
          F3?: "yes" | "no" | null;
          /**
           * The provision specified could be given to a setting / school / college for staff to put into place without substantial extra work to interpret Section F being required.
           */
          F4?: "yes" | "no" | null;
          /**
           * Health or Social Care Provision which educates or trains a child or young person should be treated as educational provision and included in this section.
           */
          F5?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      G?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Provision matches each specific health need identified in section C.
           */
          G1?: "yes" | "no" | "not_applicable" | null;
          /**
           * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
           */
          G2?: "yes" | "no" | "not_applicable" | null;
          /**
           * Provision is clear, detailed, specific and quantified (type of support and who will provide it) and agreed by Health Commissioning.
           */
          G3?: "yes" | "no" | "not_applicable" | null;
          /**
           * From Year 9 onwards, the health care provision clearly specifies what is required to assist in the preparation for adulthood and independent living (where appropriate).
           */
          G4?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      H1?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Provision matches each specific care need identified in section D, specifically those relating to section 2 of the Chronically Sick and Disabled Persons Act 1970.
           */
          "H1.1"?: "yes" | "no" | "not_applicable" | null;
          /**
           * All provision assessed as being required for a disabled child or young person under 18, under section 2 of the Chronically Sick and Disabled Persons Act 1970, is included in section H1. This could include practical assistance at home, relating to meals. relating to educational or recreational facilities, relating to travel, relating to holidays, as well as adaptations to the home, or non-residential short breaks. Support for the parents / carers of a disabled child or young person is included if appropriate.
           */
          "H1.2"?: "yes" | "no" | "not_applicable" | null;
          /**
           * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
           */
          "H1.3"?: "yes" | "no" | "not_applicable" | null;
          /**
           * Provision is clear, detailed, specific and quantified (type of support and who will provide it).
           */
          "H1.4"?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      H2?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Children’s social care provision identified through early help, children in need or safeguarding assessments for children under 18, or adult social care provision for young people aged 18 and over, are included in section H2.
           */
          "H2.1"?: "yes" | "no" | "not_applicable" | null;
          /**
           * It is made clear how the provision specified will support the achievement of the outcomes specified in section E.
           */
          "H2.2"?: "yes" | "no" | "not_applicable" | null;
          /**
           * Provision is clear, detailed, specific and quantified (type of support and who will provide it).
           */
          "H2.3"?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      I?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The name and type of setting / school / college is clearly recorded (only on final EHCP). (If a parent / carer has decided to home educate, this is recorded clearly.)
           */
          I1?: "yes" | "no" | "not_applicable" | null;
          /**
           * The EHCP makes clear if the placement is the preference of the parents / carers, if applicable
           */
          I2?: "yes" | "no" | "not_applicable" | null;
          /**
           * It is unlikely that home-to-school transport would need to be mentioned in this section. The only reason for home-to-school transport to be mentioned would be if the parent or carer had chosen a mainstream school that is not the nearest suitable school. If the latter is the case, Section I should include the following exact wording: ‘Child X shall attend school A which is the parent’s preferred school. This is not the nearest suitable school, which is B school. The parent has accepted full responsibility for transport to their school of preference (school A). If, for any reason, the parent is unable to transport Child X to school A, arrangements will be made for Child X to transfer to the nearest suitable school.’
           */
          I3?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      J?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The EHCP specifies whether a personal budget has been requested and agreed to deliver part of the provision.
           */
          J1?: "yes" | "no" | null;
          /**
           * (If applicable) The EHCP specifies the provision, needs and outcomes that the personal budget is to help meet.
           */
          J2?: "yes" | "no" | "not_applicable" | null;
          /**
           * (If applicable) The EHCP specifies the type of personal budget, the amount covered by the personal budget, arrangements / regulations relating to direct payments.
           */
          J3?: "yes" | "no" | "not_applicable" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      K?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * Advice and information that has informed the EHCNA and EHCP is set out clearly – titles and dates of relevant reports.
           */
          K1?: "yes" | "no" | null;
          /**
           * The final EHCP has been signed off by the relevant officer(s).
           */
          K2?: "yes" | "no" | "not_applicable" | null;
          /**
           * All contributing parties to the development of the EHCP are listed
           */
          K3?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
      /**
       * What is recorded in one section.
       */
      overall?: {
        /**
         * Answers to its descriptors.
         */
        descriptors?: {
          /**
           * The EHCP will help secure the best outcomes across education, health and social care for the child/young person.
           */
          "overall.1"?: "yes" | "no" | null;
          /**
           * Clear and accessible language is used throughout.
           */
          "overall.2"?: "yes" | "no" | null;
          /**
           * There is a clear “golden thread” that runs between aspirations (section A), needs (sections B, C and D), advice (section K), provision (sections F, G and H), and outcomes (section E).
           */
          "overall.3"?: "yes" | "no" | null;
          /**
           * There is clear evidence that the advice is the result of co-production with the child / young person, parents / carers and professionals and this is reflected in the EHCP
           */
          "overall.4"?: "yes" | "no" | null;
          /**
           * The EHCP will help prepare the child/young person for adulthood – including transition planning for adulthood and independence.
           */
          "overall.5"?: "yes" | "no" | null;
        } | null;
        /**
         * The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
         */
        score?: Score | null;
        /**
         * Key strengths, at most 20,000 characters.
         */
        strengths?: string | null;
        /**
         * Areas for improvement, at most 20,000 characters.
         */
        improvements?: string | null;
        /**
         * The rationale for the score, at most 20,000 characters.
         */
        rationale?: string | null;
      } | null;
    } | null;
  };
}
/**
 * The grades of a plan that was graded again.
 */
export interface Regrade {
  before: Score;
  after: Score;
}
/**
 * Two grades of a plan.
 */
export interface GradePair {
  first: Score;
  second: Score;
}
/**
 * Which field of a record each column of a sheet holds.
 */
export interface SheetMap {
  /**
   * The id of the framework whose fields these are. Without it, any that has them.
   */
  framework?: string | null;
  /**
   * The name of the sheet. Without it, the first.
   */
  sheet?: string | null;
  /**
   * The columns. One that is not listed is not read.
   *
   * @maxItems 1000
   */
  columns: SheetColumn[];
  /**
   * What every row has, and no column.
   */
  always?: SheetValue[] | null;
}
/**
 * A column.
 */
export interface SheetColumn {
  /**
   * Its heading. Capitals, spaces and punctuation do not matter.
   */
  heading: string;
  /**
   * The field of a record that it holds, as a JSON Pointer such as `/review/sections/F/score`, `/dates/issued`
   * or `/dimensions/need`. Without it the column is not read.
   */
  field?: string | null;
  /**
   * Words that this column has beside those of the framework.
   */
  words?: SheetWord[] | null;
}
/**
 * A word of a column.
 */
export interface SheetWord {
  /**
   * How it is written in the sheet.
   */
  written: string;
  /**
   * What it stands for, as the field is read: a number of the scale, an id, or a label of the framework. Empty
   * where it stands for nothing given.
   */
  means: string;
}
/**
 * A field and its value.
 */
export interface SheetValue {
  /**
   * The field of a record, as a JSON Pointer.
   */
  field: string;
  /**
   * Its value, as a cell would have it.
   */
  value: string;
}
/**
 * A sheet, and what a map makes of it.
 */
export interface SheetView {
  /**
   * The names of the sheets of the workbook; empty for CSV.
   */
  sheets: string[];
  /**
   * The name of this sheet; none for CSV.
   */
  sheet: string | null;
  map: SheetMap;
  basis: MapBasis;
  /**
   * The headings in the map that the sheet does not have.
   */
  missing: string[];
  /**
   * The columns that have a heading, in order.
   */
  columns: ViewColumn[];
  /**
   * How many rows stand below the headings.
   */
  rows: number;
  /**
   * The fields that a column can hold. Any dimension is one too.
   */
  fields: TemplateColumn[];
}
/**
 * A column of a sheet.
 */
export interface ViewColumn {
  /**
   * Its letters, from A.
   */
  letters: string;
  /**
   * Its heading.
   */
  heading: string;
  /**
   * Its place among the columns of the map, from 0; none where the map does not have it.
   */
  place: number | null;
  /**
   * Whether another column has this heading, so that no map can name it.
   */
  is_twice: boolean;
  /**
   * The field that it holds; none where it is not read.
   */
  field: string | null;
  /**
   * The dimension that is called as the column is; none where the heading is no name.
   */
  dimension: string | null;
  /**
   * Its cells in the first three rows.
   */
  cells: ViewCell[];
  /**
   * Words of up to 60 characters in its first 5,000 cells that are not read, where the framework has a list of
   * words: the first 20.
   */
  unread: string[];
}
/**
 * A cell.
 */
export interface ViewCell {
  /**
   * What stands in it, of a long text the start; none where nothing is given.
   */
  written: string | null;
  /**
   * What is understood of it; none where its column is not read, or it cannot be.
   */
  read: string | null;
  /**
   * Whether its column is read and it cannot be.
   */
  is_unread: boolean;
}
/**
 * A column of an empty sheet.
 */
export interface TemplateColumn {
  /**
   * Its heading, for which [`propose`](super::propose) proposes its field.
   */
  heading: string;
  /**
   * The field of a record that it holds, as a JSON Pointer.
   */
  field: string;
  values: TemplateValues;
}
/**
 * What the rows of a sheet come to.
 */
export interface SheetRecords {
  /**
   * The records as NDJSON, one a line.
   */
  ndjson: string;
  /**
   * How many records there are.
   */
  records: number;
  /**
   * How many rows have a cell that cannot be read, and are no record.
   */
  refused: number;
  /**
   * How many rows have nothing in the columns that are read, and are no record.
   */
  blank: number;
  /**
   * The cells that cannot be read, in order: the first 1,000.
   */
  problems: RowProblem[];
  /**
   * How many more there are.
   */
  more: number;
}
/**
 * What is wrong with a row.
 */
export interface RowProblem {
  /**
   * The number of the row, from 1.
   */
  row: number;
  /**
   * The letters of the column; none where no column of the sheet holds the field.
   */
  column: string | null;
  problem: Problem;
}
/**
 * Counts over the plans of one framework: exact, and so not to be published as they are.
 */
export interface Summary {
  /**
   * The id of the framework.
   */
  framework: "shropshire-2023";
  /**
   * Records that could not be read, and are not counted.
   */
  not_read: number;
  all: Graded;
  /**
   * The scores recorded under each section.
   */
  sections: {
    [k: string]: Scores;
  };
  /**
   * How each descriptor stands.
   */
  descriptors: {
    [k: string]: DescriptorCounts;
  };
  /**
   * What was found in the wording of each section.
   */
  wording: {
    [k: string]: FindingCounts;
  };
  thread: FindingCounts;
  /**
   * By dimension and its values, the plans of which the value is known. Beside those of the host:
   * `level`, `phase`, `stage`, and `term`, such as `2023-24-autumn`. Of the host's dimensions the first 32 are
   * counted, and of each dimension the first 1,000 values, in the order of their ids.
   */
  dimensions: {
    [k: string]: {
      [k: string]: Graded;
    };
  };
  /**
   * By dimension, the plans of all values after the first 1,000, added up.
   */
  other_values?: {
    [k: string]: Graded;
  } | null;
  /**
   * How many values plans have in dimensions after the first 32. They are not counted by value.
   */
  other_dimensions?: number | null;
  /**
   * Of the first 8 dimensions of the host and the first 100 values of each: by dimension, by another one and by
   * value, what stands beside it. A report finds by this that one dimension divides another.
   */
  beside?: {
    [k: string]: {
      [k: string]: {
        [k: string]: Beside;
      };
    };
  } | null;
  regraded: RegradedCounts;
  agreement: Agreement;
  timeliness: Timeliness;
  /**
   * What families say, by survey.
   */
  families?: {
    [k: string]: SurveyCounts;
  } | null;
}
/**
 * Plans, and the scores recorded for them as a whole. The others have none.
 */
export interface Graded {
  /**
   * How many plans.
   */
  plans: number;
  scores: Scores;
}
/**
 * How often each grade was recorded.
 */
export interface Scores {
  /**
   * Outstanding.
   */
  outstanding: number;
  /**
   * Good.
   */
  good: number;
  /**
   * Requires improvement.
   */
  requires_improvement: number;
  /**
   * Inadequate.
   */
  inadequate: number;
}
/**
 * How a descriptor stands. In the plans that are left it is open.
 */
export interface DescriptorCounts {
  /**
   * In how many plans it is met.
   */
  met: number;
  /**
   * In how many it is met in part, where that is an answer.
   */
  partly?: number | null;
  /**
   * In how many it is not met.
   */
  not_met: number;
  /**
   * In how many it does not count: excluded by the assessor or by the context of the plan.
   */
  not_applicable: number;
  /**
   * The plans in which it is not met, by phase where that is known.
   */
  not_met_by_phase: {
    [k: string]: number;
  };
}
/**
 * What was found in the wording of a section, or in the golden thread.
 */
export interface FindingCounts {
  /**
   * In how many plans it was looked at.
   */
  looked_at: number;
  /**
   * By the id of a rule: of the first 1,000, in the order of their ids.
   */
  rules: {
    [k: string]: RuleCounts;
  };
  /**
   * How many plans have each rule after the first 1,000, added up.
   */
  other_rules?: number | null;
}
/**
 * How often a rule was not kept. A plan counts once, however often it was found there.
 */
export interface RuleCounts {
  /**
   * In how many plans.
   */
  found: number;
  /**
   * The same by phase, where that is known.
   */
  found_by_phase: {
    [k: string]: number;
  };
}
/**
 * The value of another dimension beside a value.
 */
export interface Beside {
  /**
   * The value, where all plans that have one have the same.
   */
  value?: string | null;
  /**
   * How many plans have it.
   */
  plans: number;
  /**
   * Whether there are several, of which none is kept.
   */
  several: boolean;
}
/**
 * The grades after, by the grade before.
 */
export interface RegradedCounts {
  outstanding: Scores;
  good: Scores;
  requires_improvement: Scores;
  inadequate: Scores;
}
/**
 * How long it took to issue plans.
 */
export interface Timeliness {
  no_exception: IssuedCounts;
  exception_claimed: IssuedCounts;
  /**
   * Those issued after an order to assess, to make a plan or to consider again, a conceded appeal or a mediation
   * agreement. It has times of its own, and the time from the request does not apply.
   */
  after_order?: OrderedCounts | null;
}
/**
 * Plans that were issued, by the time from the request.
 */
export interface IssuedCounts {
  /**
   * Within 20 weeks.
   */
  within_20_weeks: number;
  /**
   * Later, and within a year.
   */
  within_a_year: number;
  /**
   * Over a year.
   */
  over_a_year: number;
  /**
   * The days that they took, added up.
   */
  days: number;
}
/**
 * Plans that were issued after an order, by the time that it sets.
 */
export interface OrderedCounts {
  /**
   * Within it.
   */
  in_time: number;
  /**
   * Later, and an exception from it is claimed.
   */
  exception_claimed: number;
  /**
   * Later, and none is claimed.
   */
  late: number;
  /**
   * Where it sets none for the plan, the dates contradict each other, or time limits gave way.
   */
  not_judged: number;
}
/**
 * The responses to a survey.
 */
export interface SurveyCounts {
  /**
   * How many responses.
   */
  responses: number;
  /**
   * How many were sent out, where it is known.
   */
  sent?: number | null;
  /**
   * The responses by term, where that is known: the first 1,000 terms.
   */
  terms: {
    [k: string]: number;
  };
  /**
   * By question, how often each answer was given. In the responses that are left it is blank.
   */
  questions: {
    [k: string]: {
      [k: string]: number;
    };
  };
}
/**
 * What is shown of a summary.
 */
export interface Report {
  /**
   * The id of the framework.
   */
  framework: string;
  /**
   * Counts from 1 to below this one are hidden, and others where these could be worked out; `none` where all counts
   * are shown.
   */
  hidden_below: number | "none";
  /**
   * What stands for a hidden count.
   */
  hidden_sign: string;
  /**
   * What that sign means, in a sentence, or that all counts are shown.
   */
  hidden_note: string;
  /**
   * Records that could not be read, and are not counted.
   */
  not_read: number;
  /**
   * How many plans; null when they are few, and all is hidden.
   */
  plans: number | null;
  /**
   * What a board reads first, in a sentence: the grades, what was graded again, and what was in time, as far as it
   * is shown; null where none of it is.
   */
  headline: string | null;
  /**
   * The figures of that sentence: `good`, `regraded` and `in_time`, where there are plans for them.
   */
  measures: Measure[];
  /**
   * The heading of the themes.
   */
  themes_heading: string;
  /**
   * What matters most, at most three: the descriptors that are most often not met, and where fewer are shown, what
   * was found most often in the golden thread and in the wording.
   */
  themes: Measure[];
  /**
   * What the themes leave open where counts are hidden, in a sentence; otherwise null.
   */
  themes_note: string | null;
  /**
   * The heading of what families say.
   */
  families_heading: string;
  /**
   * What families say: of each survey how many were returned of those sent out, and of each question how many
   * responses have a good answer. Its shares are of responses, and not of plans.
   */
  families: Measure[];
  /**
   * What it is compared with, where a summary of the term before was given.
   */
  since: Since | null;
  /**
   * The tables in which something is counted.
   */
  tables: Table[];
  /**
   * The tables in which nothing is counted. They are left out.
   */
  nothing_counted: Label[];
  /**
   * The same in a sentence; null where there are none.
   */
  nothing_counted_note: string | null;
  /**
   * The share of graded plans that may be issued, term by term.
   */
  good_share: GoodShare | null;
  /**
   * How far two graders agree. All figures are hidden where a count of the table `agreement` is, which
   * could be worked out from them.
   */
  agreement: Figure[];
  /**
   * How long it took on average to issue a plan.
   */
  average_weeks: AverageWeeks[];
  /**
   * How the counts are to be read.
   */
  notes: Note[];
}
/**
 * A share of plans, worked out from two counts that are shown.
 */
export interface Measure {
  /**
   * Its id; of a theme, that of its row in the table.
   */
  id: string;
  /**
   * The id of the table that it comes from.
   */
  table: string;
  /**
   * What it is a share of; of a theme, the words of the framework.
   */
  label: string;
  /**
   * How many plans; null where that is hidden.
   */
  count: number | null;
  /**
   * Of how many; null likewise.
   */
  of: number | null;
  /**
   * Whole per cent, halves rounded up; null where a count is hidden.
   */
  per_cent: number | null;
  /**
   * The same with the plans that it is about, or the sign for a hidden count.
   */
  words: string;
  /**
   * How many points of per cent it is more than before; null where nothing is compared, as of themes, and where
   * either is hidden.
   */
  points: number | null;
  /**
   * The same in words, such as "4 points up on Summer 2023-24".
   */
  change: string | null;
}
/**
 * What a report is compared with.
 */
export interface Since {
  /**
   * What the term before is called.
   */
  label: string;
  /**
   * The heading of what changed.
   */
  heading: string;
  /**
   * Why no change in plans is shown: both have plans of the same term, or no share is shown in both; otherwise null.
   */
  left_out: string | null;
  /**
   * Why no change in what families say is shown, where both have responses of the same term; otherwise null.
   */
  families_left_out: string | null;
  /**
   * The descriptors whose share of not met changed most, at most three: of the plans in which each is answered.
   */
  moved: Measure[];
}
/**
 * A table of counts.
 */
export interface Table {
  /**
   * Its id, such as `grades`, `by-need`, `themes-F`.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * What its numbers count.
   */
  caption: string;
  /**
   * What a row is.
   */
  row_heading: string;
  /**
   * Its columns. A last one, `total`, has the sum of a row.
   */
  columns: Label[];
  /**
   * Its rows. A last one, `total`, where there is one, has the sums of the columns.
   */
  rows: TableRow[];
  /**
   * Why the table has no rows, where they would give small numbers away; otherwise null.
   */
  left_out: string | null;
  /**
   * Whether a page shows it folded: it is for those who look something up.
   */
  is_folded: boolean;
}
/**
 * A column.
 */
export interface Label {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  label: string;
}
/**
 * A row.
 */
export interface TableRow {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  label: string;
  /**
   * A count for each column; null where it is hidden.
   */
  counts: (number | null)[];
  /**
   * Each count as it is printed: the sign for a hidden count where it is hidden.
   */
  words: string[];
  /**
   * Each count as a share of the sum of its row, in whole per cent, halves rounded up; null for the sum, where
   * either is hidden, and in tables whose rows are not shared out in that way.
   */
  per_cent: (number | null)[];
}
/**
 * The share of graded plans with which a plan may be issued, term by term.
 */
export interface GoodShare {
  /**
   * What it is a share of.
   */
  title: string;
  /**
   * The terms in order of time.
   */
  rows: TermShare[];
}
/**
 * The share of one term.
 */
export interface TermShare {
  /**
   * The id of the row of the table `by-term` that it is about.
   */
  id: string;
  /**
   * What the term is called.
   */
  label: string;
  /**
   * How many plans with a grade that is good enough; null where that is hidden.
   */
  count: number | null;
  /**
   * How many plans with a grade; null likewise.
   */
  of: number | null;
  /**
   * Whole per cent of the plans with a grade, halves rounded up; null where a count is hidden, or where no
   * plan has a grade.
   */
  per_cent: number | null;
  /**
   * The same in short, for a picture.
   */
  short: string;
  /**
   * The same with the plans that it is about; the sign for a hidden count, or the reason why there is none.
   */
  words: string;
}
/**
 * A figure that is worked out from counts.
 */
export interface Figure {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called.
   */
  label: string;
  state: FigureState;
  /**
   * The figure, to three decimal places; null where it is hidden, or where there is none.
   */
  value: Thousandths | null;
  /**
   * The same as it is printed: with the plans that it is about, the sign for a hidden count, or the reason
   * why there is none.
   */
  words: string;
}
/**
 * How long it took on average to issue a plan.
 */
export interface AverageWeeks {
  /**
   * The id of the row of the table `timeliness` that it is about.
   */
  id: string;
  /**
   * What that is called.
   */
  label: string;
  /**
   * Tenths of a week, halves rounded up; null where it is hidden, or where there are no plans.
   */
  tenths: number | null;
  /**
   * Weeks as they are printed, with one decimal; the sign for a hidden count, or `none`.
   */
  words: string;
}
/**
 * How something in a report is to be read.
 */
export interface Note {
  basis: Basis;
  /**
   * The place in it; of an interpretation, its name.
   */
  place: string;
  /**
   * How it is read, and why.
   */
  text: string;
}
/**
 * What was learnt in one session. Of the header, what is not given is not filled in.
 */
export interface Learning {
  /**
   * The id of the framework in use.
   */
  framework: "shropshire-2023";
  /**
   * The date of the session.
   */
  date?: Day | null;
  /**
   * Who delivered it.
   */
  delivered_by?: string | null;
  /**
   * The areas that were represented, one entry each.
   */
  areas_represented: string[];
  /**
   * The rows of the table.
   */
  rows: LearningRow[];
  /**
   * The actions of earlier sessions that were open, with what became of them.
   */
  earlier?: LearningAction[] | null;
  /**
   * The actions agreed in this session, one entry each.
   */
  actions: LearningAction[];
}
/**
 * What is said of one area.
 */
export interface LearningRow {
  /**
   * The area, such as a section of the plan.
   */
  area: string;
  /**
   * The feedback on it.
   */
  feedback: string;
  /**
   * The feedback as it was drafted from counts. As long as the two are the same, the printed form
   * says so.
   */
  drafted?: string | null;
  /**
   * What was learnt.
   */
  learning?: string | null;
  /**
   * What was learnt from tribunals.
   */
  tribunal_learning?: string | null;
}
/**
 * A strategic action. The framework has them agreed and shared; who does it, by when, and what became of it are
 * our reading of what that takes.
 */
export interface LearningAction {
  /**
   * What is to be done.
   */
  what: string;
  /**
   * Who does it.
   */
  who?: string | null;
  /**
   * By when.
   */
  by?: Day | null;
  /**
   * The date of the session that agreed it, of one of an earlier session.
   */
  agreed?: Day | null;
  state: ActionState;
  /**
   * What became of it.
   */
  outcome?: string | null;
}
