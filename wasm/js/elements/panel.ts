// `<ehcp-qa-panel>`: what a review comes to, kept up to date in place.

import type {
  Assessment,
  Finding,
  FrameworkDocument,
  GateState,
  Interval,
  Score,
  SectionAssessment,
  Severity,
  StandardView,
  Step,
} from "../documents.js";
import { wordsFor, type Words } from "../words.js";
import { Base } from "./base.js";
import { h, keyed, setAttribute, setText, svg, unfolded } from "./dom.js";
import { citations, linkTo, reasonsList, restsOn, type LinkTo } from "./reasons.js";
import type { ReviewElement } from "./review.js";
import type { Say, Text } from "./texts.js";

const EVENT = "ehcp-qa-assessment";

/** What blocks are made with. */
interface Maker {
  say: Say;
  words: Words;
  framework: FrameworkDocument;
  link: LinkTo;
  id(name: string): string;
}

interface Block {
  element: HTMLElement;
  show(assessment: Assessment): void;
}

/** The result of the review whose id `for` names, or of the first on the page; `compact`, in one line. */
export class PanelElement extends Base {
  static readonly observedAttributes = ["for", "compact"];

  #blocks: Block[] = [];
  #words: Words | undefined;
  #review: ReviewElement | undefined;
  readonly #listener = (): void => this.#update();

  /** The review whose results it shows. */
  get for(): ReviewElement | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const id = this.getAttribute("for");
    const selector = id === null ? "ehcp-qa-review" : `#${CSS.escape(id)}`;
    return root.querySelector?.<ReviewElement>(selector) ?? null;
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.#blocks = [];
    this.attached();
  }

  protected override async start(): Promise<void> {
    // It has nothing to say before the review has.
    await customElements.whenDefined("ehcp-qa-review");
  }

  /** The blocks are made with the first result. */
  protected override build(): void {
    this.#blocks = [];
  }

  protected override attached(): void {
    const review = this.for;
    if (review !== this.#review) {
      this.detached();
      this.#review = review ?? undefined;
    }
    this.#review?.addEventListener(EVENT, this.#listener);
    this.#update();
  }

  protected override detached(): void {
    this.#review?.removeEventListener(EVENT, this.#listener);
  }

  #build(framework: FrameworkDocument): void {
    const { say } = this;
    const words = wordsFor(framework, say);
    const link = linkTo((pointer) => this.#review?.focusField(pointer));
    const maker: Maker = { say, words, framework, link, id: (name) => `${this.idPrefix}-${name}` };
    this.#words = words;
    if (this.hasAttribute("compact")) {
      this.#blocks = [glimpse(maker)];
      this.show(...this.#blocks.map(({ element }) => element));
      return;
    }
    this.#blocks = [
      outcome(maker),
      gate(maker),
      progress(maker),
      glance(maker),
      findings(maker),
      path(maker),
      standards(maker),
    ];
    this.show(
      h(
        "section",
        { class: "eqa-panel", "aria-labelledby": maker.id("heading") },
        h("h2", { class: "eqa-heading", id: maker.id("heading") }, say("results")),
        ...this.#blocks.map(({ element }) => element),
      ),
    );
  }

  #update(): void {
    const assessment = this.#review?.assessment;
    const framework = this.#review?.framework;
    if (assessment === undefined || framework === undefined) return;
    if (this.#blocks.length === 0) this.#build(framework);
    for (const block of this.#blocks) block.show(assessment);
    // One of the panels of a page announces.
    if (this.hasAttribute("compact")) return;
    const words = this.#words!;
    this.announceChange(
      this.say("overallNow", words.interval(assessment.plan.suggested), words.findings(assessment.findings)),
    );
  }
}

