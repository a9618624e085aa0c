package dev.zonal.theorem;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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
    Kind kind,
    int dimension,
    List<Evidence> evidence,
    SortedMap<String, Interval> conclusion,
    Optional<Refutation> refutation) {

  /** What is stated. */
  public enum Kind {
    POSITIVITY,
    SEMIDEFINITE,
    DECAY,
    EQUIVALENCE
  }

  private static final int SIGN_DIGITS = 8;
  private static final int DIGITS = 12;
  private static final int BITS = 56;

  /** Of a proof of positivity or its refutation. */
  public static Certificate of(Spectrum spectrum, Positivity proof) {
    return of(
        Kind.POSITIVITY,
        proof.verdict(),
        spectrum.dimension(),
        List.of(Evidence.of(spectrum, proof.tails(), proof.table(), SIGN_DIGITS)));
  }

  /** Of a proof that no eigenvalue is negative, or its refutation. */
  public static Certificate of(Spectrum spectrum, Semidefinite proof) {
    return of(
        Kind.SEMIDEFINITE,
        proof.verdict(),
        spectrum.dimension(),
        List.of(evidence(spectrum, proof.tails(), proof.table())));
  }

  /**
   * What a proof that no eigenvalue is negative says of those that are zero; empty for other
   * certificates.
   */
  public Optional<Zeros> zeros() {
    return kind == Kind.SEMIDEFINITE && refutation.isEmpty()
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

  /** Of a proof of decay or its refutation. */
  public static Certificate of(Spectrum spectrum, Decay proof) {
    List<UniformExpansion> expansions =
        proof.parities().stream().flatMap(p -> p.law().stream()).map(DecayLaw::expansion).toList();
    return of(
        Kind.DECAY,
        proof.verdict(),
        spectrum.dimension(),
        List.of(evidence(spectrum, expansions, proof.table())));
  }

  /** With the tails that the expansions come from, if the kernel has such. */
  private static Evidence evidence(
      Spectrum spectrum, List<UniformExpansion> expansions, Map<Long, Enclosure.Certified> rows) {
    return Asymptotics.of(spectrum).isPowerSeries()
        ? Evidence.of(spectrum, tails(spectrum, expansions), rows, DIGITS)
        : Evidence.ofExpansions(spectrum, expansions, rows, DIGITS);
  }

  private static List<UniformTail> tails(Spectrum spectrum, List<UniformExpansion> expansions) {
    return expansions.stream()
        .map(e -> UniformTail.of(spectrum.expansion(), e.dimension(), e.parity(), e.from()))
        .map(Optional::orElseThrow)
        .toList();
  }

  /** Of a proof of equivalence. The eigenvalues, whose quotients the proof holds, are enclosed. */
  public static Certificate of(Spectrum one, Spectrum two, Equivalence proof, Context context) {
    if (proof.counterexample().isPresent()) {
      return of(one, two, proof.counterexample().get(), context);
    }
    if (proof.itself().isPresent()) {
      Semidefinite itself = proof.itself().get();
      return of(
          Kind.EQUIVALENCE,
          proof.verdict(),
          one.dimension(),
          List.of(
              evidence(one, itself.tails(), itself.table()),
              evidence(two, itself.tails(), itself.table())));
    }
    return of(
        Kind.EQUIVALENCE,
        proof.verdict(),
        one.dimension(),
        List.of(
            evidence(
                one,
                proof.tails().stream().map(QuotientTail::numerator).toList(),
                table(one, proof.last(), context)),
            evidence(
                two,
                proof.tails().stream().map(QuotientTail::denominator).toList(),
                table(two, proof.last(), context))));
  }

  private static Certificate of(
      Spectrum one, Spectrum two, Equivalence.Counterexample found, Context context) {
    return of(
        Kind.EQUIVALENCE,
        Verdict.REFUTED,
        one.dimension(),
        List.of(
            evidence(one, found.first().stream().toList(), row(one, found, context)),
            evidence(two, found.second().stream().toList(), row(two, found, context))));
  }

  private static Map<Long, Enclosure.Certified> row(
      Spectrum spectrum, Equivalence.Counterexample found, Context context) {
    TreeSet<Long> one = found.frequency().stream().collect(Collectors.toCollection(TreeSet::new));
    return EigenvalueTable.of(spectrum, one, BITS, context).rows();
  }

  private static Map<Long, Enclosure.Certified> table(
      Spectrum spectrum, long last, Context context) {
    TreeSet<Long> all =
        LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    return EigenvalueTable.of(spectrum, all, BITS, context).rows();
  }

  private static Certificate of(
      Kind kind, Verdict verdict, int dimension, List<Evidence> evidence) {
    return switch (verdict) {
      case PROVEN -> proven(kind, dimension, evidence);
      case REFUTED ->
          new Certificate(
              kind,
              dimension,
              evidence,
              new TreeMap<>(),
              Optional.of(
                  Refutation.of(kind, dimension, evidence)
                      .orElseThrow(
                          () ->
                              new IllegalStateException(
                                  "the rounded numbers do not refute the statement"))));
      case UNDECIDED -> throw new IllegalArgumentException("no certificate of what is undecided");
    };
  }

  private static Certificate proven(Kind kind, int dimension, List<Evidence> evidence) {
    SortedMap<String, Interval> claims = new TreeMap<>();
    Conclusion conclusion = Conclusion.of(kind, dimension, evidence);
    if (conclusion.gap().isPresent()) {
      throw new IllegalStateException(
          "the rounded numbers do not prove the statement: " + conclusion.gap().get());
    }
    conclusion.constants().forEach((name, ball) -> claims.put(name, Interval.around(ball, DIGITS)));
    return new Certificate(kind, dimension, evidence, claims, Optional.empty());
  }
}
