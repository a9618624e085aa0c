package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Networks of finite width, drawn at random and differentiated by hand, have the kernel on the
 * average: what stands in the recursion is what a recurrent network does.
 */
class FiniteWidthTest {
  private static final int WIDTH = 400;
  private static final int NETWORKS = 150;
  private static final int LAYERS = 2;
  private static final double SW = 1.25;
  private static final double SU = 0.75;
  private static final double SB = 0.5;
  private static final double SH = 0.5;
  private static final double SLOPE = 0.25;

  @Test
  @Tag("long")
  void networksOfFiniteWidthHaveTheKernelOnTheAverage() {
    Sequence x = Sequences.of("1/2,-1;3/4,1/4;-1,1/2");
    Sequence z = Sequences.of("1,1;-1/2,1/4;1/4,-3/4;1,-1/2;-1/4,1");
    RecurrentKernel kernel =
        (RecurrentKernel)
            RecurrentSpecification.parse(
                "rntk:act=leaky,slope=1/4,L=2,sw2=25/16,su2=9/16,sb2=1/4,sh2=1/4");
    BallArithmetic balls = BallArithmetic.ofBits(100);
    List<Double> across = new ArrayList<>();
    List<Double> self = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < NETWORKS; i++) {
      Drawn network = new Drawn(random.split(), x.dimension());
      Pass one = network.pass(x);
      Pass two = network.pass(z);
      across.add(network.tangent(one, two));
      self.add(network.tangent(one, one));
    }
    assertMean(kernel.value(balls, x, z).toDouble(), across);
    assertMean(kernel.value(balls, x, x).toDouble(), self);
  }

  /** Within five standard errors, which are small enough to tell. */
  private static void assertMean(double expected, List<Double> drawn) {
    double mean = drawn.stream().mapToDouble(v -> v).average().orElseThrow();
    double square = drawn.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / (drawn.size() * (drawn.size() - 1.0)));
    assertEquals(expected, mean, 5 * error);
    assertEquals(0, error, 0.03 * Math.abs(expected));
  }

  /** What the units of a network see and say at each layer and time, and the derivatives. */
  private record Pass(double[][] steps, double[][][] outputs, double[][][] slopes) {}

  private static final class Drawn {
    private final SplittableRandom random;
    private final double[][][] recurrent = new double[LAYERS + 1][][];
    private final double[][][] below = new double[LAYERS + 1][][];
    private final double[][] biases = new double[LAYERS + 1][];
    private final double[] readOut;

    Drawn(SplittableRandom random, int dimension) {
      this.random = random;
      for (int l = 1; l <= LAYERS; l++) {
        recurrent[l] = matrix(WIDTH);
        below[l] = matrix(l == 1 ? dimension : WIDTH);
        biases[l] = vector(WIDTH);
      }
      readOut = vector(WIDTH);
    }

    private double[] vector(int length) {
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = random.nextGaussian();
      }
      return values;
    }

    private double[][] matrix(int columns) {
      double[][] rows = new double[WIDTH][];
      for (int i = 0; i < WIDTH; i++) {
        rows[i] = vector(columns);
      }
      return rows;
    }

    Pass pass(Sequence x) {
      int length = x.length();
      double[][] steps = new double[length + 1][x.dimension()];
      double[][][] outputs = new double[LAYERS + 1][length + 1][];
      double[][][] derivatives = new double[LAYERS + 1][length + 1][];
      for (int t = 1; t <= length; t++) {
        for (int i = 0; i < x.dimension(); i++) {
          steps[t][i] = x.steps().get(t - 1).coordinate(i).doubleValue();
        }
      }
      outputs[0] = steps;
      for (int l = 1; l <= LAYERS; l++) {
        outputs[l][0] = vector(WIDTH);
        for (int i = 0; i < WIDTH; i++) {
          outputs[l][0][i] *= SH;
        }
      }
      for (int t = 1; t <= length; t++) {
        for (int l = 1; l <= LAYERS; l++) {
          outputs[l][t] = new double[WIDTH];
          derivatives[l][t] = new double[WIDTH];
          for (int i = 0; i < WIDTH; i++) {
            double g =
                SW / Math.sqrt(WIDTH) * dot(recurrent[l][i], outputs[l][t - 1])
                    + SU * scale(l, x.dimension()) * dot(below[l][i], outputs[l - 1][t])
                    + SB * biases[l][i];
            derivatives[l][t][i] = g > 0 ? 1 : SLOPE;
            outputs[l][t][i] = derivatives[l][t][i] * g;
          }
        }
      }
      return new Pass(steps, outputs, slopes(derivatives, length));
    }

    /** The derivatives of the output by what the units see. */
    private double[][][] slopes(double[][][] derivatives, int length) {
      double[][][] slopes = new double[LAYERS + 1][length + 1][WIDTH];
      double root = 1 / Math.sqrt(WIDTH);
      for (int t = length; t >= 1; t--) {
        for (int l = LAYERS; l >= 1; l--) {
          double[] sum = slopes[l][t];
          if (l == LAYERS && t == length) {
            addScaled(sum, root, readOut);
          }
          for (int i = 0; i < WIDTH; i++) {
            if (t < length) {
              addScaled(sum, SW * root * slopes[l][t + 1][i], recurrent[l][i]);
            }
            if (l < LAYERS) {
              addScaled(sum, SU * root * slopes[l + 1][t][i], below[l + 1][i]);
            }
          }
          for (int i = 0; i < WIDTH; i++) {
            sum[i] *= derivatives[l][t][i];
          }
        }
      }
      return slopes;
    }

    /** The sum over all weights of the products of the derivatives by them. */
    double tangent(Pass x, Pass z) {
      int first = x.steps().length - 1;
      int second = z.steps().length - 1;
      double sum = dot(x.outputs()[LAYERS][first], z.outputs()[LAYERS][second]) / WIDTH;
      for (int l = 1; l <= LAYERS; l++) {
        for (int t = 1; t <= first; t++) {
          for (int s = 1; s <= second; s++) {
            double scale = SU * scale(l, x.steps()[1].length);
            double inputs =
                SW * SW / WIDTH * dot(x.outputs()[l][t - 1], z.outputs()[l][s - 1])
                    + scale * scale * dot(x.outputs()[l - 1][t], z.outputs()[l - 1][s])
                    + SB * SB;
            sum += inputs * dot(x.slopes()[l][t], z.slopes()[l][s]);
          }
        }
      }
      return sum;
    }

    private static double scale(int layer, int dimension) {
      return 1 / Math.sqrt(layer == 1 ? dimension : WIDTH);
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    private static void addScaled(double[] sum, double factor, double[] vector) {
      for (int i = 0; i < vector.length; i++) {
        sum[i] += factor * vector[i];
      }
    }
  }
}
