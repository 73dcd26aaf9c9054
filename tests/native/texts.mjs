// The documents for which every engine must give the same bytes: the vectors, random reviews, and
// documents with problems.

import { randomReview } from "../reference/random-review.mjs";
import { vectors } from "../vectors/files.mjs";

const F = '"framework":"shropshire-2023"';

/** One line of JSON each, and each wrong in another way. */
export const broken = [
  "",
  "null",
  "[]",
  "{",
  '{"framework":"another"}',
  `{${F},${F}}`,
  `{${F},"plan":{"age":26,"year_group":2.5,"stage":"Draft","health_needs":"yes","name":"x"}}`,
  `{${F},"review":{"level":0,"date":"2023-02-29","reviewer":{"id":"${"x".repeat(65)}","name":1}}}`,
  `{${F},"criteria":{"complies":"yes","unheard_of":"met"},` +
    `"sections":{"Z":{},"A":{"score":5,"descriptors":{"B1":"yes","A1":"not_applicable","A9":"no"}}}}`,
  `{${F},"sections":{"A":{"rationale":"${"é".repeat(20_001)}"}}}`,
  `{${F},"plan":${"[".repeat(40)}${"]".repeat(40)}}`,
  `{${F},"a field that is no field":1}`,
  `{${F},"plan":{"reference":"\\u0000\\u001f\\u2028 \\"quoted\\" \\\\ ü 😀"}}`,
];

/** All documents. */
export function texts(count) {
  const random = Array.from({ length: count }, (_, index) => JSON.stringify(randomReview(10_000 + index)));
  return [...vectors.map(({ review }) => JSON.stringify(review)), ...broken, ...random];
}
