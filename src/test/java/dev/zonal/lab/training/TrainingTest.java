package dev.zonal.lab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.training.StepsExperiment.Row;
import dev.zonal.lab.weight.Initialisation;
import java.util.List;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that are trained. */
class TrainingTest {
  private static NetworkFamily erf(int depth) {
    return new NetworkFamily(
        Unit.ERF, depth, 4, Initialisation.GAUSSIAN, Rational.of(3, 2), Rational.of(1, 10));
  }

  private static NetworkFamily tanh(int depth) {
    return new NetworkFamily(
        Unit.TANH,
        depth,
        16,
        Initialisation.GAUSSIAN,
        Rational.of(21, 20),
        Rational.of(201, 10_000_000));
  }

  /** Means of drift.tsv, by other seeds: they spread by some 40 per cent of themselves. */
  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void narrow_networks_move_as_far_as_others_found(Initialisation hidden) {
    DriftExperiment experiment = new DriftExperiment(erf(3), 0.5, 128, 10, 3);
    DriftExperiment.Row row = experiment.row(hidden, 32, Context.NONE);
    boolean isGaussian = hidden == Initialisation.GAUSSIAN;
    double drift = isGaussian ? 0.142818 : 0.108459;
    double deviation = isGaussian ? 0.046017 : 0.034326;
    double error = Math.hypot(row.drift().standardError(), deviation / Math.sqrt(10));
    assertTrue(Math.abs(row.drift().mean() - drift) < 5 * error, row::toString);
    assertTrue(row.loss().mean() < 1e-3, row::toString);
    assertEquals(isGaussian ? 0.259 : 0.193, row.distance().mean(), 0.1);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Initialisation.class)
  void the_drift_falls_like_the_reciprocal_width(Initialisation hidden) {
    DriftExperiment experiment = new DriftExperiment(erf(3), 0.5, 128, 10, 1);
    List<Integer> widths = List.of(64, 128, 256);
    List<SampleMean> drifts =
        widths.stream().map(n -> experiment.row(hidden, n, Context.NONE).drift()).toList();
    assertEquals(-1, PowerFit.of(widths, drifts).slope(), 0.25);
  }

  @Example
  void a_power_law_without_noise_is_found() {
    List<Integer> widths = List.of(8, 32, 64);
    List<SampleMean> means =
        widths.stream().map(n -> SampleMean.of(3.0 / n - 0.01 / n, 3.0 / n + 0.01 / n)).toList();
    PowerFit fit = PowerFit.of(widths, means);
    assertEquals(-1, fit.slope(), 1e-12);
    // all means have one relative error: r over the root of the sum of the squared levers
    double levers = Math.log(2) * Math.log(2) * (25 + 1 + 16) / 9;
    assertEquals(0.01 / 3 / Math.sqrt(levers), fit.error(), 1e-8);
  }

  @Example
  void shallow_networks_need_as_many_steps_with_either_weights() {
    StepsExperiment experiment = new StepsExperiment(64, 6, 300, 5);
    Row gaussian = experiment.row(tanh(8), Initialisation.GAUSSIAN, 3, Context.NONE);
    Row orthogonal = experiment.row(tanh(8), Initialisation.ORTHOGONAL, 3, Context.NONE);
    double ratio = gaussian.median().orElseThrow() / orthogonal.median().orElseThrow();
    assertTrue(ratio > 0.6 && ratio < 1.6, () -> gaussian + " and " + orthogonal);
    assertEquals(0, orthogonal.failures());
  }

  /** The claim about the depth, outside the lazy regime. */
  @Tag("long")
  @Test
  void deep_networks_are_quicker_with_orthogonal_weights() {
    StepsExperiment experiment = new StepsExperiment(64, 6, 300, 1);
    Row gaussian = experiment.row(tanh(64), Initialisation.GAUSSIAN, 1, Context.NONE);
    Row orthogonal = experiment.row(tanh(64), Initialisation.ORTHOGONAL, 1, Context.NONE);
    double median = orthogonal.median().orElseThrow();
    assertTrue(median <= 10, orthogonal::toString);
    assertTrue(gaussian.median().orElse(300) >= 2 * median, gaussian::toString);
    Row wild = experiment.row(tanh(64), Initialisation.GAUSSIAN, 3, Context.NONE);
    Row tame = experiment.row(tanh(64), Initialisation.ORTHOGONAL, 3, Context.NONE);
    assertTrue(wild.failures() >= 2, wild::toString);
    assertEquals(0, tame.failures());
  }

  @Example
  void divergence_is_a_result() {
    NetworkFamily linear =
        new NetworkFamily(Unit.LINEAR, 2, 16, Initialisation.GAUSSIAN, Rational.ONE, Rational.ZERO);
    Row row =
        new StepsExperiment(8, 3, 300, 1).row(linear, Initialisation.GAUSSIAN, 1e4, Context.NONE);
    assertEquals(3, row.diverged());
    assertTrue(row.median().isEmpty());
  }
}
