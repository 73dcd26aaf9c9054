const { Engine, initSync } = require("ehcp-qa");
const node = require("ehcp-qa/node");

if (node.Engine !== Engine) throw new Error("the two names are two engines");
initSync();
void import("./result.mjs").then(({ resultOf }) => console.log(resultOf(new Engine())));
