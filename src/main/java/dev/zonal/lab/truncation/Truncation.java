package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.lab.flow.ValidatedFlow;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What cutting the hierarchy off costs a network: its gradient flow beside the hierarchies (docs/
 * theory.md, section 24.3).
 *
 * @param hasEntries whether f and K_2 themselves are wanted, not their errors only
 */
public record Truncation(TruncationFlows flows, boolean hasEntries) {
  /** About as many are lost on the way to the last time; what is lacking is added. */
  private static final int GUARD_BITS = 56;

  /** Differences in doubles that are smaller are rounding. */
  private static final double SMALLEST_IN_DOUBLES = 1e-12;

  private static final int ATTEMPTS = 3;

  /** In doubles; refused where a solution grows beyond bounds. */
  public List<Observation<Certification<Double>>> inDoubles() {
    return observed(new DoubleArithmetic(), new DoubleFlow());
  }

  /**
   * Certified.
   *
   * @param digits significant, 1 to 10,000
   */
  public List<Observation<Certification<CertifiedValue>>> certified(int digits) {
    List<Observation<Certification<Ball>>> rows = new ArrayList<>();
    List<Certification<CertifiedValue>> values =
        CertifiedBalls.of(
            digits,
            GUARD_BITS + cancelled(),
            ATTEMPTS,
            bits -> {
              rows.clear();
              rows.addAll(enclosed(bits));
              return rows.stream().map(Observation::value).toList();
            });
    List<Observation<Certification<CertifiedValue>>> certified = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      certified.add(rows.get(i).with(values.get(i)));
    }
    return certified;
  }

  /** How many bits the smallest difference is below 1, by the flows in doubles. */
  private int cancelled() {
    double smallest =
        inDoubles().stream()
            .flatMap(row -> row.value().value().stream())
            .mapToDouble(Math::abs)
            .filter(x -> x > SMALLEST_IN_DOUBLES)
            .min()
            .orElse(1);
    return Math.max(0, -Math.getExponent(smallest));
  }

  private List<Observation<Certification<Ball>>> enclosed(int bits) {
    return observed(
        BallArithmetic.ofBits(bits),
        (field, start, time) ->
            new ValidatedFlow(field, bits).at(start, List.of(time), Context.current()).get(0));
  }

  private <T> List<Observation<Certification<T>>> observed(
      Arithmetic<T> over, FlowSolver<T> solver) {
    NetworkInstance network = flows.network();
    return new Observations<>(over, network.kernels(over).ofOrder(2), hasEntries)
        .of(flows.trajectories(over, solver));
  }
}
