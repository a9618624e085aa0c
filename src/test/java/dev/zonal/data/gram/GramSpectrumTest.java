package dev.zonal.data.gram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.gram.GramSpectrum.Row;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Entries;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramSpectrumTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(250);
  private static final String FOUR = "1,2\n0.5,-3\n1/3,1/7\n-2,1\n";

  @TempDir private Path folder;

  @SuppressWarnings("unchecked") // the kernels of the catalogue are kernels of vectors
  private GramMatrix<Vector> matrix(String specification, String lines) throws IOException {
    Path file = folder.resolve("points.csv");
    Files.writeString(file, lines);
    DataKernel<Vector> kernel =
        (DataKernel<Vector>) DataKernels.ALL.parse(specification, Scale.UNIT, false);
    return new GramMatrix<>(
        DataFile.open(file.toString()).points(InputKind.VECTORS), kernel.kernel());
  }

  private static Ball value(Row row) {
    return row.value().get().enclosure();
  }

  private static BigDecimal rounded(Row row) {
    return row.value().get().rounded();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 50})
  void twoPointsHaveTheEigenvaluesOfTheFormula(int digits) throws IOException {
    GramMatrix<Vector> matrix = matrix("fcntk:L=2", "1,2\n0.5,-3\n");
    Entries<Ball> at = matrix.enclose(250);
    Ball mean = BALLS.scale(BALLS.add(at.at(0, 0), at.at(1, 1)), Rational.of(1, 2));
    Ball half = BALLS.scale(BALLS.subtract(at.at(0, 0), at.at(1, 1)), Rational.of(1, 2));
    Ball root = BALLS.sqrt(BALLS.add(BALLS.square(half), BALLS.square(at.at(0, 1))));
    Ball low = BALLS.subtract(mean, root);
    Ball high = BALLS.add(mean, root);
    List<Row> rows = GramSpectrum.of(matrix, digits).extremes();
    assertEquals(
        List.of("lambda_min", "lambda_max", "condition"), rows.stream().map(Row::name).toList());
    assertEquals(low.decimal(digits).orElseThrow(), rounded(rows.get(0)));
    assertEquals(high.decimal(digits).orElseThrow(), rounded(rows.get(1)));
    assertEquals(BALLS.divide(high, low).decimal(digits).orElseThrow(), rounded(rows.get(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=3", "ntk:act=erf,L=2,sw2=3/2,sb2=1/10", "laplace:c=1"})
  void allEigenvaluesAddUpToTheTraceAndEndWithTheExtremes(String specification) throws IOException {
    GramMatrix<Vector> matrix = matrix(specification, FOUR);
    GramSpectrum spectrum = GramSpectrum.of(matrix, 30);
    List<Row> all = spectrum.all();
    Ball sum = BALLS.of(0);
    Ball trace = BALLS.of(0);
    Entries<Ball> entries = matrix.enclose(250);
    for (int i = 0; i < 4; i++) {
      assertEquals("lambda_" + (i + 1), all.get(i).name());
      sum = BALLS.add(sum, value(all.get(i)));
      trace = BALLS.add(trace, entries.at(i, i));
      assertTrue(i == 0 || !value(all.get(i)).certainlyLess(value(all.get(i - 1))));
    }
    assertTrue(sum.overlaps(trace));
    assertEquals(rounded(all.get(0)), rounded(spectrum.extremes().get(0)));
    assertEquals(rounded(all.get(3)), rounded(spectrum.extremes().get(1)));
  }

  @Test
  void theOrderOfThePointsDoesNotMatter() throws IOException {
    List<Row> rows = GramSpectrum.of(matrix("fcntk:L=2", FOUR), 30).extremes();
    List<Row> other =
        GramSpectrum.of(matrix("fcntk:L=2", "-2,1\n1/3,1/7\n1,2\n0.5,-3\n"), 30).extremes();
    for (int i = 0; i < 3; i++) {
      assertEquals(rounded(rows.get(i)), rounded(other.get(i)));
    }
  }

  /** 1 - exp(-10^-40): in doubles the matrix has two equal rows. */
  @Test
  void anEigenvalueOfTenToTheMinusFortyHasTwentyDigits() throws IOException {
    GramMatrix<Vector> matrix = matrix("laplace:c=1", "1,0\n1,1e-40\n");
    List<Row> rows = GramSpectrum.of(matrix, 20).extremes();
    Ball expected =
        BALLS.subtract(BALLS.of(1), BALLS.exp(BALLS.of(Rational.of(new BigDecimal("-1e-40")))));
    assertEquals(expected.decimal(20).orElseThrow(), rounded(rows.get(0)));
    assertEquals(0, rounded(rows.get(0)).compareTo(new BigDecimal("1e-40")));
  }

  @Test
  void anEigenvalueOfZeroIsRefusedAndTheOthersAreThere() throws IOException {
    List<Row> rows = GramSpectrum.of(matrix("fcntk:L=1", "1,0\n0,1\n1,0\n"), 10).extremes();
    assertFalse(rows.get(0).value().isCertified());
    assertTrue(rows.get(1).value().isCertified());
    assertFalse(rows.get(2).value().isCertified());
  }

  @Test
  void onePointHasOneEigenvalue() throws IOException {
    List<Row> rows = GramSpectrum.of(matrix("fcntk:L=2", "3,4\n"), 10).all();
    assertEquals(1, rows.size());
    assertEquals(0, rounded(rows.get(0)).compareTo(BigDecimal.valueOf(25)));
  }
}
