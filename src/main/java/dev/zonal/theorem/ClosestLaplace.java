package dev.zonal.theorem;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.elementary.LaplaceKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A search for the Laplace kernel exp(-c r) whose spectrum is closest to a given one: the c for
 * which the largest quotient of eigenvalues over the smallest is least. It is done in doubles on
 * some frequencies, and proves nothing; {@link Equivalence} proves what it found.
 */
public final class ClosestLaplace {
  private static final int DIGITS = 3;
  private static final double REACH = 16;
  private static final int GRID = 12;
  private static final int STEPS = 12;
  private static final SortedSet<Long> FREQUENCIES =
      new TreeSet<>(
          List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 10L, 11L, 20L, 21L, 50L, 51L, 200L, 201L));

  private ClosestLaplace() {}

  /**
   * The best kernel found, its c rounded to three digits.
   *
   * @param guess the c where the search starts; it goes up and down by a factor of 16
   */
  public static LaplaceKernel to(Spectrum spectrum, Parameter guess) {
    double start = Math.log(guess.in(new DoubleArithmetic()));
    Map<Long, Double> logs = logs(spectrum);
    DoubleUnaryOperator spread = logC -> spread(logs, spectrum.dimension(), logC);
    double width = 2 * Math.log(REACH) / GRID;
    double best =
        IntStream.rangeClosed(0, GRID)
            .mapToDouble(i -> start - Math.log(REACH) + i * width)
            .boxed()
            .min(Comparator.comparingDouble(spread::applyAsDouble))
            .orElseThrow();
    double c = Math.exp(goldenSection(spread, best - width, best + width));
    BigDecimal rounded = new BigDecimal(c).round(new MathContext(DIGITS));
    return new LaplaceKernel(Rational.of(rounded));
  }

  private static double goldenSection(DoubleUnaryOperator f, double low, double high) {
    double golden = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < STEPS; i++) {
      Context.checkpoint();
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (f.applyAsDouble(a) <= f.applyAsDouble(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    return (low + high) / 2;
  }

  /** log(max/min) of the quotients for the Laplace kernel with c = e^logC. */
  private static double spread(Map<Long, Double> logs, int dimension, double logC) {
    BigDecimal c = new BigDecimal(Math.exp(logC)).round(new MathContext(6));
    LaplaceKernel kernel = new LaplaceKernel(Rational.of(c));
    Map<Long, Double> others = logs(Spectrum.of(kernel, dimension));
    DoubleSummaryStatistics statistics =
        logs.entrySet().stream()
            .filter(entry -> others.containsKey(entry.getKey()))
            .mapToDouble(entry -> entry.getValue() - others.get(entry.getKey()))
            .summaryStatistics();
    return statistics.getMax() - statistics.getMin();
  }

  private static Map<Long, Double> logs(Spectrum spectrum) {
    Map<Long, Double> result = new TreeMap<>();
    spectrum
        .enclose(FREQUENCIES, Precision.SIGN, Optional.empty(), Context.current().silent())
        .forEach(
            (k, enclosure) ->
                enclosure
                    .value()
                    .map(Enclosure::ball)
                    .filter(Ball::isPositive)
                    .ifPresent(ball -> result.put(k, Math.log(ball.toDouble()))));
    return result;
  }
}
