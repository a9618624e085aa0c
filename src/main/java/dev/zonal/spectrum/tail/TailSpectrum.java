package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Eigenvalues by the tail theorem to a given relative accuracy: asked again with more bits where
 * the contributions of the two ends cancel. The expansion is computed when a frequency first needs
 * it.
 */
public final class TailSpectrum {
  private static final int ATTEMPTS = 4;

  /**
   * The contour is at most 2 asinh(1) = 1.763 high, for chords end at 2, so its top leaves
   * e^(-1.763 k) at the best: fewer frequencies per bit than this cannot succeed, and the kernel
   * need not be analysed to know it.
   */
  private static final double FREQUENCIES_PER_BIT = Math.log(2) / 1.763;

  private final Supplier<Certification<TailExpansion>> tail;

  public TailSpectrum(Supplier<Certification<OddExpansion>> expansion, int dimension) {
    this.tail =
        new Lazy<>(
            () ->
                expansion
                    .get()
                    .because(
                        "the tail theorem does not apply: the kernel could not be expanded in the chord: ")
                    .flatMap(odd -> TailExpansion.of(odd, dimension)));
  }

  /**
   * An enclosure of the given relative accuracy in bits, or the reason why the theorem gives none.
   */
  public Certification<Enclosure> enclose(long k, int bits) {
    if (isHopeless(k, bits)) {
      return Certification.refused(
          "the tail theorem does not reach " + bits + " bits at so small a frequency");
    }
    return attempts(k, bits)
        .flatMap(
            found ->
                found
                    .map(Certification::certified)
                    .orElseGet(
                        () ->
                            Certification.of(() -> outOfReach(tail.get().get(), k, bits))
                                .flatMap(Certification::refused)));
  }

  /** The same where there is one, without looking for the reason where there is none. */
  public Optional<Enclosure> certify(long k, int bits) {
    return isHopeless(k, bits)
        ? Optional.empty()
        : attempts(k, bits).value().flatMap(found -> found);
  }

  private static boolean isHopeless(long k, int bits) {
    return k < 1 || k < FREQUENCIES_PER_BIT * bits;
  }

  private Certification<Optional<Enclosure>> attempts(long k, int bits) {
    return tail.get()
        .flatMap(
            expansion ->
                Certification.of(
                    () ->
                        Refinement.of(bits, ATTEMPTS)
                            .run(asked -> attempt(expansion, k, bits, asked))));
  }

  private static Attempt<Optional<Enclosure>> attempt(
      TailExpansion expansion, long k, int bits, int asked) {
    Optional<Ball> found = expansion.enclose(k, asked);
    if (found.isEmpty()) {
      return Attempt.decided(Optional.empty());
    }
    Ball ball = found.get();
    if (!ball.containsZero() && ball.accuracyBits() >= bits) {
      return Attempt.decided(Optional.of(Enclosure.of(Eigenvalue.Method.TAIL, ball)));
    }
    long missing = ball.containsZero() ? asked : bits - ball.accuracyBits();
    return new Attempt<>(Optional.empty(), missing + Precision.CLOSED_FORM);
  }

  private static String outOfReach(TailExpansion expansion, long k, int bits) {
    OptionalLong first = expansion.firstFrequency(bits);
    if (first.isEmpty()) {
      return "the tail theorem does not reach this accuracy at any frequency up to 10^18";
    }
    return first.getAsLong() <= k
        ? "the terms of the tail theorem cancel too much at this frequency"
        : "the tail theorem reaches this accuracy from about k = " + first.getAsLong() + " on";
  }
}
