// Draws a sample of plans, and gives the reason for each plan drawn.

import { EhcpQaError, type Engine, type Sample } from "ehcp-qa/service";
import { byId, make } from "./dom.ts";
import { clearErrors, showError } from "./error-summary.ts";

const purpose = byId<HTMLSelectElement>("purpose");
const references = byId<HTMLTextAreaElement>("references");
const period = byId<HTMLInputElement>("sample-period");
const quota = byId<HTMLInputElement>("quota");

/** A text as a number where it is one; the engine refuses what stays a text. */
const asNumber = (text: string): number | string => (/^-?\d+$/.test(text) ? Number(text) : text);

/** Makes this part of the page work. */
export function startSampling(engine: Engine): void {
  const sampling = engine.framework.interpretation.sampling;
  const purposes = sampling?.purposes ?? [];
  purpose.append(...purposes.map(({ id, name, level }) => new Option(`${name} (Level ${level})`, id)));
  const chosen = () => purposes.find(({ id }) => id === purpose.value);
  const showQuota = (): void => {
    byId("quota-group").hidden = chosen()?.rate != null;
  };
  purpose.addEventListener("change", showQuota);
  showQuota();
  byId("draw").addEventListener("click", () => {
    const lines = references.value
      .split("\n")
      .flatMap((text, at) => (text.trim() === "" ? [] : [{ number: at + 1, parts: text.split(/[,;\t]/) }]));
    const plans = lines.map(({ parts: [reference = "", year = ""] }) => ({
      reference: reference.trim(),
      ...(year.trim() === "" ? {} : { year_group: asNumber(year.trim()) }),
    }));
    // As JSON text: the engine reports what is wrong with what people typed.
    const request = JSON.stringify({
      purpose: purpose.value,
      period: period.value.trim(),
      ...(chosen()?.rate != null ? { mode: "rate" } : { mode: "quota", quota: asNumber(quota.value.trim()) }),
      plans,
    });
    try {
      const sample = engine.sample(request);
      clearErrors();
      showSample(
        sample,
        plans.length,
        sample.drawn.map(({ reference }) => engine.whySampled(request, reference)?.message ?? reference),
        sampling?.key_reason ?? "",
      );
    } catch (error) {
      if (!(error instanceof EhcpQaError) || error.code !== "invalid_sample") throw error;
      showRefusal(
        error,
        lines.map(({ number }) => number),
      );
    }
  });
}

function showSample({ terms, groups, drawn }: Sample, of: number, why: string[], keyReason: string): void {
  byId("drawn").textContent = `${drawn.length} of ${of} plans are drawn.`;
  byId("drawn-groups").replaceChildren(
    ...(groups.length < 2
      ? []
      : groups.map(({ name, plans, drawn, short_by: short }) =>
          make("li", "", `${name}: ${drawn} of ${plans}${short > 0 ? `, ${short} too few` : ""}`),
        )),
  );
  byId("drawn-why").replaceChildren(...why.map((message) => make("li", "", message)));
  byId("drawn-reason").textContent = terms.reason;
  byId("drawn-key").textContent = terms.is_published_key ? `The key: ${keyReason}` : "";
}

/** Shows the first problem at its field; a problem of a plan has its line. */
function showRefusal({ problems }: EhcpQaError, lines: number[]): void {
  const listed = problems.map(({ pointer, message }) => {
    const [, at] = /^\/plans\/(\d+)/.exec(pointer) ?? [];
    return at === undefined ? { pointer, message } : { pointer: "", message: `Line ${lines[Number(at)]}: ${message}` };
  });
  const [first] = problems;
  const field = first?.pointer === "/period" ? "sample-period" : first?.pointer === "/quota" ? "quota" : "references";
  showError(field, "The sample could not be drawn", listed);
}
