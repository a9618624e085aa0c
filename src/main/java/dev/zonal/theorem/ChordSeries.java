package dev.zonal.theorem;

import dev.zonal.spectrum.Parity;
import java.util.List;
import java.util.Optional;

/**
 * The part of a kernel that carries the asymptotics of its spectrum: its generalised power series
 * at both ends without the even powers, with the remainder that is proved for it.
 */
interface ChordSeries {

  /**
   * The first terms by ascending exponent, with coefficients enclosed to about so many bits; all
   * there are if there are fewer.
   */
  List<ChordTerm> terms(int bits, int count);

  /** How many of the first terms are known to be exactly zero. */
  default int vanishing() {
    return 0;
  }

  /**
   * The expansion of all eigenvalues of one parity from a frequency on, with coefficients of about
   * so many bits; empty if nothing is proved from there.
   */
  Optional<UniformExpansion> from(Parity parity, long k, int bits);
}
