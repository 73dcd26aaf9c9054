// The suggestion for the plan, whether it may be issued, and how much is answered.

import type { GateState, Interval } from "../../documents.js";
import { h, setAttribute, setHidden, setText, unfolded } from "../dom.js";
import { citations, reasonsList, restsOn } from "../reasons.js";
import { block, type Block, type BlockOptions } from "./block.js";
import { scale } from "./scale.js";

/** Grade and progress in one line, to be kept in view. */
export function glimpse({ say, words, framework }: BlockOptions): Block {
  const isGraded = framework.wording.scale != null;
  const suggested = h("strong");
  const answered = h("span");
  return {
    element: h("p", { class: "eqa-glimpse" }, suggested, " ", answered),
    show({ plan, progress: { total } }) {
      setText(suggested, isGraded ? `${say("overall")}: ${words.interval(plan.suggested)}` : say("progress"));
      setText(answered, say("ofAnswered", { answered: total.answered, total: total.total }));
    },
  };
}

/** The suggestion for the plan and what it is made of. */
export function gradeBlock({ say, words, link }: BlockOptions): Block {
  const suggested = h("p", { class: "eqa-grade" });
  const picture = scale("large", words.scores);
  const [criteria, mean, required, cap, recorded] = [h("dd"), h("dd"), h("dd"), h("dd"), h("dd")];
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);
  const parts = {
    criteria: fact(say("byCriteria"), criteria),
    mean: fact(say("mean"), mean),
    required: fact(say("byRequired"), required),
  };
  const counts = h("dd");
  const counted = fact(say("counted"), counts);
  /** Shows one part of the suggestion, where the framework has it. */
  const showPart = (element: HTMLElement, value: HTMLElement, allowed: Interval | null | undefined): void => {
    setHidden(element, allowed == null);
    setText(value, words.interval(allowed ?? null));
  };
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
        parts.criteria,
        parts.mean,
        parts.required,
        counted,
        fact(say("cap"), cap),
        fact(say("recorded"), recorded),
      ),
      why,
    ),
    show({ plan }) {
      setText(suggested, words.interval(plan.suggested));
      picture.show(plan.suggested, plan.recorded);
      showPart(parts.criteria, criteria, plan.criteria);
      showPart(parts.mean, mean, plan.mean);
      showPart(parts.required, required, plan.required);
      setHidden(counted, plan.counts === undefined);
      setText(
        counts,
        (plan.counts ?? []).map((total) => say(total.open > 0 ? "countSoFar" : "count", total)).join(", "),
      );
      setText(cap, words.interval(plan.cap));
      setText(recorded, plan.recorded === null ? words.notYet : words.grade(plan.recorded));
      showWhy(plan.because);
    },
  };
}

const GATE_TAGS: Record<GateState, string> = { may_be_issued: "good", not_to_be_issued: "error", undecided: "open" };

/** Whether the plan may be issued. */
export function gateBlock({ say, words }: BlockOptions): Block {
  const tag = h("strong", { class: "eqa-tag" });
  const message = h("p", { class: "eqa-text" });
  const cites = citations(say);
  return {
    element: block("gate", h("h3", { class: "eqa-small" }, say("gate")), tag, message, cites.element),
    show({ plan: { gate } }) {
      // The block is shown under a framework that says when a plan may be issued.
      if (gate === null) return;
      setText(tag, words.gate(gate.state));
      setAttribute(tag, "class", `eqa-tag eqa-tag--${GATE_TAGS[gate.state]}`);
      setText(message, gate.message);
      cites.show(gate.cites);
    },
  };
}

/** How much is answered. */
export function progressBlock({ say }: BlockOptions): Block {
  const bar = h("progress", { class: "eqa-progress", id: "progress", value: 0, max: 1 });
  const label = h("label", { class: "eqa-small", for: "progress" });
  return {
    element: block("progress", label, bar),
    show({ progress: { total } }) {
      bar.max = Math.max(total.total, 1);
      bar.value = total.answered;
      setText(label, `${say("progress")}: ${say("ofAnswered", { answered: total.answered, total: total.total })}`);
    },
  };
}
