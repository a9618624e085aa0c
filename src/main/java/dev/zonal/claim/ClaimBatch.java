package dev.zonal.claim;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.claim.Judgement.Verdict;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Claims about numbers of one source while the precision grows. */
final class ClaimBatch {
  private static final int ATTEMPTS = 5;
  private static final int GUARD_DIGITS = 8;
  private static final int LEAST_DIGITS = 20;

  private final Truths truths;
  private final Engine engine;
  private final Context context;
  private final List<Claim> open;
  private final Map<Claim, Judgement> judgements = new HashMap<>();

  ClaimBatch(Truths truths, List<Claim> claims, Engine engine, Context context) {
    this.truths = truths;
    this.engine = engine;
    this.context = context;
    this.open = new ArrayList<>(claims);
  }

  /** The digits of the first enclosures that a claim asks for. */
  static int firstDigits(Claim claim) {
    return Math.max(claim.number().digits() + GUARD_DIGITS, LEAST_DIGITS);
  }

  Map<Claim, Judgement> judge() {
    int first = open.stream().mapToInt(ClaimBatch::firstDigits).max().getAsInt();
    return new Refinement(first, ATTEMPTS, SpectrumRequest.MAX_DIGITS).run(this::attempt);
  }

  /** Decides what numbers of so many digits decide. */
  private Attempt<Map<Claim, Judgement>> attempt(int digits) {
    Map<Subject, Certification<CertifiedNumber>> numbers =
        truths.numbers(
            open.stream().map(Claim::subject).collect(Collectors.toSet()), digits, engine, context);
    for (Claim claim : List.copyOf(open)) {
      Certification<CertifiedNumber> number =
          numbers.getOrDefault(
              claim.subject(), Certification.refused("no precision tried decides its digits"));
      judgements.put(
          claim,
          number
              .map(truth -> judgement(claim, truth))
              .value()
              .orElseGet(() -> Judgement.undecided(claim, number.refusal().get())));
      boolean isFinal = !number.isCertified() && numbers.containsKey(claim.subject());
      if (isFinal || judgements.get(claim).verdict() != Verdict.UNDECIDED) {
        open.remove(claim);
      }
    }
    return new Attempt<>(judgements, open.isEmpty() ? 0 : digits);
  }

  private static Judgement judgement(Claim claim, CertifiedNumber truth) {
    Optional<Boolean> isRight = claim.number().admits(truth);
    if (isRight.isPresent()) {
      Optional<CertifiedNumber> shown = shown(claim.number(), truth, isRight.get());
      if (shown.isPresent()) {
        return Judgement.decided(claim, isRight.get() ? Verdict.RIGHT : Verdict.WRONG, shown.get());
      }
    }
    return Judgement.undecided(
        claim,
        "%s digits do not tell it from the end of what is claimed".formatted(truth.digits()));
  }

  /**
   * The truth to as many digits as say what is claimed; of a wrong claim to more where these would
   * be right.
   */
  private static Optional<CertifiedNumber> shown(
      ClaimedNumber claimed, CertifiedNumber truth, boolean isRight) {
    for (int digits = claimed.digits(); digits < truth.digits(); digits++) {
      Optional<BigDecimal> rounded = rounded(truth, digits);
      if (rounded.isPresent() && (isRight || isOutside(claimed, rounded.get()))) {
        return Optional.of(
            new CertifiedNumber(rounded.get(), truth.enclosure(), truth.exact(), digits));
      }
    }
    return Optional.of(truth).filter(t -> isRight || isOutside(claimed, t.rounded()));
  }

  private static boolean isOutside(ClaimedNumber claimed, BigDecimal shown) {
    return !claimed.admits(Rational.of(shown));
  }

  private static Optional<BigDecimal> rounded(CertifiedNumber truth, int digits) {
    return truth
        .exact()
        .flatMap(PiRational::rational)
        .map(known -> known.decimal(digits))
        .or(() -> truth.enclosure().decimal(digits));
  }
}
