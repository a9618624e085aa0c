package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The asymptotics of a spectrum, for even and odd frequencies apart: k^E eta_k tends to C, and the
 * remainder of the law is proved from some frequency on (docs/theory.md, section 12). C is the
 * coefficient A_s + (-1)^k B_s of the least power of the chord, other than an even one, that does
 * not cancel, times the limit of k^E Lambda_k(s).
 */
public final class Asymptotics {
  private static final String POLYNOMIAL = "the kernel is a polynomial: its eigenvalues end";
  private static final String EVEN_POWERS = "the eigenvalues decay faster than any power of k";
  private static final String ENTIRE =
      "the eigenvalues decay super-geometrically: rho^-k eta_k -> 0 for every rho > 0";
  private static final int TRIED = 24;
  private static final int ATTEMPTS = 6;

  private final Spectrum spectrum;
  private final Certification<ChordSeries> series;
  private final Verdict verdict;

  private Asymptotics(Spectrum spectrum, Certification<ChordSeries> series, Verdict verdict) {
    this.spectrum = spectrum;
    this.series = series;
    this.verdict = verdict;
  }

  /** The asymptotics of a spectrum. */
  public static Asymptotics of(Spectrum spectrum) {
    Structure structure = spectrum.kernel().structure();
    if (structure instanceof Structure.Polynomial) {
      return none(spectrum, POLYNOMIAL);
    }
    if (structure instanceof Structure.ChordPower power) {
      Rational half = power.exponent().divide(2);
      return half.signum() >= 0 && half.isInteger()
          ? none(spectrum, POLYNOMIAL)
          : of(spectrum, new ChordPowerSeries(power.exponent(), spectrum.dimension()));
    }
    if (structure instanceof Structure.Spectral given) {
      return given instanceof Structure.LaplacianPower power
          ? of(spectrum, new LaplacianPowerSeries(power, spectrum.dimension()))
          : none(spectrum, withoutLaw(given));
    }
    if (structure instanceof Structure.Bessel bessel) {
      return of(spectrum, new MaternSeries(bessel, spectrum.dimension()));
    }
    if (structure instanceof Structure.Radial radial && !radial.isMatern()) {
      return radial.isGaussian()
          ? none(spectrum, ENTIRE)
          : of(spectrum, new GammaExponentialSeries(radial, spectrum.dimension()));
    }
    if (spectrum.kernel().isEntire()) {
      return none(spectrum, ENTIRE);
    }
    Certification<OddExpansion> expansion =
        spectrum.expansion().because("the kernel could not be expanded in powers of the chord: ");
    if (expansion.value().filter(OddExpansion::isEven).isPresent()) {
      Certification<Double> smooth = expansion.get().data().rectangle().bound();
      return smooth.isCertified()
          ? none(spectrum, EVEN_POWERS)
          : new Asymptotics(
              spectrum, Certification.refused(smooth.refusal().get()), Verdict.UNDECIDED);
    }
    return new Asymptotics(
        spectrum,
        expansion.map(odd -> new OddSeries(odd, spectrum.dimension())),
        expansion.isCertified() ? Verdict.PROVEN : Verdict.UNDECIDED);
  }

  private static String withoutLaw(Structure.Spectral given) {
    if (given instanceof Structure.Heat heat) {
      return "the eigenvalues exp(-%s k(k+d-2)) of a heat kernel decay faster than any power of k"
          .formatted(heat.time());
    }
    return given instanceof Structure.Poisson poisson
        ? "the eigenvalues (%s)^k of a Poisson kernel decay faster than any power of k"
            .formatted(poisson.ratio())
        : "the list of the eigenvalues ends";
  }

  private static Asymptotics of(Spectrum spectrum, ChordSeries series) {
    return new Asymptotics(spectrum, Certification.certified(series), Verdict.PROVEN);
  }

  private static Asymptotics none(Spectrum spectrum, String reason) {
    return new Asymptotics(spectrum, Certification.refused(reason), Verdict.REFUTED);
  }

  public Spectrum spectrum() {
    return spectrum;
  }

  /** The first terms of the expansion, with coefficients enclosed to about so many bits. */
  public List<ChordTerm> terms(int bits, int count) {
    return series.value().map(s -> s.terms(bits, count)).orElse(List.of());
  }

  /** What there is to say of the coefficients of the terms, if anything. */
  public Optional<String> note() {
    return series.value().flatMap(ChordSeries::note);
  }

  /** How many of the first terms a theorem makes exactly zero. */
  public int vanishing() {
    return series.value().map(ChordSeries::vanishing).orElse(0);
  }

  /**
   * The coefficients of r and r_-: empty without an expansion and where they are the hundred
   * thousandth of one, exact zeros where the expansion has no such power.
   */
  public Optional<ChordTerm> first(int bits) {
    return series.value().flatMap(s -> s.first(bits));
  }

