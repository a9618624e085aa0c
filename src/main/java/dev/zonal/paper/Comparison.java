package dev.zonal.paper;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.claim.ClaimedNumber;
import dev.zonal.claim.Judgement;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * One thing that a paper claims, beside what is found.
 *
 * @param quantity what it is about; formulas stand between dollars, codes between backquotes
 * @param claimed as the paper has it, or what follows from it
 * @param found as it is here
 * @param agrees whether they agree; empty if that is not decided
 */
public record Comparison(String quantity, String claimed, String found, Optional<Boolean> agrees) {
  /** Of enclosures that show more than is claimed. */
  private static final int FURTHER_DIGITS = 3;

  private static final int DIGITS_OF_DOUBLES = 4;

  /** What is either so or not. */
  public static Comparison of(String quantity, String claimed, String found, boolean agrees) {
    return new Comparison(quantity, claimed, found, Optional.of(agrees));
  }

  /** What could not be found out, for a reason. */
  public static Comparison open(String quantity, String claimed, String reason) {
    return new Comparison(quantity, claimed, reason, Optional.empty());
  }

  /** A claimed number beside an enclosure of the truth. */
  public static Comparison of(String quantity, ClaimedNumber claimed, Ball truth) {
    return of(quantity, claimed, truth, Optional.empty());
  }

  /** The same of a truth that may be known exactly. */
  public static Comparison of(
      String quantity, ClaimedNumber claimed, Ball truth, Optional<PiRational> exact) {
    int digits = claimed.digits() + FURTHER_DIGITS;
    Optional<BigDecimal> rounded = truth.decimal(digits);
    BigDecimal shown = rounded.orElseGet(() -> truth.upperDecimal(digits));
    return new Comparison(
        quantity,
        text(claimed),
        rounded.map(x -> ScientificNotation.of(x, digits)).orElseGet(() -> range(truth)),
        claimed.admits(new CertifiedNumber(shown, truth, exact, digits)));
  }

  /** The same, where there may be no enclosure. */
  public static Comparison of(String quantity, ClaimedNumber claimed, Certification<Ball> truth) {
    return truth.isCertified()
        ? of(quantity, claimed, truth.get())
        : open(quantity, text(claimed), truth.refusal().orElseThrow());
  }

  /** A claimed number beside a rational number, which it is or is not. */
  public static Comparison of(String quantity, ClaimedNumber claimed, Rational truth) {
    return of(quantity, text(claimed), truth.toString(), claimed.admits(truth));
  }

  /** A claimed number beside one in doubles. */
  public static Comparison of(String quantity, ClaimedNumber claimed, double measured) {
    return Double.isFinite(measured)
        ? of(quantity, text(claimed), shown(measured), claimed.admits(Rational.of(measured)))
        : open(quantity, text(claimed), "no finite number");
  }

  /** What is decided of a claim about an eigenvalue or a value. */
  public static Comparison of(String quantity, Judgement judgement) {
    return new Comparison(
        quantity,
        text(judgement.claim().number()),
        judgement
            .truth()
            .map(truth -> ScientificNotation.of(truth.rounded(), truth.digits()))
            .or(judgement::reason)
            .orElse(""),
        switch (judgement.verdict()) {
          case RIGHT -> Optional.of(true);
          case WRONG -> Optional.of(false);
          case UNDECIDED -> Optional.empty();
        });
  }

  /** A measured number, in as many digits as are worth reading. */
  public static String shown(double measured) {
    return measured == 0
        ? "0"
        : ScientificNotation.of(
            new BigDecimal(measured).round(new MathContext(DIGITS_OF_DOUBLES)), DIGITS_OF_DOUBLES);
  }

  /** A measured number without an exponent, as tolerances have it. */
  public static String decimal(double measured) {
    return new BigDecimal(measured).round(new MathContext(DIGITS_OF_DOUBLES)).toPlainString();
  }

  /** An enclosure by its ends. */
  public static String range(Ball truth) {
    return "between %s and %s"
        .formatted(
            ScientificNotation.of(truth.lowerDecimal(FURTHER_DIGITS)),
            ScientificNotation.of(truth.upperDecimal(FURTHER_DIGITS)));
  }

  private static String text(ClaimedNumber claimed) {
    return claimed.text() + claimed.tolerance().map(t -> " +- " + t).orElse("");
  }
}
