package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.region.SupBound;

/**
 * How large a kernel is around its nearest singularity u_* (docs/theory.md, Theorem 17.9). In the
 * disc |w| &lt;= r of w = sqrt(1 - u/u_*) it is holomorphic but for a pole at 0, and the odd part
 *
 * <pre>
 *   (f(w) - f(-w))/2 = leading w^(-2 mu) + next w^(2 - 2 mu) + h(w) w^(4 - 2 mu),   |h| &lt;= rest.
 * </pre>
 *
 * It is holomorphic for |u| &lt;= R where |w| &gt;= r, if -u_* is singular for u and -u.
 *
 * @param square r^2, in (0, 1)
 * @param rest a bound of |h|
 * @param near a bound of |f| for |w| = r
 * @param far a bound of |f| for |u| &lt;= R, |w| &gt;= r
 */
public record Surroundings(
    SingularPoint point, Rational square, double rest, double near, double far) {
  private static final Rational REACH = Rational.of(15, 16);
  private static final Rational SHRINK = Rational.of(3, 4);
  private static final Rational SMALLEST = Rational.of(1, 1 << 10);
  private static final Rational GRID = Rational.of(1L << 24);

  /** What is tried between the largest r^2 that is certified and the next that is not. */
  private static final int BISECTIONS = 4;

  /** With about the largest r^2 that can be certified. */
  public static Certification<Surroundings> of(SingularPoint point) {
    Rational refused = Rational.ONE;
    Rational square = SHRINK;
    Certification<Surroundings> best = of(point, square);
    while (!best.isCertified() && square.compareTo(SMALLEST) > 0) {
      Context.checkpoint();
      refused = square;
      square = onGrid(square.multiply(SHRINK));
      best = of(point, square);
    }
    for (int i = 0; i < BISECTIONS && best.isCertified(); i++) {
      Context.checkpoint();
      Rational middle = onGrid(square.add(refused).divide(2));
      Certification<Surroundings> larger = of(point, middle);
      if (larger.isCertified()) {
        best = larger;
        square = middle;
      } else {
        refused = middle;
      }
    }
    return best;
  }

  /** A number that is short to write. */
  private static Rational onGrid(Rational square) {
    return Rational.of(square.multiply(GRID).floor()).divide(GRID);
  }

  /**
   * With an r^2 that is given.
   *
   * @param square in (0, 1)
   */
  public static Certification<Surroundings> of(SingularPoint point, Rational square) {
    double r2 = square.doubleValue();
    NotchedDisc outside =
        new NotchedDisc(
            point.at().toDouble(), r2, reach(square).doubleValue(), point.isSymmetric());
    RootDisc inside = new RootDisc(Math.sqrt(r2));
    OddPart odd = new OddPart(point);
    Certification<Double> far = SupBound.of(point.kernel(), outside).bound();
    return far.flatMap(
        bound ->
            SupBound.of(odd::whole, inside)
                .bound()
                .flatMap(
                    near ->
                        SupBound.of(odd::rest, inside)
                            .bound()
                            .map(rest -> new Surroundings(point, square, rest, near, bound))));
  }

  /** R/u_*, between 1 and 1 + r^2. */
  public Rational reach() {
    return reach(square);
  }

  private static Rational reach(Rational square) {
    return square.multiply(REACH).add(1);
  }
}
