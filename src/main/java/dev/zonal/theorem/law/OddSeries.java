package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kernel that is a power series in the chord at both ends (docs/theory.md, Theorem 12.3). */
record OddSeries(OddExpansion expansion, int dimension) implements ChordSeries {
  /** Further coefficients are rarely asked for, and longer than one would write down. */
  private static final int MOST_RATIONAL = 64;

  @Override
  public List<ChordTerm> terms(int bits, int count) {
    OddExpansion.Coefficients odd = expansion.coefficients(bits, count);
    List<ChordTerm> terms = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      terms.add(
          new ChordTerm(
              Rational.of(2L * j + 1), odd.atCoincidence().get(j), odd.atAntipode().get(j)));
    }
    return terms;
  }

  /** By the kernel's own recursion, run over power series whose coefficients are known or not. */
  @Override
  public Optional<Rational> rational(Chart end, Rational exponent) {
    int n = exponent.intValue();
    if (n > MOST_RATIONAL) {
      return Optional.empty();
    }
    PowerSeriesArithmetic<Optional<Rational>> series =
        PowerSeriesArithmetic.over(RationalKnowledge.ARITHMETIC, n + 1);
    PowerSeries<Optional<Rational>> chord = series.variable(Optional.of(Rational.ONE));
    return expansion.data().kernel().evaluate(series, end.angle(series, chord)).coefficient(n);
  }

  @Override
  public int vanishing() {
    return (expansion.leastExponent() - 1) / 2;
  }

  @Override
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    return UniformTail.of(expansion, dimension, parity, k).map(tail -> of(tail, bits));
  }

  /** With the coefficients in the accuracy that is asked for. */
  private UniformExpansion of(UniformTail tail, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(Math.max(64, bits));
    int first = (tail.exponent() - 1) / 2;
    List<UniformExpansion.Term> kept =
        terms(bits, first + 2).subList(first, first + 2).stream()
            .map(t -> new UniformExpansion.Term(t.exponent(), t.coefficient(tail.parity(), over)))
            .toList();
    return UniformExpansion.of(tail, kept);
  }
}
