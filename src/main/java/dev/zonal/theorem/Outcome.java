package dev.zonal.theorem;

import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * How an attempt to prove a statement ended, with what belongs to it.
 *
 * @param <P> what proves the statement
 */
public sealed interface Outcome<P extends Outcome.Proof> {
  /** What proves a statement, with what a certificate writes down. */
  interface Proof {
    /** About the kernel, or about both in the order of the statement. */
    List<Findings> findings();
  }

  /** What proves a statement about one kernel. */
  interface ProofOfOne extends Proof {
    Findings found();

    @Override
    default List<Findings> findings() {
      return List.of(found());
    }
  }

  /** The statement is true. */
  record Proven<P extends Proof>(P evidence) implements Outcome<P> {
    @Override
    public Verdict verdict() {
      return Verdict.PROVEN;
    }

    @Override
    public Optional<P> proof() {
      return Optional.of(evidence);
    }

    @Override
    public List<Findings> findings() {
      return evidence.findings();
    }
  }

  /**
   * The statement is false.
   *
   * @param reason one sentence
   * @param findings the counterexample: about the kernel, or about both
   */
  record Refuted<P extends Proof>(String reason, List<Findings> findings) implements Outcome<P> {
    public Refuted {
      findings = List.copyOf(findings);
    }

    @Override
    public Verdict verdict() {
      return Verdict.REFUTED;
    }
  }

  /**
   * Neither, with the means at hand.
   *
   * @param reason one sentence: what would be needed
   */
  record Undecided<P extends Proof>(String reason) implements Outcome<P> {
    @Override
    public Verdict verdict() {
      return Verdict.UNDECIDED;
    }
  }

  /**
   * What comes of attempts from several starts: of the first that does not end with a proof that a
   * later start might improve, or of the last.
   */
  static <P extends Proof> Outcome<P> settled(
      long[] starts, LongFunction<Outcome<P>> attempt, Predicate<P> isSettled) {
    Outcome<P> result = new Undecided<>("");
    for (long start : starts) {
      result = attempt.apply(start);
      if (result.proof().map(isSettled::test).orElse(true)) {
        return result;
      }
    }
    return result;
  }

  /** Which of the three it is. */
  Verdict verdict();

  /** One sentence; empty if the statement is proven. */
  default String reason() {
    return "";
  }

  /** What proves or refutes the statement; none if it is undecided. */
  default List<Findings> findings() {
    return List.of();
  }

  /** The proof, if the statement is proven. */
  default Optional<P> proof() {
    return Optional.empty();
  }
}
