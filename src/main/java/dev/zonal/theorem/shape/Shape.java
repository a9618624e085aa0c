package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.spectrum.Engine;
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
      TreeSet<Long> frequencies = new TreeSet<>();
      ODD.forEach(k -> frequencies.addAll(List.of(k - 1, k, k + 1)));
      EigenvalueTable table =
          EigenvalueTable.of(
              engine.spectrum(kernel, dimension), frequencies, Precision.QUOTIENT, context);
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
        gap);
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
