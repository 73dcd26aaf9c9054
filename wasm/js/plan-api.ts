// What `ehcp-qa/plan` exports in a page and in Node.

export * from "./api.js";
export { Engine } from "./plan-engine.js";
export {
  commentWord,
  openAdvice,
  openPlan,
  readAdvice,
  readHtml,
  readMarkdown,
  readText,
  readWord,
  type AdviceInput,
  type FileBytes,
  type MessagesInput,
  type OpenAdvice,
  type OpenPlan,
  type PlanInput,
  type PlanSource,
} from "./plan-reading.js";
export type { EngineOptions } from "./writing.js";
