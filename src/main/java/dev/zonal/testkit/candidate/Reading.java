package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.Rational;
import java.util.Optional;

/**
 * What a candidate says of two points.
 *
 * @param where what it was given, in words, every digit of it
 * @param separation the same, exactly
 * @param value what it answered; empty if that is no number
 * @param answer as the candidate wrote it
 */
public record Reading(
    String where, Separation separation, Optional<Rational> value, String answer) {
  static Reading of(String where, Separation separation, double answer) {
    return new Reading(
        where,
        separation,
        Double.isFinite(answer) ? Optional.of(Rational.of(answer)) : Optional.empty(),
        Double.toString(answer));
  }
}
