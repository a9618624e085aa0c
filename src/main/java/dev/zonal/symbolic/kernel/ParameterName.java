package dev.zonal.symbolic.kernel;

import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.symbolic.Symja;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names that parameters of a kernel may have in a formula (docs/symbolic.md, Names): letters,
 * and none that a formula, Symja or Java uses for something else. Capital letters are told apart in
 * names of one letter only, as by Symja.
 */
final class ParameterName {
  private static final Pattern FORM = Pattern.compile("[A-Za-z]{1,20}");

  /** What the formulas call their own: variables, indices, sequences, functions, constants. */
  private static final Set<String> RESERVED =
      Set.of(
          "A", "B", "L", "b", "d", "f", "k", "l", "m", "n", "p", "q", "r", "s", "t", "u", "v", "x",
          "y", "z", "theta", "sigma", "rho", "kappa", "lambda", "eta", "even", "odd", "average",
          "mean", "math", "double");

  private ParameterName() {}

  /** Whether a text looks like a name rather than like a number. */
  static boolean isMeant(String text) {
    return text.matches("[A-Za-z_]\\w*");
  }

  /**
   * The name, if it may be one.
   *
   * @param key of the parameter
   * @throws KernelSpecificationException if not
   */
  static String checked(String key, String name) {
    String what = key + "=" + name + ": ";
    if (!FORM.matcher(name).matches()) {
      throw new KernelSpecificationException(what + "a name consists of 1 to 20 letters");
    }
    if (isReserved(name)) {
      throw new KernelSpecificationException(
          what
              + "formulas use this name themselves; reserved are "
              + String.join(", ", new TreeSet<>(RESERVED))
              + ", Symja's names such as E, Pi and Gamma, and Java's words");
    }
    return name;
  }

  private static boolean isReserved(String name) {
    String plain = name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
    return RESERVED.contains(plain)
        || plain.startsWith("zonal")
        || Symja.isBuiltIn(name)
        || SourceVersion.isKeyword(name);
  }
}
