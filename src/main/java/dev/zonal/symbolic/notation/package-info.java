/** A derivation as text: Symja, infix, LaTeX, MathML, Java. */
package dev.zonal.symbolic.notation;
