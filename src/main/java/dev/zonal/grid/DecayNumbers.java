package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.ChordTerm;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The numbers of a decay law, each rounded to the same number of digits; empty what is not
 * certified.
 *
 * @param first A_1, the coefficient of r at u = 1
 * @param firstAtAntipode B_1, that of the antipodal chord at u = -1
 * @param note what there is to say of the coefficients of the terms, if anything
 * @param decay how the eigenvalues decay, where that is known and by no power law
 * @param relativeOrder the power of 1/K that the relative remainder starts with
 * @param undecided what could not be decided, a line for each
 */
public record DecayNumbers(
    Kernel kernel,
    int dimension,
    int digits,
    Optional<CertifiedNumber> first,
    Optional<CertifiedNumber> firstAtAntipode,
    List<Term> terms,
    Optional<String> note,
    Map<Parity, Law> laws,
    Optional<Kind> decay,
    Optional<Rational> relativeOrder,
    List<String> undecided) {
  /** The coefficients of one power of the chord at u = 1 and of the antipodal one at u = -1. */
  public record Term(
      Rational exponent,
      Optional<CertifiedNumber> atCoincidence,
      Optional<CertifiedNumber> atAntipode) {}

  /** How eigenvalues without a power law decay. */
  public enum Kind {
    /** By a geometric law C rho^k k^s. */
    GEOMETRIC,
    /** rho^-k eta_k tends to 0 for every rho &gt; 0. */
    SUPER_GEOMETRIC,
    /** Faster than any power; no law is claimed. */
    ROOT_EXPONENTIAL
  }

  /**
   * A geometric law eta_k = C rho^k k^s (1 + e_k).
   *
   * @param rate rho
   * @param constant C
   * @param bounded the law with its bounds
   */
  public record Geometric(
      Optional<CertifiedNumber> rate,
      Optional<CertifiedNumber> constant,
      Decay.Geometric bounded) {}

  /**
   * The law of one parity.
   *
   * @param isDecided whether it is known whether there is one
   * @param refusal why there is no power law
   * @param exponent E of k^E eta_k -> C; empty too if the leading coefficient was not told from
   *     zero
   * @param certified the law with its remainder
   * @param geometric a geometric law in place of a power law
   */
  public record Law(
      boolean isDecided,
      Optional<String> refusal,
      Optional<Rational> exponent,
      Optional<CertifiedNumber> constant,
      Optional<UniformExpansion> certified,
      Optional<Geometric> geometric) {
    private static Law none(boolean isDecided, String refusal) {
      return new Law(
          isDecided,
          Optional.of(refusal),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static Law of(Geometric geometric) {
      return new Law(
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(geometric));
    }
  }

  /**
   * Rounds the numbers, to which end they are enclosed ever more narrowly.
   *
   * @param digits significant digits of every number
   * @param count the number of terms
   */
  public static DecayNumbers of(Asymptotics asymptotics, int digits, int count) {
    return new Rounding(asymptotics, digits, new ArrayList<>()).numbers(count);
  }

  /** The constant C of a law, to so many digits, rounded down. */
  public static BigDecimal constant(UniformExpansion law, int digits) {
    return law.constant(BallArithmetic.ofBits(4 * digits + 64)).midpoint().lowerDecimal(digits);
  }

  /** The frequency from which the laws of all parities that have one are certified. */
  public Optional<Long> certifiedFrom() {
    List<Law> present =
        laws.values().stream()
            .filter(law -> law.refusal().isEmpty() && law.geometric().isEmpty())
            .toList();
    return present.stream().allMatch(law -> law.certified().isPresent())
        ? present.stream().map(law -> law.certified().get().from()).max(Long::compare)
        : Optional.empty();
  }

  /** Collects on the way what cannot be decided. */
  private record Rounding(Asymptotics asymptotics, int digits, List<String> undecided) {
    private static final int ATTEMPTS = 6;
    private static final int SKETCH_BITS = 64;
    private static final String UNDECIDED =
        "no precision tried decides its digits or tells it from zero";

    DecayNumbers numbers(int count) {
      Term first = term(Rational.ONE, asymptotics::first);
      List<Term> terms = new ArrayList<>();
      for (ChordTerm sketch : asymptotics.terms(SKETCH_BITS, count)) {
        int index = terms.size();
        terms.add(
            term(
                sketch.exponent(), bits -> Optional.of(asymptotics.terms(bits, count).get(index))));
      }
      Spectrum spectrum = asymptotics.spectrum();
      Optional<Outcome<Decay.Proof>> geometric =
          GeometricLaw.isFor(spectrum.kernel())
              ? Optional.of(Decay.prove(spectrum, Context.current()))
              : Optional.empty();
      Map<Parity, Law> laws = new EnumMap<>(Parity.class);
      for (Parity parity : Parity.values()) {
        laws.put(parity, law(parity, geometric));
      }
      boolean isGeometric = laws.values().stream().anyMatch(law -> law.geometric().isPresent());
      return new DecayNumbers(
          asymptotics.spectrum().kernel(),
          asymptotics.spectrum().dimension(),
          digits,
          first.atCoincidence(),
          first.atAntipode(),
          List.copyOf(terms),
          asymptotics.note(),
          laws,
          decay(isGeometric),
          asymptotics.relativeOrder(),
          List.copyOf(undecided));
    }

    private Term term(Rational exponent, IntFunction<Optional<ChordTerm>> term) {
      return new Term(
          exponent,
          rounded(
              "A" + exponent,
              bits -> term.apply(bits).map(ChordTerm::atCoincidence),
              () -> asymptotics.exactCoefficient(Chart.CHORD, exponent)),
          rounded(
              "B" + exponent,
              bits -> term.apply(bits).map(ChordTerm::atAntipode),
              () -> asymptotics.exactCoefficient(Chart.ANTIPODAL_CHORD, exponent)));
    }

    private Law law(Parity parity, Optional<Outcome<Decay.Proof>> geometric) {
      Optional<String> refusal = asymptotics.refusal(parity);
      if (asymptotics.vanishes(parity)) {
        return Law.none(true, refusal.get());
      }
      if (geometric.isPresent()) {
        return geometric(parity, geometric.get());
      }
      if (refusal.isPresent()) {
        boolean isDecided = asymptotics.verdict() != Verdict.UNDECIDED;
        if (!isDecided) {
          undecided.add("law for " + parity + " k: " + refusal.get());
        }
        return Law.none(isDecided, refusal.get());
      }
      return new Law(
          true,
          Optional.empty(),
          asymptotics.decayExponent(parity),
          rounded(
              "constant for " + parity + " k",
              bits -> asymptotics.constant(parity, bits),
              () -> asymptotics.exactConstant(parity)),
          asymptotics.certified(parity),
          Optional.empty());
    }

    private Law geometric(Parity parity, Outcome<Decay.Proof> outcome) {
      Optional<Decay.Geometric> proved = outcome.proof().flatMap(p -> p.geometric(parity));
      if (proved.isEmpty()) {
        String reason = outcome.reason();
        undecided.add("law for " + parity + " k: " + reason);
        return Law.none(false, reason);
      }
      GeometricLaw law = proved.get().law();
      return Law.of(
          new Geometric(
              rounded(
                  "rate for " + parity + " k", bits -> Optional.of(law.rate()), Optional::empty),
              rounded(
                  "constant for " + parity + " k",
                  bits -> Optional.of(law.constant()),
                  Optional::empty),
              proved.get()));
    }

    private Optional<Kind> decay(boolean isGeometric) {
      Spectrum spectrum = asymptotics.spectrum();
      boolean isGaussian =
          spectrum.kernel().structure() instanceof Structure.Radial radial && radial.isGaussian();
      boolean isHeat = spectrum.kernel().structure() instanceof Structure.Heat;
      if (isGeometric) {
        return Optional.of(Kind.GEOMETRIC);
      }
      if (isGaussian || isHeat || spectrum.kernel().isEntire()) {
        return Optional.of(Kind.SUPER_GEOMETRIC);
      }
      return spectrum.kernel().isRootExponential()
          ? Optional.of(Kind.ROOT_EXPONENTIAL)
          : Optional.empty();
    }

    /** Zero if the number is exactly 0. */
    private Optional<CertifiedNumber> rounded(
        String name,
        IntFunction<Optional<Ball>> enclosure,
        Supplier<Optional<PiRational>> knowledge) {
      Optional<Certification<CertifiedNumber>> number =
          Refinement.of(BallArithmetic.bitsFor(digits) + 24L, ATTEMPTS)
              .run(
                  bits -> {
                    var known = enclosure.apply(bits).map(ball -> number(ball, knowledge));
                    boolean isDecided = known.map(Certification::isCertified).orElse(true);
                    return new Attempt<>(known, isDecided ? 0 : bits);
                  });
      number.flatMap(Certification::refusal).ifPresent(why -> undecided.add(name + ": " + why));
      return number.flatMap(Certification::value);
    }

    private Certification<CertifiedNumber> number(
        Ball ball, Supplier<Optional<PiRational>> knowledge) {
      if (ball.isExact() && ball.containsZero()) {
        return Certification.certified(
            new CertifiedNumber(BigDecimal.ZERO, ball, Optional.of(PiRational.ZERO), digits));
      }
      return ball.decimal(digits)
          .map(x -> Certification.certified(new CertifiedNumber(x, ball, knowledge.get(), digits)))
          .orElseGet(() -> Certification.refused(UNDECIDED));
    }
  }
}
