package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.UncertifiedException;
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
  private static final int GUARD_BITS = 8;

  /**
   * The contour is at most 2 asinh(1) = 1.763 high, for chords end at 2, so its top leaves
   * e^(-1.763 k) at the best: fewer frequencies per bit than this cannot succeed, and the kernel
   * need not be analysed to know it.
   */
  private static final double FREQUENCIES_PER_BIT = Math.log(2) / 1.763;

  private final Supplier<TailExpansion> tail;

  public TailSpectrum(Supplier<OddExpansion> expansion, int dimension) {
    this.tail = new Lazy<>(() -> TailExpansion.of(expansion.get(), dimension));
  }

  /** The odd expansion of a kernel, computed when it is first asked for. */
  public static Supplier<OddExpansion> expansion(AnalyticData analytic) {
    return new Lazy<>(() -> OddExpansion.of(analytic));
  }

  /**
   * An enclosure of the given relative accuracy in bits, or the reason why the theorem gives none.
   */
  public Enclosure enclose(long k, int bits) {
    if (isHopeless(k, bits)) {
      return new Enclosure.Refused(
          "the tail theorem does not reach " + bits + " bits at so small a frequency");
    }
    try {
      Optional<Enclosure> certified = attempt(k, bits);
      return certified.orElseGet(() -> new Enclosure.Refused(reason(k, bits)));
    } catch (DomainException e) {
      return new Enclosure.Refused(
          "the tail theorem does not apply: the kernel could not be expanded in the chord: "
              + e.getMessage());
    } catch (UncertifiedException e) {
      return new Enclosure.Refused(e.getMessage());
    }
  }

  /** The same where there is one, without looking for the reason where there is none. */
  public Optional<Enclosure> certify(long k, int bits) {
    if (isHopeless(k, bits)) {
      return Optional.empty();
    }
    try {
      return attempt(k, bits);
    } catch (DomainException | UncertifiedException notByThisTheorem) {
      return Optional.empty();
    }
  }

  private static boolean isHopeless(long k, int bits) {
    return k < 1 || k < FREQUENCIES_PER_BIT * bits;
  }

  private Optional<Enclosure> attempt(long k, int bits) throws UncertifiedException {
    TailExpansion expansion = tail.get();
    int asked = bits;
    for (int attempt = 0; attempt < ATTEMPTS && expansion.canDeliver(k, asked); attempt++) {
      Ball ball = expansion.enclose(k, asked);
      if (!ball.containsZero() && ball.accuracyBits() >= bits) {
        return Optional.of(Enclosure.Certified.of(Eigenvalue.Method.TAIL, ball));
      }
      long missing = ball.containsZero() ? asked : bits - ball.accuracyBits();
      asked = Math.toIntExact(asked + missing + GUARD_BITS);
    }
    return Optional.empty();
  }

  private String reason(long k, int bits) {
    TailExpansion expansion = tail.get();
    return expansion.refusal().orElseGet(() -> outOfReach(expansion, k, bits));
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
