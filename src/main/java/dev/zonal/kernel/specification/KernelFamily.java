package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.network.ResidualTangentKernel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The residual tangent kernels of all depths L, written as one of them is, but for L itself: {@code
 * resntk:alpha=L^(-1/2)}. Besides what a single kernel may have, {@code alpha2=2/L} is allowed.
 */
public final class KernelFamily {
  private static final String NAME = "resntk";
  private static final String DEPTH = "L=";
  private static final String OVER_DEPTH = "/L";

  private final String parameters;

  /** The square of alpha times sw2/2: coefficient L^exponent. */
  public record SquaredWeight(Rational coefficient, Rational exponent) {
    private SquaredWeight times(Rational factor) {
      return new SquaredWeight(coefficient.multiply(factor), exponent);
    }
  }

  private KernelFamily(String parameters) {
    this.parameters = parameters;
  }

  /** The family that a text names; empty if it begins like none, or has a depth. */
  public static Optional<KernelFamily> parse(String text) {
    return text.startsWith(NAME + ":") && !text.contains(DEPTH)
        ? Optional.of(new KernelFamily(text.substring(NAME.length() + 1)))
        : Optional.empty();
  }

  /**
   * The kernel of a depth.
   *
   * @throws KernelSpecificationException if the parameters are not those of a kernel
   */
  public ResidualTangentKernel kernel(long depth) {
    Map<String, String> values = values(depth);
    overDepth(values).ifPresent(c -> values.put("alpha2", c.divide(Rational.of(depth)).toString()));
    return (ResidualTangentKernel) Catalogue.kernel(new Arguments(NAME, values));
  }

  /**
   * The square of alpha times sw2/2 as a function of L, where an alpha is given that is a rational
   * number or a power of L.
   *
   * @throws KernelSpecificationException if alpha or its square is not a number
   */
  public Optional<SquaredWeight> squaredWeight() {
    Map<String, String> values = values(1);
    Arguments arguments = new Arguments(NAME, values);
    Rational variance = arguments.has("sw2") ? arguments.rational("sw2") : Rational.of(2);
    return squaredAlpha(values, arguments).map(square -> square.times(variance.divide(2)));
  }

  private static Optional<SquaredWeight> squaredAlpha(
      Map<String, String> values, Arguments arguments) {
    Optional<Rational> overDepth = overDepth(values);
    if (overDepth.isPresent()) {
      return overDepth.map(c -> new SquaredWeight(c, Rational.of(-1)));
    }
    if (arguments.has("alpha2")) {
      return Optional.of(new SquaredWeight(arguments.rational("alpha2"), Rational.ZERO));
    }
    if (!arguments.has("alpha")) {
      return Optional.empty();
    }
    String alpha = arguments.text("alpha");
    Optional<Rational> exponent = NumberSyntax.exponentOfDepth("alpha=" + alpha, alpha);
    if (exponent.isPresent()) {
      return exponent.map(q -> new SquaredWeight(Rational.ONE, q.multiply(2)));
    }
    return alpha.contains("^")
        ? Optional.empty()
        : Optional.of(new SquaredWeight(arguments.rational("alpha").pow(2), Rational.ZERO));
  }

  private Map<String, String> values(long depth) {
    return new LinkedHashMap<>(
        KernelSpecification.values(entry(), DEPTH + depth + "," + parameters));
  }

  /** c, if alpha2 is c/L. */
  private static Optional<Rational> overDepth(Map<String, String> values) {
    String square = values.getOrDefault("alpha2", "");
    return square.endsWith(OVER_DEPTH) && !values.containsKey("alpha")
        ? Optional.of(
            NumberSyntax.rational(
                "alpha2=" + square, square.substring(0, square.length() - OVER_DEPTH.length())))
        : Optional.empty();
  }

  private static CatalogueEntry entry() {
    return Catalogue.entry(NAME).orElseThrow();
  }
}
