import "ehcp-qa/elements";
import { Engine, init } from "ehcp-qa/grading";
import { resultOf } from "./result.mjs";

await init();
document.querySelector("#result").textContent = resultOf(new Engine());
