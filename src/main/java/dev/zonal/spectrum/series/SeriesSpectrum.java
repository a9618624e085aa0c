package dev.zonal.spectrum.series;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * The eigenvalues of a kernel f(u) = sum of b_n u^n, b_n &gt;= 0, that is analytic at u = 1: eta_k
 * is the sum of b_n eta_k(u^n) over n = k, k + 2, ..., in which nothing cancels, and what is left
 * out is bounded by f(R), R &gt; 1 (docs/theory.md, Theorem 17.3). Thread-safe.
 *
 * <p>The cost is that of the power series: linear in the number of its terms for networks of one
 * layer, quadratic for others.
 */
final class SeriesSpectrum implements SeriesMethod {
  private static final int MOST_SERIES = 8;

  /** Beyond this R no kernel is followed. */
  private static final double LARGEST_RADIUS = 1 << 12;

  /** What an algebraic singularity is too weak for, even next to it. */
  private static final double LARGE_LOG_VALUE = 100;

  private static final int BISECTIONS = 24;
  private static final int POINTS = 24;
  private static final int ATTEMPTS = 5;

  /** What a power series of a network of several layers may cost. */
  private static final int MOST_DEEP_TERMS = 12_000;

  private record Key(SeriesPlan plan, int bits) {}

  private final Kernel kernel;
  private final int dimension;
  private final Lazy<List<SeriesPlan.Point>> points;
  private final Memo<Key, CosineSeries> known = new Memo<>(MOST_SERIES);

  /**
   * @param kernel one that is {@linkplain Kernel#isComposedOfAnalyticDuals composed of analytic
   *     duals}
   * @param dimension d, at least 2
   */
  SeriesSpectrum(Kernel kernel, int dimension) {
    this.kernel = kernel;
    this.dimension = dimension;
    this.points = new Lazy<>(this::findPoints);
  }

  /** Points between 1 and about the largest at which the series converges; none if 1 is that. */
  private List<SeriesPlan.Point> findPoints() {
    double inside = 1;
    double beyond = 2;
    while (beyond <= LARGEST_RADIUS && CosineSeries.converges(kernel, beyond)) {
      inside = beyond;
      beyond *= 2;
    }
    for (int i = 0; i < BISECTIONS && beyond <= LARGEST_RADIUS; i++) {
      double middle = (float) ((inside + beyond) / 2);
      if (CosineSeries.converges(kernel, middle)) {
        inside = middle;
      } else {
        beyond = middle;
      }
    }
    List<SeriesPlan.Point> found = new ArrayList<>();
    for (int j = 1; j <= POINTS; j++) {
      double radius = (float) Math.pow(inside, (double) j / POINTS);
      if (radius > 1 && radius <= inside) {
        found.add(new SeriesPlan.Point(radius, CosineSeries.logValue(kernel, radius)));
      }
    }
    return List.copyOf(found);
  }

  /** Refused too if the kernel is not seen to be analytic at u = 1. */
  @Override
  public Certification<Enclosure> enclose(long frequency, long last, int bits) {
    if (points.get().isEmpty()) {
      return Certification.refused("no power series in u is seen to converge beyond u = 1");
    }
    MonomialEigenvalues group = new MonomialEigenvalues(group(frequency, last), dimension);
    SeriesPlan plan = SeriesPlan.of(points.get(), group, bits);
    int working = bits + plan.furtherBits() + Precision.CLOSED_FORM;
    String refusal = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (plan.terms() > mostTerms()) {
        return Certification.refused(
            "the power series in u would need more than %s terms".formatted(mostTerms()));
      }
      Ball sum;
      try {
        sum = sum(frequency, plan, working);
      } catch (DomainException e) {
        return Certification.refused(Certification.reason(e));
      }
      if (!sum.containsZero() && sum.accuracyBits() >= bits) {
        return Certification.certified(Enclosure.of(Eigenvalue.Method.SERIES, sum));
      }
      refusal = "the power series in u decides no digits with " + plan.terms() + " terms";
      plan = plan.withTerms(plan.terms() + plan.terms() / 4 + 16);
      working +=
          sum.containsZero() ? bits / 2 + 64 : Math.toIntExact(bits - sum.accuracyBits()) + 16;
    }
    return Certification.refused(refusal);
  }

  /**
   * All frequencies share a series whose terms are level; the terms of an entire function are level
   * at a place that depends on the frequency, so that only those up to a power of two share one.
   */
  private long group(long frequency, long last) {
    SeriesPlan.Point farthest = points.get().get(points.get().size() - 1);
    boolean entire = farthest.logValue() > LARGE_LOG_VALUE;
    long shared = entire ? Long.highestOneBit(Math.max(1, frequency - 1)) * 2 : last;
    return Math.max(16, Math.max(frequency, shared));
  }

  private int mostTerms() {
    boolean shallow = kernel.network().filter(network -> network.depth() == 1).isPresent();
    return shallow ? SeriesPlan.MOST_TERMS - 1 : MOST_DEEP_TERMS;
  }

  /** The sum of the terms that are computed and an interval for the others. */
  private Ball sum(long k, SeriesPlan plan, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    CosineSeries series =
        known.get(
            new Key(plan, bits), key -> CosineSeries.of(kernel, plan.radius(), plan.terms(), over));
    MonomialEigenvalues monomials = new MonomialEigenvalues(k, dimension);
    Ball inverse = over.divide(Ball.exact(1), series.radius(over));
    Ball inverseSquare = over.square(inverse);
    Ball weight = over.multiply(first(k, dimension, over), over.power(inverse, k));
    Ball sum = Ball.exact(0);
    long n = k;
    for (; n < series.terms().size(); n += 2) {
      Context.checkpoint();
      sum = over.add(sum, over.multiply(weight, series.terms().get((int) n)));
      weight = over.multiply(over.scale(weight, monomials.quotient(n)), inverseSquare);
    }
    return over.add(sum, rest(monomials, n, series, weight, over));
  }

  /** Theorem 17.3: from n on the weights fall, and the terms add up to at most the rest. */
  static Ball rest(
      MonomialEigenvalues monomials,
      long n,
      CosineSeries series,
      Ball weight,
      BallArithmetic over) {
    Ball quotient = over.of(monomials.quotient(n));
    if (!quotient.certainlyLess(over.square(series.radius(over)))) {
      throw new DomainException("the weights of the further terms do not fall yet");
    }
    return over.multiply(weight, Ball.hull(Ball.exact(0), series.rest()));
  }

  /** eta_k(u^k) = k!/(2^k (d/2)_k). */
  static Ball first(long k, int dimension, BallArithmetic over) {
    return GammaQuotient.ONE
        .timesPowerOfTwo(-k)
        .rising(2, k)
        .dividedByRising(dimension, k)
        .in(over);
  }
}
