// The actions of a summary of learning: those of earlier sessions with what became of them, and those agreed now.

import type { Learning, LearningAction } from "ehcp-qa/service";
import { make } from "./dom.ts";
import { fieldFor, selectFor, type Field } from "./fields.ts";

/** What a list of actions needs of its page. */
export interface ActionsPage {
  /** Keeps a field by its place in the document. */
  place(pointer: string, field: Field): HTMLElement;
  edited(): void;
  /** Shows the form with another list. `focus` is the place of the field that gets the focus. */
  replace(actions: LearningAction[], done: string, focus: string): void;
}

type ListName = "earlier" | "actions";

const STATES: [LearningAction["state"], string][] = [
  ["open", "Open"],
  ["done", "Done"],
  ["dropped", "Given up"],
];

/** The fields of a list of actions, and a button that adds one to those agreed now. */
export function actionsOf(form: Learning, name: ListName, page: ActionsPage): HTMLElement[] {
  const actions = form[name] ?? [];
  const rows = actions.map((_, at) => row(actions, name, at, page));
  if (name === "earlier") return rows;
  const add = make("button", "govuk-button govuk-button--secondary app-screen", "Add an action") as HTMLButtonElement;
  add.type = "button";
  add.id = "learning-add-action";
  add.addEventListener("click", () => {
    const at = actions.length;
    page.replace([...actions, { what: "", state: "open" }], `Action ${at + 1} is added.`, `/actions/${at}/what`);
  });
  return [...rows, add];
}

function row(actions: LearningAction[], name: ListName, at: number, page: ActionsPage): HTMLElement {
  const action = actions[at]!;
  const isEarlier = name === "earlier";
  const pointer = (field: string): string => `/${name}/${at}/${field}`;
  const called = `${isEarlier ? "Earlier action" : "Action"} ${at + 1}`;
  const text = (field: "who" | "by" | "outcome", label: string, more: { hint?: string; rows?: number }): HTMLElement =>
    page.place(
      pointer(field),
      fieldFor({ pointer: pointer(field), label, ...more, value: action[field] ?? "" }, (value) => {
        if (value.trim() === "") delete action[field];
        else action[field] = value.trim();
        page.edited();
      }),
    );
  const what = fieldFor(
    { pointer: pointer("what"), label: "What is to be done", value: action.what, rows: 2 },
    (value) => {
      action.what = value;
      page.edited();
    },
  );
  const state = selectFor(
    { pointer: pointer("state"), label: "How it stands", value: action.state, options: STATES },
    (value) => {
      action.state = value;
      page.edited();
    },
  );
  const remove = make("button", "govuk-button govuk-button--secondary app-screen", "Remove") as HTMLButtonElement;
  remove.append(make("span", "govuk-visually-hidden", ` ${called.toLowerCase()}`));
  remove.type = "button";
  remove.addEventListener("click", () =>
    page.replace(
      actions.filter((_, other) => other !== at),
      `${called} is removed.`,
      `/${name}/${at}/what`,
    ),
  );
  const agreed = action.agreed == null ? [] : [make("p", "govuk-hint", `Agreed on ${action.agreed}.`)];
  return make(
    "fieldset",
    "app-learning__row",
    make("legend", "govuk-label govuk-label--s", called),
    ...agreed,
    page.place(pointer("what"), what),
    text("who", "Who does it", {}),
    text("by", "By when", { hint: "Year, month and day, such as 2025-11-30." }),
    page.place(pointer("state"), state),
    ...(isEarlier || action.outcome != null ? [text("outcome", "What became of it", { rows: 2 })] : []),
    remove,
  );
}
