package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Reads an expression as a sum of products of functions with rational coefficients. Gamma(x + n)
 * becomes Gamma(x) times a rational function, a rising factorial (a)_n of a number a a quotient of
 * Gammas. Parameters are positive. Not for use by several threads.
 */
final class Reading {
  /** Further shifts are left as they are. */
  private static final int LARGEST_SHIFT = 100;

  private static final Rational HALF = Rational.of(1, 2);
  private static final Set<String> BESIDE = Set.of("BesselI", "BesselK", "Factorial", "Binomial");

  private final Atoms atoms;
  private final Map<IExpr, GammaPolynomial> known = new HashMap<>();

  /**
   * @param atoms the variables of the coefficients other than symbols
   */
  Reading(Atoms atoms) {
    this.atoms = atoms;
  }

  GammaPolynomial read(IExpr e) {
    GammaPolynomial before = known.get(e);
    if (before != null) {
      return before;
    }
    GammaPolynomial read = readAnew(e);
    known.put(e, read);
    return read;
  }

  private GammaPolynomial readAnew(IExpr e) {
    if (e.equals(S.Pi)) {
      return rootOfPi(2);
    }
    if (e.equals(S.E)) {
      return atom(e);
    }
    if (e instanceof IRational q) {
      return GammaPolynomial.of(Factors.of(Symja.fraction(q)));
    }
    if (e instanceof ISymbol) {
      return GammaPolynomial.of(Factors.of(e));
    }
    if (!(e instanceof IAST ast)) {
      return atom(e);
    }
    String head = ast.head().toString();
    return switch (head) {
      case "Plus" -> GammaPolynomial.sum(parts(ast).flatMap(p -> p.products().stream()).toList());
      case "Times" -> parts(ast).reduce(GammaPolynomial::times).orElseThrow();
      case "Power" -> power(ast.arg1(), ast.arg2());
      case "Gamma" -> gamma(ast.arg1());
      case "HypergeometricPFQ" -> hypergeometric(ast);
      case "Pochhammer" -> rising(ast.arg1(), ast.arg2());
      default ->
          BESIDE.contains(head)
              ? beside(ast.map(NormalForm::inner), Rational.ONE)
              : atom(Symja.evaluate(ast.map(NormalForm::inner)));
    };
  }

  private Stream<GammaPolynomial> parts(IAST ast) {
    return ast.stream().map(this::read);
  }

  private GammaPolynomial atom(IExpr meaning) {
    return GammaPolynomial.of(Factors.of(atoms.name(meaning)));
  }

  private GammaPolynomial beside(IExpr function, Rational exponent) {
    GammaMonomial functions = GammaMonomial.of(function, exponent);
    return GammaPolynomial.sum(List.of(new GammaProduct(Factors.of(Rational.ONE), functions)));
  }

  /** Powers of pi are powers of its root, which Gamma(1/2) is. */
  private GammaPolynomial rootOfPi(int n) {
    return beside(S.Pi, Rational.of(n, 2));
  }

  private GammaPolynomial power(IExpr base, IExpr exponent) {
    if (exponent instanceof IInteger n) {
      return integerPower(base, n.toIntDefault());
    }
    if (exponent instanceof IRational q) {
      return root(base, Symja.fraction(q));
    }
    ShiftedArgument shifted = ShiftedArgument.of(exponent);
    GammaPolynomial product = constantPower(base, shifted.constant());
    for (ShiftedArgument.Term rate : shifted.terms()) {
      product = product.times(symbolicPower(base, rate));
    }
    return product;
  }

  private GammaPolynomial constantPower(IExpr base, Rational exponent) {
    return exponent.isInteger() ? integerPower(base, exponent.intValue()) : root(base, exponent);
  }

  private GammaPolynomial integerPower(IExpr base, int n) {
    GammaPolynomial read = read(base);
    return read.power(n).orElseGet(() -> inversePower(base, read, n));
  }

  /**
   * A power of a sum over several products, n &lt; 0: of what they have in common, its denominators
   * among it, and of what is left, which is not taken apart.
   */
  private GammaPolynomial inversePower(IExpr base, GammaPolynomial sum, int n) {
    IExpr product = sum.products().isEmpty() ? F.C0 : NormalForm.product(sum.products(), atoms);
    if (!product.isTimes()) {
      return atom(NormalForm.inner(base)).power(n).orElseThrow();
    }
    return ((IAST) product)
        .stream()
            .map(factor -> factor.isPlus() ? atom(NormalForm.inner(factor)) : read(factor))
            .map(factor -> factor.power(n).orElseThrow())
            .reduce(GammaPolynomial::times)
            .orElseThrow();
  }

