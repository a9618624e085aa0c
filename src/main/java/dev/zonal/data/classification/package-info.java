/**
 * One-against-rest classification by regression with a kernel, and the choice among kernels by
 * exact counts of the errors that leaving one out makes (docs/theory.md, section 19.5).
 */
package dev.zonal.data.classification;
