// Run in a process of its own: loads the package's Node entry from the address given and
// prints how many milliseconds it takes until an engine is ready.

const { init, Engine } = await import(process.argv[2]);
const start = performance.now();
await init();
const ready = performance.now();
const engine = new Engine();
const first = performance.now();
if (typeof engine.assess !== "function") throw new Error("the engine cannot assess");
console.log(JSON.stringify({ init: ready - start, engine: first - ready }));
