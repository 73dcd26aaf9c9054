// What every entry point exports beside its engine and `init`.

export type { FrameworkInput, GradingOptions, ReviewInput } from "./engine.js";
export { EhcpQaError, EngineCrashed, type ErrorCode } from "./errors.js";
export { Session, type Answer, type Change, type Detail, type PlanChange } from "./session.js";
export type { InitInput, Modules } from "./module.js";
export type { Fact, Limits, YearGroup } from "./numbers.js";
export type * from "./documents.js";
