// The part of GOV.UK Frontend that the pages use; the package has no types.

declare module "govuk-frontend" {
  /** Takes the focus, and leads from its links to the fields. */
  export class ErrorSummary {
    constructor(root: HTMLElement);
  }
}
