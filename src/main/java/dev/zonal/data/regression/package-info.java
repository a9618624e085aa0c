/**
 * Regression with a kernel, certified from its matrix, beside that of plain doubles; its slopes on
 * the circle (docs/theory.md, sections 19.2 and 19.6).
 */
package dev.zonal.data.regression;
