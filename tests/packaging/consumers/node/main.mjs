import { Engine, init } from "ehcp-qa";
import { resultOf } from "./result.mjs";

await init();
console.log(resultOf(new Engine()));
