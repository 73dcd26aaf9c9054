// What `ehcp-qa/plan` exports in a page and in Node.

export type * from "./documents.js";
export { EhcpQaError, EngineCrashed, type ErrorCode } from "./errors.js";
export type { InitInput } from "./module.js";
export { commentWord, readHtml, readMarkdown, readText, readWord, type FileBytes } from "./plan-reading.js";