/** Grade and progress in one line, to be kept in view. */
function glimpse({ say, words }: Maker): Block {
  const suggested = h("strong");
  const answered = h("span");
  return {
    element: h("p", { class: "eqa-glimpse" }, suggested, " ", answered),
    show({ plan, progress: { total } }) {
      setText(suggested, `${say("overall")}: ${words.interval(plan.suggested)}`);
      setText(answered, say("ofAnswered", total.answered, total.total));
    },
  };
}

function block(name: string, ...children: (Node | null)[]): HTMLElement {
  return h("div", { class: "eqa-block", "data-block": name }, ...children);
}

/** The suggestion for the plan and what it is made of. */
function outcome({ say, words, link }: Maker): Block {
  const suggested = h("p", { class: "eqa-grade" });
  const picture = scale("large");
  const [criteria, cap, recorded] = [h("dd"), h("dd"), h("dd")];
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);
  const reasons = reasonsList(say, () => restsOn(say, words.field, link));
  const why = h(
    "details",
    { class: "eqa-details" },
    h("summary", { "aria-label": say("whyPlan") }, say("why")),
    reasons.element,
  );
  const showWhy = unfolded(why, reasons.show);
  return {
    element: block(
      "suggested",
      h("h3", { class: "eqa-small" }, say("suggestedPlan")),
      suggested,
      picture.element,
      h(
        "dl",
        { class: "eqa-facts eqa-facts--rows" },
        fact(say("byCriteria"), criteria),
        fact(say("cap"), cap),
        fact(say("recorded"), recorded),
      ),
      why,
    ),
    show({ plan }) {
      setText(suggested, words.interval(plan.suggested));
      picture.show(plan.suggested, plan.recorded);
      setText(criteria, words.interval(plan.criteria));
      setText(cap, words.interval(plan.cap));
      setText(recorded, plan.recorded === null ? words.notYet : words.grade(plan.recorded));
      showWhy(plan.because);
    },
  };
}

const GATE_TAGS: Record<GateState, string> = { may_be_issued: "good", annex_b: "error", undecided: "open" };

function gate({ say, words }: Maker): Block {
  const tag = h("strong", { class: "eqa-tag" });
  const message = h("p", { class: "eqa-text" });
  const cites = citations(say);
  return {
    element: block("gate", h("h3", { class: "eqa-small" }, say("gate")), tag, message, cites.element),
    show({ plan: { gate } }) {
      setText(tag, words.gate(gate.state));
      setAttribute(tag, "class", `eqa-tag eqa-tag--${GATE_TAGS[gate.state]}`);
      setText(message, gate.message);
      cites.show(gate.cites);
    },
  };
}

function progress({ say, id }: Maker): Block {
  const bar = h("progress", { class: "eqa-progress", id: id("progress"), value: 0, max: 1 });
  const label = h("label", { class: "eqa-small", for: id("progress") });
  return {
    element: block("progress", label, bar),
    show({ progress: { total } }) {
      bar.max = Math.max(total.total, 1);
      bar.value = total.answered;
      setText(label, `${say("progress")}: ${say("ofAnswered", total.answered, total.total)}`);
    },
  };
}

const STEP = 24;
const STEPS: Score[] = [1, 2, 3, 4];

/** A scale of four steps. It is drawn for the eye; the words beside it say the same. */
function scale(size: "small" | "large") {
  const steps = STEPS.map((score) => {
    const x = (score - 1) * STEP + 1;
    return svg(
      "g",
      {},
      svg("rect", { x, y: 1, width: STEP - 2, height: 15, rx: 2 }),
      svg("text", { x: x + STEP / 2 - 1, y: 12.5, "text-anchor": "middle" }, String(score)),
    );
  });
  const mark = svg("path", { class: "eqa-scale__mark", d: "M0 17.5l5 6.5h-10z" });
  const element = svg(
    "svg",
    { class: `eqa-scale eqa-scale--${size}`, viewBox: `0 0 ${STEP * 4} 25`, "aria-hidden": "true", focusable: "false" },
    ...steps,
    mark,
  );
  return {
    element,
    show(possible: Interval | null, recorded: Score | null): void {
      for (const [number, step] of steps.entries()) {
        const inside = possible !== null && possible.best <= number + 1 && number + 1 <= possible.worst;
        setAttribute(step, "class", inside ? "eqa-step eqa-step--possible" : "eqa-step");
      }
      setAttribute(mark, "visibility", recorded === null ? "hidden" : "visible");
      if (recorded !== null) setAttribute(mark, "transform", `translate(${(recorded - 0.5) * STEP})`);
    },
  };
}

