package dev.zonal.lab.flow;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.region.ComplexDisc;
import java.util.ArrayList;
import java.util.List;

/**
 * A polydisc |z_j - c_j| &lt;= radius on which F is holomorphic and none of its components exceeds
 * a bound.
 *
 * @param radius positive
 * @param bound positive, finite
 */
record Box(double radius, double bound) {
  /** Radii from the size of the state down to this part of it are tried. */
  private static final double SMALLEST = 0x1p-20;

  /** A double is nearer to the number than this part of it. */
  private static final double ROUNDING = 0x1p-52;

  /** How long the solution from c is known to stay in it, rounded down. */
  double lifetime() {
    return Math.nextDown(radius / bound);
  }

  /**
   * The box with the longest lifetime, of those whose radius is a power of two.
   *
   * @param center exact
   * @throws DomainException if F is not known to be holomorphic on any of them
   */
  static Box around(VectorField field, List<Ball> center) {
    double size = 1;
    for (Ball c : center) {
      size = Math.max(size, Math.abs(c.toDouble()));
    }
    double largest = Math.scalb(1.0, Math.getExponent(size) + 1);
    if (!(largest < Double.POSITIVE_INFINITY)) {
      throw new DomainException("a state exceeds the range of doubles");
    }
    Box best = null;
    DomainException last = null;
    for (double radius = largest; radius >= SMALLEST * largest; radius /= 2) {
      try {
        Box box = new Box(radius, bound(field, center, radius));
        if (best != null && box.lifetime() <= best.lifetime()) {
          return best;
        }
        best = box;
      } catch (DomainException e) {
        last = e;
      }
    }
    if (best == null) {
      throw last;
    }
    return best;
  }

  private static double bound(VectorField field, List<Ball> center, double radius) {
    List<ComplexDisc> discs = new ArrayList<>();
    for (Ball c : center) {
      double middle = c.toDouble();
      ComplexDisc point = ComplexDisc.of(middle, 0).inflate(Math.abs(middle) * ROUNDING);
      discs.add(point.inflate(Double.MIN_NORMAL).inflate(radius));
    }
    // A field that vanishes is bounded by anything.
    double bound = Double.MIN_NORMAL;
    for (ComplexDisc component : field.at(DiscArithmetic.DISCS, discs)) {
      bound = Math.max(bound, component.modulus());
    }
    if (!(bound < Double.POSITIVE_INFINITY)) {
      throw new DomainException("the right-hand side exceeds the range of doubles");
    }
    return bound;
  }
}
