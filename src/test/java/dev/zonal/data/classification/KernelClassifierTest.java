package dev.zonal.data.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Vector;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.regression.Regression;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KernelClassifierTest {
  private static final Path REFERENCE =
      Path.of("src/test/resources/dev/zonal/data/classification/reference.tsv");
  private static final int BITS = 128;

  /** A line of a file: a label, a tab, two numbers. */
  private record Sample(String label, int x, int y) {
    String line() {
      return label + "\t" + x + "/10\t" + y + "/10";
    }
  }

  private static LabelledPoints<Vector> points(List<Sample> samples) {
    try {
      Path file = Files.createTempFile("samples", ".tsv");
      Files.writeString(file, samples.stream().map(Sample::line).collect(Collectors.joining("\n")));
      DataFile read = DataFile.open(file.toString());
      Files.delete(file);
      return new LabelledPoints<>(read.points(InputKind.VECTORS), read.labels().orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static PairKernel<Vector> kernel(String specification) {
    return (PairKernel<Vector>) DataKernels.ALL.parse(specification, Scale.UNIT, false).kernel();
  }

  private static List<Sample> random(int seed, int count, String labels) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String label =
          i < labels.length()
              ? labels.substring(i, i + 1)
              : "" + labels.charAt(random.nextInt(labels.length()));
      samples.add(new Sample(label, random.nextInt(41) - 20, random.nextInt(41) - 20));
    }
    return samples;
  }

  private static FixedMatrix matrix(PairKernel<Vector> kernel, List<Vector> points) {
    BallArithmetic over = BallArithmetic.ofBits(BITS + 16);
    return FixedMatrix.of(points.size(), BITS, kernel.over(over, points)::at);
  }

  private static List<Ball> row(PairKernel<Vector> kernel, List<Vector> points, Vector at) {
    BallArithmetic over = BallArithmetic.ofBits(BITS + 16);
    return points.stream().map(x -> kernel.value(over, x, at)).toList();
  }

  @Property(tries = 12)
  void leavingOneOutIsRefitting(@ForAll @IntRange(max = 999) int seed) {
    LabelledPoints<Vector> training = points(random(seed, 11, "abcd"));
    PairKernel<Vector> kernel = kernel("fcntk:L=2");
    List<Integer> wrong =
        new KernelClassifier<>(training, kernel).leaveOneOut(Rational.of(1, 5)).get().wrong();
    List<Vector> all = training.points().inputs();
    BallArithmetic over = BallArithmetic.ofBits(BITS);
    for (int out = 0; out < all.size(); out++) {
      List<Vector> others = new ArrayList<>(all);
      List<Integer> classes = new ArrayList<>(training.classOfEach());
      Vector point = others.remove(out);
      int own = classes.remove(out);
      OneAgainstRest refitted =
          OneAgainstRest.of(matrix(kernel, others), over.of(Rational.of(1, 5)), classes, 4).get();
      List<Integer> found = refitted.at(over, row(kernel, others, point)).candidates();
      assertEquals(1, found.size());
      assertEquals(found.get(0) != own, wrong.contains(out + 1));
    }
  }

  @Property(tries = 8)
  void twoClassesAreOneRegression(@ForAll @IntRange(max = 999) int seed) {
    LabelledPoints<Vector> training = points(random(seed, 9, "+-"));
    PairKernel<Vector> kernel = kernel("gaussian:c=1");
    Rational ridge = Rational.of(1, 100);
    KernelClassifier<Vector> classifier = new KernelClassifier<>(training, kernel);
    List<Vector> all = training.points().inputs();
    BallArithmetic over = BallArithmetic.ofBits(BITS);
    List<Ball> targets =
        training.labels().each().stream().map(l -> Ball.exact(l.equals("+") ? 1 : -1)).toList();
    Regression one = Regression.of(over, matrix(kernel, all), over.of(ridge), targets).get();
    List<Integer> wrong =
        IntStream.rangeClosed(1, 9)
            .filter(
                i -> {
                  Ball value = over.subtract(targets.get(i - 1), one.leaveOneOut(i - 1));
                  return over.multiply(value, targets.get(i - 1)).isNegative();
                })
            .boxed()
            .toList();
    assertEquals(wrong, classifier.leaveOneOut(ridge).get().wrong());
    Points<Vector> at = points(random(seed + 1000, 5, "+-")).points();
    List<Prediction> predictions = classifier.predict(ridge, at).get();
    for (int z = 0; z < 5; z++) {
      Ball value = one.value(row(kernel, all, at.inputs().get(z)));
      assertEquals(value.isPositive() ? "+" : "-", predictions.get(z).candidates().get(0));
      Ball margin = predictions.get(z).margin().orElseThrow();
      assertTrue(margin.isPositive());
      assertTrue(margin.overlaps(value.abs().shifted(1)));
    }
  }

  @Property(tries = 8)
  void theOrderOfThePointsDoesNotMatter(@ForAll @IntRange(max = 999) int seed) {
    List<Sample> samples = random(seed, 12, "abc");
    List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<Sample> shuffled = order.stream().map(samples::get).toList();
    PairKernel<Vector> kernel = kernel("laplace:c=1");
    KernelClassifier<Vector> first = new KernelClassifier<>(points(samples), kernel);
    KernelClassifier<Vector> second = new KernelClassifier<>(points(shuffled), kernel);
    Rational ridge = Rational.of(1, 10);
    List<Integer> wrong = first.leaveOneOut(ridge).get().wrong();
    assertEquals(
        wrong,
        second.leaveOneOut(ridge).get().wrong().stream()
            .map(i -> order.get(i - 1) + 1)
            .sorted()
            .toList());
    Points<Vector> at = points(random(seed + 1000, 6, "abc")).points();
    assertEquals(
        first.predict(ridge, at).get().stream().map(Prediction::candidates).toList(),
        second.predict(ridge, at).get().stream().map(Prediction::candidates).toList());
  }

  @Example
  void theReferenceValuesAreFound() throws IOException {
    List<Sample> training = new ArrayList<>();
    List<Sample> at = new ArrayList<>();
    List<String> withoutIt = new ArrayList<>();
    List<String> margins = new ArrayList<>();
    for (String line : Files.readAllLines(REFERENCE)) {
      String[] f = line.split("\t");
      Sample sample = new Sample(f[3], Integer.parseInt(f[1]), Integer.parseInt(f[2]));
      (f[0].equals("train") ? training : at).add(sample);
      (f[0].equals("train") ? withoutIt : margins).add(f[4]);
    }
    List<Integer> wrong =
        IntStream.rangeClosed(1, training.size())
            .filter(i -> !withoutIt.get(i - 1).equals(training.get(i - 1).label()))
            .boxed()
            .toList();
    KernelClassifier<Vector> classifier =
        new KernelClassifier<>(points(training), kernel("gaussian:c=1/2"));
    LeaveOneOut found = classifier.leaveOneOut(Rational.of(1, 10)).get();
    assertEquals(wrong, found.wrong());
    assertTrue(found.isDecided());
    List<Prediction> predictions =
        classifier.predict(Rational.of(1, 10), points(at).points()).get();
    for (int i = 0; i < at.size(); i++) {
      assertEquals(List.of(at.get(i).label()), predictions.get(i).candidates());
      Ball margin = predictions.get(i).margin().orElseThrow();
      assertEquals(
          margins.get(i), margin.decimal(25).orElseThrow().stripTrailingZeros().toPlainString());
    }
  }

  @Example
  void orthogonalFeaturesTieWithoutEachOther() {
    LabelledPoints<Vector> training =
        points(List.of(new Sample("a", 10, 0), new Sample("b", 0, 10)));
    KernelClassifier<Vector> classifier =
        new KernelClassifier<>(training, kernel("polynomial:[0,1]"));
    LeaveOneOut found = classifier.leaveOneOut(Rational.ONE).get();
    assertEquals(List.of(), found.wrong());
    assertEquals(List.of(1, 2), found.undecided());
    assertEquals(0, found.fewest());
    assertEquals(2, found.most());
    Points<Vector> diagonal =
        points(List.of(new Sample("a", 1, 1), new Sample("b", 0, 1))).points();
    List<Prediction> predictions = classifier.predict(Rational.ONE, diagonal).get();
    assertEquals(List.of("a", "b"), predictions.get(0).candidates());
    assertEquals(Optional.empty(), predictions.get(0).margin());
    assertEquals(List.of("b"), predictions.get(1).candidates());
  }

  @Example
  void equalPointsOfTwoClassesAskForARidge() {
    LabelledPoints<Vector> training =
        points(List.of(new Sample("a", 1, 0), new Sample("b", 1, 0), new Sample("a", 5, 5)));
    KernelClassifier<Vector> classifier = new KernelClassifier<>(training, kernel("fcntk:L=1"));
    assertFalse(classifier.leaveOneOut(Rational.ZERO).isCertified());
    assertTrue(
        classifier.leaveOneOut(Rational.of(1, 1000)).get().wrong().containsAll(List.of(1, 2)));
    assertThrows(IllegalArgumentException.class, () -> classifier.leaveOneOut(Rational.of(-1)));
  }

  @Example
  void smallRidgesAreDecidedAsWell() {
    LabelledPoints<Vector> training = points(random(5, 30, "ab"));
    KernelClassifier<Vector> classifier =
        new KernelClassifier<>(training, kernel("gaussian:c=1/100"));
    for (int exponent : List.of(3, 9, 15, 21)) {
      Rational ridge = Rational.of(1, 10).pow(exponent);
      assertTrue(classifier.leaveOneOut(ridge).get().isDecided());
    }
  }

  @Example
  void oneClassAndOtherNumbersOfLabelsAreRefused() {
    assertThrows(
        DataException.class, () -> points(List.of(new Sample("a", 1, 0), new Sample("a", 2, 0))));
    LabelledPoints<Vector> two = points(List.of(new Sample("a", 1, 0), new Sample("b", 2, 0)));
    LabelledPoints<Vector> three = points(random(1, 3, "ab"));
    assertThrows(DataException.class, () -> new LabelledPoints<>(two.points(), three.labels()));
    assertThrows(DataException.class, () -> new LabelledPoints<>(three.points(), two.labels()));
  }
}
