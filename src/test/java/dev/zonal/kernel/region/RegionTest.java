package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.function.Executable;

/**
 * Covers of the boundaries of section 6: every piece, however small, with the margin it promises.
 */
class RegionTest {
  private static final double MARGIN = 0x1p-40;

  /** A piece of a side, of length 2^-drop. */
  private record Piece(double from, double to) {
    static Piece of(Random random, int drop, int sides) {
      long parts = 1L << drop;
      long at = Math.floorMod(random.nextLong(), parts * sides);
      return new Piece((double) at / parts, (double) (at + 1) / parts);
    }

    double half() {
      return (to - from) / 2;
    }
  }

  private static void isRaised(double least, double radius) {
    assertTrue(radius >= least * (1 - 1e-14), () -> radius + " is below " + least);
    assertTrue(radius <= least * (1 + 1e-14), () -> radius + " is far above " + least);
  }

  @Property(tries = 500)
  void aPieceOfACircleIsCoveredWithItsMargin(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 30) int drop) {
    double radius = 0.001 + 1.99 * random.nextDouble();
    Piece piece = Piece.of(random, drop, 1);
    ComplexDisc disc = new ChordDisc(Chart.CHORD, radius).cover(piece.from, piece.to);
    isRaised(radius * (Math.PI * piece.half() + MARGIN), disc.radius());
    assertEquals(radius, Math.hypot(disc.re(), disc.im()), 1e-15);
    for (double s : new double[] {piece.from, piece.to}) {
      double x = radius * Math.cos(Math.PI * s);
      double y = radius * Math.sin(Math.PI * s);
      assertTrue(Math.hypot(x - disc.re(), y - disc.im()) <= disc.radius());
    }
  }

  @Property(tries = 500)
  void aPieceOfARectangleIsCoveredWithItsMargin(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 30) int drop) {
    double height = 0.001 + 3 * random.nextDouble();
    Piece piece = Piece.of(random, drop, 3);
    ComplexDisc disc = new ThetaRectangle(height).cover(piece.from, piece.to);
    boolean isTop = piece.from >= 1 && piece.to <= 2;
    double side = isTop ? Math.PI : height;
    isRaised(side * piece.half() + MARGIN * (Math.PI + height), disc.radius());
  }

  /** The ends of the panel may be moved by less than 2^-42 (|a| + |b|). */
  @Property(tries = 1000)
  void aPieceOfAnEllipseIsCoveredForAllPanelsNearby(
      @ForAll Random random, @ForAll @IntRange(min = 2, max = 30) int drop) {
    double a = 3 * random.nextDouble();
    double b = a + (3.1 - a) * Math.pow(10, -5 * random.nextDouble());
    double rho = 1 + Math.pow(10, 4 * random.nextDouble() - 2) * 0.99;
    Piece piece = Piece.of(random, drop, 1);
    ComplexDisc disc = new BernsteinEllipse(a, b, rho).cover(piece.from, piece.to);
    double near = 0.999 * 0x1p-42 * (a + b);
    for (double first : new double[] {a - near, a + near}) {
      for (double last : new double[] {b - near, b + near}) {
        for (double s : new double[] {piece.from, piece.from + piece.half(), piece.to}) {
          // differences from the centre, so that nothing is rounded off where it matters
          double middle = Math.PI * (piece.from + piece.to) / 2;
          double phi = Math.PI * s;
          double major = (last - first) / 4 * (rho + 1 / rho);
          double minor = (last - first) / 4 * (rho - 1 / rho);
          double x = (first - a + (last - b)) / 2 + major * Math.cos(phi);
          double y = minor * Math.sin(phi);
          double re = (b - a) / 4 * (rho + 1 / rho) * Math.cos(middle);
          double im = (b - a) / 4 * (rho - 1 / rho) * Math.sin(middle);
          assertTrue(Math.hypot(x - re, y - im) <= disc.radius());
        }
      }
    }
  }

  @Property(tries = 500)
  void theHeightOfAnEllipseIsRoundedUp(@ForAll Random random) {
    double a = random.nextDouble();
    double b = a + 0.1 + random.nextDouble();
    double rho = 1.01 + random.nextDouble();
    BigDecimal width = new BigDecimal(b).subtract(new BigDecimal(a));
    BigDecimal inverse = BigDecimal.ONE.divide(new BigDecimal(rho), new MathContext(50));
    BigDecimal exact =
        width.multiply(new BigDecimal(rho).subtract(inverse)).divide(BigDecimal.valueOf(4));
    double height = new BernsteinEllipse(a, b, rho).height();
    assertTrue(new BigDecimal(height).compareTo(exact) >= 0);
    assertTrue(height <= exact.doubleValue() * (1 + 1e-13));
  }

  @Example
  void whatIsNoRegionIsRefused() {
    assertEquals(1.99, new ChordDisc(Chart.ANTIPODAL_CHORD, 1.99).radius());
    refuses(() -> new ChordDisc(Chart.THETA, 1));
    for (double radius : new double[] {0, -1, 2, Double.NaN}) {
      refuses(() -> new ChordDisc(Chart.CHORD, radius));
    }
    for (double height : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
      refuses(() -> new ThetaRectangle(height));
    }
    for (double rho : new double[] {1, 0.5, Double.POSITIVE_INFINITY, Double.NaN}) {
      refuses(() -> new BernsteinEllipse(0, 1, rho));
    }
    refuses(() -> new BernsteinEllipse(1, 1, 2));
    refuses(() -> new BernsteinEllipse(2, 1, 2));
    refuses(() -> new BernsteinEllipse(0, Double.POSITIVE_INFINITY, 2));
  }

  private static void refuses(Executable region) {
    assertThrows(IllegalArgumentException.class, region);
  }
}
