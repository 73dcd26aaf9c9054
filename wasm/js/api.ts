// What every entry point exports beside its own engine and way of starting.

export type { FrameworkInput, ReviewInput } from "./engine.js";
export { EhcpQaError, EngineCrashed, type ErrorCode, type Problem } from "./errors.js";
export { Session, type Answer, type Change, type PlanChange } from "./session.js";
export type { InitInput } from "./module.js";
export type * from "./documents.js";
