// Saving a case as a file, keeping a copy of it in the browser on request, and starting again.

import { build, button, byId, download } from "../dom.ts";
import { newCase, type Case } from "./case.ts";
import { fromText, toText } from "./case-file.ts";
import { deleteCopy, keepCopy, keptCopies } from "./copies.ts";
import type { Shell } from "./screen.ts";

const NOTHING_STORED = "Nothing you enter leaves this page. Nothing is stored unless you choose to keep a copy.";
const SAVED = "The case is as its file is.";
const UNSAVED =
  "There are changes that are in no file yet. The file has the plan, your answers and what you dismissed.";

/** As long as a person pauses between two answers: a copy with a plan is long. */
const PAUSE_MS = 400;

export interface CaseTools {
  refresh(): void;
  isKept(): boolean;
  /** Marks the entry of the history as one of this case, so that a page that is loaded again finds its copy. */
  stamp(): void;
  /** Opens the copy of the case that this tab had before it was loaded again. */
  reopen(): Promise<void>;
}

export function caseTools(shell: Shell, { open }: { open(next: Case, done: string): Promise<void> }): CaseTools {
  const { desk, notify } = shell;
  const keep = byId<HTMLInputElement>("keep");
  const wipe = byId<HTMLButtonElement>("wipe");
  let kept: Case | null = null;
  const { case: before } = (history.state ?? {}) as { case?: unknown };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const text = (): string => toText(desk.case, desk.results.check?.receipt);

  function stamp(): void {
    history.replaceState(keep.checked ? { case: desk.case.id } : null, "");
    showCopies();
  }

  /** Writes the copy; where another tab has taken it over, this one leaves it alone. */
  function write(isTaken: boolean): void {
    clearTimeout(waiting);
    kept = desk.case;
    const problem = keepCopy(desk.case.id, text(), isTaken);
    if (problem === null) return;
    keep.checked = false;
    stamp();
    notify(
      problem === "elsewhere"
        ? "Another tab has opened this case and keeps its copy. This tab no longer does: save the case as a file."
        : "This browser does not allow a copy to be kept.",
    );
  }

  function refresh(): void {
    byId("case-state").textContent = !desk.isUnsaved ? (desk.case.source === null ? NOTHING_STORED : SAVED) : UNSAVED;
    wipe.hidden = !keep.checked;
    if (keep.checked && kept !== desk.case) {
      if (kept?.id !== desk.case.id) {
        // Another case is open: the copy of the one before stays, and this one is not kept.
        keep.checked = false;
        wipe.hidden = true;
        kept = null;
        stamp();
      } else {
        clearTimeout(waiting);
        waiting = setTimeout(writeDue, PAUSE_MS);
      }
    }
  }

  /** Writes what has changed since the copy was written. */
  function writeDue(): void {
    if (keep.checked && kept !== desk.case && kept?.id === desk.case.id) write(false);
  }
  addEventListener("pagehide", writeDue);

  let listed = "";
  function showCopies(): void {
    const copies = keptCopies().filter(({ id }) => !keep.checked || id !== desk.case.id);
    const key = copies.map(({ id, at }) => `${id} ${at}`).join();
    if (key === listed) return;
    listed = key;
    byId("copies").replaceChildren(
      ...(copies.length === 0 ? [] : [build("h3", { class: "govuk-heading-s" }, "Kept in this browser")]),
      ...copies.map(({ id, at, text: copy }) => {
        const name = `The case of ${new Date(at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}`;
        const about = (): HTMLElement => build("span", { class: "govuk-visually-hidden" }, `: ${name}`);
        const opens = button("Open", "link", () => void openCopy(id, copy));
        opens.append(about());
        const deletes = button("Delete", "link", () => {
          deleteCopy(id);
          showCopies();
          keep.focus();
          notify("The copy is deleted.");
        });
        deletes.append(about());
        return build("p", { class: "govuk-body-s app-case__copy" }, `${name} `, opens, " ", deletes);
      }),
    );
  }

  async function openCopy(id: string, copy: string): Promise<void> {
    writeDue();
    const opened = fromText(copy);
    if ("problems" in opened) {
      notify("The copy kept in this browser cannot be read.");
      return;
    }
    await open({ ...opened.case, id }, "The copy kept in this browser is opened.");
    if (desk.case.id !== id) return;
    keep.checked = true;
    write(true);
    stamp();
    refresh();
  }

  byId("save-case").addEventListener("click", () => {
    download(text(), "ehc-plan-case.json", "application/json");
    desk.saved();
    notify("The case is saved as ehc-plan-case.json. Choose that file, or drop it here, to go on.");
  });
  byId("again").addEventListener("click", () => {
    writeDue();
    void open(newCase(desk.framework.id), "Everything is cleared.");
  });
  keep.addEventListener("change", () => {
    if (keep.checked) write(true);
    else {
      deleteCopy(desk.case.id);
      kept = null;
    }
    stamp();
    refresh();
  });
  wipe.addEventListener("click", () => {
    clearTimeout(waiting);
    deleteCopy(desk.case.id);
    keep.checked = false;
    kept = null;
    stamp();
    refresh();
    keep.focus();
    notify("The copy is deleted.");
  });

  return {
    refresh,
    isKept: () => keep.checked,
    stamp,
    async reopen() {
      const copy = keptCopies().find(({ id }) => id === before);
      if (copy !== undefined) await openCopy(copy.id, copy.text);
    },
  };
}
