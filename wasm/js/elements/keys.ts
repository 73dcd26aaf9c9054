// Keys that answer a question. They work only while an answer has the focus, so that they take no letter from a text.

/**
 * Follows the keys in a form: each answer has its own, U goes to the next question without an answer, Ctrl and Z
 * undoes.
 */
export function followKeys(form: HTMLElement, { undo, next }: { undo(): void; next(): void }): void {
  form.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== "radio" || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey) {
      if (key !== "z") return;
      undo();
    } else if (key === "u") next();
    else {
      const radio = target.closest("fieldset")?.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(key)}"]`);
      if (!radio) return;
      radio.focus();
      radio.click();
    }
    event.preventDefault();
  });
}
