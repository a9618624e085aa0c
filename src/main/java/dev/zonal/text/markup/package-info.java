/** Texts with formulas and codes, in the languages that documents are written in. */
package dev.zonal.text.markup;
