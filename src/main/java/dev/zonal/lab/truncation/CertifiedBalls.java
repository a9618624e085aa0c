package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.spectrum.CertifiedValue;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Numbers that one computation encloses together, each rounded to the digits asked for. */
final class CertifiedBalls {
  private static final int GUARD = 8;

  private CertifiedBalls() {}

  /**
   * The numbers, by a precision that is raised as often as is allowed. One whose enclosures do not
   * decide its digits, as those of a zero, is refused alone, and one that is not enclosed.
   *
   * @param guardBits of the first attempt, beyond those of the digits
   * @param enclosures in so many bits, always of the same numbers
   */
  static List<Certification<CertifiedValue>> of(
      int digits, int guardBits, int attempts, IntFunction<List<Certification<Ball>>> enclosures) {
    int accuracy = BallArithmetic.bitsFor(digits);
    return Refinement.of(accuracy + guardBits, attempts)
        .run(
            bits -> {
              List<Certification<Ball>> balls = enclosures.apply(bits);
              long more = balls.stream().mapToLong(b -> missing(b, digits, bits)).max().orElse(0);
              return new Refinement.Attempt<>(
                  balls.stream().map(b -> b.flatMap(ball -> rounded(ball, digits))).toList(), more);
            });
  }

  private static long missing(Certification<Ball> found, int digits, int bits) {
    if (!found.isCertified()) {
      return bits;
    }
    Ball ball = found.get();
    if (ball.decimal(digits).isPresent()) {
      return 0;
    }
    long lacks = BallArithmetic.bitsFor(digits) - ball.accuracyBits();
    return ball.containsZero() || lacks <= 0 ? bits : lacks + GUARD;
  }

  private static Certification<CertifiedValue> rounded(Ball ball, int digits) {
    return ball.decimal(digits)
        .map(decimal -> new CertifiedValue(decimal, ball, Optional.empty()))
        .map(Certification::certified)
        .orElseGet(
            () ->
                Certification.refused(
                    ball.containsZero()
                        ? "it is zero or of a modulus below 2^" + ball.binaryOrder()
                        : "its digits are not decided"));
  }
}
