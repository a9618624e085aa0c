package dev.zonal.lab.moment;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.quadrature.GaussLegendreRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The mean over two rows of sqrt(N) times a uniform orthogonal N x N matrix of the product of what
 * they add to the kernel of one hidden layer, phi(h_x) phi(h_z) + v^2 u 1(h_x, h_z &gt; 0) with
 * independent v (docs/theory.md, Proposition 25.6): an integral over the angle between the rows,
 * enclosed by Gauss-Legendre rules on panels that shrink toward the right angle, where it has a
 * logarithm.
 *
 * @param n N, at least 2
 * @param u the cosine between the inputs, inside (-1, 1)
 * @param weight what u is multiplied by in the term of degree 0: 0 for the NNGP kernel
 * @param squares E v_1^2 v_2^2
 */
record RowPairMean(int n, Rational u, int weight, Rational squares) {
  /** Bits that each node of a rule adds on an ellipse of parameter 4. */
  private static final int BITS_OF_NODE = 4;

  private static final int SPARE = 16;

  /** The ends of a panel, as distances from the right angle; {@code lower} is not negative. */
  private record Panel(Ball lower, Ball upper, boolean isBeyond) {}

  /** An enclosure whose width is about 2^-bits of the arithmetic. */
  Ball enclose(BallArithmetic over) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, u);
    return n == 2 ? atRightAngle(over, pair) : integral(over, pair);
  }

  /** Two rows of a 2 x 2 matrix are at right angles, of length 1. */
  private Ball atRightAngle(BallArithmetic over, HalfSpaceMoments pair) {
    Ball right = over.pi().shifted(-1);
    if (u.signum() <= 0) {
      return Ball.exact(0);
    }
    Ball one = Ball.exact(1);
    Turn turn = new Turn(right, one, Ball.exact(0));
    return weighted(over, pair, turn, new RowAngle(one, one, one));
  }

  private Ball integral(BallArithmetic over, HalfSpaceMoments pair) {
    Ball right = over.pi().shifted(-1);
    int bits = over.bits();
    List<Panel> panels = new ArrayList<>();
    Ball cut = Ball.exact(1).shifted(-bits - cutBits());
    Ball sum = Ball.exact(0);
    Ball rightLess = over.subtract(right, pair.theta());
    if (u.signum() <= 0) {
      Ball gap = u.isZero() ? Ball.exact(0) : over.negate(rightLess);
      sum = addPanels(panels, gap, right, cut, false) ? sum.inflate(rest(over, cut)) : sum;
    } else {
      addPanels(panels, Ball.exact(0), right, cut, false);
      addPanels(panels, Ball.exact(0), rightLess, cut, true);
      sum = sum.inflate(rest(over, cut));
    }
    Context here = Context.current();
    Function<Panel, Ball> one = here.carry(panel -> over(panel, over, pair));
    for (Ball part : panels.parallelStream().map(one).toList()) {
      sum = over.add(sum, part);
    }
    return sum;
  }

  /** The cut is so much below the accuracy wanted, for the size of the integrand (25.6). */
  private int cutBits() {
    return 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(n)) + SPARE;
  }

  /**
   * Halves [lower, upper] toward its lower end until what is left is short enough.
   *
   * @return whether something was left, below the cut
   */
  private static boolean addPanels(
      List<Panel> panels, Ball lower, Ball upper, Ball cut, boolean isBeyond) {
    Ball top = upper;
    while (lower.certainlyLess(top.shifted(-1))) {
      if (top.certainlyLess(cut)) {
        return true;
      }
      Ball middle = top.shifted(-1);
      panels.add(new Panel(middle, top, isBeyond));
      top = middle;
    }
    panels.add(new Panel(lower, top, isBeyond));
    return false;
  }

  /** What is nearer to the right angle than the cut, from both sides: Lemma 25.6 (iii). */
  private Ball rest(BallArithmetic over, Ball cut) {
    Ball logarithm = over.log(over.divide(Ball.exact(4), cut));
    Ball depth = over.multiply(cut.shifted(1), over.add(Ball.exact(3), logarithm));
    return over.multiply(over.of(size()), depth);
  }

  /** (N-2) ((N^2 + 2N)/(N-1) + 1/2), more than pi/2 times what stands before the logarithm. */
  private Rational size() {
    Rational lengths = Rational.of(n).multiply(n + 2L).divide(n - 1L);
    return lengths.add(Rational.of(1, 2)).multiply(n - 2L);
  }

  private Ball over(Panel panel, BallArithmetic over, HalfSpaceMoments pair) {
    Ball middle = over.add(panel.lower, panel.upper).shifted(-1);
    Ball half = over.subtract(panel.upper, panel.lower).shifted(-1);
    requireRoom(over, middle, half);
    Ball size = bound(over, half);
    long bits = over.bits() + size.binaryOrder() + SPARE;
    GaussLegendreRule rule =
        GaussLegendreRule.of(Math.toIntExact(bits / BITS_OF_NODE + 1), over.bits());
    Ball right = over.pi().shifted(-1);
    Ball sum = Ball.exact(0);
    for (int i = 0; i < rule.size(); i++) {
      Ball t = over.add(middle, over.multiply(half, rule.node(i)));
      BallArithmetic.SinCos ofT = over.sinCos(t);
      Turn turn =
          panel.isBeyond
              ? new Turn(over.add(right, t), ofT.cos(), over.negate(ofT.sin()))
              : new Turn(over.subtract(right, t), ofT.cos(), ofT.sin());
      Ball value = weighted(over, pair, turn, RowAngle.at(over, n, t, ofT));
      sum = over.add(sum, over.multiply(rule.weight(i), value));
    }
    // 64/15 M rho^(-2m)/(1 - rho^-2) with rho = 4
    Ball error = size.shifted(-4L * rule.size());
    Ball factor = over.of(Rational.of(64 * 16, 15 * 15));
    return over.multiply(half.shifted(1), sum.inflate(over.multiply(factor, error)));
  }

  /** The ellipse of parameter 4 about the panel is within the sector of Lemma 25.6 (ii). */
  static void requireRoom(BallArithmetic over, Ball middle, Ball half) {
    Ball scaled = over.multiply(Ball.exact(17), over.square(half));
    Ball reach = over.add(middle, over.scale(half, Rational.of(17, 8)));
    boolean isInSector = scaled.certainlyLess(over.square(middle).shifted(1));
    if (!isInSector || !reach.certainlyLess(over.of(Rational.of(9, 4)))) {
      throw new DomainException("no ellipse of parameter 4 about " + middle);
    }
  }

  /** A bound of the integrand on the ellipse: Lemma 25.6 (ii). */
  private Ball bound(BallArithmetic over, Ball half) {
    Ball two = Ball.exact(2);
    Ball logarithm = over.log(over.add(two, over.divide(two, half)));
    return over.multiply(over.of(size()), over.add(two, logarithm));
  }

  /** An angle between two rows. */
  private record Turn(Ball angle, Ball sine, Ball cosine) {}

  /** The integrand: overlaps of the wedge with itself, turned by the angle (25.3), and 25.4. */
  private Ball weighted(BallArithmetic over, HalfSpaceMoments pair, Turn turn, RowAngle law) {
    Ball twice = over.subtract(over.subtract(over.pi(), pair.theta()), turn.angle);
    Ball sum =
        over.add(over.multiply(pair.sine(), turn.cosine), over.multiply(pair.u(), turn.sine));
    Ball second = over.multiply(law.both(), Ball.exact((long) n * n));
    Ball value = over.multiply(second, overlap22(over, pair, twice, turn, sum));
    if (weight == 0) {
      return value;
    }
    Ball mixed = over.multiply(Ball.exact(2L * n), over.multiply(pair.u(), law.one()));
    Ball plain = over.multiply(over.of(squares), over.multiply(over.square(pair.u()), law.none()));
    Ball overlap20 =
        over.divide(
            over.add(over.multiply(sum, turn.cosine), over.multiply(pair.u(), twice)),
            over.pi().shifted(2));
    Ball overlap00 = over.divide(twice, over.pi().shifted(1));
    return over.add(
        value, over.add(over.multiply(mixed, overlap20), over.multiply(plain, overlap00)));
  }

  /**
   * A_22.
   *
   * @param twice 2v
   * @param sum the sine of theta + delta
   */
  private static Ball overlap22(
      BallArithmetic over, HalfSpaceMoments pair, Ball twice, Turn turn, Ball sum) {
    Ball u = pair.u();
    Ball cosineOfSum =
        over.subtract(over.multiply(u, turn.cosine), over.multiply(pair.sine(), turn.sine));
    Ball doubled = over.multiply(sum, cosineOfSum).shifted(-1);
    Ball cosine2 = over.subtract(over.square(turn.cosine), over.square(turn.sine));
    Ball first = over.subtract(over.multiply(twice, cosine2).shifted(-1), doubled);
    Ball mixed = over.multiply(u, over.multiply(turn.cosine, sum)).shifted(1);
    Ball plain = over.multiply(over.square(u), twice);
    return over.divide(over.add(first, over.add(mixed, plain)), over.pi().shifted(3));
  }
}
