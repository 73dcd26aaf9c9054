// What else works by a framework, each made when it is asked for: feedback on a draft, a report on many plans, the
// golden thread and the schemas.

import { EhcpQaError } from "ehcp-qa/grading";
import type { FrameworkDocument, Review, ThreadPlan } from "ehcp-qa";
import threadPlan from "../samples/thread/plan.json";
import { build, button, byId, download, make } from "./dom.ts";
import { fictionalTerm } from "./fictional.ts";
import { notes, readFirst, sections } from "./tables.ts";

/** A framework in use, with what a page knows of it. */
export interface Chosen {
  /** Its text; of the built-in one, none. */
  text: string | undefined;
  document: FrameworkDocument;
  /** The file of made-up records beside the page; none for a framework from a file. */
  records: string | undefined;
  /** The review as it is filled in. */
  review(): Review | string;
}

/** How long the made-up records are waited for, in milliseconds. */
const MOST_WAITED = 60_000;

/** What was chosen last: what is made for another is not shown. */
let current: Chosen | undefined;

/** Offers what there is by a framework. */
export function offerParts(chosen: Chosen): void {
  current = chosen;
  offerFeedback(chosen);
  offerReport(chosen);
  offerThread(chosen);
  offerSchema(chosen);
}

/** Fills a place with what is made, or with a sentence on why it is not, and announces how it stands. */
async function fill(place: HTMLElement, what: string, run: () => Promise<Node[]>): Promise<void> {
  const asked = current;
  const status = byId("made");
  status.textContent = `${what}: being made…`;
  place.replaceChildren(sentence("This is being made…"));
  const content = await run().catch((error: unknown) => [sentence(sentenceOf(error))]);
  if (current !== asked) return;
  place.replaceChildren(...content);
  status.textContent = `${what}: shown below its button.`;
}

/** A button, and the place for what it makes. */
function offer(id: string, text: string, run: () => Promise<Node[]>): void {
  const place = make("div", "app-part");
  const heading = byId(`${id}-heading`).innerText;
  byId(id).replaceChildren(
    button(text, "secondary", () => void fill(place, heading, run)),
    place,
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof EhcpQaError) return error.message;
  return "This could not be fetched. Open the page from a server, such as that of cargo xtask demo, and try again.";
}

const sentence = (text: string): HTMLElement => make("p", "govuk-body app-last", text);

function offerFeedback({ text, document, review }: Chosen): void {
  const printed = document.wording.feedback_form;
  if (printed == null) {
    byId("feedback").replaceChildren(sentence("This framework prints no feedback form, so none can be drafted."));
    return;
  }
  offer("feedback", "Draft the form from the review", async () => {
    const { Engine, init } = await import("ehcp-qa");
    await init();
    const engine = new Engine(text);
    const form = engine.feedback(review());
    const { feedback_form: of } = engine.framework.wording;
    const headings = new Map(of?.sections.map(({ id, heading }) => [id, heading]));
    const filled = form.sections.filter(({ texts, comments }) => texts.length + comments.length > 0);
    const print = button("Download the form to print", "secondary", () =>
      download(engine.feedbackHtml(form), "feedback.html", "text/html"),
    );
    return [
      make("h3", "govuk-heading-s", of?.title ?? ""),
      filled.length === 0
        ? make("p", "govuk-body", "It has no comments yet: no answer of the review asks for one.")
        : make(
            "dl",
            "app-part__list",
            ...filled.flatMap(({ id, texts, comments }) => [
              make("dt", "", headings.get(id) ?? id),
              ...[...texts, ...comments.map(({ note }) => note)].map((note) => make("dd", "", note)),
            ]),
          ),
      print,
    ];
  });
}

function offerReport({ text, records }: Chosen): void {
  const count = async (files: File[]): Promise<Node[]> => {
    const { countFiles, Engine, init } = await import("ehcp-qa/service");
    await init();
    const engine = new Engine(text);
    const { summary, records: read, skipped, refused } = await countFiles(engine, files);
    using counted = summary;
    const report = counted.report();
    const said = `${read} records counted, ${skipped} skipped.`;
    const first = refused[0]?.problems[0]?.message;
    if (read === 0) return [sentence(first === undefined ? said : `${said} ${first}`)];
    return [
      make("p", "govuk-body", said),
      make("p", "govuk-body app-headline", report.headline ?? ""),
      ...readFirst(report),
      make("p", "govuk-body app-quiet", report.hidden_note),
      ...sections(report, () => false),
      make("dl", "app-part__list", ...notes(report)),
    ];
  };
  const place = byId("counted");
  place.replaceChildren();
  const show = (files: () => Promise<File[]>): void => void fill(place, "Report", async () => count(await files()));
  const own = build("input", { class: "govuk-file-upload", type: "file", id: "records", multiple: true });
  own.addEventListener("change", () => show(async () => [...(own.files ?? [])]));
  const label = build("label", { class: "govuk-label govuk-label--s", for: "records" }, "Records of reviews (NDJSON)");
  byId("report").replaceChildren(make("div", "govuk-form-group app-last", label, own));
  if (records === undefined) return;
  const madeUp = async () => [await fictionalTerm(records, AbortSignal.timeout(MOST_WAITED))];
  byId("report").prepend(button("Count 300 made-up reviews", "secondary", () => show(madeUp)));
}

function offerThread({ text, document }: Chosen): void {
  // The module that grades leaves the thread out of the built-in framework.
  if (text !== undefined && document.interpretation.thread == null) {
    byId("thread").replaceChildren(
      sentence("This framework has no rules for the golden thread, so no line is asked for."),
    );
    return;
  }
  offer("thread", "Show the thread of a made-up plan", async () => {
    const thread = build("ehcp-qa-thread", {});
    thread.plan = threadPlan as ThreadPlan;
    return [thread];
  });
}

function offerSchema({ text, document }: Chosen): void {
  offer("schema", "Make the schema of a review", async () => {
    const { init, schema } = await import("ehcp-qa/schema");
    await init();
    const name = `review-${document.id}.schema.json`;
    const made = `${JSON.stringify(schema("review", text), null, 2)}\n`;
    return [button(`Download ${name}`, "secondary", () => download(made, name, "application/schema+json"))];
  });
}
