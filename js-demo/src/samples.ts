// Worked reviews of fictional plans.

import good from "../samples/good.json";
import halfFilled from "../samples/half-filled.json";
import inadequate from "../samples/inadequate.json";
import type { Review } from "ehcp-qa";

export interface Sample {
  id: string;
  label: string;
  review: Review;
}

export const SAMPLES: Sample[] = [
  { id: "good", label: "A good plan: final, Year 10", review: good as Review },
  { id: "inadequate", label: "An inadequate plan: draft, Year 4", review: inadequate as Review },
  { id: "half-filled", label: "A half-filled review: draft, Year 7", review: halfFilled as Review },
];
