// The build puts a .wasm file into a bundle as text in base64.
declare module "*.wasm" {
  const base64: string;
  export default base64;
}