/** The table of sections. */
function glance({ say, words, framework, link, id }: Maker): Block {
  const body = h("tbody");
  const column = (name: string): HTMLElement => h("th", { scope: "col" }, name);
  const titles = new Map(words.sections.map(({ id, title }) => [id, title]));

  function row(section: SectionAssessment) {
    const title = titles.get(section.id) ?? "";
    const isPlan = section.id === framework.wording.overall.id;
    const picture = scale("small");
    const [suggested, recorded, answered] = [h("span"), h("td"), h("span", { class: "eqa-quiet" })];
    const go = link(`/sections/${section.id}`, isPlan ? say("overall") : section.id);
    setAttribute(go, "aria-label", title);
    return {
      element: h(
        "tr",
        { "data-section": section.id },
        h("th", { scope: "row" }, go, " ", answered),
        h("td", {}, h("div", { class: "eqa-glance" }, picture.element, suggested)),
        recorded,
      ),
      update(now: SectionAssessment): void {
        picture.show(now.suggested, now.recorded);
        setText(suggested, words.short(now.suggested));
        setText(recorded, words.recorded(now));
        setText(answered, words.progress(now.progress));
      },
    };
  }

  return {
    element: block(
      "glance",
      h("h3", { class: "eqa-small", id: id("glance") }, say("glance")),
      h("p", { class: "eqa-hint" }, say("glanceKey", STEPS.map((score) => words.grade(score)).join(", "))),
      h(
        "table",
        { class: "eqa-table eqa-table--fixed", "aria-labelledby": id("glance") },
        h("thead", {}, h("tr", {}, column(say("section")), column(say("suggestedShort")), column(say("recorded")))),
        body,
      ),
    ),
    show: ({ sections }) => keyed(body, sections, ({ id }) => id, row),
  };
}

const ORDER: [Severity, Text][] = [
  ["error", "errors"],
  ["warning", "warnings"],
  ["information", "information"],
];

/** What does not fit together, the most serious first. */
function findings({ say, words, link }: Maker): Block {
  const groups = h("div");
  const none = h("p", { class: "eqa-text" }, say("noFindings"));

  function row(finding: Finding) {
    const go = link(finding.at, "");
    const [why, clear] = [h("p", { class: "eqa-text" }), h("p", { class: "eqa-text" })];
    const written = citations(say);
    const links = restsOn(say, words.field, link);
    const titled = (name: Text, value: HTMLElement): HTMLElement[] => [
      h("h5", { class: "eqa-small" }, say(name)),
      value,
    ];
    const details = h(
      "details",
      { class: "eqa-details" },
      h("summary", {}, say("whyFinding")),
      ...titled("whyItMatters", why),
      ...titled("clears", clear),
      links.element,
      ...titled("written", written.element),
    );
    const showDetails = unfolded(details, (now: Finding) => {
      setText(why, now.why);
      setText(clear, now.clear);
      written.show(now.cites);
      links.show(now.rests_on);
    });
    return {
      element: h(
        "li",
        { class: `eqa-finding eqa-finding--${finding.severity}` },
        h(
          "p",
          { class: "eqa-text" },
          h("strong", { class: `eqa-tag eqa-tag--${finding.severity}` }, words.severity(finding.severity)),
          " ",
          go,
        ),
        details,
      ),
      update(now: Finding): void {
        setText(go, now.message);
        showDetails(now);
      },
    };
  }

  let all: readonly Finding[] = [];
  function group([severity, name]: [Severity, Text]) {
    const heading = h("h4", { class: "eqa-small" });
    const list = h("ul", { class: "eqa-findings" });
    return {
      element: h("div", {}, heading, list),
      update(): void {
        const of = all.filter((finding) => finding.severity === severity);
        setText(heading, `${say(name)} (${of.length})`);
        keyed(list, of, ({ rule, at }) => `${rule} ${at}`, row);
      },
    };
  }

  return {
    element: block("findings", h("h3", { class: "eqa-small" }, say("findings")), none, groups),
    show(assessment) {
      all = assessment.findings;
      none.hidden = all.length > 0;
      keyed(
        groups,
        ORDER.filter(([severity]) => all.some((finding) => finding.severity === severity)),
        ([severity]) => severity,
        group,
      );
    },
  };
}

