package dev.zonal.spectrum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcCosineKernel;
import dev.zonal.kernel.Bias;
import dev.zonal.kernel.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.FullyConnectedTangentKernel;
import dev.zonal.kernel.ResidualGaussianProcessKernel;
import dev.zonal.kernel.ResidualTangentKernel;
import dev.zonal.spectrum.OneLayerTerm.Basis;
import dev.zonal.spectrum.OneLayerTerm.Summand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The spectra of the kernels of networks with one layer: sums of 1, u, kappa_0, kappa_1 and u
 * kappa_0 with positive weights over the sum of these weights (docs/theory.md, Proposition 9.7).
 * Nothing cancels, so a ball has the relative accuracy of its parts, and a sum is zero only where
 * it is empty.
 */
public final class OneLayerSpectrum implements ExactSpectrum {
  private final int dimension;
  private final List<OneLayerTerm> terms;

  private OneLayerSpectrum(int dimension, OneLayerTerm... terms) {
    this.dimension = dimension;
    this.terms = Stream.of(terms).filter(t -> !t.isAbsent()).toList();
  }

  /** kappa_0 or kappa_1. */
  public static OneLayerSpectrum of(ArcCosineKernel kernel, int dimension) {
    Basis function = kernel.degree() == 0 ? Basis.KAPPA_0 : Basis.KAPPA_1;
    return new OneLayerSpectrum(dimension, new OneLayerTerm(1, function));
  }

  /** (u + beta^2) kappa_0 + kappa_1 + beta^2 over its value at 1, for L = 1 and trained biases. */
  public static Optional<ExactSpectrum> of(FullyConnectedTangentKernel kernel, int dimension) {
    if (kernel.depth() != 1 || kernel.bias() != Bias.TRAINED) {
      return Optional.empty();
    }
    return Optional.of(
        new OneLayerSpectrum(
            dimension,
            new OneLayerTerm(1, Basis.U_KAPPA_0),
            new OneLayerTerm(1, Basis.KAPPA_1),
            new OneLayerTerm(1, Basis.KAPPA_0, kernel.beta()),
            new OneLayerTerm(1, Basis.ONE, kernel.beta())));
  }

  /** kappa_1, for L = 1 and biases that do not enter the covariance. */
  public static Optional<ExactSpectrum> of(
      FullyConnectedGaussianProcessKernel kernel, int dimension) {
    return kernel.depth() == 1 && kernel.bias() == Bias.TRAINED
        ? Optional.of(new OneLayerSpectrum(dimension, new OneLayerTerm(1, Basis.KAPPA_1)))
        : Optional.empty();
  }

  /** u + alpha^2 kappa_1 over its value at 1, for L = 1. */
  public static Optional<ExactSpectrum> of(ResidualGaussianProcessKernel kernel, int dimension) {
    return kernel.depth() == 1
        ? Optional.of(
            new OneLayerSpectrum(
                dimension,
                new OneLayerTerm(1, Basis.U),
                new OneLayerTerm(1, Basis.KAPPA_1, kernel.alpha())))
        : Optional.empty();
  }

  /**
   * For L = 1, over the value at 1: kappa_1 + (u + tau^2) kappa_0 where the blocks are trained, and
   * 2u + alpha^2 (2 kappa_1 + 2 u kappa_0 + tau^2 kappa_0) where all layers are.
   */
  public static Optional<ExactSpectrum> of(ResidualTangentKernel kernel, int dimension) {
    if (kernel.depth() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kernel.training()) {
          case BLOCKS ->
              new OneLayerSpectrum(
                  dimension,
                  new OneLayerTerm(1, Basis.KAPPA_1),
                  new OneLayerTerm(1, Basis.U_KAPPA_0),
                  new OneLayerTerm(1, Basis.KAPPA_0, kernel.tau()));
          case ALL ->
              new OneLayerSpectrum(
                  dimension,
                  new OneLayerTerm(2, Basis.U),
                  new OneLayerTerm(2, Basis.KAPPA_1, kernel.alpha()),
                  new OneLayerTerm(2, Basis.U_KAPPA_0, kernel.alpha()),
                  new OneLayerTerm(1, Basis.KAPPA_0, kernel.alpha(), kernel.tau()));
        });
  }

  @Override
  public Value at(long frequency) {
    return new OneLayerValue(frequency);
  }

  /** The zeros are those of the terms, which have the same parity from k = 2 on. */
  @Override
  public OptionalLong zerosFrom(Parity parity) {
    long first = parity.firstFrom(2);
    boolean zero = at(first).rational().filter(value -> value.signum() == 0).isPresent();
    return zero ? OptionalLong.of(first) : OptionalLong.empty();
  }

  private final class OneLayerValue implements Value {
    private final long frequency;

    OneLayerValue(long frequency) {
      this.frequency = frequency;
    }

    @Override
    public Ball enclose(BallArithmetic over) {
      Ball sum = over.of(0);
      Ball weights = over.of(0);
      for (OneLayerTerm term : terms) {
        Ball weight = term.weight(over);
        weights = over.add(weights, weight);
        Ball value = over.of(term.polynomialEigenvalue(dimension, frequency));
        for (Summand summand : term.arcCosineSummands(dimension, frequency)) {
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
      Optional<PiRational> sum =
          Optional.of(PiRational.of(term.polynomialEigenvalue(dimension, frequency)));
      for (Summand summand : term.arcCosineSummands(dimension, frequency)) {
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
