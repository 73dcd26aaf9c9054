// Figures as text.

/** Rows of cells as lines, columns aligned; the first column to the left. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("   "))
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}

/** Nanoseconds as microseconds, to three figures. */
export function microseconds(ns) {
  const us = ns / 1000;
  return `${us >= 100 ? us.toFixed(0) : us >= 10 ? us.toFixed(1) : us.toFixed(2)} us`;
}
