// The source of the framework, and how it is interpreted.

import { Engine, init, type FrameworkDocument } from "ehcp-qa/grading";
import { byId, make } from "./dom.ts";
import { start } from "./start.ts";

function show({ source, interpretation }: FrameworkDocument): void {
  byId("source").textContent = `${source.title}. ${source.note}`;
  byId("readings").append(
    ...interpretation.readings.map(({ place, printed, read_as, reason }) =>
      make(
        "div",
        "",
        make("dt", "", place),
        make("dd", "", "Printed: ", make("q", "", printed)),
        make("dd", "", `Read as: ${read_as}`),
        make("dd", "app-quiet", reason),
      ),
    ),
  );
}

void start(async () => {
  await init();
  using engine = new Engine();
  show(engine.framework);
});
