package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.EigenvalueTable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shape of a residual tangent kernel of one depth (docs/theory.md, Proposition 13.4, Lemmas
 * 13.11, 23.1 and 23.4, Theorem 23.2): how sharp its peak is, also beside that of a fully connected
 * network, what it decays like, and how far it is from what a vanishing branch weight leaves.
 *
 * @param kernel of ReLUs, without bias
 * @param slope the coefficient A_1 of the chord; the Laplace kernel with c = -A_1 has the same
 * @param antipodalSlope the coefficient B_1 of the antipodal chord
 * @param even the limit of k^d eta_k along even k
 * @param odd likewise
 * @param comparison with the fully connected kernel of the same depth
 * @param distance to the kernel of a vanishing branch weight
 * @param imbalance eta_k/sqrt(eta_(k-1) eta_(k+1)) at k = 3, 11 and 51, for moderate depths
 * @param early bounds of the same by Theorem 29.6, for k before the decay law, of any depth
 * @param oddShares for odd k, a bound of eta_k/sigma from below by Corollary 29.6a, which holds for
 *     every smaller branch weight as well
 * @param gap what could not be certified; empty if all was
 */
public record Shape(
    ResidualTangentKernel kernel,
    Ball slope,
    Ball antipodalSlope,
    Ball even,
    Ball odd,
    SlopeComparison comparison,
    VanishingWeightDistance distance,
    SortedMap<Long, Ball> imbalance,
    SortedMap<Long, Ball> early,
    SortedMap<Long, Ball> oddShares,
    Optional<String> gap) {
  /** Up to this depth the expansion and the eigenvalues are computed too. */
  public static final int MODERATE = 64;

  /** The frequencies at which odd eigenvalues are compared with their neighbours. */
  public static final List<Long> ODD = List.of(3L, 11L, 51L);

  private static final BallArithmetic OVER = Precision.CONSTANTS;

  /** The shape on the sphere of R^dimension. */
  public static Shape of(
      ResidualTangentKernel kernel, int dimension, Engine engine, Context context) {
    ResidualDecayConstant law = new ResidualDecayConstant(kernel, dimension);
    Ball slope = law.atCoincidence(OVER);
    SortedMap<Long, Ball> imbalance = new TreeMap<>();
    SlopeComparison comparison = SlopeComparison.of(kernel);
    Optional<String> gap = comparison.contradiction();
    if (kernel.depth() <= MODERATE) {
      Ball coefficient = ChordExpansion.of(kernel, Chart.CHORD, OVER, 4, 1).coefficient(1);
      if (!coefficient.overlaps(slope)) {
        gap =
            gap.or(() -> Optional.of("the closed form of A_1 is not the coefficient of the chord"));
      }
      EigenvalueTable table =
          table(engine.spectrum(kernel, dimension), List.of(-1L, 0L, 1L), context);
      gap = gap.or(table::gap);
      for (long k : ODD) {
        imbalance(k, table.rows()).ifPresent(quotient -> imbalance.put(k, quotient));
      }
    }
    return new Shape(
        kernel,
        slope,
        law.atAntipode(OVER),
        law.even(OVER),
        law.odd(OVER),
        comparison,
        VanishingWeightDistance.of(kernel),
        imbalance,
        early(kernel, dimension, engine, context),
        oddShares(kernel, dimension),
        gap);
  }

  /** The eigenvalues at so far from the odd frequencies. */
  private static EigenvalueTable table(Spectrum spectrum, List<Long> steps, Context context) {
    TreeSet<Long> frequencies = new TreeSet<>();
    ODD.forEach(k -> steps.forEach(step -> frequencies.add(k + step)));
    return EigenvalueTable.of(spectrum, frequencies, Precision.QUOTIENT, context);
  }

  /** Where the weights are so large that there is no bound, none is looked for. */
  private static SortedMap<Long, Ball> early(
      ResidualTangentKernel kernel, int dimension, Engine engine, Context context) {
    SortedMap<Long, Ball> bounds = new TreeMap<>();
    if (!EarlyParity.isKnown(kernel) || !DepthRate.of(kernel).time().certainlyLess(Ball.exact(1))) {
      return bounds;
    }
    EarlyParity parity = EarlyParity.of(kernel, dimension);
    ResidualTangentKernel one = new ResidualTangentKernel(1, kernel.recursion());
    SortedMap<Long, Enclosure> rows =
        table(engine.spectrum(one, dimension), List.of(-1L, 1L), context).rows();
    for (long k : ODD) {
      if (rows.keySet().containsAll(List.of(k - 1, k + 1))) {
        parity
            .imbalance(k, rows.get(k - 1).ball(), rows.get(k + 1).ball())
            .filter(bound -> bound.certainlyLess(Ball.exact(1)))
            .ifPresent(bound -> bounds.put(k, bound));
      }
    }
    return bounds;
  }

  /** Beyond the reach of the theorem they say next to nothing. */
  private static SortedMap<Long, Ball> oddShares(ResidualTangentKernel kernel, int dimension) {
    SortedMap<Long, Ball> bounds = new TreeMap<>();
    if (EarlyParity.isKnown(kernel)) {
      EarlyParity parity = EarlyParity.of(kernel, dimension);
      ODD.stream().filter(parity::reaches).forEach(k -> bounds.put(k, parity.atLeastOfShare(k)));
    }
    return bounds;
  }

  private static Optional<Ball> imbalance(long k, SortedMap<Long, Enclosure> rows) {
    if (!rows.keySet().containsAll(List.of(k - 1, k, k + 1))) {
      return Optional.empty();
    }
    if (rows.get(k).isExactZero()) {
      return Optional.of(Ball.exact(0));
    }
    Ball neighbours = OVER.multiply(rows.get(k - 1).ball(), rows.get(k + 1).ball());
    return Optional.of(OVER.divide(rows.get(k).ball(), OVER.sqrt(neighbours)));
  }
}
