package dev.zonal.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Convolutional networks of finite width, drawn at random and differentiated by hand, have the
 * kernel on the average: what stands in the recursion is what a network does.
 */
class DrawnConvolutionsTest {
  private static final int WIDTH = 128;
  private static final int NETWORKS = 200;
  private static final int LAYERS = 2;
  private static final int TAPS = 3;
  private static final int PIXELS = 4;
  private static final int CHANNELS = 3;
  private static final double SW = 1.25;
  private static final double SB = 0.5;
  private static final double SLOPE = 0.25;

  @Test
  @Tag("long")
  void networksOfFiniteWidthHaveTheKernelOnTheAverage() {
    Image x = image(1, 3, 2);
    Image z = image(2, -1, 5);
    for (PixelReadOut readOut : PixelReadOut.values()) {
      List<Double> across = new ArrayList<>();
      List<Double> self = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(21);
      for (int i = 0; i < NETWORKS; i++) {
        Drawn network = new Drawn(random.split(), readOut);
        Pass one = network.pass(x);
        Pass two = network.pass(z);
        across.add(network.tangent(one, two));
        self.add(network.tangent(one, one));
      }
      assertMean(kernel(readOut, x, z), across);
      assertMean(kernel(readOut, x, x), self);
    }
  }

  private static double kernel(PixelReadOut readOut, Image x, Image z) {
    return ConvolutionalSpecification.parse(
            "cntk:act=leaky,slope=1/4,L=2,taps=3,sw2=25/16,sb2=1/4,readout=" + readOut)
        .value(BallArithmetic.ofBits(100), x, z)
        .toDouble();
  }

  private static Image image(int a, int b, int c) {
    List<Vector> pixels = new ArrayList<>();
    for (int p = 1; p <= PIXELS; p++) {
      List<Rational> channels = new ArrayList<>();
      for (int j = 1; j <= CHANNELS; j++) {
        channels.add(Rational.of(Math.floorMod(a * p * p + b * j + c * p * j, 11) - 5L, 4));
      }
      pixels.add(Vector.of(channels));
    }
    return new Image(1, PIXELS, CHANNELS, pixels);
  }

  /** Within five standard errors, which are small enough to tell. */
  private static void assertMean(double expected, List<Double> drawn) {
    double mean = drawn.stream().mapToDouble(v -> v).average().orElseThrow();
    double square = drawn.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / (drawn.size() * (drawn.size() - 1.0)));
    assertEquals(expected, mean, 5 * error);
    assertEquals(0, error, 0.03 * Math.abs(expected));
  }

  /** What the units say by layer and pixel, and the derivatives of the output by what they see. */
  private record Pass(double[][][] outputs, double[][][] slopes) {}

  private static final class Drawn {
    private final PixelReadOut readOut;

    /** By layer, tap, unit, and unit below. */
    private final double[][][][] weights = new double[LAYERS + 1][TAPS][WIDTH][];

    private final double[][] biases = new double[LAYERS + 1][];

    /** By pixel; the same for all of them under `gap`. */
    private final double[][] last = new double[PIXELS][];

    Drawn(SplittableRandom random, PixelReadOut readOut) {
      this.readOut = readOut;
      for (int l = 1; l <= LAYERS; l++) {
        for (int b = 0; b < TAPS; b++) {
          for (int i = 0; i < WIDTH; i++) {
            weights[l][b][i] = gaussians(random, l == 1 ? CHANNELS : WIDTH);
          }
        }
        biases[l] = gaussians(random, WIDTH);
      }
      for (int p = 0; p < PIXELS; p++) {
        last[p] = p > 0 && readOut == PixelReadOut.GAP ? last[0] : gaussians(random, WIDTH);
      }
    }

    private static double[] gaussians(SplittableRandom random, int length) {
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = random.nextGaussian();
      }
      return values;
    }

    Pass pass(Image x) {
      double[][][] outputs = new double[LAYERS + 1][PIXELS][];
      double[][][] derivatives = new double[LAYERS + 1][PIXELS][WIDTH];
      for (int p = 0; p < PIXELS; p++) {
        outputs[0][p] = new double[CHANNELS];
        for (int j = 0; j < CHANNELS; j++) {
          outputs[0][p][j] = x.pixels().get(p).coordinate(j).doubleValue();
        }
      }
      for (int l = 1; l <= LAYERS; l++) {
        for (int p = 0; p < PIXELS; p++) {
          outputs[l][p] = new double[WIDTH];
          for (int i = 0; i < WIDTH; i++) {
            double h = SB * biases[l][i];
            for (int b = 0; b < TAPS; b++) {
              h += scale(l) * dot(weights[l][b][i], outputs[l - 1][moved(p, b)]);
            }
            derivatives[l][p][i] = h > 0 ? 1 : SLOPE;
            outputs[l][p][i] = derivatives[l][p][i] * h;
          }
        }
      }
      return new Pass(outputs, slopes(derivatives));
    }

    private double[][][] slopes(double[][][] derivatives) {
      double[][][] slopes = new double[LAYERS + 1][PIXELS][WIDTH];
      for (int l = LAYERS; l >= 1; l--) {
        for (int p = 0; p < PIXELS; p++) {
          if (l == LAYERS) {
            addScaled(slopes[l][p], Math.sqrt(share()), last[p]);
          } else {
            for (int b = 0; b < TAPS; b++) {
              for (int i = 0; i < WIDTH; i++) {
                addScaled(
                    slopes[l][moved(p, b)],
                    scale(l + 1) * slopes[l + 1][p][i],
                    weights[l + 1][b][i]);
              }
            }
          }
        }
        for (int p = 0; p < PIXELS; p++) {
          for (int i = 0; i < WIDTH; i++) {
            slopes[l][p][i] *= derivatives[l][p][i];
          }
        }
      }
      return slopes;
    }

    /** The sum over all weights of the products of the derivatives by them. */
    double tangent(Pass x, Pass z) {
      double sum = SB * SB;
      for (int p = 0; p < PIXELS; p++) {
        for (int r = 0; r < PIXELS; r++) {
          if (p == r || readOut == PixelReadOut.GAP) {
            sum += share() * dot(x.outputs()[LAYERS][p], z.outputs()[LAYERS][r]);
          }
          for (int l = 1; l <= LAYERS; l++) {
            double inputs = SB * SB;
            for (int b = 0; b < TAPS; b++) {
              inputs +=
                  scale(l)
                      * scale(l)
                      * dot(x.outputs()[l - 1][moved(p, b)], z.outputs()[l - 1][moved(r, b)]);
            }
            sum += inputs * dot(x.slopes()[l][p], z.slopes()[l][r]);
          }
        }
      }
      return sum;
    }

    /** The square of the factor of a weight of the read-out. */
    private double share() {
      double pixels = readOut == PixelReadOut.GAP ? PIXELS * PIXELS : PIXELS;
      return SW * SW / (WIDTH * pixels);
    }

    private static double scale(int layer) {
      return SW / Math.sqrt(TAPS * (double) (layer == 1 ? CHANNELS : WIDTH));
    }

    private static int moved(int pixel, int tap) {
      return Math.floorMod(pixel + tap - TAPS / 2, PIXELS);
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
