package dev.zonal.data.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slopes and kinks on the circle: docs/theory.md, Proposition 19.15. */
class CircleSlopesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  /** Of the unit circle; the third is opposite to the first. */
  private static final String CIRCLE = "1,0\n3/5,4/5\n-1,0\n-5/13,-12/13\n";

  @TempDir private Path folder;

  private DataFile file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return DataFile.open(file.toString());
  }

  private Points<Vector> points(String content) throws IOException {
    return file("x.csv", content).points(InputKind.VECTORS);
  }

  @SuppressWarnings("unchecked") // the kernels of the catalogue are those of vectors
  private List<RegressionRow> regress(
      String kernel, Scale scale, String points, String targets, String at) throws IOException {
    DataKernel<Vector> of = (DataKernel<Vector>) DataKernels.ALL.parse(kernel, scale, true);
    RegressionProblem<Vector> problem =
        new RegressionProblem<>(
            of,
            points(points),
            file("y.csv", targets).points(InputKind.TARGETS),
            Rational.ZERO,
            Optional.of(file("at.csv", at).points(InputKind.VECTORS)));
    CircleSlopes circle =
        CircleSlopes.of(KernelSpecification.parse(kernel), scale, true, problem.points());
    return CertifiedRegression.of(problem, Optional.of(circle), 30).get();
  }

  private static Ball ball(List<RegressionRow> rows, Quantity quantity, int index) {
    return rows.stream()
        .filter(row -> row.quantity() == quantity && row.index() == index)
        .findFirst()
        .orElseThrow()
        .value()
        .get()
        .enclosure();
  }

  /** Rotated by the angle 2 arc tan t. */
  private static Vector turned(Vector x, Rational t) {
    Rational square = t.multiply(t);
    Rational norm = Rational.ONE.add(square);
    Rational cosine = Rational.ONE.subtract(square).divide(norm);
    Rational sine = t.multiply(2).divide(norm);
    Rational first = cosine.multiply(x.coordinate(0)).subtract(sine.multiply(x.coordinate(1)));
    return Vector.of(
        List.of(first, sine.multiply(x.coordinate(0)).add(cosine.multiply(x.coordinate(1)))));
  }

  private static String line(Vector x) {
    return x.coordinate(0) + "," + x.coordinate(1);
  }

  /** f(theta +- h) for h about 2 10^-12, over h, is next to the slope of that side. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=2; unit",
        "fcntk:L=3; paper",
        "resntk:train=all,sw2=1,L=5,alpha=1/10; unit",
        "fcntk:L=2,beta=1/2; unit",
        "laplace:c=2; unit",
        "gaussian:c=1; unit",
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10; paper",
        "arccos:0; unit",
      })
  void slopesAreDifferencesOfPredictions(String kernel, String scale) throws IOException {
    Scale in = Scale.valueOf(scale.strip().toUpperCase(Locale.ROOT));
    List<Vector> places = points(CIRCLE).inputs();
    Rational t = Rational.of(1, 1_000_000_000_000L);
    String at =
        places.stream()
            .map(x -> line(turned(x, t.negate())) + "\n" + line(turned(x, t)))
            .collect(Collectors.joining("\n"));
    List<Rational> targets = List.of(1, -2, 3, 7).stream().map(n -> Rational.of(n, 4)).toList();
    String y = targets.stream().map(Rational::toString).collect(Collectors.joining("\n"));
    List<RegressionRow> rows = regress(kernel, in, CIRCLE, y, at);
    for (int i = 0; i < places.size(); i++) {
      Ball value = OVER.of(targets.get(i));
      Ball left = OVER.subtract(value, ball(rows, Quantity.PREDICTION, 2 * i + 1));
      Ball right = OVER.subtract(ball(rows, Quantity.PREDICTION, 2 * i + 2), value);
      Rational perAngle = Rational.of(500_000_000_000L);
      assertNear(OVER.scale(left, perAngle), ball(rows, Quantity.SLOPE_LEFT, i + 1));
      assertNear(OVER.scale(right, perAngle), ball(rows, Quantity.SLOPE_RIGHT, i + 1));
      Ball jump =
          OVER.subtract(
              ball(rows, Quantity.SLOPE_RIGHT, i + 1), ball(rows, Quantity.SLOPE_LEFT, i + 1));
      assertTrue(jump.overlaps(ball(rows, Quantity.KINK, i + 1)));
    }
  }

  private static void assertNear(Ball expected, Ball found) {
    assertEquals(expected.toDouble(), found.toDouble(), 1e-9 * (1 + Math.abs(found.toDouble())));
  }

  /** kappa_0 = 1 - theta/pi: slopes of -1/pi and 1/pi, kinks at the points and opposite to them. */
  @Test
  void theStepHasPiecewiseConstantSlopes() throws IOException {
    String points = "1,0\n3/5,4/5\n-5/13,12/13\n-1,0\n";
    List<RegressionRow> rows = regress("arccos:0", Scale.UNIT, points, "1\n0\n2\n5\n", "1,1");
    Ball[] c = new Ball[4];
    for (int i = 0; i < 4; i++) {
      c[i] = ball(rows, Quantity.COEFFICIENT, i + 1);
    }
    // At the second point: behind the first, before the third and the fourth.
    Ball others = OVER.subtract(OVER.add(c[2], c[3]), c[0]);
    Ball left = OVER.divide(OVER.add(others, c[1]), OVER.pi());
    assertTrue(left.overlaps(ball(rows, Quantity.SLOPE_LEFT, 2)));
    Ball kink = OVER.divide(OVER.scale(c[1], Rational.of(-2)), OVER.pi());
    assertTrue(kink.overlaps(ball(rows, Quantity.KINK, 2)));
    Ball opposite = OVER.scale(OVER.subtract(c[3], c[0]), Rational.of(2));
    assertTrue(OVER.divide(opposite, OVER.pi()).overlaps(ball(rows, Quantity.KINK, 1)));
    Ball sum = OVER.of(0);
    for (int i = 1; i <= 4; i++) {
      sum = OVER.add(sum, ball(rows, Quantity.KINK, i).abs());
    }
    assertTrue(sum.overlaps(ball(rows, Quantity.KINKS, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gaussian:c=1", "ntk:act=erf,L=1,sw2=2", "polynomial:[1,1,1]", "arccos:1"})
  void smoothKernelsHaveNoKinks(String kernel) throws IOException {
    List<RegressionRow> rows = regress(kernel, Scale.UNIT, "1,0\n3/5,4/5\n", "1\n2\n", "1,1");
    for (int i = 1; i <= 2; i++) {
      assertTrue(ball(rows, Quantity.KINK, i).contains(Rational.ZERO));
      assertTrue(ball(rows, Quantity.SLOPE_LEFT, i).overlaps(ball(rows, Quantity.SLOPE_RIGHT, i)));
    }
    assertEquals(0, ball(rows, Quantity.KINKS, 0).toDouble());
  }

  /** shared/neighbours/reference: the points -3, -2, -1/2, 1, 9/4, y = cos(x)/2 + sin(4 x). */
  @ParameterizedTest
  @CsvSource({
    "'resntk:train=all,sw2=1,L=5,alpha=1/10',"
        + "37.6925254309223783946568119932,1.23893896341795242073511226916",
    "'resntk:train=all,sw2=1,L=5,alpha=1',"
        + "2.2124247821915740042486506172,2.01919961388091351752790757436",
    "'resntk:train=all,sw2=1,L=5,alpha=2',"
        + "2.04593085628711303910082399702,3.31442938419223680851951705404",
  })
  void atUnevenPointsResidualNetworksHaveTheSmallerKinks(String kernel, String norm, String kinks)
      throws IOException {
    String points = read("uneven");
    List<RegressionRow> rows = regress(kernel, Scale.UNIT, points, read("uneven-targets"), "1,1");
    Ball found = ball(rows, Quantity.NORM, 0);
    assertEquals(Double.parseDouble(norm), OVER.square(found).toDouble(), 1e-13);
    Ball sum = ball(rows, Quantity.KINKS, 0);
    Ball near = OVER.of(Rational.of(new BigDecimal(kinks)));
    assertTrue(OVER.subtract(sum, near).abs().binaryOrder() < -90);
    List<RegressionRow> connected =
        regress("fcntk:L=5", Scale.UNIT, points, read("uneven-targets"), "1,1");
    assertTrue(sum.certainlyLess(ball(connected, Quantity.KINKS, 0)));
  }

  /** docs/theory.md, section 23.5. */
  @Test
  void atClosePointsTheyMayHaveTheLargerOnes() throws IOException {
    String points = Files.readString(Path.of("docs/data/arc.csv"));
    String targets = Files.readString(Path.of("docs/data/arc-targets.csv"));
    String residual = "resntk:train=all,sw2=1,L=5,alpha=1/10";
    Ball kinks = ball(regress(residual, Scale.UNIT, points, targets, "1,1"), Quantity.KINKS, 0);
    Ball connected =
        ball(regress("fcntk:L=5", Scale.UNIT, points, targets, "1,1"), Quantity.KINKS, 0);
    assertTrue(connected.certainlyLess(kinks));
  }

  private static String read(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/dev/zonal/data/regression", name + ".csv"));
  }

  @Test
  void pointsThatAreNotOnTheCircleAreNamed() throws IOException {
    Kernel kernel = KernelSpecification.parse("fcntk:L=1");
    Points<Vector> off = points("1,0\n1,1\n");
    DataException refused =
        assertThrows(DataException.class, () -> CircleSlopes.of(kernel, Scale.UNIT, false, off));
    assertTrue(
        refused.getMessage().contains("line 2: it is not on the unit circle"),
        refused.getMessage());
    assertEquals(2, CircleSlopes.of(kernel, Scale.UNIT, true, off).points().size());
    Points<Vector> space = points("1,0,0\n");
    assertThrows(DataException.class, () -> CircleSlopes.of(kernel, Scale.UNIT, true, space));
    Points<Vector> zero = points("0,0\n");
    assertThrows(DataException.class, () -> CircleSlopes.of(kernel, Scale.UNIT, true, zero));
  }

  @Test
  void kernelsThatAreNoPowerSeriesOfTheChordAreRefused() {
    Kernel kernel = KernelSpecification.parse("gammaexp:gamma=1/2,c=1");
    CircleSlopes slopes =
        new CircleSlopes(
            kernel, Scale.UNIT, IntStream.range(0, 1).mapToObj(i -> Vector.unit(2, i)).toList());
    DomainException refused = assertThrows(DomainException.class, () -> slopes.over(OVER));
    assertTrue(refused.getMessage().startsWith("no slope of the kernel is known at u = 1: "));
  }
}
