package dev.zonal.lab.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.network.Architecture.Form;
import dev.zonal.lab.network.Architecture.Variances;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import dev.zonal.lab.width.LawNumber;
import dev.zonal.lab.width.LinearLaws;
import dev.zonal.lab.width.RectifiedLaws;
import dev.zonal.lab.width.WidthLaw;
import dev.zonal.lab.width.WidthLaws;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that are drawn, against the laws of docs/theory.md, section 25. */
class KernelSampleTest {
  private static final List<Rational> COSINES =
      List.of(Rational.ONE, Rational.of(1, 2), Rational.of(-1, 2));

  record Case(Unit unit, int depth, int width, int inputs, Weights weights, int nets) {
    WidthLaws laws() {
      return unit == Unit.RELU
          ? new RectifiedLaws(weights, depth, inputs)
          : new LinearLaws(weights, depth, inputs);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(Initialisation.values())
        .flatMap(
            hidden ->
                Stream.of(Initialisation.values()).map(readout -> new Weights(hidden, readout)))
        .flatMap(
            w ->
                Stream.of(
                    new Case(Unit.RELU, 1, 4, 2, w, 10_000),
                    new Case(Unit.RELU, 1, 3, 5, w, 10_000),
                    new Case(Unit.RELU, 2, 32, 2, w, 1_000),
                    new Case(Unit.RELU, 3, 24, 2, w, 1_000),
                    new Case(Unit.LINEAR, 3, 4, 2, w, 3_000),
                    new Case(Unit.LINEAR, 2, 3, 4, w, 3_000)));
  }

  static Stream<Arguments> seeds() {
    return LongStream.rangeClosed(1, 20)
        .boxed()
        .flatMap(seed -> cases().map(c -> Arguments.of(c, seed)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_means_and_variances_are_those_of_the_laws(Case c) {
    check(c, 2024);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("seeds")
  void so_they_are_for_other_seeds(Case c, long seed) {
    check(c, seed);
  }

  private static void check(Case c, long seed) {
    Architecture network =
        new Architecture(
            c.unit, c.depth, c.width, Form.ofVectors(c.inputs), Variances.keepingLengths(c.unit));
    double[][] inputs =
        COSINES.stream().map(u -> input(c.inputs, u.doubleValue())).toArray(double[][]::new);
    KernelSample sample =
        KernelSample.of(network, c.weights, Filter.TAPS, c.nets, seed, Context.NONE, inputs);
    for (KernelKind kind : KernelKind.values()) {
      for (int i = 0; i < COSINES.size(); i++) {
        check(c, kind, i, sample);
      }
    }
  }

  private static void check(Case c, KernelKind kind, int i, KernelSample sample) {
    WidthLaw exact = c.laws().exact(kind, COSINES.get(i), c.width);
    WidthLaw law = exact.saysMore() ? exact : c.laws().firstOrder(kind, COSINES.get(i));
    double limit = number(law.limit());
    SampleMean mean = sample.mean(kind, i);
    String what = c + " " + kind + " " + COSINES.get(i);
    if (law.bias().isPresent()) {
      assertZ(what, mean, limit + number(law.bias().get()) / c.width);
    }
    if (exact.variance().isPresent()) {
      double variance = number(law.variance().get()) / c.width;
      assertZ(what + " variance", sample.square(kind, i, limit), variance);
    }
  }

  /** Where nothing fluctuates, rounding does. */
  private static void assertZ(String what, SampleMean mean, double expected) {
    if (mean.deviation() < 1e-12) {
      assertEquals(expected, mean.mean(), 1e-12, what);
    } else {
      assertTrue(Math.abs(mean.z(expected)) < 5, () -> what + ": z = " + mean.z(expected));
    }
  }

  private static double number(LawNumber number) {
    return number.certify(12).get().rounded().doubleValue();
  }

  static double[] input(int dimension, double u) {
    double[] x = new double[dimension];
    double length = Math.sqrt(dimension);
    x[0] = length * u;
    x[1] = length * Math.sqrt(1 - u * u);
    return x;
  }
}
