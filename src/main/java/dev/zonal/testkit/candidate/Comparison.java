package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.List;

/**
 * A candidate beside the certified kernel that it means to be. A check that fails throws an {@link
 * AssertionError} which says what the candidate was given, what it answered, what is certified, how
 * far that is apart and what may have gone wrong.
 *
 * @param candidate what is tested
 * @param target what it means to be
 * @param tolerance how far it may be from that
 */
public record Comparison(Candidate candidate, Target target, Tolerance tolerance) {
  private static final int SHOWN_DIGITS = 20;

  private static final List<Double> SPREAD =
      List.of(-1.0, -0.875, -0.625, -0.375, -0.125, 0.125, 0.375, 0.625, 0.875, 0.984375);

  /** With 16 ulps of f(1) for an error. */
  public static Comparison of(Candidate candidate, String specification) {
    return new Comparison(candidate, Target.of(specification), Tolerance.doubles());
  }

  /** With another tolerance. */
  public Comparison within(Tolerance other) {
    return new Comparison(candidate, target, other);
  }

  /** With the unnormalised kernel of the literature. */
  public Comparison inPaperScale() {
    return new Comparison(candidate, target.inPaperScale(), tolerance);
  }

  /** The value at a point is the certified one. */
  public void agreesAt(double u) {
    Reading reading = candidate.at(u);
    Target.Accepted accepted = target.accepted(reading.separation(), tolerance);
    if (!isAccepted(reading, accepted)) {
      throw new AssertionError(message(reading, accepted));
    }
  }

  /** The values at some points are the certified ones. */
  public void agreesAt(List<Double> cosines) {
    cosines.forEach(this::agreesAt);
  }

  /** f(1) is what it should be, 1 unless the kernel is in the scale of the literature. */
  public void isNormalised() {
    agreesAt(1);
  }

  /**
   * The candidate is none of some other kernels: the comparison with each of them fails, with the
   * same tolerance, at one at least of some points that are spread over [-1, 1]. What agrees with
   * two kernels tells neither from the other, and the tolerance is too wide for that.
   *
   * @param specifications of kernels that differ from the target
   */
  public void isToldApartFrom(List<String> specifications) {
    for (String specification : specifications) {
      Target other = Target.of(specification);
      Comparison wrong =
          new Comparison(candidate, new Target(other.kernel(), target.scale()), tolerance);
      if (SPREAD.stream().allMatch(wrong::holdsAt)) {
        throw new AssertionError(
            "within %s the candidate is %s as well as %s"
                .formatted(tolerance, specification, target));
      }
    }
  }

  /** The same for kernels of other depths, with other biases, and other kinds of one network. */
  public void isToldApartFromItsVariants() {
    isToldApartFrom(
        Variants.of(target).stream().filter(v -> !isSame(v)).map(Target::toString).toList());
  }

  private boolean isSame(Target other) {
    return other.kernel().normalForm().equals(target.kernel().normalForm());
  }

  /** By how much a value may be off where the kernel is smooth. */
  double slack() {
    return Math.abs(target.atCoincidence()) * tolerance.size();
  }

  /** By how much a rounded cosine moves the value of a kernel of slope 1 at coincidence. */
  double kink() {
    return Math.abs(target.atCoincidence()) * Math.sqrt(2 * tolerance.cosine() * tolerance.unit());
  }

  boolean holdsAt(double u) {
    Reading reading = candidate.at(u);
    return isAccepted(reading, target.accepted(reading.separation(), tolerance));
  }

  private static boolean isAccepted(Reading reading, Target.Accepted accepted) {
    return reading.value().filter(accepted.range()::contains).isPresent();
  }

  private String message(Reading reading, Target.Accepted accepted) {
    return "%s at %s:%n  got      %s%n  expected %s%n  %s%n  %s"
        .formatted(
            target,
            reading.where(),
            reading.answer(),
            shown(accepted.value()),
            reading.value().isPresent() ? distance(reading, accepted) : "which is no number",
            cause(reading));
  }

  private String cause(Reading reading) {
    double versine = reading.separation().versine(BallArithmetic.ofBits(64)).toDouble();
    return LikelyCause.of(this, versine)
        .map(cause -> "likely cause: " + cause)
        .orElse("likely cause: none of those that are known");
  }

  private static String shown(Ball value) {
    return "%s, in [%s, %s]"
        .formatted(
            value.center().toFraction().decimal(SHOWN_DIGITS),
            value.lowerDecimal(SHOWN_DIGITS + 2),
            value.upperDecimal(SHOWN_DIGITS + 2));
  }

  /** By how much, in units of f(1): those are what a tolerance is stated in most often. */
  private String distance(Reading reading, Target.Accepted accepted) {
    BallArithmetic over = BallArithmetic.ofBits(64);
    double error =
        over.subtract(over.of(reading.value().orElseThrow()), accepted.value()).toDouble();
    double ulps = Math.abs(error) / (tolerance.unit() * Math.abs(target.atCoincidence()));
    return "off by %.3g, %.3g ulps of f(1); allowed: %s".formatted(error, ulps, tolerance);
  }
}
