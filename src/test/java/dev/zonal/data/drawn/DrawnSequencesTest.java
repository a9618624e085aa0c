package dev.zonal.data.drawn;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurrent networks have their kernels on the average, of sequences of different lengths. */
@Tag("long")
class DrawnSequencesTest {
  private static final int WIDTH = 512;
  private static final int LAYERS = 2;
  private static final double SW = 1.25;
  private static final double SU = 0.75;
  private static final double SB = 0.5;
  private static final double SV = 1.5;
  private static final double SH = 0.5;

  private static final List<Sequence> SEQUENCES =
      List.of(sequence("1/2,1;3/4,1/4;1,1/2"), sequence("1,-1/2;1,1;1/2,3/4;3/4,1/2"));

  private static Sequence sequence(String text) {
    return new Sequence(
        Arrays.stream(text.split(";"))
            .map(step -> Vector.of(Arrays.stream(step.split(",")).map(Rational::parse).toList()))
            .toList());
  }

  /** The weights from step to step and from layer to layer. */
  private static final class Network {
    private final Unit unit;
    private final SplittableRandom random;
    private final List<Weights> recurrent = new ArrayList<>();
    private final List<Weights> below = new ArrayList<>();
    private final List<Weights> biases = new ArrayList<>();

    Network(SplittableRandom random, Unit unit) {
      this.unit = unit;
      this.random = random;
      for (int l = 0; l < LAYERS; l++) {
        recurrent.add(Weights.drawn(random, WIDTH, WIDTH));
        below.add(Weights.drawn(random, WIDTH, l == 0 ? 2 : WIDTH));
        biases.add(Weights.drawn(random, WIDTH, 1));
      }
    }

    private double[] state() {
      double[] state = new double[WIDTH];
      Arrays.setAll(state, i -> SH * random.nextGaussian());
      return state;
    }

    /** What the last layer says at each step, with states of the sequence's own. */
    List<Tape.Node> read(Tape tape, Sequence x, boolean backwards) {
      List<Vector> steps = new ArrayList<>(x.steps());
      if (backwards) {
        Collections.reverse(steps);
      }
      List<Tape.Node> before = new ArrayList<>();
      for (int l = 0; l < LAYERS; l++) {
        before.add(tape.input(state()));
      }
      List<Tape.Node> said = new ArrayList<>();
      for (Vector step : steps) {
        Tape.Node under =
            tape.input(step.coordinate(0).doubleValue(), step.coordinate(1).doubleValue());
        for (int l = 0; l < LAYERS; l++) {
          double fan = l == 0 ? 2 : WIDTH;
          Tape.Node seen =
              tape.sum(
                  List.of(
                      tape.linear(recurrent.get(l), SW / Math.sqrt(WIDTH), before.get(l)),
                      tape.linear(below.get(l), SU / Math.sqrt(fan), under),
                      tape.bias(biases.get(l), SB)));
          under = tape.apply(unit, seen);
          before.set(l, under);
        }
        said.add(under);
      }
      return said;
    }
  }

  /** A read-out of what the last layer says at each step. */
  private static final class ReadOut {
    private static final double SCALE = SV / Math.sqrt(WIDTH);
    private final String name;
    private final List<Weights> byAge = new ArrayList<>();

    ReadOut(SplittableRandom random, String name) {
      this.name = name;
      for (int age = 0; age < 4; age++) {
        boolean isShared = age > 0 && !name.equals("heads");
        byAge.add(isShared ? byAge.get(0) : Weights.drawn(random, 1, WIDTH));
      }
    }

    Tape.Node output(Tape tape, List<Tape.Node> said) {
      int length = said.size();
      if (name.equals("last") || name.equals("bi")) {
        return tape.linear(byAge.get(0), SCALE, said.get(length - 1));
      }
      double share = name.equals("mean") ? 1.0 / length : 1 / Math.sqrt(length);
      List<Tape.Node> parts = new ArrayList<>();
      for (int age = 0; age < length; age++) {
        parts.add(tape.linear(byAge.get(age), SCALE * share, said.get(length - 1 - age)));
      }
      return tape.sum(parts);
    }
  }

  private static double[] numbers(SplittableRandom random, Unit unit, String readOut) {
    double[] sum = new double[3];
    for (boolean backwards : new boolean[] {false, true}) {
      if (backwards && !readOut.equals("bi")) {
        continue;
      }
      Network network = new Network(random, unit);
      ReadOut last = new ReadOut(random, readOut);
      List<List<Tape.Use>> uses = new ArrayList<>();
      for (Sequence sequence : SEQUENCES) {
        Tape tape = new Tape();
        uses.add(tape.uses(last.output(tape, network.read(tape, sequence, backwards))));
      }
      sum[0] += Tape.tangent(uses.get(0), uses.get(1));
      sum[1] += Tape.tangent(uses.get(0), uses.get(0));
      sum[2] += Tape.tangent(uses.get(0), uses.get(1), last.byAge);
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaky,slope=1/4 | last  | 800",
        "erf             | last  | 500",
        "relu            | mean  | 800",
        "relu            | heads | 800",
        "relu            | bi    | 800"
      })
  void recurrentOnes(String act, String readOut, int networks) {
    double[][] drawn = Drawn.of(networks, random -> numbers(random, Unit.of(act), readOut));
    String parameters =
        "act=%s,L=2,sw2=25/16,su2=9/16,sb2=1/4,sv2=9/4,sh2=1/4,readout=%s".formatted(act, readOut);
    Drawn.assertMean(
        "rntk:" + parameters, Drawn.kernel("rntk:" + parameters, false, SEQUENCES, 0, 1), drawn[0]);
    Drawn.assertMean(
        "rntk x,x:" + parameters,
        Drawn.kernel("rntk:" + parameters, false, SEQUENCES, 0, 0),
        drawn[1]);
    Drawn.assertMean(
        "rnngp:" + parameters,
        Drawn.kernel("rnngp:" + parameters, false, SEQUENCES, 0, 1),
        drawn[2]);
  }
}
