package dev.zonal.theorem.law;

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
import dev.zonal.spectrum.value.Sphere;
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
 * as near to the law as its proved remainder says. Where it is proved that there is no power law
 * the eigenvalues alone are compared.
 *
 * @param digits the digits of agreement asked for
 * @param laws the laws that were tested, with their certified remainders
 * @param vanishing the parities whose eigenvalues are zero from some frequency on, by a theorem
 * @param withoutLaw why there is no power law, where that is proved: the eigenvalues alone are
 *     compared
 * @param rows one for each frequency, ascending
 */
public record Confirmation(
    int digits,
    Map<Parity, UniformExpansion> laws,
    Set<Parity> vanishing,
    Optional<String> withoutLaw,
    List<Row> rows) {
  /** The second opinion is asked for so many digits more than are compared. */
  private static final int GUARD_DIGITS = 8;

  /** What the second opinion may be wrong by, in digits beyond those asked for. */
  private static final int NOISE_DIGITS = 3;

  /** Rounding errors of the second opinion may exceed their estimate by this factor. */
  private static final Apfloat NOISE_FACTOR = new Apfloat(1000, 20);

  /** What the law says of the eigenvalues from k on; the subject of the test. */
  @FunctionalInterface
  public interface Prediction {
    /** The expansion of one parity that holds from k on, if there is one. */
    Optional<UniformExpansion> from(Parity parity, long k, int bits);
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

  /**
   * How far an eigenvalue is from the law.
   *
   * @param plain k^E eta_k
   * @param shifted K^E eta_k
   * @param residual K^q (K^E eta_k/C - 1), which must settle
   * @param bound what |residual| stays below, by proof; empty below k0
   * @param isWithin whether it does, and the eigenvalue obeys the expansion of the law by the next
   *     terms too, as far as its proved remainder goes
   */
  public record Distance(
      BigDecimal plain,
      BigDecimal shifted,
      BigDecimal residual,
      Optional<BigDecimal> bound,
      boolean isWithin) {}

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

  /** Tests the law of the spectrum itself. */
  public static Confirmation of(
      Asymptotics asymptotics, SortedSet<Long> frequencies, int digits, Context context)
      throws UncertifiedException {
    return of(asymptotics, asymptotics::from, frequencies, digits, context);
  }

  /**
   * Tests a prediction, which may be another than the law of the spectrum.
   *
   * @throws UncertifiedException if an eigenvalue cannot be certified or evaluated
   */
  public static Confirmation of(
      Asymptotics asymptotics,
      Prediction prediction,
      SortedSet<Long> frequencies,
      int digits,
      Context context)
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
    Map<Parity, UniformExpansion> laws = new EnumMap<>(Parity.class);
    for (Parity parity : Parity.values()) {
      if (frequencies.stream().anyMatch(k -> Parity.of(k) == parity)) {
        asymptotics
            .certified(parity)
            .flatMap(law -> prediction.from(parity, law.from(), bits))
            .ifPresent(law -> laws.put(parity, law));
      }
    }
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.KERNEL);
    Test test = new Test(digits, bits, over, laws, prediction);
    List<Row> rows = new ArrayList<>();
    for (long k : frequencies) {
      rows.add(test.row(k, opinions.get(k), enclosures.get(k)));
    }
    Set<Parity> vanishing = EnumSet.allOf(Parity.class);
    vanishing.removeIf(parity -> !asymptotics.vanishes(parity));
    Optional<String> withoutLaw =
        Optional.of(asymptotics)
            .filter(a -> a.verdict() == Verdict.REFUTED)
            .flatMap(Asymptotics::refusal);
    return new Confirmation(digits, laws, vanishing, withoutLaw, rows);
  }

  /** About how many zeros follow the decimal point, which tells how many digits cancel. */
  private static int smallness(Enclosure enclosure) {
    return enclosure.isExactZero()
        ? 0
        : (int) Math.max(0, Math.ceil(-enclosure.ball().binaryOrder() * Math.log10(2)));
  }

  /** The comparison at one frequency. */
  private record Test(
      int digits,
      int bits,
      BallArithmetic over,
      Map<Parity, UniformExpansion> laws,
      Prediction prediction) {
    Row row(long k, ApfloatEstimate opinion, Enclosure certified) {
      BigDecimal value = new BigDecimal(opinion.value().toString());
      Optional<Distance> distance =
          Optional.ofNullable(laws.get(Parity.of(k))).map(law -> distance(law, k, value));
      return new Row(k, value, agrees(opinion, value, certified), distance);
    }

    private boolean agrees(ApfloatEstimate opinion, BigDecimal value, Enclosure certified) {
      if (certified.isExactZero()) {
        Apfloat size = ApfloatMath.abs(opinion.value());
        return size.compareTo(opinion.noise().multiply(NOISE_FACTOR)) <= 0
            && opinion.noise().scale() < -digits;
      }
      Ball difference = over.subtract(over.of(Rational.of(value)), certified.ball());
      Ball allowed = over.multiply(certified.ball(), powerOfTen(-digits));
      return difference.abs().upper().compareTo(allowed.abs().lower()) <= 0;
    }

    private Distance distance(UniformExpansion law, long k, BigDecimal value) {
      Ball eta = over.of(Rational.of(value));
      Rational shifted = new Sphere(law.dimension()).shifted(k);
      Ball scaled = over.multiply(power(shifted, law.decayExponent()), eta);
      Ball relative = over.subtract(over.divide(scaled, law.constant(over)), Ball.exact(1));
      Ball residual = over.multiply(power(shifted, law.remainderOrder()), relative);
      Ball plain = over.multiply(power(Rational.of(k), law.decayExponent()), eta);
      Optional<BigDecimal> bound =
          k < law.from()
              ? Optional.empty()
              : Optional.of(
                  over.multiply(law.remainderAt(k), power(shifted, law.remainderOrder()))
                      .upperDecimal(6));
      return new Distance(
          shown(plain), shown(scaled), shown(residual), bound, isWithin(law, k, relative, eta));
    }

    /** Of zero as well, where the exponent is positive. */
    private Ball power(Rational base, Rational exponent) {
      return base.signum() == 0 ? Ball.exact(0) : over.power(over.of(base), exponent);
    }

    /** The law with its remainder, and the expansion from this very frequency on with its own. */
    private boolean isWithin(UniformExpansion law, long k, Ball relative, Ball eta) {
      if (k < law.from()) {
        return true;
      }
      Rational noise = powerOfTen(-digits - NOISE_DIGITS).lower();
      boolean near = relative.abs().upper().compareTo(law.remainderAt(k).upper().add(noise)) <= 0;
      return near
          && prediction
              .from(law.parity(), k, bits)
              .map(
                  expansion -> {
                    Ball quotient = over.divide(eta, expansion.leadingTerm(over, k));
                    Ball rest = over.subtract(quotient, expansion.relativeSum(over, k));
                    return rest.abs().upper().compareTo(expansion.restAt(k).upper().add(noise))
                        <= 0;
                  })
              .orElse(false);
    }

    private Ball powerOfTen(int exponent) {
      return over.power(Ball.exact(10), exponent);
    }

    private BigDecimal shown(Ball ball) {
      return ball.midpoint().lowerDecimal(digits);
    }
  }
}
