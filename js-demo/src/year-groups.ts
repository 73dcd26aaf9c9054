// The names of year groups on the pages.

import type { YearGroup } from "ehcp-qa";

export function yearGroupLabel({ name, year }: YearGroup): string {
  const labels: Record<YearGroup["name"], string> = {
    before_nursery: "Before nursery",
    nursery: "Nursery",
    reception: "Reception",
    year: `Year ${year}`,
    beyond_year: `Beyond Year ${year}`,
  };
  return labels[name];
}
