import type * as everything from "./global.js";

declare global {
  /** What the classic script brings. */
  const EhcpQa: typeof everything;
}