/** How many steps of a path are shown before the rest is folded away. */
const SHOWN = 6;

/** The smallest set of changes that makes the plan sure of a grade. */
function path({ say, words, link }: Maker): Block {
  const heading = h("h3", { class: "eqa-small" });
  const summary = h("p", { class: "eqa-text" });
  const first = h("ol", { class: "eqa-steps" });
  const rest = h("ol", { class: "eqa-steps", start: SHOWN + 1 });
  const more = h("summary");
  const folded = h("details", { class: "eqa-details" }, more, rest);

  function row({ at }: Step) {
    const go = link(at, "");
    const links = restsOn(say, words.field, link);
    return {
      element: h("li", {}, go, links.element),
      update(now: Step): void {
        setText(go, now.message);
        links.show(now.rests_on);
      },
    };
  }

  return {
    element: block("path", heading, summary, first, folded),
    show({ path: { to, reachable, steps } }) {
      const grade = words.grade(to);
      setText(heading, say("pathTo", words.label(to)));
      if (!reachable) setText(summary, say("pathNone", grade));
      else if (steps.length === 0) setText(summary, say("pathDone", grade));
      else setText(summary, steps.length === 1 ? say("pathStep", grade) : say("pathSteps", steps.length, grade));
      keyed(first, steps.slice(0, SHOWN), ({ at }) => at, row);
      keyed(rest, steps.slice(SHOWN), ({ at }) => at, row);
      first.hidden = steps.length === 0;
      folded.hidden = steps.length <= SHOWN;
      setText(
        more,
        steps.length === SHOWN + 1 ? say("pathOther") : say("pathOthers", Math.max(steps.length - SHOWN, 0)),
      );
    },
  };
}

/** How much of the evidence for each quality standard is met. */
function standards({ say, framework, id }: Maker): Block {
  const body = h("tbody");
  const titles = new Map(framework.wording.standards.items.map(({ id, title }) => [id, title]));
  const column = (name: Text): HTMLElement => h("th", { scope: "col", class: "eqa-number" }, say(name));

  function row({ id }: StandardView) {
    const cells = Array.from({ length: 4 }, () => h("td", { class: "eqa-number" }));
    return {
      element: h("tr", {}, h("th", { scope: "row" }, `${id} ${titles.get(id) ?? ""}`.trim()), ...cells),
      update({ met, not_met, open, not_applicable }: StandardView): void {
        for (const [at, value] of [met, not_met, open, not_applicable].entries()) setText(cells[at]!, String(value));
      },
    };
  }

  return {
    element: block(
      "standards",
      h("h3", { class: "eqa-small", id: id("standards") }, say("standards")),
      h("p", { class: "eqa-hint" }, say("standardsHint")),
      h(
        "table",
        { class: "eqa-table", "aria-labelledby": id("standards") },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, say("standard")),
            column("met"),
            column("notMet"),
            column("open"),
            column("notApplicable"),
          ),
        ),
        body,
      ),
    ),
    show: (assessment) => keyed(body, assessment.standards, ({ id }) => id, row),
  };
}
