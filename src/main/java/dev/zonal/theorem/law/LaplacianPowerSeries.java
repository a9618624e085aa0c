package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.spectral.LaplacianPowerExpansion;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kernel that is given by powers (q + k(k+d-2))^-sigma: c_j r^(s_j), s_j = 2 sigma+2j-d+1, times
 * log r where that is an even integer, and nothing at the antipode (docs/theory.md, Corollary
 * 15.4).
 */
final class LaplacianPowerSeries implements ChordSeries {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);

  /** Terms that are kept at the least, J. */
  private static final int KEPT = 2;

  private record Key(int bits, int count) {}

  private final Structure.LaplacianPower kernel;
  private final int dimension;
  private final int kept;
  private final Memo<Key, LaplacianPowerExpansion> expansions = new Memo<>(4);
  private final Lazy<Ball> rest;

  LaplacianPowerSeries(Structure.LaplacianPower kernel, int dimension) {
    this.kernel = kernel;
    this.dimension = dimension;
    this.kept = Math.max(KEPT, LaplacianPowerExpansion.leastTerms(dimension, kernel));
    this.rest = new Lazy<>(() -> expansion(OVER.bits(), kept).rest(kept).orElseThrow());
  }

  private LaplacianPowerExpansion expansion(int bits, int count) {
    return expansions.get(
        new Key(bits, count),
        key ->
            LaplacianPowerExpansion.of(
                BallArithmetic.ofBits(key.bits()), dimension, kernel, key.count()));
  }

  /** 2 sigma, the exponent of the law. */
  private Rational decayExponent() {
    return kernel.exponent(dimension).multiply(2);
  }

  private Rational exponent(int j) {
    return decayExponent().add(2L * j).subtract(dimension - 1L);
  }

  @Override
  public List<ChordTerm> terms(int bits, int count) {
    LaplacianPowerExpansion expansion = expansion(bits + Precision.PRODUCTS, count);
    List<ChordTerm> terms = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      terms.add(new ChordTerm(exponent(j), expansion.coefficient(j), Ball.exact(0)));
    }
    return terms;
  }

  /** No coefficient is taken to be rational; those of all other powers are zero. */
  @Override
  public Optional<Rational> rational(Chart end, Rational s) {
    Rational index = s.subtract(exponent(0)).divide(2);
    boolean isTerm = end == Chart.CHORD && index.isInteger() && index.signum() >= 0;
    return isTerm ? Optional.empty() : Optional.of(Rational.ZERO);
  }

  /** k^(2 sigma) eta_k tends to 1. */
  @Override
  public Optional<PiRational> exactConstant() {
    return Optional.of(PiRational.of(Rational.ONE));
  }

  @Override
  public Optional<String> note() {
    return exponent(0).divide(2).isInteger()
        ? Optional.of("A_s is the coefficient of r^s log r")
        : Optional.empty();
  }

  @Override
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    long from = parity.firstFrom(k);
    if (!UniformExpansion.reaches(dimension, from, exponent(kept))) {
      return Optional.empty();
    }
    Ball bound = restAt(from);
    if (bound.certainlyGreater(Ball.exact(1))) {
      return Optional.empty();
    }
    List<UniformExpansion.Term> terms =
        terms(bits, kept).stream()
            .map(t -> new UniformExpansion.Term(t.exponent(), t.atCoincidence()))
            .toList();
    return Optional.of(
        new UniformExpansion(dimension, parity, from, terms, bound, Rational.of(2L * kept)));
  }

  /** C_J (2 sigma)_{2J} L_{2 sigma+2J}(K0)/L_{2 sigma}(K0). */
  private Ball restAt(long from) {
    Rational square = new Sphere(dimension).shifted(from).pow(2);
    Ball bound = rest.get();
    for (int j = 0; j < kept; j++) {
      Rational half = decayExponent().add(2L * j + 1).divide(2);
      bound = OVER.divide(bound, OVER.of(square.subtract(half.pow(2))));
    }
    return bound;
  }
}
