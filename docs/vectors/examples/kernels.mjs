// A kernel in JavaScript beside Zonal's reference vectors: node kernels.mjs
import { readFileSync } from 'node:fs';

const values = JSON.parse(readFileSync(new URL('../catalogue/values.json', import.meta.url)));

const kappa1 = (theta) => (Math.sin(theta) + (Math.PI - theta) * Math.cos(theta)) / Math.PI;

let found = 0;
for (const row of values.results.rows) {
  if (row.kernel === 'arccos:n=1' && row.input === 'angle') {
    // Shortest decimals: they are read as the doubles that were meant.
    const error = Math.abs(kappa1(Number(row.x)) - Number(row.double));
    if (!(error <= 16 * Number.EPSILON)) {
      console.error(`theta = ${row.x}: off by ${error}`);
      process.exit(1);
    }
    found++;
  }
}
if (found < 5) {
  console.error('no rows');
  process.exit(2);
}
console.log('right');
