package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.context.Context;
import dev.zonal.kernel.AnalyticData;
import dev.zonal.kernel.Region;
import dev.zonal.kernel.SupBound;
import dev.zonal.spectrum.ChordPowerSpectrum;
import dev.zonal.spectrum.Eigenvalue.Method;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.OddExpansion;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.UniformTail;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Verifies a certificate without trusting a number in it: the regions are certified again, the
 * coefficients expanded again in another precision, every eigenvalue enclosed again by quadrature
 * in another precision and with other nodes, and the inequalities that combine them evaluated again
 * (docs/certificates.md).
 */
public final class CertificateCheck {
  /** More than any proof uses, so that panels and nodes differ too. */
  private static final int BITS = 104;

  private static final int COEFFICIENT_BITS = 320;
  private static final int COEFFICIENTS = 16;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);

  private final Certificate certificate;
  private final Context context;
  private final List<Finding> findings = new ArrayList<>();

  /** One claim of the certificate that is not verified: refuted, or left undecided. */
  public record Finding(Verdict verdict, String claim) {}

  /**
   * The outcome.
   *
   * @param verdict proven if every claim was verified; refuted if one is false
   * @param findings what was not verified
   */
  public record Outcome(Verdict verdict, List<Finding> findings) {}

  private CertificateCheck(Certificate certificate, Context context) {
    this.certificate = certificate;
    this.context = context;
  }

  /** Verifies a certificate. */
  public static Outcome of(Certificate certificate, Context context) {
    CertificateCheck check = new CertificateCheck(certificate, context);
    certificate.evidence().forEach(check::checkEvidence);
    check.checkConclusion();
    Verdict worst = Verdict.PROVEN;
    for (Finding finding : check.findings) {
      worst = finding.verdict() == Verdict.REFUTED ? Verdict.REFUTED : worst;
      worst = worst == Verdict.PROVEN ? finding.verdict() : worst;
    }
    return new Outcome(worst, List.copyOf(check.findings));
  }

  private void record(Verdict verdict, String claim) {
    if (verdict != Verdict.PROVEN) {
      findings.add(new Finding(verdict, claim));
    }
  }

  private void checkEvidence(Evidence evidence) {
    Spectrum spectrum = Spectrum.of(evidence.kernel(), certificate.dimension());
    checkEnclosures(evidence, spectrum);
    if (!evidence.tails().isEmpty() || !evidence.expansions().isEmpty()) {
      try {
        checkTails(evidence, spectrum);
        checkExpansions(evidence, spectrum);
      } catch (DomainException e) {
        record(Verdict.UNDECIDED, evidence.kernel() + ": the tail theorem: " + e.getMessage());
      }
    }
  }

  private void checkEnclosures(Evidence evidence, Spectrum spectrum) {
    Map<Long, Ball> recomputed = eigenvalues(spectrum, evidence);
    evidence
        .enclosures()
        .forEach(
            (k, interval) -> {
              Ball ball = recomputed.get(k);
              Verdict verdict = ball == null ? Verdict.UNDECIDED : interval.holds(ball);
              record(verdict, evidence.kernel() + ": the enclosure at k = " + k);
            });
  }

  /** By quadrature; by the other ways exact zeros, and what quadrature refuses or cannot decide. */
  private Map<Long, Ball> eigenvalues(Spectrum spectrum, Evidence evidence) {
    SortedSet<Long> zeros = new TreeSet<>();
    SortedSet<Long> others = new TreeSet<>();
    evidence.enclosures().forEach((k, i) -> (i.isZero() ? zeros : others).add(k));
    Map<Long, Ball> result = new TreeMap<>();
    enclose(spectrum, others, Optional.of(Method.QUADRATURE), result);
    others.removeIf(
        k ->
            result.containsKey(k)
                && evidence.enclosures().get(k).holds(result.get(k)) != Verdict.UNDECIDED);
    enclose(spectrum, others, Optional.empty(), result);
    enclose(spectrum, zeros, Optional.empty(), result);
    return result;
  }

  private void enclose(
      Spectrum spectrum, SortedSet<Long> ks, Optional<Method> method, Map<Long, Ball> result) {
    if (!ks.isEmpty()) {
      spectrum
          .enclose(ks, BITS, method, context)
          .forEach(
              (k, enclosure) -> {
                if (enclosure instanceof Enclosure.Certified certified) {
                  result.put(k, certified.ball());
                }
              });
    }
  }

  private void checkExpansions(Evidence evidence, Spectrum spectrum) {
    for (Evidence.Expansion claimed : evidence.expansions()) {
      String name = evidence.kernel() + ": the " + claimed.parity() + " expansion";
      boolean parityHolds = claimed.parity().firstFrom(claimed.from()) == claimed.from();
      Optional<UniformExpansion> expansion =
          Asymptotics.of(spectrum).from(claimed.parity(), claimed.from(), COEFFICIENT_BITS);
      if (!parityHolds || expansion.isEmpty()) {
        record(Verdict.UNDECIDED, name + " from k = " + claimed.from() + " on");
        continue;
      }
      checkTerms(name, claimed, expansion.get());
      boolean restHolds =
          expansion.get().rest().upper().subtract(Interval.fraction(claimed.rest())).signum() <= 0
              && expansion.get().order().equals(claimed.order());
      record(restHolds ? Verdict.PROVEN : Verdict.UNDECIDED, name + ": the bound of the rest");
    }
  }

  private void checkTerms(String name, Evidence.Expansion claimed, UniformExpansion expansion) {
    List<BigFraction> exponents =
        expansion.terms().stream().map(UniformExpansion.Term::exponent).toList();
    if (!claimed.terms().stream()
        .map(Evidence.Expansion.Term::exponent)
        .toList()
        .equals(exponents)) {
      record(Verdict.REFUTED, name + ": the exponents");
      return;
    }
    for (int i = 0; i < exponents.size(); i++) {
      Ball coefficient = expansion.terms().get(i).coefficient();
      record(
          claimed.terms().get(i).coefficient().holds(coefficient),
          name + ": the coefficient " + (i + 1));
    }
  }

  private void checkTails(Evidence evidence, Spectrum spectrum) {
    if (evidence.tails().isEmpty()) {
      return;
    }
    Optional<AnalyticData> data = evidence.regions().flatMap(r -> certify(evidence, r));
    if (data.isEmpty()) {
      record(Verdict.UNDECIDED, evidence.kernel() + ": the regions of holomorphy");
      return;
    }
    OddExpansion expansion = OddExpansion.of(data.get());
    expansion.coefficients(COEFFICIENT_BITS, COEFFICIENTS);
    for (Evidence.TailBound claimed : evidence.tails()) {
      String name = evidence.kernel() + ": the " + claimed.parity() + " tail";
      boolean parityHolds = claimed.parity().firstFrom(claimed.from()) == claimed.from();
      Optional<UniformTail> tail =
          UniformTail.of(expansion, certificate.dimension(), claimed.parity(), claimed.from());
      if (!parityHolds || tail.isEmpty()) {
        record(Verdict.UNDECIDED, name + " from k = " + claimed.from() + " on");
        continue;
      }
      boolean sameExponent = tail.get().exponent() == claimed.exponent();
      record(sameExponent ? Verdict.PROVEN : Verdict.REFUTED, name + ": the exponent");
      record(claimed.leading().holds(tail.get().leading()), name + ": the leading coefficient");
      record(claimed.next().holds(tail.get().next()), name + ": the next coefficient");
      boolean restHolds =
          tail.get().rest().upper().subtract(Interval.fraction(claimed.rest())).signum() <= 0;
      if (!restHolds) {
        record(refuteRest(spectrum, tail.get(), claimed), name + ": the bound of the rest");
      }
    }
  }

  /** Refuted if the eigenvalue at k0 itself violates the bound; else undecided. */
  private static Verdict refuteRest(
      Spectrum spectrum, UniformTail tail, Evidence.TailBound claimed) {
    long k = tail.from();
    SortedSet<Long> one = new TreeSet<>(List.of(k));
    Enclosure enclosure =
        spectrum.enclose(one, BITS, Optional.empty(), Context.current().silent()).get(k);
    if (!(enclosure instanceof Enclosure.Certified eta)) {
      return Verdict.UNDECIDED;
    }
    int d = tail.dimension();
    Ball lambda = ChordPowerSpectrum.of(d, tail.exponent()).in(OVER, k);
    Ball ratio = UniformTail.ratio(d, k, tail.exponent());
    Ball relative = OVER.divide(eta.ball(), OVER.multiply(tail.leading(), lambda));
    Ball excess =
        OVER.subtract(OVER.subtract(relative, Ball.exact(1)), OVER.multiply(tail.next(), ratio));
    Ball needed = OVER.divide(excess, ratio);
    Ball bound = new Interval(claimed.rest(), claimed.rest()).ball();
    boolean violated =
        needed.certainlyGreater(bound) || OVER.negate(needed).certainlyGreater(bound);
    return violated ? Verdict.REFUTED : Verdict.UNDECIDED;
  }

  private Optional<AnalyticData> certify(Evidence evidence, Evidence.Regions regions) {
    double near = regions.coincidence().size().doubleValue();
    double far = regions.antipode().size().doubleValue();
    double height = regions.rectangle().size().doubleValue();
    boolean isSensible =
        near > 0
            && near < 2
            && far > 0
            && far < 2
            && height > 0
            && height < 4
            && isDouble(regions.coincidence().size())
            && isDouble(regions.antipode().size())
            && isDouble(regions.rectangle().size());
    if (!isSensible) {
      return Optional.empty();
    }
    AnalyticData data = AnalyticData.on(evidence.kernel(), near, far, height);
    checkBound(evidence, regions.coincidence(), data.coincidence(), "disc at coincidence");
    checkBound(evidence, regions.antipode(), data.antipode(), "disc at the antipode");
    checkBound(evidence, regions.rectangle(), data.rectangle(), "rectangle");
    return Optional.of(data);
  }

  /** Sizes are doubles, exactly: another decimal would be another region. */
  private static boolean isDouble(BigDecimal size) {
    return new BigDecimal(size.doubleValue()).compareTo(size) == 0;
  }

  private void checkBound(
      Evidence evidence,
      Evidence.Bounded claimed,
      SupBound<? extends Region> certified,
      String region) {
    boolean holds =
        certified.isCertified()
            && new BigDecimal(certified.bound().getAsDouble()).compareTo(claimed.bound()) <= 0;
    record(
        holds ? Verdict.PROVEN : Verdict.UNDECIDED,
        evidence.kernel() + ": the bound on the " + region);
  }

  private void checkRefutation(Refutation claimed) {
    Optional<Refutation> derived =
        Refutation.of(certificate.kind(), certificate.dimension(), certificate.evidence());
    boolean holds = derived.filter(claimed::equals).isPresent();
    record(
        holds ? Verdict.PROVEN : Verdict.UNDECIDED,
        "the numbers refute the statement by " + claimed.name().toLowerCase(Locale.ROOT));
  }

  private void checkConclusion() {
    if (certificate.refutation().isPresent()) {
      checkRefutation(certificate.refutation().get());
      return;
    }
    Conclusion conclusion;
    try {
      conclusion =
          Conclusion.of(certificate.kind(), certificate.dimension(), certificate.evidence());
    } catch (DomainException e) {
      record(Verdict.UNDECIDED, "the inequalities: " + e.getMessage());
      return;
    }
    conclusion.gap().ifPresent(gap -> record(Verdict.UNDECIDED, "the inequalities: " + gap));
    TreeSet<String> names = new TreeSet<>(conclusion.constants().keySet());
    names.addAll(certificate.conclusion().keySet());
    for (String name : names) {
      Ball derived = conclusion.constants().get(name);
      Interval claimed = certificate.conclusion().get(name);
      Verdict verdict =
          derived == null || claimed == null ? Verdict.UNDECIDED : claimed.holds(derived);
      record(verdict, "the constant " + name);
    }
  }
}
