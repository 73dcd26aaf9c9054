// The events of the elements and of a bound form: their names, and the detail of each.

import type { Assessment, Lint, Review, Thread } from "./documents.js";

/** A review is another, or a field of it, and what it comes to. */
export interface AssessmentDetail {
  assessment: Assessment;
  review: Review;
  /** The fields that were changed, as JSON Pointers into the review; `null` where the complete review is another. */
  changed: readonly string[] | null;
}

/** The text of a section was checked. */
export interface WordingDetail {
  section: string;
  lint: Lint;
}

/** A person dismissed a finding about a text. */
export interface DismissedDetail {
  /** The fingerprints of all findings that are dismissed. */
  dismissed: readonly string[];
}

/** A person asks for a finding about a plan to be shown in the text, or to be dismissed. */
export interface FindingDetail {
  /** Names the finding. */
  fingerprint: string;
}

/** A person goes to a field of a review that is in a part which is not shown. */
export interface FieldDetail {
  /** The JSON Pointer of the field. */
  pointer: string;
}

/** The thread of a plan was drawn. */
export interface ThreadDetail {
  thread: Thread;
}

/** An element cannot start, and shows the reason. */
export interface ErrorDetail {
  error: unknown;
}

/** The detail of each event. */
export interface EventDetails {
  /** An element has started, and shows what it has. */
  "ehcp-qa-ready": null;
  "ehcp-qa-error": ErrorDetail;
  "ehcp-qa-assessment": AssessmentDetail;
  "ehcp-qa-wording": WordingDetail;
  "ehcp-qa-dismissed": DismissedDetail;
  "ehcp-qa-thread": ThreadDetail;
  "ehcp-qa-elsewhere": FieldDetail;
  "ehcp-qa-show": FindingDetail;
  "ehcp-qa-dismiss": FindingDetail;
}

/** Dispatches an event that bubbles. */
export function dispatch<K extends keyof EventDetails>(target: EventTarget, name: K, detail: EventDetails[K]): void {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

declare global {
  // What elements, documents and windows have in common, and with them `HTMLElementEventMap`.
  interface GlobalEventHandlersEventMap {
    "ehcp-qa-ready": CustomEvent<null>;
    "ehcp-qa-error": CustomEvent<ErrorDetail>;
    "ehcp-qa-assessment": CustomEvent<AssessmentDetail>;
    "ehcp-qa-wording": CustomEvent<WordingDetail>;
    "ehcp-qa-dismissed": CustomEvent<DismissedDetail>;
    "ehcp-qa-thread": CustomEvent<ThreadDetail>;
    "ehcp-qa-elsewhere": CustomEvent<FieldDetail>;
    "ehcp-qa-show": CustomEvent<FindingDetail>;
    "ehcp-qa-dismiss": CustomEvent<FindingDetail>;
  }
}
