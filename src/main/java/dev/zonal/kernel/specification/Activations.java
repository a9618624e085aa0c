package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.ErrorFunction;
import dev.zonal.kernel.activation.ExponentialActivation;
import dev.zonal.kernel.activation.GaussianErrorLinearUnit;
import dev.zonal.kernel.activation.HermiteActivation;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.activation.TrigonometricActivation;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The activations by their names in specifications. */
final class Activations {
  private static final Map<String, Function<Arguments, Activation>> NAMED = named();

  private Activations() {}

  private static Map<String, Function<Arguments, Activation>> named() {
    Map<String, Function<Arguments, Activation>> named = new LinkedHashMap<>();
    named.put("relu", Activations::rectifiedPower);
    named.put("leaky", Activations::leaky);
    named.put("linear", a -> HomogeneousActivation.leaky(Rational.ONE));
    named.put("abs", a -> HomogeneousActivation.leaky(Rational.ONE.negate()));
    named.put("step", a -> HomogeneousActivation.step());
    named.put("sign", a -> HomogeneousActivation.sign());
    named.put("erf", a -> new ErrorFunction());
    named.put("gelu", a -> new GaussianErrorLinearUnit());
    named.put("sin", a -> TrigonometricActivation.SIN);
    named.put("cos", a -> TrigonometricActivation.COS);
    named.put("exp", a -> new ExponentialActivation());
    for (Activation activation : HermiteActivation.values()) {
      named.put(activation.toString(), a -> activation);
    }
    return named;
  }

  /** The names, in words. */
  static String names() {
    return String.join(", ", NAMED.keySet());
  }

  /**
   * The activation that the arguments name, ReLU if they name none.
   *
   * @throws KernelSpecificationException if there is none of that name, or a parameter of another
   *     one is given
   */
  static Activation of(Arguments arguments) {
    String name = arguments.has("act") ? arguments.text("act") : "relu";
    Function<Arguments, Activation> made = NAMED.get(name);
    if (made == null) {
      throw new KernelSpecificationException(
          "act=%s: the activation must be one of %s%s"
              .formatted(
                  Quotation.shortened(name),
                  names(),
                  NearMatch.suggestion(name, List.copyOf(NAMED.keySet()))));
    }
    requireOnly(arguments, name, "power", "relu");
    requireOnly(arguments, name, "slope", "leaky");
    return made.apply(arguments);
  }

  private static void requireOnly(Arguments arguments, String name, String key, String owner) {
    if (arguments.has(key) && !name.equals(owner)) {
      throw new KernelSpecificationException(
          "%s=%s: %s is a parameter of act=%s, not of act=%s"
              .formatted(key, Quotation.shortened(arguments.text(key)), key, owner, name));
    }
  }

  private static Activation rectifiedPower(Arguments arguments) {
    return HomogeneousActivation.rectifiedPower(
        arguments.has("power") ? arguments.integer("power", Range.POWER) : 1);
  }

  /** A slope of 0 is ReLU. */
  private static Activation leaky(Arguments arguments) {
    Rational slope = arguments.rational("slope");
    return slope.signum() == 0
        ? HomogeneousActivation.rectifiedPower(1)
        : HomogeneousActivation.leaky(slope);
  }
}
