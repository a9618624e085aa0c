package dev.zonal.lab.moment;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * A symmetric 3 x 3 matrix over the Gram entries (q_x, q_z, r) of a pair that does not change when
 * x and z change places.
 *
 * @param xx and zz
 * @param xr and zr
 */
public record GramForm(Ball xx, Ball xz, Ball xr, Ball rr) {
  /** The sum of the products of the entries. */
  Ball with(BallArithmetic over, GramForm other) {
    Ball lengths = over.add(over.multiply(xx, other.xx), over.multiply(xz, other.xz)).shifted(1);
    Ball mixed = over.multiply(xr, other.xr).shifted(2);
    return over.add(over.add(lengths, mixed), over.multiply(rr, other.rr));
  }

  GramForm plus(BallArithmetic over, GramForm other) {
    return new GramForm(
        over.add(xx, other.xx),
        over.add(xz, other.xz),
        over.add(xr, other.xr),
        over.add(rr, other.rr));
  }

  GramForm times(BallArithmetic over, Ball factor) {
    return new GramForm(
        over.multiply(xx, factor),
        over.multiply(xz, factor),
        over.multiply(xr, factor),
        over.multiply(rr, factor));
  }

  /** J C J^T for the J that keeps q_x and q_z and takes r to e (q_x + q_z) + k r. */
  GramForm carried(BallArithmetic over, Ball e, Ball k) {
    Ball lengths = over.multiply(e, over.add(xx, xz));
    Ball newXr = over.add(lengths, over.multiply(k, xr));
    Ball mixed = over.multiply(over.multiply(e, k), xr).shifted(2);
    Ball newRr =
        over.add(
            over.add(over.multiply(e, lengths).shifted(1), mixed),
            over.multiply(over.square(k), rr));
    return new GramForm(xx, xz, newXr, newRr);
  }
}