  /**
   * Whether there is an expansion in powers of the chord other than even ones: refuted where it is
   * proved that there is none, and with it no power law.
   */
  public Verdict verdict() {
    return verdict;
  }

  /** Why there is no expansion; empty if there is one. */
  public Optional<String> refusal() {
    return series.refusal();
  }

  /** Why the parity has no power law; empty if it has one. */
  public Optional<String> refusal(Parity parity) {
    OptionalLong zeros = spectrum.zerosFrom(parity);
    boolean polynomial = spectrum.kernel().structure() instanceof Structure.Polynomial;
    return zeros.isEmpty() || polynomial
        ? refusal()
        : Optional.of(
            "the %s eigenvalues are exactly zero from k = %s on"
                .formatted(parity, zeros.getAsLong()));
  }

  /** Whether the eigenvalues of the parity are zero from some k on, by a theorem. */
  public boolean vanishes(Parity parity) {
    return spectrum.zerosFrom(parity).isPresent();
  }

  /**
   * The exponent s of the leading term of a parity with its coefficient, of about so many bits;
   * empty if there is no law, or if no precision tried tells the coefficient from zero.
   */
  public Optional<UniformExpansion.Term> leading(Parity parity, int bits) {
    if (!series.isCertified() || vanishes(parity)) {
      return Optional.empty();
    }
    return Refinement.of(bits, ATTEMPTS)
        .run(
            precision -> {
              Optional<UniformExpansion.Term> term = firstNotZero(parity, precision);
              return new Attempt<>(term, term.isPresent() ? 0 : precision);
            });
  }

  private Optional<UniformExpansion.Term> firstNotZero(Parity parity, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    for (ChordTerm term : terms(bits, vanishing() + TRIED)) {
      Ball c = term.coefficient(parity, over);
      if (!c.containsZero()) {
        return Optional.of(new UniformExpansion.Term(term.exponent(), c));
      }
      if (!c.isExact()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** E = d - 1 + s for the parity. */
  public Optional<Rational> decayExponent(Parity parity) {
    return leading(parity, 64).map(t -> t.exponent().add(spectrum.dimension() - 1L));
  }

  /** C, the limit of k^E eta_k along the parity, to about so many bits. */
  public Optional<Ball> constant(Parity parity, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    return leading(parity, bits)
        .map(
            t ->
                over.multiply(
                    t.coefficient(),
                    ChordPowerSpectrum.limit(over, spectrum.dimension(), t.exponent())));
  }

  /** C, where it is seen to be a rational multiple of a power of pi. */
  public Optional<PiRational> exactConstant(Parity parity) {
    Optional<PiRational> known = series.value().flatMap(ChordSeries::exactConstant);
    return known.isPresent() ? known : constantOfLeading(parity);
  }

  private Optional<PiRational> constantOfLeading(Parity parity) {
    return leading(parity, 64)
        .map(UniformExpansion.Term::exponent)
        .flatMap(
            s ->
                series
                    .get()
                    .rational(parity, s)
                    .flatMap(
                        c ->
                            ChordPowerSpectrum.exactLimit(spectrum.dimension(), s)
                                .map(limit -> limit.scale(c))));
  }

  /** The coefficient of a power of the chord at an end, where it is seen to be rational. */
  public Optional<PiRational> exactCoefficient(Chart end, Rational exponent) {
    return series.value().flatMap(s -> s.rational(end, exponent)).map(PiRational::of);
  }

  /**
   * The power of 1/K that the relative correction to the law starts with: 2, from Lambda_k and the
   * next odd power, unless a power of the chord less than 2 above the leading one comes first.
   */
  public Optional<Rational> relativeOrder() {
    return series.value().map(ChordSeries::relativeOrder);
  }

  /** The expansion of the parity from k on, if it is proved from there. */
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    return vanishes(parity)
        ? Optional.empty()
        : series.value().flatMap(s -> s.from(parity, k, bits));
  }

  /**
   * The law from about the least frequency from which its remainder is proved to be less than 1;
   * empty if there is none up to 2^15.
   */
  public Optional<UniformExpansion> certified(Parity parity) {
    return series.isCertified() && !vanishes(parity)
        ? FirstFrequency.search(k -> proved(parity, k, Ball.exact(1)))
        : Optional.empty();
  }

  /** The expansion from k on, if the remainder of the law is proved to be less than a bound. */
  public Optional<UniformExpansion> proved(Parity parity, long k, Ball bound) {
    return from(parity, k, Precision.TAIL)
        .filter(DecayLaw::isApplicable)
        .filter(expansion -> expansion.remainder().certainlyLess(bound));
  }
}
