package dev.zonal.verifier;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.tail.Tail;
import java.util.Arrays;
import java.util.function.BiPredicate;

/**
 * The claim that a statement is false, for the reason that is named (docs/theory.md, section 13).
 *
 * @param two about the other kernel, or the same where there is one only
 */
record RefutationClaims(Evidence one, Evidence two) {
  boolean holds(Claims.Statement statement, String reason) {
    return switch (statement) {
      case POSITIVITY -> reason.equals("zero") && hasZero() || isNegative(reason, one);
      case SEMIDEFINITE -> isNegative(reason, one);
      case DECAY ->
          reason.equals("smooth") && one.facts().isSmooth() && !one.facts().mayBeGeometric();
      case EQUIVALENCE ->
          switch (reason) {
            case "negative" -> isNegative(reason, one) || isNegative(reason, two);
            case "zero" -> atSomeRow(RefutationClaims::isZeroOfOne);
            case "sign" ->
                atSomeRow(RefutationClaims::areOpposite)
                    || atSomeParity((a, b) -> a.sign() * b.sign() < 0);
            case "exponent" -> atSomeParity((a, b) -> !a.exponent().equals(b.exponent()));
            case "smooth" -> isSmoothAlone(one, two) || isSmoothAlone(two, one);
            case "rate" -> areUnlikeGaussians() || areUnlikeGeometric();
            default -> false;
          };
      // About a matrix, whose claims say more than a reason.
      case EIGENVALUE, DEFINITE -> false;
    };
  }

  private boolean hasZero() {
    return one.rows().keySet().stream().anyMatch(one::isZero);
  }

  /** An eigenvalue is negative, or all of a tail are. */
  private static boolean isNegative(String reason, Evidence evidence) {
    return reason.equals("negative")
        && (evidence.rows().values().stream().anyMatch(Ball::isNegative)
            || evidence.tails().values().stream().anyMatch(tail -> tail.sign() < 0));
  }

  private boolean atSomeRow(BiPredicate<Ball, Ball> condition) {
    return one.rows().keySet().stream()
        .filter(k -> two.rows().containsKey(k))
        .anyMatch(k -> condition.test(one.rows().get(k), two.rows().get(k)));
  }

  private boolean atSomeParity(BiPredicate<Tail, Tail> condition) {
    return Arrays.stream(Parity.values())
        .filter(p -> one.tail(p).isPresent() && two.tail(p).isPresent())
        .anyMatch(p -> condition.test(one.tail(p).get(), two.tail(p).get()));
  }

  /** Exactly one of the eigenvalues is zero. */
  private static boolean isZeroOfOne(Ball a, Ball b) {
    return isZero(a) && !b.containsZero() || isZero(b) && !a.containsZero();
  }

  private static boolean isZero(Ball x) {
    return x.isExact() && x.containsZero();
  }

  private static boolean areOpposite(Ball a, Ball b) {
    return a.isPositive() && b.isNegative() || a.isNegative() && b.isPositive();
  }

  /** The eigenvalues of one decay exponentially, those of the other obey a law. */
  private static boolean isSmoothAlone(Evidence smooth, Evidence other) {
    return smooth.facts().isSmooth() && !other.tails().isEmpty();
  }

  /** Two heat or Poisson kernels that differ, Lemma 15.2. */
  private boolean areUnlikeGeometric() {
    Structure a = one.facts().kernel().structure();
    Structure b = two.facts().kernel().structure();
    return isGeometric(a) && isGeometric(b) && !a.equals(b);
  }

  private static boolean isGeometric(Structure structure) {
    return structure instanceof Structure.Heat || structure instanceof Structure.Poisson;
  }

  /** Two Gaussians of different widths, Corollary 9.11a. */
  private boolean areUnlikeGaussians() {
    return one.facts().kernel().structure() instanceof Structure.Radial a
        && two.facts().kernel().structure() instanceof Structure.Radial b
        && a.isGaussian()
        && b.isGaussian()
        && !Balls.minus(a.rate().in(Balls.OVER), b.rate().in(Balls.OVER)).containsZero();
  }
}
