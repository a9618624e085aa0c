package dev.zonal.data.drawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What networks of finite width that are drawn at random have on the average, beside what the
 * program says of infinite ones.
 */
final class Drawn {
  private static final long SEED = 20_261_128;

  /** Standard errors. */
  private static final double SURE = 4;

  /** What the width may do to a kernel, of its value. */
  private static final double BIAS = 0.01;

  /** By which part of its value a kernel could not be wrong without being noticed. */
  private static final double NOTICED = 0.05;

  private Drawn() {}

  /**
   * Numbers of many networks: row i has the i-th number of each of them.
   *
   * @param network the numbers of one
   */
  static double[][] of(int networks, Function<SplittableRandom, double[]> network) {
    double[][] drawn =
        LongStream.range(0, networks)
            .parallel()
            .mapToObj(i -> network.apply(new SplittableRandom(SEED + i)))
            .toArray(double[][]::new);
    double[][] numbers = new double[drawn[0].length][networks];
    for (int j = 0; j < networks; j++) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i][j] = drawn[j][i];
      }
    }
    return numbers;
  }

  /** Fails if the mean is not the number, or would as well be that of a kernel 5 % off. */
  static void assertMean(String what, double expected, double[] drawn) {
    double mean = Arrays.stream(drawn).average().orElseThrow();
    double square = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / (drawn.length * (drawn.length - 1.0)));
    String found =
        "%s: %.6f, drawn %.6f +- %.6f (z = %.2f, %.2f %%, seed %s)"
            .formatted(
                what,
                expected,
                mean,
                error,
                (mean - expected) / error,
                100 * (mean / expected - 1),
                SEED);
    System.out.println(found);
    double allowed = SURE * error + BIAS * Math.abs(expected);
    assertEquals(expected, mean, allowed, found);
    assertTrue(Math.abs(expected * (1 + NOTICED) - mean) > allowed, found);
    assertTrue(Math.abs(expected * (1 - NOTICED) - mean) > allowed, found);
  }

  /** What the program says of two inputs. */
  static double kernel(String specification, boolean onSphere, List<?> inputs, int i, int j) {
    return value(DataKernels.ALL.parse(specification, Scale.PAPER, onSphere), inputs, i, j);
  }

  private static <X> double value(DataKernel<X> kernel, List<?> inputs, int i, int j) {
    @SuppressWarnings("unchecked")
    List<X> known = (List<X>) inputs;
    return kernel.kernel().over(BallArithmetic.ofBits(80), known).at(i, j).toDouble();
  }
}
