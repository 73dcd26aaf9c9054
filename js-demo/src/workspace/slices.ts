// Long lists are drawn a slice at a time, so that the page answers in between.

/** As long as a slice may take, in milliseconds: with its layout it is well under the 50 of a long task. */
const SLICE_MS = 8;

/** Runs for each item, the first of them at once. It stops where `isWanted` says that nobody needs the rest. */
export async function inSlices<T>(items: Iterable<T>, isWanted: () => boolean, run: (item: T) => void): Promise<void> {
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    if (performance.now() >= end) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!isWanted()) return;
      end = performance.now() + SLICE_MS;
    }
    run(item);
  }
}
