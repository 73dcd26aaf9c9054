// Keys that answer a question. They work only while an answer has the focus, so that they take no letter from a text.

const ANSWERS: Record<string, string> = { y: "yes", n: "no", a: "not_applicable" };

/** Follows the keys in a form: Y, N and A answer, U goes to the next question without an answer, Ctrl and Z undoes. */
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
      const selector = `input[value="${ANSWERS[key]}"]`;
      const radio = target.closest(".eqa-descriptor")?.querySelector<HTMLInputElement>(selector);
      if (!radio) return;
      radio.focus();
      radio.click();
    }
    event.preventDefault();
  });
}
