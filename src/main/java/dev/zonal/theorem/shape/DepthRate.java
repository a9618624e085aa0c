package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.spectrum.value.Precision;

/**
 * How near a residual kernel of L blocks is to a limit kernel, for all u at once: within C/L of the
 * one whose time is S = L sigma (docs/theory.md, Theorem 29.3), and within C_T/L of that of any
 * other time T (Corollary 29.4). All constants are balls whose upper ends are the bounds.
 *
 * @param depth L, at least 1
 * @param sigma in (0, 1)
 * @param training the layers trained
 */
public record DepthRate(int depth, Ball sigma, Training training) {
  private static final BallArithmetic OVER = Precision.BOUNDS;
  private static final Ball ONE = Ball.exact(1);
  private static final Rational HALF = Rational.of(1, 2);

  /** One block is nowhere below -c (Lemma 29.2). */
  private static final Rational DIP = Rational.of(7, 100);

  /**
   * @throws IllegalArgumentException if sigma is not seen to lie in (0, 1)
   */
  public DepthRate {
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be at least 1, not " + depth);
    }
    if (!sigma.isPositive() || !sigma.certainlyLess(ONE)) {
      throw new IllegalArgumentException("sigma must lie between 0 and 1, not in " + sigma);
    }
  }

  /**
   * The rate of a kernel of ReLUs without bias.
   *
   * @throws IllegalArgumentException if the kernel is another
   */
  public static DepthRate of(ResidualTangentKernel kernel) {
    if (!kernel.recursion().isRectified()) {
      throw new IllegalArgumentException("the rate is known for ReLUs without bias only");
    }
    return new DepthRate(kernel.depth(), kernel.recursion().layer().sigma(OVER), kernel.training());
  }

  /** S. */
  public Ball time() {
    return OVER.scale(sigma, Rational.of(depth));
  }

  /**
   * C where the blocks are trained, C^A where all layers are: L sup |f_L - f_S| is at most that.
   */
  public Ball constant() {
    return training == Training.BLOCKS ? blocks() : all();
  }

  /** L sup |f_L - f_T| is at most this. */
  public Ball constant(Ball time) {
    return OVER.add(constant(), OVER.scale(shift(time), Rational.of(depth)));
  }

  /** C^G, for the Gaussian process of the blocks: L sup |u_L - U(S)| is at most that. */
  public Ball gaussianProcess() {
    return OVER.scale(OVER.multiply(growth(), OVER.multiply(time(), process())), HALF);
  }

  /** The same for U(T). */
  public Ball gaussianProcess(Ball time) {
    Ball moved = lesser(difference(time), OVER.scale(logarithm(time), Rational.of(2)));
    return OVER.add(gaussianProcess(), OVER.scale(moved, Rational.of(depth)));
  }

  private Ball blocks() {
    Ball length = OVER.add(time(), OVER.scale(OVER.multiply(square(), delays()), HALF));
    Ball steps = lesser(dips(3), OVER.add(lesser(ONE, length), variation(length)));
    Ball nodes = OVER.multiply(OVER.add(ONE, OVER.scale(square(), HALF)), steps);
    Ball shifts = OVER.add(lesser(ONE, time()), OVER.multiply(dips(1), delays()));
    return OVER.add(nodes, OVER.scale(OVER.multiply(growth(), shifts), HALF));
  }

  private Ball all() {
    Ball ends = OVER.scale(OVER.add(ONE, OVER.multiply(growth(), process())), HALF);
    Ball share = OVER.divide(time(), OVER.add(ONE, time()));
    return OVER.multiply(share, OVER.add(blocks(), ends));
  }

  /** The bound of |f_S - f_T|. */
  private Ball shift(Ball time) {
    if (training == Training.ALL) {
      Ball least = time().lower().compareTo(time.lower()) <= 0 ? time() : time;
      return OVER.divide(OVER.scale(difference(time), DIP.add(3)), OVER.add(ONE, least));
    }
    Ball length = greater(time(), time);
    Ball change = OVER.add(variation(length), OVER.scale(lesser(ONE, length), Rational.of(2)));
    return OVER.multiply(lesser(dips(2), change), logarithm(time));
  }

  private Ball difference(Ball time) {
    return OVER.subtract(time(), time).abs();
  }

  private Ball logarithm(Ball time) {
    return OVER.log(OVER.divide(time(), time)).abs();
  }

  /** nu: how much one block varies where the cosine moves by so much at most. */
  private static Ball variation(Ball length) {
    if (!length.certainlyLess(ONE)) {
      return dips(2);
    }
    Ball arc = OVER.asin(OVER.sqrt(OVER.scale(length, HALF)));
    return lesser(dips(2), OVER.add(length, OVER.divide(arc, OVER.pi())));
  }

  /** Lambda. */
  private Ball delays() {
    Ball third = OVER.scale(time(), Rational.of(1, 3));
    Ball grown = OVER.scale(OVER.log(OVER.add(ONE, third)), Rational.of(3));
    return lesser(time(), OVER.add(sigma, grown));
  }

  /** min(S, 1/e + sigma). */
  private Ball process() {
    return lesser(time(), OVER.add(OVER.exp(Ball.exact(-1)), sigma));
  }

  /** 1 + alpha^2. */
  private Ball growth() {
    return OVER.divide(ONE, OVER.subtract(ONE, sigma));
  }

  /** alpha^2. */
  private Ball square() {
    return OVER.multiply(growth(), sigma);
  }

  /** 1 + n c. */
  private static Ball dips(long n) {
    return OVER.of(DIP.multiply(n).add(1));
  }

  /** As an upper bound: the one whose upper end is the lesser. */
  private static Ball lesser(Ball a, Ball b) {
    return a.upper().compareTo(b.upper()) <= 0 ? a : b;
  }

  private static Ball greater(Ball a, Ball b) {
    return a.upper().compareTo(b.upper()) >= 0 ? a : b;
  }
}
