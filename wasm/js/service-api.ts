// What `ehcp-qa/service` exports in a page and in Node.

export { Engine } from "./service-engine.js";
export type { HiddenBelow, OpenSummary } from "./summary.js";
export {
  countFiles,
  type CountingOptions,
  type CountingProgress,
  type FileCounts,
  type RefusedRecord,
} from "./service/records.js";
export { refillLearning, type RefilledLearning } from "./service/refill.js";
