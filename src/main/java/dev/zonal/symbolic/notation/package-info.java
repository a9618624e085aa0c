/** Formulas as text: infix, LaTeX, MathML, Java; and where long ones are broken. */
package dev.zonal.symbolic.notation;
