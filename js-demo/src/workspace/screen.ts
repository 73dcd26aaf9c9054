// What the screens of the workspace have in common.

import type { Problem, YearGroup } from "ehcp-qa";
import type { ReviewElement } from "ehcp-qa/elements";
import type { PlanSource } from "./case.ts";
import type { Desk } from "./desk.ts";
import type { Route } from "./routes.ts";

/** A screen as it stands on the page. */
export interface Screen {
  /** The heading of the page. */
  title: string;
  element: HTMLElement;
  /** Shows what has changed in the case or in its results. */
  refresh?(): void;
}

/** What a screen is made with. */
export interface Shell {
  desk: Desk;
  review: ReviewElement;
  /** The year groups, and what each is called. */
  years: readonly YearGroup[];
  /** Says what was done, and offers to take it back. */
  notify(message: string, undo?: () => void): void;
  go(route: Route): void;
  /** Puts the review into a place, with some of its parts. */
  showReview(place: HTMLElement, parts: string): void;
  /** Takes files that a person chose. */
  take(files: readonly File[]): Promise<void>;
  /** Reads another plan. */
  takePlan(source: PlanSource | null): Promise<void>;
  /** Takes files as advice. */
  takeAdvice(files: readonly File[]): Promise<void>;
  /** Shows what is wrong with the contents of a field. */
  fail(field: string, message: string, problems?: readonly Pick<Problem, "pointer" | "message">[]): void;
}

/** Dismisses a finding, and offers to take that back. */
export function dismiss({ desk, notify }: Shell, fingerprint: string): void {
  const before = desk.case.dismissed;
  void desk.change({ ...desk.case, dismissed: [...before, fingerprint] });
  notify("The finding is dismissed. It will be in neither the comments nor the feedback form.", () => {
    void desk.change({ ...desk.case, dismissed: desk.case.dismissed.filter((one) => one !== fingerprint) });
    notify("The finding is back.");
  });
}
