package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.kernel.GaussianKernel;
import dev.zonal.spectrum.Parity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.LongPredicate;

/**
 * The claim that a statement is false, for the reason that is named (docs/theory.md, section 13).
 */
final class RefutationClaims {
  private final Claims.Statement statement;
  private final List<Evidence> evidence;

  RefutationClaims(Claims.Statement statement, List<Evidence> evidence) {
    this.statement = statement;
    this.evidence = evidence;
  }

  void check(String reason, Findings findings) {
    findings.require(holds(reason), Hypothesis.REFUTATION, reason);
  }

  private boolean holds(String reason) {
    Evidence one = evidence.get(0);
    return switch (statement) {
      case POSITIVITY ->
          reason.equals("negative") && isNegative(one)
              || reason.equals("zero") && one.rows().keySet().stream().anyMatch(one::isZero);
      case SEMIDEFINITE -> reason.equals("negative") && isNegative(one);
      case DECAY -> reason.equals("smooth") && one.facts().isSmooth();
      case EQUIVALENCE -> equivalenceIsFalse(reason, one, evidence.get(1));
    };
  }

  private static boolean equivalenceIsFalse(String reason, Evidence one, Evidence two) {
    return switch (reason) {
      case "negative" -> isNegative(one) || isNegative(two);
      case "zero" -> atSomeRow(one, two, k -> isZeroOfOne(k, one, two));
      case "sign" ->
          atSomeRow(one, two, k -> areOpposite(one.rows().get(k), two.rows().get(k)))
              || atSomeTail(one, two, (a, b) -> a.sign() * b.sign() < 0);
      case "exponent" -> atSomeTail(one, two, (a, b) -> !a.exponent().equals(b.exponent()));
      case "smooth" ->
          one.facts().isSmooth() && !two.tails().isEmpty()
              || two.facts().isSmooth() && !one.tails().isEmpty();
      case "rate" -> areUnlikeGaussians(one, two);
      default -> false;
    };
  }

  /** An eigenvalue is negative, or all of a tail are. */
  private static boolean isNegative(Evidence evidence) {
    return evidence.rows().values().stream().anyMatch(Ball::isNegative)
        || evidence.tails().values().stream().anyMatch(tail -> tail.sign() < 0);
  }

  /** Exactly one of the eigenvalues is zero; of the other that is known not to be. */
  private static boolean isZeroOfOne(long k, Evidence one, Evidence two) {
    return one.isZero(k) && !two.rows().get(k).containsZero()
        || two.isZero(k) && !one.rows().get(k).containsZero();
  }

  private static boolean areOpposite(Ball a, Ball b) {
    return a.isPositive() && b.isNegative() || a.isNegative() && b.isPositive();
  }

  private static boolean atSomeRow(Evidence one, Evidence two, LongPredicate condition) {
    Set<Long> both = new TreeSet<>(one.rows().keySet());
    both.retainAll(two.rows().keySet());
    return both.stream().anyMatch(k -> condition.test(k));
  }

  private static boolean atSomeTail(Evidence one, Evidence two, BiPredicate<Tail, Tail> condition) {
    for (Parity parity : Parity.values()) {
      if (one.tail(parity).isPresent()
          && two.tail(parity).isPresent()
          && condition.test(one.tail(parity).get(), two.tail(parity).get())) {
        return true;
      }
    }
    return false;
  }

  /** Two Gaussians of different widths, Corollary 9.11a. */
  private static boolean areUnlikeGaussians(Evidence one, Evidence two) {
    if (one.facts().kernel() instanceof GaussianKernel a
        && two.facts().kernel() instanceof GaussianKernel b) {
      Ball difference = Tail.OVER.subtract(a.c().in(Tail.OVER), b.c().in(Tail.OVER));
      return !difference.containsZero();
    }
    return false;
  }
}
