package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.symbolic.IdentityException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Checks an identity with balls at random parameters before anybody sees it: at every point both
 * sides must be known to {@link #DIGITS} digits, and the two balls must meet.
 *
 * <p>The points come from a generator with a fixed seed: a derivation that passes once passes
 * always.
 *
 * @param identity names the identity in a message, should it fail
 */
public record Verification(String identity, long seed) {
  /** Digits to which the two sides must agree. */
  public static final int DIGITS = 50;

  /** Random points for every identity; points drawn twice are compared once. */
  static final int POINTS = 50;

  private static final int ENOUGH_BITS = 170;
  private static final int FIRST_BITS = 256;
  private static final int MOST_BITS = 1 << 14;
  private static final long SEED = 1L;

  public Verification(String identity) {
    this(identity, SEED);
  }

  /** One side of the identity, or of several of one kind, at a point. */
  public interface Side {
    List<Ball> at(BallArithmetic over, Map<String, Rational> point);
  }

  /**
   * Checks that both sides agree.
   *
   * @param parameters draws a point
   * @return how it was checked, for the reader
   * @throws IdentityException if the sides differ
   */
  public String check(
      Function<SplittableRandom, Map<String, Rational>> parameters, Side left, Side right) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Map<String, Rational>> seen = new HashSet<>();
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = parameters.apply(random);
      // A kernel without symbols has one point only.
      if (seen.add(point)) {
        compare(point, left, right);
      }
    }
    return "checked with balls to %d digits".formatted(DIGITS)
        + (seen.size() > 1 ? " at %d random points".formatted(POINTS) : "");
  }

  private void compare(Map<String, Rational> point, Side left, Side right) {
    Refinement.upTo(FIRST_BITS, MOST_BITS)
        .doubling(bits -> known(point, left, right, BallArithmetic.ofBits(bits)))
        .refusal()
        .ifPresent(
            reason -> {
              throw new IdentityException(
                  identity + " cannot be decided at " + point + ": " + reason);
            });
  }

  private Certification<Boolean> known(
      Map<String, Rational> point, Side left, Side right, BallArithmetic over) {
    return Certification.of(() -> agree(point, left.at(over, point), right.at(over, point)))
        .flatMap(
            known ->
                known
                    ? Certification.certified(true)
                    : Certification.refused("too little precision"));
  }

  /** Whether all pairs meet and are known well enough. */
  private boolean agree(Map<String, Rational> point, List<Ball> left, List<Ball> right) {
    boolean known = true;
    for (int i = 0; i < left.size(); i++) {
      Ball a = left.get(i);
      Ball b = right.get(i);
      if (!a.overlaps(b)) {
        String which = left.size() == 1 ? "" : " (number " + i + ")";
        throw new IdentityException(
            identity + which + " fails at " + point + ": " + a + " is not " + b);
      }
      known &= isKnown(a) && isKnown(b);
    }
    return known;
  }

  /** To 50 digits of its value or, for a value that may be zero, of one. */
  private static boolean isKnown(Ball a) {
    return a.accuracyBits() >= ENOUGH_BITS
        || a.containsZero() && a.radius().binaryOrder() < -ENOUGH_BITS;
  }

  /** A rational number strictly between 0 and {@code limit}. */
  public static Rational positive(SplittableRandom random, int limit) {
    int denominator = random.nextInt(2, 1000);
    return Rational.of(random.nextInt(1, limit * denominator), denominator);
  }

  /** A rational number strictly between -1 and 1. */
  public static Rational cosine(SplittableRandom random) {
    int denominator = random.nextInt(2, 1000);
    return Rational.of(random.nextInt(1 - denominator, denominator), denominator);
  }
}
