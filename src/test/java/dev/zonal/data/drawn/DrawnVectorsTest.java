package dev.zonal.data.drawn;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks of vectors: fully connected and residual ones have their kernels on the average. */
@Tag("long")
class DrawnVectorsTest {
  private static final int WIDTH = 512;

  private static final List<Vector> POINTS = List.of(vector("1,1/2"), vector("3/4,-1/4"));
  private static final List<Vector> ON_SPHERE = List.of(vector("1,0"), vector("3/5,4/5"));

  private static Vector vector(String text) {
    return Vector.of(Arrays.stream(text.split(",")).map(Rational::parse).toList());
  }

  private static double[] doubles(Vector x) {
    double[] values = new double[x.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = x.coordinate(i).doubleValue();
    }
    return values;
  }

  /** A network of weights, and what it says of one input on a tape. */
  private abstract static class Network {
    final List<Weights> readOut = new ArrayList<>();

    abstract Tape.Node output(Tape tape, Tape.Node x);

    private List<Tape.Use> uses(Vector x) {
      Tape tape = new Tape();
      return tape.uses(output(tape, tape.input(doubles(x))));
    }

    /** Tangent kernels across and of the first input, and the covariance across. */
    final double[] numbers(List<Vector> points) {
      List<Tape.Use> x = uses(points.get(0));
      List<Tape.Use> z = uses(points.get(1));
      return new double[] {Tape.tangent(x, z), Tape.tangent(x, x), Tape.tangent(x, z, readOut)};
    }
  }

  private static Weights square(SplittableRandom random) {
    return Weights.drawn(random, WIDTH, WIDTH);
  }

  /** Layers of the variances sw2 over their inputs, of the first over 1, and biases. */
  private static final class Dense extends Network {
    private final Unit unit;
    private final List<Weights> weights = new ArrayList<>();
    private final List<Weights> biases = new ArrayList<>();
    private final double first;
    private final double sw;
    private final double sb;

    Dense(SplittableRandom random, Unit unit, int layers, double first, double sw2, double sb2) {
      this(random, unit, layers, first, sw2, sb2, true);
    }

    Dense(
        SplittableRandom random,
        Unit unit,
        int layers,
        double first,
        double sw2,
        double sb2,
        boolean drawsBiases) {
      this.unit = unit;
      this.first = Math.sqrt(first);
      this.sw = Math.sqrt(sw2);
      this.sb = Math.sqrt(sb2);
      for (int l = 1; l <= layers + 1; l++) {
        int width = l == layers + 1 ? 1 : WIDTH;
        weights.add(Weights.drawn(random, width, l == 1 ? 2 : WIDTH));
        biases.add(drawsBiases ? Weights.drawn(random, width, 1) : Weights.zero(width, 1));
      }
      readOut.add(weights.get(layers));
      if (drawsBiases) {
        readOut.add(biases.get(layers));
      }
    }

    @Override
    Tape.Node output(Tape tape, Tape.Node x) {
      Tape.Node seen = tape.linear(weights.get(0), first, x);
      seen = tape.sum(List.of(seen, tape.bias(biases.get(0), sb)));
      for (int l = 1; l < weights.size(); l++) {
        Tape.Node said = tape.apply(unit, seen);
        seen = tape.linear(weights.get(l), sw / Math.sqrt(WIDTH), said);
        seen = tape.sum(List.of(seen, tape.bias(biases.get(l), sb)));
      }
      return seen;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu             | 2 | 2   | 1/4 | 600",
        "relu,power=2     | 1 | 1/2 | 1/4 | 4000",
        "leaky,slope=1/4  | 2 | 2   | 1/4 | 600",
        "linear           | 1 | 1   | 1/4 | 600",
        "abs              | 2 | 1   | 1/4 | 600",
        "erf              | 2 | 5/4 | 1/4 | 400",
        "gelu             | 2 | 2   | 1/4 | 600",
        "sin              | 2 | 5/4 | 1/4 | 400",
        "cos              | 2 | 5/4 | 1/4 | 600",
        "exp              | 1 | 1/4 | 1/4 | 2000",
        "tanh             | 1 | 5/4 | 1/4 | 400",
        "sigmoid          | 1 | 5/4 | 1/4 | 400",
        "softplus         | 1 | 5/4 | 1/4 | 400",
        "swish            | 1 | 2   | 1/4 | 600"
      })
  void fullyConnectedOnes(String act, int layers, String sw2, String sb2, int networks) {
    double w = Rational.parse(sw2).doubleValue();
    double b = Rational.parse(sb2).doubleValue();
    double[][] drawn =
        Drawn.of(
            networks, random -> new Dense(random, Unit.of(act), layers, w, w, b).numbers(POINTS));
    String parameters = "act=%s,L=%s,sw2=%s,sb2=%s".formatted(act, layers, sw2, sb2);
    assertMeans("ntk:" + parameters, "nngp:" + parameters, false, POINTS, drawn, 1);
  }

