package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.expansion.ChordEnds;
import dev.zonal.symbolic.expansion.MaternLaw;
import dev.zonal.symbolic.expansion.RealPowerLaw;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The first singular functions of a kernel, powers of the chord that are no polynomials of the
 * cosine, r^s, or r^s log r where s is an even integer from 0 on, and what each counts for even and
 * for odd frequencies: all eigenvalues with k large enough are sums of theirs.
 *
 * @param kind what they are, in words
 * @param equations their coefficients
 * @param definitions the names of constants in them
 * @param coefficients for "even" and "odd", or for their mean, by the exponents s; empty for a
 *     parity without a power law
 * @param without what is known of the parities without a power law
 */
record SingularPowers(
    String kind,
    List<Equation> equations,
    List<Equation> definitions,
    Map<String, NavigableMap<Rational, IExpr>> coefficients,
    Map<Parity, String> without) {
  /** The mean over both parities. */
  static final String MEAN = "average";

  /**
   * The first of a kernel.
   *
   * @param count how many for each parity that has a power law
   * @param order the last power of the chord in the equations, at least
   */
  static SingularPowers of(SymbolicKernel kernel, int count, int order) {
    return kernel.hasSymbolicDepth()
        ? ofEveryDepth(kernel, count)
        : ofReal(kernel.kernel(), count).orElseGet(() -> ofNetwork(kernel, count, order));
  }

  /** Whether the powers of the chord have logarithms beside them. */
  boolean isLogarithmic() {
    return coefficients.values().stream()
        .anyMatch(
            powers -> !powers.isEmpty() && ChordPowerSpectrum.isPolynomial(powers.firstKey()));
  }

  /** Whether the kernel is singular at the antipode as well. */
  boolean isOfBothEnds() {
    return equations.stream().anyMatch(e -> e.left().head().toString().equals("B"));
  }

  /** Kernels whose powers have no parity: r^s, exp(-c r^gamma) and Matern kernels. */
  private static Optional<SingularPowers> ofReal(Kernel kernel, int count) {
    NavigableMap<Rational, IExpr> powers = new TreeMap<>();
    if (MaternLaw.of(kernel).isPresent()) {
      powers.putAll(MaternLaw.of(kernel).get().terms(count));
    } else if (RealPowerLaw.of(kernel).isPresent()) {
      powers.putAll(powers(kernel.structure(), count));
    } else {
      return Optional.empty();
    }
    Map<String, NavigableMap<Rational, IExpr>> both = new LinkedHashMap<>();
    Stream.of(Parity.values()).forEach(parity -> both.put(parity.toString(), powers));
    List<Equation> equations = new ArrayList<>();
    powers.forEach((s, value) -> equations.add(new Equation(named(s), value)));
    String kind =
        "Besides polynomials in $u$ the kernel has, everywhere, the "
            + (ChordPowerSpectrum.isPolynomial(powers.firstKey())
                ? "functions $r^s \\log r$"
                : "powers $r^s$")
            + " of the chord with coefficients $A_s$, whose eigenvalues have no parity";
    return Optional.of(new SingularPowers(kind, equations, List.of(), both, Map.of()));
  }

  private static IExpr named(Rational s) {
    return Indexed.of("A", Symja.of(s));
  }

  private static NavigableMap<Rational, IExpr> powers(Structure structure, int count) {
    NavigableMap<Rational, IExpr> powers = new TreeMap<>();
    if (structure instanceof Structure.ChordPower power) {
      powers.put(power.exponent(), F.C1);
      return powers;
    }
    Structure.Radial radial = (Structure.Radial) structure;
    IExpr minus = Symja.product(F.CN1, symbol(radial.rate()));
    for (int n = 1; powers.size() < count; n++) {
      Rational s = radial.power().multiply(n);
      if (!ChordPowerSpectrum.isPolynomial(s)) {
        Rational inverse = ExactEvaluator.rising(Rational.ONE, n).reciprocal();
        powers.put(s, Symja.product(Symja.power(minus, F.ZZ(n)), Symja.of(inverse)));
      }
    }
    return powers;
  }

  private static IExpr symbol(Parameter parameter) {
    return parameter.in(new SymbolicArithmetic(new Definitions()));
  }

  /** Of both parities together: what is left of B_s cancels. */
  private static SingularPowers ofEveryDepth(SymbolicKernel kernel, int count) {
    int leading = AntipodalSlope.order(kernel);
    Derivation expansion = DeepExpansion.of(kernel, leading + 2 * (count - 1));
    NavigableMap<Rational, IExpr> powers = new TreeMap<>();
    List<Equation> equations = new ArrayList<>();
    for (int s = leading; s < expansion.result().size(); s += 2) {
      equations.add(expansion.result().get(s));
      powers.put(Rational.of(s), expansion.result().get(s).right());
    }
    return new SingularPowers(
        "Of the powers of the chord $r = \\lVert x - z\\rVert$ at $u = 1$ the odd ones count, in the mean"
            + " over even and odd $k$, as those at $u = -1$ have opposite signs; for every depth"
            + " their coefficients are (`derive expansion` has the proof)",
        equations,
        expansion.definitions(),
        Map.of(MEAN, powers),
        Map.of());
  }

  private static SingularPowers ofNetwork(SymbolicKernel kernel, int count, int order) {
    ChordEnds laws = ChordEnds.withLaws(kernel, 1);
    Map<String, NavigableMap<Rational, IExpr>> coefficients = new LinkedHashMap<>();
    Map<Parity, String> without = new EnumMap<>(Parity.class);
    int highest = 0;
    for (Parity parity : Parity.values()) {
      int leading = laws.leading(parity);
      if (leading == 0) {
        without.put(parity, laws.withoutLaw(parity));
      } else {
        highest = Math.max(highest, leading + 2 * (count - 1));
      }
    }
    int last = Math.max(highest, order);
    ChordEnds ends = last > laws.last() ? ChordEnds.of(kernel, last) : laws;
    for (Parity parity : Parity.values()) {
      NavigableMap<Rational, IExpr> powers = new TreeMap<>();
      for (int s = laws.leading(parity); s > 0 && powers.size() < count; s += 2) {
        powers.put(Rational.of(s), ends.combined(s, parity));
      }
      coefficients.put(parity.toString(), powers);
    }
    return new SingularPowers(
        DecayConstant.ENDS, ends.coefficients(last), ends.definitions(), coefficients, without);
  }
}
