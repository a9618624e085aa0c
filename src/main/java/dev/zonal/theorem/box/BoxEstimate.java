package dev.zonal.theorem.box;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.Bounds;
import dev.zonal.kernel.specification.IntervalFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * About how much there is to do for a family before it is begun.
 *
 * @param boxes that are narrow enough to be proved at once, for all depths and dimensions
 * @param frequencies up to about which eigenvalues are enclosed
 * @param seconds of one processor
 */
public record BoxEstimate(double boxes, double frequencies, double seconds) {
  /** From there to infinity is about one box, or not many. */
  private static final long FAR = 8;

  private static final double MOST_BOXES = 20_000;
  private static final double MOST_FREQUENCIES = 6_000;
  private static final double MOST_SECONDS = 4 * 3600;

  /** By what narrow boxes have taken. */
  public static BoxEstimate of(List<IntervalFamily> families, int least, int greatest) {
    double dimensions = greatest - least + 1.0;
    double choices =
        families.stream().mapToDouble(f -> f.depths().size()).reduce(1, (a, b) -> a * b);
    double depth = families.stream().mapToInt(IntervalFamily::greatest).max().orElse(0);
    double narrow = Math.log(Division.widest((int) depth));
    double parts = 1;
    double frequencies = 100;
    for (IntervalFamily family : families) {
      parts *= family.interval().map(b -> Math.max(1, Math.log(ratio(b)) / narrow)).orElse(1.0);
      frequencies = Math.max(frequencies, family.interval().map(b -> start(b)).orElse(0.0));
    }
    double boxes = parts * choices * dimensions;
    double tables = choices * 12 * Math.pow(frequencies / 200, 2);
    return new BoxEstimate(boxes, frequencies, tables + boxes * (0.02 + 0.02 * depth / dimensions));
  }

  private static double ratio(Bounds bounds) {
    Rational most = bounds.end().orElse(bounds.lower().multiply(2).add(FAR));
    return bounds.lower().signum() == 0 ? 16 : most.divide(bounds.lower()).doubleValue();
  }

  /** Where tails begin: the nearest singularity is at a distance of about alpha. */
  private static double start(Bounds bounds) {
    return bounds.key().equals("alpha") ? 25 / bounds.lower().doubleValue() : 0;
  }

  /** Why it is too much; empty if it is not. */
  public Optional<String> refusal() {
    if (boxes <= MOST_BOXES && frequencies <= MOST_FREQUENCIES && seconds <= MOST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "too many boxes: about %.0f boxes with eigenvalues up to k = %.0f, some %.0f hours of"
                + " one processor; take fewer depths, fewer dimensions or a shorter interval",
            boxes,
            frequencies,
            Math.ceil(seconds / 3600)));
  }
}
