package dev.zonal.data.regression;

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
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Entries;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.theorem.shape.EquispacedInterpolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a program prints of regressions, against the definition: docs/theory.md, Theorem 19.5. */
class CertifiedRegressionTest {
  private static final int DIGITS = 25;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(150);

  /** Vectors of two integers, of different directions. */
  record Data(List<List<Integer>> points, List<Integer> targets) {
    Data without(int i) {
      List<List<Integer>> fewer = new ArrayList<>(points);
      List<Integer> others = new ArrayList<>(targets);
      fewer.remove(i);
      others.remove(i);
      return new Data(fewer, others);
    }

    Data reversed() {
      List<List<Integer>> last = new ArrayList<>(points);
      List<Integer> others = new ArrayList<>(targets);
      Collections.reverse(last);
      Collections.reverse(others);
      return new Data(last, others);
    }

    String at(int i) {
      return text(points.get(i));
    }

    private static String text(List<Integer> point) {
      return point.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    String pointLines() {
      return points.stream().map(Data::text).collect(Collectors.joining("\n"));
    }

    String targetLines(int factor) {
      return targets.stream().map(y -> y * factor + "/7").collect(Collectors.joining("\n"));
    }
  }

  @Provide
  Arbitrary<Data> data() {
    // (k, 1) and (1, -k): no two of them parallel for k from 1 to 9.
    Arbitrary<List<Integer>> point =
        Combinators.combine(Arbitraries.integers().between(1, 9), Arbitraries.of(1, -1))
            .as((k, side) -> side > 0 ? List.of(k, 1) : List.of(1, -k));
    return point
        .list()
        .uniqueElements()
        .ofMinSize(2)
        .ofMaxSize(5)
        .flatMap(
            points ->
                Arbitraries.integers()
                    .between(1, 20)
                    .list()
                    .ofSize(points.size())
                    .map(targets -> new Data(points, targets)));
  }

