package dev.zonal.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/** The kernels of convolutional networks have the values that other programs computed. */
class ReferenceImagesTest {
  private static final int DIGITS = 31;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);

  /** A coordinate by the row, the column and the channel, all from 1. */
  @FunctionalInterface
  private interface Coordinate {
    Rational at(int row, int column, int channel);
  }

  @Test
  void everyRowOfImagesOfOneRowIsReproduced() throws IOException {
    Image x = image(1, 4, 3, (i, a, c) -> sine(2 * a + 3 * c + 1));
    Image z = image(1, 4, 3, (i, a, c) -> cosine(3 * a - 2 * c));
    assertRows("cnn.tsv", 56, x, z);
  }

  @Test
  void everyRowOfImagesOfThreeRowsIsReproduced() throws IOException {
    Image x = image(3, 4, 2, (i, j, c) -> sine(2 * i + 5 * j + 3 * c));
    Image z = image(3, 4, 2, (i, j, c) -> cosine(3 * i - j + 2 * c));
    assertRows("cnn2d.tsv", 8, x, z);
  }

  private static void assertRows(String table, int count, Image x, Image z) throws IOException {
    List<String[]> rows = ReferenceTable.rows(table);
    assertEquals(count, rows.size());
    for (String[] row : rows) {
      String parameters =
          ":act=%s,sw2=%s,sb2=%s,taps=%s,L=%s,readout=%s"
              .formatted(row[0], row[1], row[2], 2 * Integer.parseInt(row[3]) + 1, row[4], row[5]);
      List<Image> images = List.of(x, row[6].equals("xz") ? z : x);
      Function<String, Ball> value =
          name -> ConvolutionalSpecification.parse(name + parameters).over(BALLS, images).at(0, 1);
      String named = String.join(" ", row);
      assertDigits(row[7], value.apply("cnngp"), named);
      assertDigits(row[8], value.apply("cntk"), named);
    }
  }

  private static void assertDigits(String expected, Ball actual, String row) {
    BigDecimal value = new BigDecimal(expected);
    int last = value.precision() - value.scale() - DIGITS;
    Rational unit = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(last));
    Rational middle = Rational.of(value);
    assertTrue(
        actual.lower().compareTo(middle.subtract(unit)) >= 0
            && actual.upper().compareTo(middle.add(unit)) <= 0,
        () -> row + ": " + actual);
  }

  private static Image image(int rows, int columns, int channels, Coordinate coordinate) {
    List<Vector> pixels = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      for (int j = 1; j <= columns; j++) {
        List<Rational> pixel = new ArrayList<>();
        for (int c = 1; c <= channels; c++) {
          pixel.add(coordinate.at(i, j, c));
        }
        pixels.add(Vector.of(pixel));
      }
    }
    return new Image(rows, columns, channels, pixels);
  }

  private static Rational sine(int angle) {
    return rounded(ApfloatMath.sin(new Apfloat(angle, 60)));
  }

  private static Rational cosine(int angle) {
    return rounded(ApfloatMath.cos(new Apfloat(angle, 60)));
  }

  private static Rational rounded(Apfloat number) {
    return Rational.of(new BigDecimal(number.toString(true)));
  }
}
