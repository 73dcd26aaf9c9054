// Chance for made-up documents, from a seed: no clock, and the same on every machine.

/** mulberry32: a small generator of numbers from 0 up to but not including 1. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ways to choose by chance; the same seed gives the same choices. */
export function chooserOf(seed) {
  const random = mulberry32(seed);
  const chance = (probability) => random() < probability;
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (list) => list[between(0, list.length - 1)];
  const weighted = (values, weights) => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      if (left < weight) return values[index];
      left -= weight;
    }
    return values[weights.findLastIndex((weight) => weight > 0)];
  };
  const shuffled = (list) => {
    const left = [...list];
    const taken = [];
    while (left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
    return taken;
  };
  /** Some of a list, in its order. */
  const some = (list, count) => {
    const taken = new Set(shuffled(list.map((_, index) => index)).slice(0, count));
    return list.filter((_, index) => taken.has(index));
  };
  return { chance, between, pick, weighted, shuffled, some };
}
