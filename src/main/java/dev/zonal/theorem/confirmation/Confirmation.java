package dev.zonal.theorem.confirmation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import dev.zonal.spectrum.secondopinion.ApfloatSpectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The decay law of a spectrum held against evaluations that could refute it: eigenvalues by the
 * second opinion, which knows nothing of the law, must lie where the certified enclosures are and
 * as near to the law, a power law or a geometric law, as its proved remainder says. Where it is
 * proved that there is no power law, and no geometric law is proved, the eigenvalues alone are
 * compared.
 *
 * @param digits the digits of agreement asked for
 * @param laws the laws that were tested
 * @param vanishing the parities whose eigenvalues are zero from some frequency on, by a theorem
 * @param withoutLaw why there is no power law, where that is proved: the eigenvalues alone are
 *     compared
 * @param rows one for each frequency, ascending
 */
public record Confirmation(
    int digits,
    Map<Parity, TestedLaw> laws,
    Set<Parity> vanishing,
    Optional<String> withoutLaw,
    List<Row> rows) {
  /** The second opinion is asked for so many digits more than are compared. */
  private static final int GUARD_DIGITS = 8;

  /** Rounding errors of the second opinion may exceed their estimate by this factor. */
  private static final Apfloat NOISE_FACTOR = new Apfloat(1000, 20);

  /** The law of a parity that is put to the test, if there is one; to so many bits. */
  @FunctionalInterface
  public interface Laws {
    Optional<TestedLaw> of(Parity parity, int bits);
  }

  /**
   * One frequency.
   *
   * @param value the second opinion on eta_k
   * @param agrees whether it agrees with the certified enclosure
   * @param law the law and the distance from it; empty where the eigenvalues have none
   */
  public record Row(long frequency, BigDecimal value, boolean agrees, Optional<Distance> law) {
    /** Whether nothing speaks against the law here. */
    public boolean isConfirmed() {
      return agrees && law.map(Distance::isWithin).orElse(true);
    }
  }

  public Confirmation {
    laws = Map.copyOf(laws);
    vanishing = Set.copyOf(vanishing);
    rows = List.copyOf(rows);
  }

  /** What came of a test. */
  public enum Outcome {
    /** Every evaluation agrees, and every law was put to the test at some frequency. */
    CONFIRMED,
    /** An evaluation differs from its enclosure, or is too far from the law. */
    REFUTED,
    /** Nothing speaks against a law, and some law, or all there is, was not tested. */
    NOTHING_TO_TEST
  }

  /** Whether the law stands, falls, or was not tested. */
  public Outcome outcome() {
    if (!rows.stream().allMatch(Row::isConfirmed)) {
      return Outcome.REFUTED;
    }
    return untested().isEmpty() ? Outcome.CONFIRMED : Outcome.NOTHING_TO_TEST;
  }

  /** Why nothing was tested, for each parity that was asked for and has no test; in words. */
  public List<String> untested() {
    if (withoutLaw.isPresent()) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      boolean isAsked = rows.stream().anyMatch(row -> Parity.of(row.frequency()) == parity);
      if (isAsked && laws.containsKey(parity) && !isTested(parity)) {
        reasons.add(
            "the law for %s k was not tested: it is certified from k = %s on"
                .formatted(parity, laws.get(parity).from()));
      } else if (isAsked && !laws.containsKey(parity) && !vanishing.contains(parity)) {
        reasons.add("there is no law with a certified remainder for " + parity + " k");
      }
    }
    if (reasons.isEmpty() && laws.isEmpty()) {
      reasons.add("the eigenvalues are exactly zero: there is no law");
    }
    return List.copyOf(reasons);
  }

  /** Whether some frequency of the parity is large enough for the law's remainder to be proved. */
  public boolean isTested(Parity parity) {
    return rows.stream()
        .filter(row -> Parity.of(row.frequency()) == parity)
        .anyMatch(row -> row.law().flatMap(Distance::bound).isPresent());
  }

  /** Tests the laws of the spectrum itself. */
  public static Confirmation of(
      Asymptotics asymptotics, SortedSet<Long> frequencies, int digits, Context context)
      throws UncertifiedException {
    Spectrum spectrum = asymptotics.spectrum();
    Laws laws =
        GeometricLaw.isFor(spectrum.kernel())
            ? TestedGeometricLaw.of(spectrum, frequencies.last())
            : TestedExpansion.of(asymptotics, asymptotics::from);
    return of(asymptotics, laws, frequencies, digits, context);
  }

  /**
   * Tests laws, which may be others than those of the spectrum.
   *
   * @throws UncertifiedException if an eigenvalue cannot be certified or evaluated
   */
  public static Confirmation of(
      Asymptotics asymptotics, Laws laws, SortedSet<Long> frequencies, int digits, Context context)
      throws UncertifiedException {
    Spectrum spectrum = asymptotics.spectrum();
    int bits = BallArithmetic.bitsFor(digits + GUARD_DIGITS) + Precision.PRODUCTS;
    Map<Long, Certification<Enclosure>> certified =
        spectrum.enclose(frequencies, bits, Optional.empty(), Context.current().silent());
    Map<Long, Enclosure> enclosures = new TreeMap<>();
    for (long k : certified.keySet()) {
      enclosures.put(
          k, certified.get(k).because("k = " + k + " was not certified: ").orElseThrow());
    }
    Map<Long, ApfloatEstimate> opinions =
        ApfloatSpectrum.of(spectrum)
            .evaluate(
                frequencies, digits + GUARD_DIGITS, k -> smallness(enclosures.get(k)), context);
    Map<Parity, TestedLaw> tested = new EnumMap<>(Parity.class);
    for (Parity parity : Parity.values()) {
      if (frequencies.stream().anyMatch(k -> Parity.of(k) == parity)) {
        laws.of(parity, bits).ifPresent(law -> tested.put(parity, law));
      }
    }
    Tolerance tolerance = new Tolerance(digits, BallArithmetic.ofBits(bits + Precision.KERNEL));
    List<Row> rows = new ArrayList<>();
    for (long k : frequencies) {
      ApfloatEstimate opinion = opinions.get(k);
      BigDecimal value = new BigDecimal(opinion.value().toString());
      Ball eta = tolerance.over().of(Rational.of(value));
      Optional<Distance> distance =
          Optional.ofNullable(tested.get(Parity.of(k)))
              .flatMap(law -> law.distance(k, eta, tolerance));
      boolean agrees = agrees(opinion, eta, enclosures.get(k), tolerance);
      // all of it is the noise of the evaluation, and no digit belongs to the eigenvalue
      boolean isZero = agrees && enclosures.get(k).isExactZero();
      rows.add(new Row(k, isZero ? BigDecimal.ZERO : value, agrees, distance));
    }
    Set<Parity> vanishing = EnumSet.allOf(Parity.class);
    vanishing.removeIf(parity -> !asymptotics.vanishes(parity));
    Optional<String> withoutLaw =
        Optional.of(asymptotics)
            .filter(a -> a.verdict() == Verdict.REFUTED && tested.isEmpty())
            .flatMap(Asymptotics::refusal);
    return new Confirmation(digits, tested, vanishing, withoutLaw, rows);
  }

  /** About how many zeros follow the decimal point, which tells how many digits cancel. */
  private static int smallness(Enclosure enclosure) {
    return enclosure.isExactZero()
        ? 0
        : (int) Math.max(0, Math.ceil(-enclosure.ball().binaryOrder() * Math.log10(2)));
  }

  private static boolean agrees(
      ApfloatEstimate opinion, Ball eta, Enclosure certified, Tolerance tolerance) {
    if (certified.isExactZero()) {
      Apfloat size = ApfloatMath.abs(opinion.value());
      return size.compareTo(opinion.noise().multiply(NOISE_FACTOR)) <= 0
          && opinion.noise().scale() < -tolerance.digits();
    }
    BallArithmetic over = tolerance.over();
    Ball difference = over.subtract(eta, certified.ball());
    Ball allowed = over.multiply(certified.ball(), tolerance.agreement());
    return difference.abs().upper().compareTo(allowed.abs().lower()) <= 0;
  }
}
