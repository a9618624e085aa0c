package dev.zonal.lab.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.lab.network.Architecture.Form;
import dev.zonal.lab.network.Architecture.Variances;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Gradients and kernels of one network. */
class GradientDescentTest {
  private static final Weights GAUSSIAN =
      new Weights(Initialisation.GAUSSIAN, Initialisation.GAUSSIAN);

  /**
   * A small step moves the outputs by the tangent kernel: two ways to the gradients, of networks
   * with windows, read-outs and biases of every kind.
   */
  @Property(tries = 40)
  void a_small_step_is_the_empirical_tangent_kernel(
      @ForAll @IntRange(min = 1, max = 3) int depth,
      @ForAll @IntRange(min = 1, max = 5) int pixels,
      @ForAll boolean isPooled,
      @ForAll boolean isWide) {
    int taps = isWide && pixels >= 3 ? 3 : 1;
    int count = 3;
    Architecture network =
        new Architecture(
            Unit.TANH, depth, 7, new Form(2, pixels, taps, isPooled), new Variances(1.3, 1.7, 0.2));
    double[][] columns = new double[count * pixels][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = RandomStream.of(c).gaussians(2);
    }
    double[] targets = {1, -2, 0.5};
    Parameters drawn = Parameters.draw(network, GAUSSIAN, Filter.TAPS, 8);
    double[][] kernel = EmpiricalKernels.of(network, drawn, columns).ntk();
    double[] before = Pass.of(network, drawn, columns).outputs();
    double rate = 1e-6;
    new GradientDescent(network, drawn, columns, targets, rate).step();
    double[] after = Pass.of(network, drawn, columns).outputs();
    for (int x = 0; x < count; x++) {
      double expected = 0;
      for (int z = 0; z < count; z++) {
        expected -= kernel[x][z] * (before[z] - targets[z]) / count;
      }
      assertEquals(expected, (after[x] - before[x]) / rate, 1e-3);
    }
  }

  /** f = sum of v phi(w x)/sqrt(n), written down. */
  @Example
  void one_layer_by_hand() {
    Architecture network =
        new Architecture(Unit.RELU, 1, 2, Form.ofVectors(1), new Variances(1, 2, 0));
    Parameters given =
        new Parameters(
            new double[][][] {{{3}, {-1}}},
            new double[][] {{0, 0}},
            new double[] {2, 5},
            new double[] {0});
    double[] outputs = Pass.of(network, given, new double[][] {{1}, {-4}}).outputs();
    assertEquals(6, outputs[0], 1e-15);
    assertEquals(20, outputs[1], 1e-14);
    EmpiricalKernels kernels = EmpiricalKernels.of(network, given, new double[][] {{1}, {-4}});
    // gradients: by v (3, 0) and (0, 4), by w (2, 0) and (0, -20)
    assertEquals(9, kernels.nngp()[0][0], 1e-14);
    assertEquals(13, kernels.ntk()[0][0], 1e-14);
    assertEquals(0, kernels.ntk()[0][1], 1e-14);
    assertEquals(16 + 400, kernels.ntk()[1][1], 1e-12);
  }

  /** Nothing of a deep orthogonal linear network fluctuates. */
  @Property(tries = 10)
  void orthogonal_linear_networks_have_their_limit_as_kernel(
      @ForAll @IntRange(min = 1, max = 6) int depth, @ForAll @IntRange(min = 2, max = 20) int n) {
    Architecture network =
        new Architecture(
            Unit.LINEAR, depth, n, Form.ofVectors(2), Variances.keepingLengths(Unit.LINEAR));
    Weights laws = new Weights(Initialisation.ORTHOGONAL, Initialisation.ORTHOGONAL);
    Parameters drawn = Parameters.draw(network, laws, Filter.TAPS, depth, n);
    double u = 0.3;
    double[][] inputs = {KernelSampleTest.input(2, 1), KernelSampleTest.input(2, u)};
    EmpiricalKernels kernels = EmpiricalKernels.of(network, drawn, inputs);
    assertEquals(u, kernels.nngp()[0][1], 1e-13);
    assertEquals((depth + 1) * u, kernels.ntk()[0][1], 1e-12);
  }
}
