/** Proofs about boxes of parameters for readers (docs/theory.md, section 28). */
package dev.zonal.report.box;
