package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.spectrum.exact.BasisEigenvalue.Summand;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The spectra of the kernels of networks with one layer: sums of 1, u, kappa_0, kappa_1 and u
 * kappa_0 with positive weights over the sum of these weights (docs/theory.md, Proposition 9.7).
 * Nothing cancels, so a ball has the relative accuracy of its parts, and a sum is zero only where
 * it is empty.
 */
public record OneLayerSpectrum(int dimension, List<OneLayerTerm> terms) implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return new OneLayerValue(dimension, terms, frequency);
  }

  /** The zeros are those of the terms, which have the same parity from k = 2 on. */
  @Override
  public OptionalLong zerosFrom(Parity parity) {
    long first = parity.firstFrom(2);
    boolean zero = at(first).rational().filter(value -> value.signum() == 0).isPresent();
    return zero ? OptionalLong.of(first) : OptionalLong.empty();
  }

  private record OneLayerValue(int dimension, List<OneLayerTerm> terms, long frequency)
      implements Value {
    private BasisEigenvalue eigenvalue(OneLayerTerm term) {
      return new BasisEigenvalue(term.function(), dimension, frequency);
    }

    @Override
    public Ball enclose(BallArithmetic over) {
      Ball sum = over.of(0);
      Ball weights = over.of(0);
      for (OneLayerTerm term : terms) {
        Ball weight = term.weight(over);
        weights = over.add(weights, weight);
        Ball value = over.of(eigenvalue(term).polynomial());
        for (Summand summand : eigenvalue(term).arcCosineSummands()) {
          Ball part = summand.eigenvalue().enclose(over);
          value = over.add(value, over.scale(part, summand.factor()));
        }
        sum = over.add(sum, over.multiply(weight, value));
      }
      return over.divide(sum, weights);
    }

    @Override
    public Optional<PiRational> exact() {
      Optional<PiRational> sum = Optional.of(PiRational.ZERO);
      Rational weights = Rational.ZERO;
      boolean zero = true;
      boolean known = true;
      for (OneLayerTerm term : terms) {
        Optional<PiRational> value = exactValue(term);
        Optional<Rational> weight = term.rationalWeight();
        zero &= value.isPresent() && value.get().isZero();
        known &= value.isPresent() && weight.isPresent();
        if (known) {
          sum = sum.flatMap(s -> s.add(value.get().scale(weight.get())));
          weights = weights.add(weight.get());
        }
      }
      if (zero) {
        return Optional.of(PiRational.ZERO);
      }
      Rational total = weights;
      return known ? sum.map(s -> s.scale(total.reciprocal())) : Optional.empty();
    }

    private Optional<PiRational> exactValue(OneLayerTerm term) {
      Optional<PiRational> sum = Optional.of(PiRational.of(eigenvalue(term).polynomial()));
      for (Summand summand : eigenvalue(term).arcCosineSummands()) {
        ArcCosineEigenvalue part = summand.eigenvalue();
        sum =
            part.isWritable()
                ? sum.flatMap(s -> s.add(part.exact().scale(summand.factor())))
                : Optional.empty();
      }
      return sum;
    }
  }
}
