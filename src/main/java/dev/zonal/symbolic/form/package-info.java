/**
 * The form in which formulas are written: rational functions over one denominator, in factors,
 * times one quotient of Gamma functions and powers (docs/symbolic.md, section 5).
 */
package dev.zonal.symbolic.form;
