package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.eigenvalue.ChordPowerDerivation;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The terms of the law of decay, the leading one and those beyond it: eta_k is the sum of c(n)
 * K^-(d+n), K = k + (d-2)/2, with coefficients for even and for odd frequencies (docs/theory.md,
 * Proposition 12.16).
 */
final class DecayTerms {
  private static final int MOST = 12;
  private static final IExpr D = Symja.symbol("d");
  private static final IExpr K = Symja.symbol("K");
  private static final IExpr M = Symja.symbol("m");
  private static final Rational TWO = Rational.of(2);

  private final SymbolicKernel kernel;
  private final int count;
  private final SingularPowers powers;

  private DecayTerms(SymbolicKernel kernel, int count, int order) {
    this.kernel = kernel;
    this.count = count;
    this.powers = SingularPowers.of(kernel, count, order);
  }

  /**
   * The first terms for each parity that has a power law.
   *
   * @param count how many, 1 to 12
   * @param order the last power of the chord whose coefficients the steps list, at least
   */
  static Derivation of(SymbolicKernel kernel, int count, int order) {
    if (count < 1 || count > MOST) {
      throw new UnsupportedExpressionException(
          "the number of terms must be from 1 to %d, not %d".formatted(MOST, count));
    }
    return new DecayTerms(kernel, count, order).derive();
  }

  /** c(n): the coefficient of K^-(d+n). */
  private static IExpr name(String which, Rational n) {
    return Indexed.of(which, Symja.of(n));
  }

  private Derivation derive() {
    if (powers.without().size() == Parity.values().length) {
      throw new UnsupportedExpressionException(
          Prose.parse(kernel + ": there is no law: " + String.join("; ", powers.without().values()))
              .plain());
    }
    List<Equation> result = new ArrayList<>();
    powers
        .coefficients()
        .forEach(
            (which, singular) -> {
              if (singular.isEmpty()) {
                result.add(new Equation(Symja.symbol(which), F.C0));
              }
              for (Rational n : orders(singular.navigableKeySet())) {
                result.add(new Equation(name(which, n), term(singular, n)));
              }
            });
    return new Derivation(
        title(), steps(), powers.definitions(), result, "Proposition 12.16 of `docs/theory.md`");
  }

  private String title() {
    StringBuilder title =
        new StringBuilder("`%s`: the terms $c_n\\,K^{-(d+n)}$ of $\\eta_k$".formatted(kernel));
    title.append(", $K = k + (d-2)/2$, ");
    title.append(
        powers.coefficients().containsKey(SingularPowers.MEAN)
            ? "in the mean over even and odd $k$"
            : "over even and over odd $k$");
    powers.without().values().forEach(law -> title.append("; ").append(law));
    return title.toString();
  }

  /** The first n in K^-(d+n): s - 1 + 2 j for the exponents s. */
  private NavigableSet<Rational> orders(NavigableSet<Rational> exponents) {
    NavigableSet<Rational> orders = new TreeSet<>();
    for (Rational s : exponents) {
      for (int j = 0; j < count; j++) {
        orders.add(s.subtract(1).add(2L * j));
      }
    }
    while (orders.size() > count) {
      orders.pollLast();
    }
    return orders;
  }

  /** What the exponents s = n + 1, n - 1, ... bring to K^-(d+n). */
  private static IExpr term(NavigableMap<Rational, IExpr> singular, Rational n) {
    List<Rational> exponents =
        singular.headMap(n.add(1), true).keySet().stream()
            .filter(s -> n.add(1).subtract(s).divide(TWO).isInteger())
            .toList();
    // The constants of exponents with the same remainder have rational ratios.
    Rational first = exponents.get(0);
    IExpr ratio = F.C1;
    IExpr sum = F.C0;
    Rational at = first;
    for (Rational s : exponents) {
      for (; at.compareTo(s) < 0; at = at.add(2)) {
        ratio =
            Symja.product(
                F.CN1, ratio, Symja.of(at.add(2)), Symja.sum(D, Symja.of(at.subtract(1))));
      }
      int j = n.add(1).subtract(s).divide(TWO).intValue();
      IExpr factor = ChordPowerTerms.of(j, Symja.sum(D, Symja.of(s.subtract(1))));
      sum = Symja.sum(sum, Symja.product(singular.get(s), ratio, factor));
    }
    return Symja.product(ofSingular(first), sum);
  }

  /** The constant of r^s, or of r^s log r where r^s is a polynomial (docs/theory.md, 12.13). */
  private static IExpr ofSingular(Rational s) {
    if (!ChordPowerSpectrum.isPolynomial(s)) {
      return DecayConstant.ofChordPower(Symja.of(s));
    }
    int half = s.divide(TWO).intValue();
    IExpr sign = half % 2 == 0 ? F.CN1 : F.C1;
    IExpr power = Symja.of(s);
    return Symja.product(
        sign,
        F.Power(F.C2, Symja.sum(D, power, Symja.of(-3))),
        F.Gamma(Symja.product(F.C1D2, D)),
        F.Gamma(Symja.product(F.C1D2, Symja.sum(D, power, F.CN1))),
        Symja.evaluate(F.Factorial(F.ZZ(half))),
        F.Power(S.Pi, F.CN1D2));
  }

  private List<Derivation.Step> steps() {
    String ofLogarithms =
        powers.isLogarithmic()
            ? "; those of $r^s \\log r$ are the derivatives in $s$, in which only $1/\\Gamma(-s/2)$, zero"
                + " at even $s$, is differentiated"
            : "";
    return List.of(
        new Derivation.Step(powers.kind(), powers.equations()),
        Derivation.Step.of(
            "The eigenvalues of $r^s$ near $u = 1$ for $k > s/2$" + ofLogarithms,
            ChordPowerDerivation.equation()),
        Derivation.Step.of(
            "With $m = s + d - 1$ the Gammas that contain $k$ are $\\Gamma(K + (1-m)/2)/\\Gamma(K +"
                + " (1+m)/2)$, by Euler's Beta integral $\\Gamma(m)^{-1} \\int_0^\\infty e^{-Kt}"
                + " (2 \\sinh(t/2))^{m-1}\\,dt$. The series of $(2 \\sinh(t/2)/t)^{m-1}$ in $t^2$,"
                + " integrated term by term (Watson's lemma), gives modulo $K^{-m-%d}$"
                    .formatted(2 * count),
            law()),
        Derivation.Step.of(
            "So $r^s$ brings something to $K^{-(d+n)}$ for $n = s-1, s+1, \\dots$, and the sum over all"
                + " $s$ of what they bring is the coefficient"
                + (powers.isOfBothEnds()
                    ? ", with $A_s + B_s$ for even and $A_s - B_s$ for odd $k$"
                    : "")));
  }

  /** lambda_k(s) in powers of 1/K. */
  private Equation law() {
    IExpr s = Symja.symbol("s");
    IExpr sum = F.C1;
    for (int j = 1; j < count; j++) {
      sum = Symja.sum(sum, F.Times(ChordPowerTerms.of(j, M), F.Power(K, F.ZZ(-2L * j))));
    }
    return new Equation(
        ChordPowerDerivation.equation().left(),
        F.Times(DecayConstant.ofChordPower(s), F.Power(K, F.Times(F.CN1, M)), sum));
  }
}
