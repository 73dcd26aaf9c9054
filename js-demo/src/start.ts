// Starts a page, or shows on the page why it cannot start.

import { byId, make } from "./dom.ts";

/** Runs the start of a page. Where it fails, a sentence and a code stand in the place of the page's content. */
export async function start(run: () => Promise<void>): Promise<void> {
  const main = byId("main");
  try {
    await run();
    main.dataset.state = "ready";
  } catch (error) {
    main.dataset.state = "failed";
    showFailure(reasonOf(error));
    // An error without a code is a mistake in the page itself: the console keeps it.
    if (codeOf(error) === undefined) throw error;
  }
}

/** Resolves once every element of the package on the page works, and rejects with the error of one that cannot. */
export async function elementsReady(): Promise<void> {
  const elements = [...document.querySelectorAll("ehcp-qa-review, ehcp-qa-panel, ehcp-qa-wording, ehcp-qa-thread")];
  await Promise.all(
    elements.map(
      (element) =>
        new Promise<void>((resolve, reject) => {
          element.addEventListener("ehcp-qa-ready", () => resolve(), { once: true });
          element.addEventListener("ehcp-qa-error", (event) =>
            reject((event as CustomEvent<{ error: unknown }>).detail.error),
          );
        }),
    ),
  );
}

interface Reason {
  code: string;
  message: string;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function reasonOf(error: unknown): Reason {
  const code = codeOf(error);
  return code === undefined
    ? { code: "page_failed", message: "The page has a fault." }
    : { code, message: (error as Error).message };
}

function showFailure({ code, message }: Reason): void {
  const failure = make(
    "div",
    "app-card app-failure",
    make("h2", "govuk-heading-m", "This page could not start"),
    make("p", "govuk-body", message),
    make("p", "govuk-body app-last", "Code: ", make("code", "", code)),
  );
  failure.setAttribute("role", "alert");
  byId("app").replaceChildren(failure);
}
