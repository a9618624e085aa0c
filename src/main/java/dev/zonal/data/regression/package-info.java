/** Regression with a kernel, certified from its matrix (docs/theory.md, section 19.2). */
package dev.zonal.data.regression;
