package dev.zonal.theorem.law;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.value.Parity;
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

  /** The term of r, with exact zeros if there is none; empty if it is too far to go for it. */
  default Optional<ChordTerm> first(int bits) {
    return Optional.of(
        terms(bits, 1).stream()
            .filter(term -> term.exponent().equals(Rational.ONE))
            .findFirst()
            .orElse(ChordTerm.zero(Rational.ONE)));
  }

  /**
   * A_s + (-1)^k B_s for the k of a parity, where it is seen to be rational.
   *
   * @param exponent the power s of the chord
   */
  default Optional<Rational> rational(Parity parity, Rational exponent) {
    Optional<Rational> other = rational(Chart.ANTIPODAL_CHORD, exponent);
    return rational(Chart.CHORD, exponent)
        .flatMap(a -> other.map(b -> parity == Parity.EVEN ? a.add(b) : a.subtract(b)));
  }

  /** A_s at coincidence or B_s at the antipode, where it is seen to be rational. */
  Optional<Rational> rational(Chart end, Rational exponent);

  /** The power of 1/K that the relative correction to the law starts with. */
  default Rational relativeOrder() {
    return Rational.of(2);
  }

  /** The limit of k^E eta_k along both parities, where it is known without the coefficients. */
  default Optional<PiRational> exactConstant() {
    return Optional.empty();
  }

  /** What there is to say of the coefficients, if anything. */
  default Optional<String> note() {
    return Optional.empty();
  }

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