  /** They have no derivative, and a covariance. */
  @ParameterizedTest
  @CsvSource({"step", "sign"})
  void onesThatJump(String act) {
    double[][] drawn =
        Drawn.of(500, random -> new Dense(random, Unit.of(act), 2, 1.5, 1.5, 0.25).numbers(POINTS));
    String kernel = "nngp:act=%s,L=2,sw2=3/2,sb2=1/4".formatted(act);
    Drawn.assertMean(kernel, Drawn.kernel(kernel, false, POINTS, 0, 1), drawn[2]);
  }

  @Test
  void biasesThatStartAtZeroAreTrained() {
    double[][] drawn =
        Drawn.of(
            600,
            random -> new Dense(random, Unit.of("relu"), 2, 1, 2, 1, false).numbers(ON_SPHERE));
    assertMeans("fcntk:L=2,beta=1", "fcnngp:L=2", true, ON_SPHERE, drawn, 1);
  }

  @Test
  void biasesThatAreDrawnArePropagated() {
    double[][] drawn =
        Drawn.of(
            600, random -> new Dense(random, Unit.of("relu"), 2, 0.5, 1, 0.5).numbers(ON_SPHERE));
    assertMeans(
        "fcntk:L=2,beta=1,bias=propagated",
        "fcnngp:L=2,beta=1,bias=propagated",
        true,
        ON_SPHERE,
        drawn,
        1);
  }

  /** x_l = x_(l-1) + alpha sw V phi(W x_(l-1) + tau b). */
  private static final class Residual extends Network {
    private final Unit unit;
    private final List<Weights> inner = new ArrayList<>();
    private final List<Weights> outer = new ArrayList<>();
    private final List<Weights> biases = new ArrayList<>();
    private final Weights first;
    private final Weights last;
    private final double alpha;
    private final double sw;
    private final double tau;

    Residual(SplittableRandom random, Unit unit, int blocks, double alpha, double sw2, double tau) {
      this.unit = unit;
      this.alpha = alpha;
      this.sw = Math.sqrt(sw2);
      this.tau = tau;
      this.first = Weights.drawn(random, WIDTH, 2);
      this.last = Weights.drawn(random, 1, WIDTH);
      for (int l = 0; l < blocks; l++) {
        inner.add(square(random));
        outer.add(square(random));
        biases.add(Weights.zero(WIDTH, 1));
      }
      readOut.add(last);
    }

    @Override
    Tape.Node output(Tape tape, Tape.Node x) {
      double root = 1 / Math.sqrt(WIDTH);
      Tape.Node carried = tape.linear(first, 1, x);
      for (int l = 0; l < inner.size(); l++) {
        Tape.Node seen = tape.linear(inner.get(l), root, carried);
        seen = tape.sum(List.of(seen, tape.bias(biases.get(l), tau)));
        Tape.Node said = tape.apply(unit, seen);
        Tape.Node added = tape.linear(outer.get(l), alpha * sw * root, said);
        carried = tape.sum(List.of(carried, added));
      }
      return tape.linear(last, root, carried);
    }

    /** The same numbers, tangent kernels of the weights of the blocks only. */
    double[] numbersOfBlocks(List<Vector> points) {
      List<Weights> blocks = new ArrayList<>(inner);
      blocks.addAll(outer);
      blocks.addAll(biases);
      List<Tape.Use> x = super.uses(points.get(0));
      List<Tape.Use> z = super.uses(points.get(1));
      return new double[] {
        Tape.tangent(x, z, blocks), Tape.tangent(x, x, blocks), Tape.tangent(x, z, readOut)
      };
    }
  }

  @ParameterizedTest
  @CsvSource({"relu", "erf"})
  void residualOnes(String act) {
    double[][] drawn =
        Drawn.of(600, random -> new Residual(random, Unit.of(act), 2, 0.5, 1.5, 0).numbers(POINTS));
    String parameters = "act=%s,L=2,alpha=1/2,sw2=3/2".formatted(act);
    assertMeans("resntk:train=all," + parameters, "resnngp:" + parameters, false, POINTS, drawn, 1);
  }

  /** The kernel of the blocks is without the factor alpha^2. */
  @Test
  void residualOnesOfWhichTheBlocksAreTrained() {
    double[][] drawn =
        Drawn.of(
            600,
            random ->
                new Residual(random, Unit.of("relu"), 2, 0.5, 2, 0.5).numbersOfBlocks(ON_SPHERE));
    assertMeans("resntk:L=2,alpha=1/2,tau=1/2", "resnngp:L=2,alpha=1/2", true, ON_SPHERE, drawn, 4);
  }

  private static void assertMeans(
      String tangent,
      String process,
      boolean onSphere,
      List<Vector> points,
      double[][] drawn,
      double factor) {
    double[] across = Arrays.stream(drawn[0]).map(v -> v * factor).toArray();
    double[] self = Arrays.stream(drawn[1]).map(v -> v * factor).toArray();
    Drawn.assertMean(tangent, Drawn.kernel(tangent, onSphere, points, 0, 1), across);
    Drawn.assertMean(tangent + " x,x", Drawn.kernel(tangent, onSphere, points, 0, 0), self);
    Drawn.assertMean(process, Drawn.kernel(process, onSphere, points, 0, 1), drawn[2]);
  }
}
