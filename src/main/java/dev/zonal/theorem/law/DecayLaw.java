package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import java.util.List;
import java.util.stream.Stream;

/**
 * The decay law of one parity with its constant and an explicit remainder (docs/theory.md,
 * Corollaries 12.4 and 12.11):
 *
 * <pre>
 *   eta_k = C K^-E (1 + e_k),   |e_k| &lt;= B (K0/K)^q   for every k &gt;= k0 of the parity,
 * </pre>
 *
 * with the shifted frequency K = k + (d-2)/2.
 *
 * @param expansion what it follows from
 * @param constant C, the limit of K^E eta_k and of k^E eta_k
 * @param remainder a ball whose upper end is at least B, a bound of the relative remainder at k0
 */
public record DecayLaw(UniformExpansion expansion, Ball constant, Ball remainder)
    implements TailLaw {
  private static final BallArithmetic OVER = Precision.TAILS;

  /** The law that follows from an expansion to which Lemma 12.8 applies. */
  public static DecayLaw of(UniformExpansion expansion) {
    return new DecayLaw(expansion, expansion.constant(OVER), expansion.remainder());
  }

  /** Those of both parities, as far as they are certified and Lemma 12.8 applies. */
  public static List<DecayLaw> certified(Asymptotics asymptotics) {
    return Stream.of(Parity.values())
        .flatMap(parity -> asymptotics.certified(parity).stream())
        .filter(DecayLaw::isApplicable)
        .map(DecayLaw::of)
        .toList();
  }

  /** Whether Lemma 12.8 applies, and the leading coefficient is certainly not zero. */
  public static boolean isApplicable(UniformExpansion expansion) {
    return !expansion.leading().containsZero()
        && UniformExpansion.reaches(expansion.dimension(), expansion.from(), expansion.exponent());
  }

  @Override
  public Parity parity() {
    return expansion.parity();
  }

  @Override
  public long from() {
    return expansion.from();
  }

  /** The power E of 1/K that the eigenvalues decay like. */
  public Rational decayExponent() {
    return expansion.decayExponent();
  }

  /** The power q of 1/K that the relative remainder decays like. */
  public Rational remainderOrder() {
    return expansion.remainderOrder();
  }

  /** B K0^q: |e_k| is at most this over K^q. */
  public Ball remainderConstant() {
    Ball power = OVER.power(OVER.of(expansion.shifted(from())), remainderOrder());
    return OVER.multiply(remainder, power);
  }

  /** k^E eta_k. */
  @Override
  public Ball scaled(long k, Ball eigenvalue) {
    BallArithmetic over = Precision.CONSTANTS;
    return over.multiply(eigenvalue, over.power(Ball.exact(k), decayExponent()));
  }

  /** All k^E eta_k with k at least k0 of the parity, and their limit (Theorem 13.3). */
  @Override
  public Ball tail() {
    Ball spread = Ball.hull(remainder, OVER.negate(remainder));
    Ball shifted = OVER.multiply(constant, OVER.add(Ball.exact(1), spread));
    Rational shift = Rational.of(from()).divide(expansion.shifted(from()));
    Ball smallest = OVER.power(OVER.of(shift), decayExponent());
    return OVER.multiply(shifted, Ball.hull(smallest, Ball.exact(1)));
  }

  /**
   * Where all k^E eta_k with k at least k0 of the parity lie with respect to their limit C: 1 if
   * none is below it, -1 if none is above it, 0 if neither is decided (Theorem 13.3).
   */
  @Override
  public int side() {
    if (constant.containsZero()) {
      return 0;
    }
    return constant.isPositive() ? expansion.side() : -expansion.side();
  }
}
