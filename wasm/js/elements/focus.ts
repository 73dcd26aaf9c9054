// Where the focus goes in the form.

/**
 * Moves the focus to the field of a JSON Pointer: to the answer that is chosen, or else to its first control. Returns
 * whether the form has the field.
 */
export function focusField(form: HTMLElement, pointer: string): boolean {
  const target = form.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
  if (target === null) return false;
  const isPart = target.tabIndex === -1 && target.hasAttribute("tabindex");
  const inputs = [...target.querySelectorAll<HTMLInputElement>("input, select, textarea")];
  const focused = isPart ? target : (inputs.find(({ checked }) => checked) ?? inputs[0] ?? target);
  focused.focus({ preventScroll: true });
  const group = focused.closest<HTMLElement>(".eqa-descriptor, .eqa-group") ?? target;
  (isPart ? target : group).scrollIntoView({ block: isPart ? "start" : "center" });
  return true;
}

/** The JSON Pointer of the next question without an answer, after the active element, or from the beginning. */
export function nextUnanswered(form: HTMLElement, active: Element | null): string | null {
  const open = [...form.querySelectorAll<HTMLElement>("fieldset[data-pointer]")].filter(
    (field) => !field.closest(".eqa-descriptor--out") && (hasOpenChoice(field) || hasOpenCount(field)),
  );
  const isAfter = (field: HTMLElement): boolean =>
    active === null || (field.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const next = open.find(isAfter) ?? open[0];
  return next?.dataset.pointer ?? null;
}

function hasOpenChoice(field: HTMLElement): boolean {
  return field.querySelector("input:checked") === null && field.querySelector("input[type=radio]") !== null;
}

/** Whether a descriptor that is counted has a count that is not given. */
function hasOpenCount(field: HTMLElement): boolean {
  if (field.closest(".eqa-descriptor") === null) return false;
  return [...field.querySelectorAll<HTMLInputElement>("input[type=text]")].some(({ value }) => value === "");
}
