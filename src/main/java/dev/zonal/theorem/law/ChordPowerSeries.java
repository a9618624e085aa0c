package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Optional;

/** One power of the chord: its own expansion, without a remainder. */
record ChordPowerSeries(Rational exponent, int dimension) implements ChordSeries {
  @Override
  public List<ChordTerm> terms(int bits, int count) {
    return List.of(new ChordTerm(exponent, Ball.exact(1), Ball.exact(0)))
        .subList(0, Math.min(1, count));
  }

  @Override
  public Optional<Rational> rational(Chart end, Rational s) {
    boolean isTerm = end == Chart.CHORD && s.equals(exponent);
    return Optional.of(isTerm ? Rational.ONE : Rational.ZERO);
  }

  @Override
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    long from = parity.firstFrom(k);
    return UniformExpansion.reaches(dimension, from, exponent)
        ? Optional.of(
            new UniformExpansion(
                dimension,
                parity,
                from,
                List.of(new UniformExpansion.Term(exponent, Ball.exact(1))),
                Ball.exact(0),
                Rational.of(4)))
        : Optional.empty();
  }
}