  private static DataFile file(String content) {
    try {
      Path file = Files.createTempFile("regression", ".csv");
      try {
        Files.writeString(file, content);
        return DataFile.open(file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // a kernel of vectors
  private static DataKernel<Vector> kernel(String specification, Scale scale) {
    return (DataKernel<Vector>) DataKernels.ALL.parse(specification, scale, false);
  }

  private static RegressionProblem<Vector> problem(
      DataKernel<Vector> kernel, String points, String targets, Rational ridge, String at) {
    return new RegressionProblem<>(
        kernel,
        file(points).points(InputKind.VECTORS),
        file(targets).points(InputKind.TARGETS),
        ridge,
        at.isEmpty() ? Optional.empty() : Optional.of(file(at).points(InputKind.VECTORS)));
  }

  private static List<RegressionRow> rows(RegressionProblem<Vector> problem) {
    return CertifiedRegression.of(problem, DIGITS).get();
  }

  private static List<RegressionRow> rows(
      String kernel, Data data, Rational ridge, String at, int factor) {
    DataKernel<Vector> of = kernel(kernel, Scale.UNIT);
    return rows(problem(of, data.pointLines(), data.targetLines(factor), ridge, at));
  }

  private static List<Ball> all(List<RegressionRow> rows, Quantity quantity, int target) {
    return rows.stream()
        .filter(row -> row.quantity() == quantity && row.target() == target)
        .map(row -> row.value().get().enclosure())
        .toList();
  }

  private static Ball one(List<RegressionRow> rows, Quantity quantity) {
    return all(rows, quantity, 1).get(0);
  }

  private static void assertEqual(Ball expected, Ball found) {
    assertTrue(expected.overlaps(found), () -> expected + " and " + found);
    assertTrue(found.accuracyBits() >= BallArithmetic.bitsFor(DIGITS), found::toString);
  }

  /** K(2 x, z) = 2 K(x, z), so that f(2 x_i) = 2 y_i: no theorem of the program says that. */
  @Property(tries = 15)
  void anInterpolantHasTheValuesAskedFor(@ForAll("data") Data data) {
    String twice =
        data.points().stream()
            .map(point -> 2 * point.get(0) + "," + 2 * point.get(1))
            .collect(Collectors.joining("\n"));
    List<RegressionRow> rows =
        rows("fcntk:L=2", data, Rational.ZERO, data.pointLines() + "\n" + twice, 1);
    List<Ball> values = all(rows, Quantity.PREDICTION, 1);
    int n = data.points().size();
    for (int i = 0; i < n; i++) {
      Rational y = Rational.of(data.targets().get(i), 7);
      assertTrue(values.get(i).contains(y));
      assertTrue(values.get(n + i).contains(y.multiply(2)));
      assertTrue(values.get(n + i).accuracyBits() > 60);
    }
  }

  @Property(tries = 15)
  void aLeaveOneOutErrorIsThatOfTheRegressionFromTheOthers(
      @ForAll("data") Data data, @ForAll @IntRange(min = 0, max = 2) int ridge) {
    Rational r = Rational.of(ridge, 10);
    List<Ball> errors = all(rows("laplace:c=1/3", data, r, "", 1), Quantity.LEAVE_ONE_OUT, 1);
    for (int i = 0; i < data.points().size(); i++) {
      List<RegressionRow> others = rows("laplace:c=1/3", data.without(i), r, data.at(i), 1);
      Ball y = OVER.of(Rational.of(data.targets().get(i), 7));
      assertEqual(OVER.subtract(y, one(others, Quantity.PREDICTION)), errors.get(i));
    }
  }

  /** |f|^2 = c^T K c, and (K + r I) c = y. */
  @Property(tries = 15)
  void coefficientsAndNormAreThoseOfTheMatrix(
      @ForAll("data") Data data, @ForAll @IntRange(min = 0, max = 2) int ridge) {
    DataKernel<Vector> kernel = kernel("ntk:act=erf,L=1,sw2=3,sb2=1", Scale.PAPER);
    Rational r = Rational.of(ridge, 3);
    RegressionProblem<Vector> problem =
        problem(kernel, data.pointLines(), data.targetLines(1), r, "");
    List<RegressionRow> rows = rows(problem);
    List<Ball> c = all(rows, Quantity.COEFFICIENT, 1);
    Entries<Ball> entries = new GramMatrix<>(problem.points(), kernel.kernel()).enclose(150);
    Ball form = OVER.of(0);
    for (int i = 0; i < c.size(); i++) {
      Ball image = OVER.of(0);
      for (int j = 0; j < c.size(); j++) {
        image = OVER.add(image, OVER.multiply(entries.at(i, j), c.get(j)));
      }
      form = OVER.add(form, OVER.multiply(image, c.get(i)));
      Ball right = OVER.add(image, OVER.scale(c.get(i), r));
      assertTrue(right.contains(Rational.of(data.targets().get(i), 7)));
    }
    assertEqual(OVER.sqrt(form), one(rows, Quantity.NORM));
  }

  @Property(tries = 10)
  void multiplesOfTheTargetsHaveMultiplesOfEverything(
      @ForAll("data") Data data, @ForAll @IntRange(min = 2, max = 5) int factor) {
    List<RegressionRow> simple = rows("fcntk:L=2", data, Rational.ONE, "5,7", 1);
    List<RegressionRow> multiple = rows("fcntk:L=2", data, Rational.ONE, "5,7", factor);
    for (int i = 0; i < simple.size(); i++) {
      Ball value = simple.get(i).value().get().enclosure();
      assertEqual(
          OVER.scale(value, Rational.of(factor)), multiple.get(i).value().get().enclosure());
    }
  }

  /** s K has the coefficients c/s, the predictions of K, and the norm over the root of s. */
  @Property(tries = 10)
  void theScaleOfTheKernelDividesTheCoefficients(@ForAll("data") Data data) {
    List<List<RegressionRow>> both = new ArrayList<>();
    for (Scale scale : List.of(Scale.UNIT, Scale.PAPER)) {
      DataKernel<Vector> of = kernel("fcntk:L=2", scale);
      both.add(rows(problem(of, data.pointLines(), data.targetLines(1), Rational.ZERO, "5,7")));
    }
    // Three layers of weights.
    Rational three = Rational.of(3);
    for (int i = 0; i < data.points().size(); i++) {
      Ball paper = all(both.get(1), Quantity.COEFFICIENT, 1).get(i);
      assertEqual(OVER.scale(paper, three), all(both.get(0), Quantity.COEFFICIENT, 1).get(i));
      assertEqual(
          all(both.get(0), Quantity.LEAVE_ONE_OUT, 1).get(i),
          all(both.get(1), Quantity.LEAVE_ONE_OUT, 1).get(i));
    }
    assertEqual(one(both.get(0), Quantity.PREDICTION), one(both.get(1), Quantity.PREDICTION));
    Ball norm = OVER.scale(OVER.square(one(both.get(1), Quantity.NORM)), three);
    assertEqual(OVER.sqrt(norm), one(both.get(0), Quantity.NORM));
  }

  @Property(tries = 10)
  void theOrderOfThePointsDoesNotMatter(@ForAll("data") Data data) {
    List<RegressionRow> rows = rows("fcntk:L=3", data, Rational.ZERO, "5,7", 1);
    List<RegressionRow> reversed = rows("fcntk:L=3", data.reversed(), Rational.ZERO, "5,7", 1);
    int n = data.points().size();
    for (int i = 0; i < n; i++) {
      assertEqual(
          all(rows, Quantity.COEFFICIENT, 1).get(i),
          all(reversed, Quantity.COEFFICIENT, 1).get(n - 1 - i));
    }
    assertEqual(one(rows, Quantity.PREDICTION), one(reversed, Quantity.PREDICTION));
  }

  @Property(tries = 10)
  void severalTargetsAreAsManyRegressions(
      @ForAll("data") Data data, @ForAll @Size(5) List<@IntRange(min = 1, max = 9) Integer> more) {
    StringBuilder both = new StringBuilder();
    StringBuilder second = new StringBuilder();
    for (int i = 0; i < data.points().size(); i++) {
      both.append(data.targets().get(i)).append("/7,").append(more.get(i)).append('\n');
      second.append(more.get(i)).append('\n');
    }
    DataKernel<Vector> of = kernel("fcntk:L=2", Scale.UNIT);
    String points = data.pointLines();
    List<RegressionRow> together = rows(problem(of, points, both.toString(), Rational.ONE, "5,7"));
    List<RegressionRow> alone = rows(problem(of, points, second.toString(), Rational.ONE, "5,7"));
    assertEquals(2 * alone.size(), together.size());
    for (int i = 0; i < alone.size(); i++) {
      RegressionRow row = together.get(alone.size() + i);
      assertEquals(2, row.target());
      assertEquals(alone.get(i).quantity(), row.quantity());
      assertEquals(alone.get(i).index(), row.index());
      assertEqual(alone.get(i).value().get().enclosure(), row.value().get().enclosure());
      assertEquals(alone.get(i).inDoubles(), row.inDoubles());
    }
  }

  /** Proposition 23.10, without the solution of a linear system. */
  @Test
  void fourPointsOfTheCircleAreEquispaced() {
    String kernel = "resntk:train=all,sw2=1,L=5,alpha=1/10";
    List<RegressionRow> rows =
        rows(
            problem(
                kernel(kernel, Scale.UNIT),
                "1,0\n0,1\n-1,0\n0,-1",
                "1\n-2\n1/2\n3",
                Rational.ZERO,
                ""));
    EquispacedInterpolation circulant =
        EquispacedInterpolation.of(KernelSpecification.parse(kernel), 4, OVER);
    List<Ball> values =
        List.of(Rational.ONE, Rational.of(-2), Rational.of(1, 2), Rational.of(3)).stream()
            .map(OVER::of)
            .toList();
    List<Ball> expected = circulant.coefficients(values);
    List<Ball> found = all(rows, Quantity.COEFFICIENT, 1);
    for (int i = 0; i < 4; i++) {
      assertEqual(expected.get(i), found.get(i));
    }
    assertEqual(OVER.sqrt(circulant.squaredNorm(values)), one(rows, Quantity.NORM));
  }

  @Test
  void targetsOfZeroHaveZerosExactlyAndDoublesAgree() {
    List<RegressionRow> rows =
        rows(problem(kernel("fcntk:L=2", Scale.UNIT), "1,0\n0,1", "0\n0", Rational.ZERO, "5,7"));
    for (RegressionRow row : rows) {
      assertEquals(0, row.value().get().rounded().signum());
      assertTrue(row.value().get().exact().isPresent());
    }
    assertTrue(DoubleComparison.of(rows).isEmpty());
  }

  @Test
  void aMatrixThatIsNearlySingularIsAsCertain() {
    String points = "1,0\n1,1e-40\n0,1";
    RegressionProblem<Vector> problem =
        problem(kernel("fcntk:L=2", Scale.UNIT), points, "1\n2\n3", Rational.ZERO, "1,5e-41");
    List<RegressionRow> rows = rows(problem);
    assertTrue(all(rows, Quantity.COEFFICIENT, 1).get(0).toDouble() < -1e39);
    // Halfway between two points, whose kernel is linear in the distance there.
    assertEquals(1.5, one(rows, Quantity.PREDICTION).toDouble(), 1e-15);
    List<DoubleComparison> worth = DoubleComparison.of(rows);
    assertEquals(3, worth.get(0).wrong());
    assertTrue(worth.get(0).largestError().isEmpty());
  }

  @Test
  void whatTheoremsSayIsSingularIsNamedUnlessThereIsARidge() {
    DataKernel<Vector> kernel = kernel("fcntk:L=2", Scale.UNIT);
    RegressionProblem<Vector> parallel = problem(kernel, "1,0\n2,0", "1\n2", Rational.ZERO, "");
    assertEquals(
        "points 1 and 2 have the same direction", parallel.singularity().orElseThrow().reason());
    assertFalse(CertifiedRegression.of(parallel, DIGITS).isCertified());
    RegressionProblem<Vector> ridge = problem(kernel, "1,0\n2,0", "1\n2", Rational.of(1, 1000), "");
    assertTrue(ridge.singularity().isEmpty());
    assertTrue(CertifiedRegression.of(ridge, DIGITS).isCertified());
  }

  @Test
  void anInterpolatedTargetIsExactWithoutARidgeOnly() {
    DataKernel<Vector> kernel = kernel("fcntk:L=2", Scale.UNIT);
    List<RegressionRow> exact = rows(problem(kernel, "1,0\n0,1", "1\n0", Rational.ZERO, "0,1"));
    RegressionRow row = exact.get(exact.size() - 1);
    assertEquals(0, row.value().get().rounded().signum());
    List<RegressionRow> smoothed = rows(problem(kernel, "1,0\n0,1", "1\n0", Rational.ONE, "0,1"));
    assertTrue(one(smoothed, Quantity.PREDICTION).isPositive());
    assertTrue(smoothed.get(smoothed.size() - 1).value().get().exact().isEmpty());
  }

  @Test
  void negativeRidgesAndTargetsOfOtherPointsAreRefused() {
    DataKernel<Vector> kernel = kernel("fcntk:L=2", Scale.UNIT);
    Points<Vector> points = file("1,0\n0,1").points(InputKind.VECTORS);
    Points<Vector> targets = file("1\n2").points(InputKind.TARGETS);
    Rational minus = Rational.of(-1);
    assertThrows(
        IllegalArgumentException.class,
        () -> new RegressionProblem<>(kernel, points, targets, minus, Optional.empty()));
    Points<Vector> three = file("1\n2\n3").points(InputKind.TARGETS);
    assertThrows(
        DataException.class,
        () -> new RegressionProblem<>(kernel, points, three, Rational.ZERO, Optional.empty()));
    Points<Vector> space = file("1,2,3").points(InputKind.VECTORS);
    assertThrows(
        DataException.class,
        () -> new RegressionProblem<>(kernel, points, targets, Rational.ZERO, Optional.of(space)));
  }
}
