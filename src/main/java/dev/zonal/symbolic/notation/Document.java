package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Derivation;

/** Writes a whole derivation. */
interface Document {
  /**
   * The text of a derivation.
   *
   * @param steps whether the way to the result is told as well
   */
  String text(Derivation derivation, boolean steps);
}
