package dev.zonal.theorem.certificate;

import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A proof as data (docs/certificates.md): a statement about all eigenvalues, the numbers that prove
 * it, and the constants that they give. The constants follow from the numbers by {@link Conclusion}
 * alone, and every number can be computed again, which the package {@code dev.zonal.verifier} does.
 *
 * @param evidence about the kernel, or about both in the order of the statement
 * @param conclusion the constants of the statement, by name; none if it is refuted
 * @param refutation why the statement is false; empty if it is proven
 */
public record Certificate(
    Statement statement,
    int dimension,
    List<Evidence> evidence,
    SortedMap<String, Interval> conclusion,
    Optional<Refutation> refutation) {
  private static final int DIGITS = 12;

  /**
   * What proves or refutes a statement, written down.
   *
   * @throws IllegalArgumentException if it is undecided
   */
  public static Certificate of(Statement statement, Outcome<?> outcome) {
    if (outcome.verdict() == Verdict.UNDECIDED) {
      throw new IllegalArgumentException("no certificate of what is undecided");
    }
    List<Findings> findings = outcome.findings();
    int dimension = findings.get(0).spectrum().dimension();
    List<Evidence> evidence =
        findings.stream().map(found -> Evidence.of(found, statement.digits())).toList();
    return outcome.verdict() == Verdict.PROVEN
        ? proven(statement, dimension, evidence)
        : refuted(statement, dimension, evidence);
  }

  /**
   * What a proof that no eigenvalue is negative says of those that are zero; empty for other
   * certificates.
   */
  public Optional<Zeros> zeros() {
    return statement.listsZeros() && refutation.isEmpty()
        ? Optional.of(Zeros.of(evidence.get(0), dimension))
        : Optional.empty();
  }

  /**
   * Exact zeros.
   *
   * @param frequencies of the enclosed ones
   * @param from for each parity that vanishes from some frequency on, that frequency
   */
  public record Zeros(SortedSet<Long> frequencies, SortedMap<Parity, Long> from) {
    private static Zeros of(Evidence evidence, int dimension) {
      SortedSet<Long> frequencies = new TreeSet<>(evidence.enclosures().keySet());
      frequencies.removeIf(k -> !evidence.enclosures().get(k).isZero());
      SortedMap<Parity, Long> from = new TreeMap<>();
      for (Parity parity : Parity.values()) {
        evidence.zerosFrom(parity, dimension).ifPresent(k -> from.put(parity, k));
      }
      return new Zeros(frequencies, from);
    }
  }

  private static Certificate refuted(Statement statement, int dimension, List<Evidence> evidence) {
    Refutation refutation =
        statement
            .refute(dimension, evidence)
            .orElseThrow(
                () -> new IllegalStateException("the rounded numbers do not refute the statement"));
    return new Certificate(
        statement, dimension, evidence, new TreeMap<>(), Optional.of(refutation));
  }

  private static Certificate proven(Statement statement, int dimension, List<Evidence> evidence) {
    SortedMap<String, Interval> claims = new TreeMap<>();
    Conclusion conclusion = Conclusion.of(statement, dimension, evidence);
    if (conclusion.gap().isPresent()) {
      throw new IllegalStateException(
          "the rounded numbers do not prove the statement: " + conclusion.gap().get());
    }
    conclusion.constants().forEach((name, ball) -> claims.put(name, Interval.around(ball, DIGITS)));
    return new Certificate(statement, dimension, evidence, claims, Optional.empty());
  }
}
