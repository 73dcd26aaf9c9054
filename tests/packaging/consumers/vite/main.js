import { Engine, init } from "ehcp-qa";
import { resultOf } from "./result.mjs";

await init();
document.querySelector("#result").textContent = resultOf(new Engine());
