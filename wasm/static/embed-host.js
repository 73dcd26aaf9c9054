// Puts a review into an iframe: embed(document.querySelector("iframe"), { review, changed }).
// `changed` is called with { review, assessment, line } at the start and after each change, `failed` with
// { code, message, problems }. Only the origin of the iframe's own address is talked to and listened to.
export function embed(frame, { changed = () => {}, failed = () => {}, ...open } = {}) {
  const { origin } = new URL(frame.src, location.href);
  const send = () => frame.contentWindow.postMessage({ ehcpQa: 1, type: "open", ...open }, origin);
  const heard = ({ data, source, origin: from }) => {
    if (source !== frame.contentWindow || from !== origin || data?.ehcpQa !== 1) return;
    if (data.type === "size") frame.style.height = `${data.height}px`;
    if (data.type === "assessment") changed(data);
    if (data.type === "error") failed(data);
  };
  addEventListener("message", heard);
  frame.addEventListener("load", send);
  send();
  return () => {
    removeEventListener("message", heard);
    frame.removeEventListener("load", send);
  };
}
