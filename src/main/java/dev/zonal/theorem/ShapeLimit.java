package dev.zonal.theorem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What residual tangent kernels with alpha = L^-gamma tend to as L grows (docs/theory.md,
 * Proposition 13.8). Gamma = 0 stands for any alpha that does not depend on L.
 *
 * @param gamma not negative
 */
public record ShapeLimit(BigFraction gamma) {
  private static final Pattern POWER =
      Pattern.compile("resntk:alpha=L\\^\\(?-(\\d{1,6})(?:/(\\d{1,6}))?\\)?");
  private static final Pattern FIXED = Pattern.compile("resntk:alpha2?=[0-9./]+");

  /** The limit of a family as it is written on the command line, if its exponent can be read. */
  public static Optional<ShapeLimit> of(String family) {
    Matcher power = POWER.matcher(family);
    if (power.matches()) {
      long numerator = Long.parseLong(power.group(1));
      long denominator = power.group(2) == null ? 1 : Long.parseLong(power.group(2));
      return denominator == 0
          ? Optional.empty()
          : Optional.of(new ShapeLimit(BigFraction.of(numerator, denominator)));
    }
    return FIXED.matcher(family).matches()
        ? Optional.of(new ShapeLimit(BigFraction.ZERO))
        : Optional.empty();
  }

  /** The limits in words. */
  public List<String> lines() {
    int side = gamma.subtract(BigFraction.of(1, 2)).signum();
    if (side < 0) {
      return List.of(
          "alpha^2 L is unbounded, so A_1 tends to -infinity: the peak becomes a spike;",
          "B_1 tends to 0: even and odd eigenvalues decay alike.");
    }
    if (side == 0) {
      return List.of(
          "alpha^2 L = 1, so A_1 tends to -1/pi and B_1 to 0: the slope stays bounded,",
          "even and odd eigenvalues decay alike in the limit.");
    }
    return List.of(
        "alpha^2 L tends to 0, A_1 to -1/(2 pi), and f_L to the kernel f_1 of one block, uniformly;",
        "but B_1 tends to 0 and not to its -1/(2 pi): the constant of even k tends to half of that",
        "of f_1, the constant of odd k to the same number and not to 0.");
  }
}
