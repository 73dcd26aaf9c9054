// The symbol of `using`, which Safari and older browsers do not have. Compilers that write `using` out for them look
// for this one.
const { dispose = Symbol.for("Symbol.dispose") } = Symbol;
export { dispose };
