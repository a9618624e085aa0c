package dev.zonal.theorem;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The attempt to prove that every eigenvalue of a kernel on a sphere is positive, or that none is
 * negative: by a tail of positive sign for each parity, or zeros by a theorem where they are
 * allowed, with enclosures below; or, where tails do not decide it, by its power series in u
 * (docs/theory.md, Proposition 9.14 and Theorem 17.4a). One eigenvalue of the wrong sign, or a tail
 * of negative ones, refutes.
 *
 * @param zerosAllowed whether an eigenvalue may be zero
 * @param proof what proves the proposition, made of what was found
 */
record SignSearch<P extends Outcome.Proof>(
    Spectrum spectrum, boolean zerosAllowed, Function<Findings, P> proof, Context context) {
  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  /**
   * A tail of decided sign.
   *
   * @param sign of every eigenvalue, 1 or -1
   */
  record SignedTail(UniformExpansion expansion, int sign) {}

  /** Where the tails come from. */
  @FunctionalInterface
  interface Tails {
    /** The tail of a parity, if there is one of decided sign. */
    Optional<SignedTail> of(Parity parity);
  }

  /**
   * Tries to prove the proposition.
   *
   * @param source is asked only where the first eigenvalues do not refute
   */
  Outcome<P> run(Supplier<Certification<Tails>> source) {
    EigenvalueTable glance = enclose(EigenvalueTable.glance(spectrum));
    return refutation(glance).orElseGet(() -> byTails(source.get(), glance));
  }

  private Outcome<P> byTails(Certification<Tails> tails, EigenvalueTable glance) {
    Outcome<P> byTails =
        tails.isCertified() ? byTails(tails.get()) : new Outcome.Undecided<>(tails.refusal().get());
    return byTails.verdict() == Verdict.UNDECIDED
            && Stream.of(Parity.values()).allMatch(this::isTold)
        ? bySeries(glance)
        : byTails;
  }

  /** Whether a theorem tells the sign of all eigenvalues of the parity. */
  private boolean isTold(Parity parity) {
    return zerosFrom(parity).isPresent() || isPositive(parity);
  }

  private boolean isPositive(Parity parity) {
    return SeriesDegrees.makePositive(spectrum.kernel(), parity);
  }

  private OptionalLong zerosFrom(Parity parity) {
    return zerosAllowed ? spectrum.zerosFrom(parity) : OptionalLong.empty();
  }

  /** Without tails: the first eigenvalues, and those below the zeros. */
  private Outcome<P> bySeries(EigenvalueTable glance) {
    SortedSet<Long> rows = new TreeSet<>(glance.rows().keySet());
    for (Parity parity : Parity.values()) {
      addBelow(rows, parity, zerosFrom(parity).orElse(0));
    }
    return rows.size() == glance.rows().size()
        ? proven(List.of(), glance)
        : of(List.of(), enclose(rows));
  }

  /** By tails of decided sign, where there are any. */
  Outcome<P> byTails(Tails source) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformExpansion> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      OptionalLong zeros = zerosFrom(parity);
      Optional<SignedTail> tail = source.of(parity);
      if (zeros.isEmpty() && tail.isEmpty()) {
        return new Outcome.Undecided<>(
            "no uniform tail decides the sign of the %s eigenvalues from any frequency up to 2^15 on"
                .formatted(parity));
      }
      if (tail.isPresent() && tail.get().sign() < 0) {
        UniformExpansion negative = tail.get().expansion();
        return refuted(
            "every " + parity + " eigenvalue from k = " + negative.from() + " on is negative",
            Findings.of(spectrum, List.of(negative)));
      }
      tail.ifPresent(positive -> tails.add(positive.expansion()));
      addBelow(below, parity, zeros.orElseGet(() -> tail.get().expansion().from()));
    }
    return below.size() > MOST_BELOW && Stream.of(Parity.values()).allMatch(this::isPositive)
        ? new Outcome.Undecided<>("the uniform tails begin late")
        : of(tails, enclose(below));
  }

  private static void addBelow(SortedSet<Long> rows, Parity parity, long end) {
    for (long k = parity.firstFrom(0); k < end; k += 2) {
      rows.add(k);
    }
  }

  private EigenvalueTable enclose(SortedSet<Long> frequencies) {
    return EigenvalueTable.of(spectrum, frequencies, Precision.SIGN, context);
  }

  /** What follows from tails of positive sign, from zeros, and from the eigenvalues below. */
  Outcome<P> of(List<UniformExpansion> tails, EigenvalueTable below) {
    return refutation(below)
        .or(() -> below.gap().map(Outcome.Undecided::new))
        .orElseGet(() -> proven(tails, below));
  }

  private Optional<Outcome<P>> refutation(EigenvalueTable table) {
    Optional<Long> zero = zerosAllowed ? Optional.empty() : table.firstZero();
    return table
        .firstNegative()
        .map(k -> refuted(table.isNegative(k), Findings.of(spectrum, table, k)))
        .or(() -> zero.map(k -> refuted(isZero(k), Findings.of(spectrum, table, k))));
  }

  private String isZero(long k) {
    return "the eigenvalue at k = " + k + " is exactly zero" + EigenvalueTable.whyZero(spectrum, k);
  }

  private Outcome<P> proven(List<UniformExpansion> tails, EigenvalueTable table) {
    return new Outcome.Proven<>(proof.apply(new Findings(spectrum, tails, table.rows())));
  }

  private Outcome<P> refuted(String reason, Findings found) {
    return new Outcome.Refuted<>(reason, List.of(found));
  }
}
