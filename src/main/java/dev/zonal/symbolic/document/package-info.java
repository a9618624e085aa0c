/** A derivation as a text to read, to typeset or to run: one class for each kind of document. */
package dev.zonal.symbolic.document;
