package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What residual tangent kernels tend to as L grows, where alpha^2 = c L^-(2 gamma) (docs/theory.md,
 * Propositions 13.8 and 13.9). Gamma = 0 stands for any alpha that does not depend on L.
 *
 * @param gamma not negative
 * @param coefficient c, positive; of importance for gamma = 1/2 only, where alpha^2 L = c
 */
public record ShapeLimit(Rational gamma, Rational coefficient) {
  private static final Pattern POWER =
      Pattern.compile("resntk:alpha=L\\^\\(?-(\\d{1,6})(?:/(\\d{1,6}))?\\)?");
  private static final Pattern FIXED = Pattern.compile("resntk:alpha2?=[0-9./]+");
  private static final Pattern QUOTIENT = Pattern.compile("resntk:alpha2=(\\d{1,6})/L");
  private static final Rational HALF = Rational.of(1, 2);

  /** The limit of a family as it is written on the command line, if its exponent can be read. */
  public static Optional<ShapeLimit> of(String family) {
    Matcher power = POWER.matcher(family);
    if (power.matches()) {
      long numerator = Long.parseLong(power.group(1));
      long denominator = power.group(2) == null ? 1 : Long.parseLong(power.group(2));
      return denominator == 0
          ? Optional.empty()
          : Optional.of(new ShapeLimit(Rational.of(numerator, denominator), Rational.ONE));
    }
    Matcher quotient = QUOTIENT.matcher(family);
    if (quotient.matches() && Long.parseLong(quotient.group(1)) > 0) {
      return Optional.of(new ShapeLimit(HALF, Rational.of(Long.parseLong(quotient.group(1)))));
    }
    return FIXED.matcher(family).matches()
        ? Optional.of(new ShapeLimit(Rational.ZERO, Rational.ONE))
        : Optional.empty();
  }

  /** The limit kernel of alpha^2 L, if that tends to a positive number. */
  public Optional<LimitKernel> kernel() {
    return gamma.equals(HALF) ? Optional.of(new LimitKernel(coefficient)) : Optional.empty();
  }

  /** The limit of alpha^2 L; empty if it is infinite. */
  public Optional<Rational> time() {
    int side = gamma.compareTo(HALF);
    return side < 0 ? Optional.empty() : Optional.of(side == 0 ? coefficient : Rational.ZERO);
  }

  /** The limit -(1 + T)/(2 pi) of A_1, where alpha^2 L tends to T; empty if it is -infinity. */
  public Optional<PiRational> slope() {
    return time().map(t -> new PiRational(t.add(1).multiply(HALF).negate(), -1));
  }

  /** The limits in words. */
  public List<String> lines() {
    int side = gamma.compareTo(HALF);
    if (side < 0) {
      return List.of(
          "alpha^2 L is unbounded, so A_1 tends to -infinity: the peak becomes a spike;",
          "B_1 tends to 0: even and odd eigenvalues decay alike.",
          "The limit kernel f_T is for alpha^2 L that tends to some T > 0: here there is none.");
    }
    if (side == 0) {
      Rational slope = coefficient.add(1);
      String numerator = slope.numerator().abs().toString();
      String limit = slope.equals(Rational.of(2)) ? "-1/pi" : "-" + numerator + "/(2 pi)";
      return List.of(
          "alpha^2 L = "
              + coefficient.numerator()
              + ", so A_1 tends to "
              + limit
              + " and B_1 to 0: the slope stays bounded,",
          "even and odd eigenvalues decay alike in the limit, and f_L tends to f_T, uniformly.");
    }
    return List.of(
        "alpha^2 L tends to 0, A_1 to -1/(2 pi), and f_L to the kernel f_1 of one block, uniformly;",
        "but B_1 tends to 0 and not to its -1/(2 pi): the constant of even k tends to half of that",
        "of f_1, the constant of odd k to the same number and not to 0.",
        "The limit kernel f_T is for alpha^2 L that tends to some T > 0: here T = 0 and it is f_1.");
  }
}
