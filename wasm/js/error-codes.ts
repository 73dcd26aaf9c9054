// Made from wasm/src/refusal.rs: run `cargo xtask generate` after changing it.

/** What the engine refuses, by code, as a sentence names it. */
export const SUBJECTS = {
  invalid_framework: "The framework",
  invalid_messages: "The catalogue of messages",
  invalid_review: "The review",
  invalid_line: "The score line",
  invalid_edit: "The edit",
  invalid_lexicon: "The document",
  invalid_weights: "The document",
  invalid_section: "The document",
  invalid_context: "The document",
  invalid_dates: "The document",
  invalid_feedback: "The document",
  invalid_thread: "The document",
  invalid_plan: "The plan",
  invalid_plan_file: "The file",
  invalid_advice: "The advice",
  invalid_questions: "The document",
  invalid_comments: "The document",
  invalid_choices: "The document",
  invalid_case: "The document",
  invalid_sample: "The document",
  invalid_agreement: "The document",
  invalid_summary: "The document",
  invalid_threshold: "The number below which counts are hidden",
  invalid_learning: "The document",
  invalid_sheet: "The file",
  invalid_map: "The map",
};

/** The code of a refusal. */
export type RefusalCode = keyof typeof SUBJECTS;