  /** base^(q x). */
  private GammaPolynomial symbolicPower(IExpr base, ShiftedArgument.Term rate) {
    if (base.equals(S.E)) {
      return GammaPolynomial.of(atoms.exponential(rate));
    }
    if (base.isTimes()) {
      return ((IAST) base)
          .stream()
              .map(factor -> symbolicPower(factor, rate))
              .reduce(GammaPolynomial::times)
              .orElseThrow();
    }
    if (base.isPower() && base.exponent() instanceof IRational e) {
      return symbolicPower(
          base.base(), new ShiftedArgument.Term(rate.q().multiply(Symja.fraction(e)), rate.x()));
    }
    if (base instanceof IRational number && number.isPositive()) {
      Rational value = Symja.fraction(number);
      return ofInteger(value.numerator(), rate.q(), rate.x())
          .times(ofInteger(value.denominator(), rate.q().negate(), rate.x()));
    }
    return beside(F.Power(NormalForm.inner(base), rate.x()), rate.q());
  }

  /** n^(q x), n positive. */
  private GammaPolynomial ofInteger(BigInteger n, Rational q, IExpr x) {
    int twos = n.getLowestSetBit();
    GammaPolynomial product =
        twos == 0 ? GammaPolynomial.ONE : beside(F.Power(F.C2, x), q.multiply(twos));
    BigInteger odd = n.shiftRight(twos);
    return odd.equals(BigInteger.ONE) ? product : product.times(beside(F.Power(F.ZZ(odd), x), q));
  }

  /** base^q with as many whole powers of the base as there are. */
  private GammaPolynomial root(IExpr base, Rational q) {
    if (base.equals(S.Pi)) {
      return beside(S.Pi, q);
    }
    BigInteger degree = q.denominator();
    BigInteger whole = q.numerator().divide(degree);
    Rational rest = q.subtract(Rational.of(whole));
    IExpr root = Symja.power(NormalForm.inner(base), Symja.of(Rational.of(BigInteger.ONE, degree)));
    int exponent = rest.multiply(degree).intValue();
    return integerPower(base, whole.intValueExact())
        .times(atom(root).power(exponent).orElseThrow());
  }

  private GammaPolynomial gamma(IExpr argument) {
    ShiftedArgument x = ShiftedArgument.of(argument);
    Rational fractional = x.fractional();
    int shift = x.floor();
    if (Math.abs(shift) > LARGEST_SHIFT) {
      return beside(F.Gamma(x.written()), Rational.ONE);
    }
    boolean isWhole = x.isConstant() && fractional.isZero();
    // Gamma(0) has no value: positive integers begin at 1.
    Rational start = isWhole ? Rational.ONE : fractional;
    GammaPolynomial first =
        isWhole
            ? GammaPolynomial.ONE
            : x.isConstant() && fractional.equals(HALF)
                ? rootOfPi(1)
                : beside(F.Gamma(new ShiftedArgument(x.variable(), start).written()), Rational.ONE);
    return first.times(rising(x.variable(), start, isWhole ? shift - 1 : shift));
  }

  /** Gamma(x + start + n)/Gamma(x + start). */
  private GammaPolynomial rising(IExpr x, Rational start, int n) {
    GammaPolynomial product = GammaPolynomial.ONE;
    for (int j = Math.min(n, 0); j < Math.max(n, 0); j++) {
      product = product.times(read(Symja.sum(x, Symja.of(start.add(j)))));
    }
    return n < 0 ? product.power(-1).orElseThrow() : product;
  }

  private GammaPolynomial rising(IExpr a, IExpr n) {
    int count = n instanceof IInteger ? n.toIntDefault(-1) : -1;
    if (count >= 0 && count <= LARGEST_SHIFT) {
      return rising(a, Rational.ZERO, count);
    }
    boolean isPole = a instanceof IInteger && !a.isPositive();
    if (!(a instanceof IRational) || isPole) {
      return beside(F.Pochhammer(NormalForm.inner(a), NormalForm.inner(n)), Rational.ONE);
    }
    GammaPolynomial below = gamma(a).power(-1).orElseThrow();
    return gamma(Symja.sum(a, n)).times(below);
  }

  /** Equal parameters above and below cancel. */
  private GammaPolynomial hypergeometric(IAST series) {
    List<IExpr> above = new ArrayList<>();
    List<IExpr> below = new ArrayList<>();
    ((IAST) series.arg1()).forEach(a -> above.add(NormalForm.inner(a)));
    ((IAST) series.arg2()).forEach(b -> below.add(NormalForm.inner(b)));
    for (IExpr parameter : List.copyOf(above)) {
      if (below.remove(parameter)) {
        above.remove(parameter);
      }
    }
    IExpr x = NormalForm.inner(series.arg3());
    if (above.isEmpty() && below.isEmpty()) {
      return read(F.Exp(x));
    }
    IExpr[] lists = {F.List(above.toArray(IExpr[]::new)), F.List(below.toArray(IExpr[]::new)), x};
    return beside(F.function(series.head(), lists), Rational.ONE);
  }
}
