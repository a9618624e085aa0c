package dev.zonal.symbolic.expansion;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The expansions of kernels whose powers of the chord are no integers, at both ends: powers of the
 * chord, exp(-c r^gamma), and the Matern kernels whose smoothness is neither an integer nor half of
 * one (docs/symbolic.md, section 2). Near u = -1 they are analytic in u.
 *
 * @param structure of the kernel
 */
public record RealPowerExpansion(Structure structure) {
  /** Closer exponents would need numbers of very many bits to be told apart. */
  private static final Rational LEAST_GAP = Rational.of(1, 16);

  /** Higher ones of Matern kernels are compared with Gammas of very many digits, for minutes. */
  private static final int HIGHEST_MATERN = 12;

  private static final Rational TWO = Rational.of(2);

  /** That of a kernel of this kind; empty for every other one. */
  public static Optional<RealPowerExpansion> of(Kernel kernel) {
    boolean isMatern = MaternLaw.of(kernel).filter(m -> !m.smoothness().isInteger()).isPresent();
    return isMatern || RealPowerLaw.of(kernel).isPresent()
        ? Optional.of(new RealPowerExpansion(kernel.structure()))
        : Optional.empty();
  }

  /** The least distance between exponents at an end. */
  public Rational gap(End end) {
    if (end == End.ANTIPODE || structure instanceof Structure.ChordPower) {
      return TWO;
    }
    if (structure instanceof Structure.Radial radial) {
      return radial.power();
    }
    Rational twice = ((Structure.Bessel) structure).smoothness();
    Rational above = twice.subtract(Rational.of(twice.floor())).multiply(2);
    return above.compareTo(Rational.ONE) < 0 ? above : TWO.subtract(above);
  }

  /**
   * The expansions as a derivation to print.
   *
   * @param order the largest exponent
   * @param end where, or null for both ends
   */
  public Derivation derivation(SymbolicKernel kernel, int order, End end) {
    List<End> ends = end == null ? List.of(End.COINCIDENCE, End.ANTIPODE) : List.of(end);
    if (ends.contains(End.COINCIDENCE) && gap(End.COINCIDENCE).compareTo(LEAST_GAP) < 0) {
      throw new UnsupportedExpressionException(
          kernel + ": the exponents of its powers of the chord are closer than " + LEAST_GAP);
    }
    if (structure instanceof Structure.Bessel && order > HIGHEST_MATERN) {
      throw new UnsupportedExpressionException(
          kernel + ": the order must be from 0 to " + HIGHEST_MATERN + " here, not " + order);
    }
    List<Equation> result = new ArrayList<>();
    for (End at : ends) {
      coefficients(at, order).forEach((s, value) -> result.add(new Equation(left(at, s), value)));
    }
    if (result.isEmpty()) {
      throw new UnsupportedExpressionException(
          kernel + ": its first power of the chord is above " + order + "; give a larger --order");
    }
    String where = String.join(", and ", ends.stream().map(End::series).toList());
    return new Derivation(
        "`%s`: the expansion %s; exponents $n$ that are not listed, up to %d, do not occur"
            .formatted(kernel, where, order),
        ends.stream().flatMap(this::steps).toList(),
        List.of(),
        result,
        "section 2 of `docs/symbolic.md`");
  }

  private static IExpr left(End end, Rational exponent) {
    return Indexed.of(end.letter(), Symja.of(exponent));
  }

  private Stream<Derivation.Step> steps(End end) {
    IExpr r = Symja.symbol("r");
    IExpr square = F.Times(F.C1D2, F.Sqr(r));
    if (end == End.COINCIDENCE) {
      return Stream.of(
          Derivation.Step.of(
              structure instanceof Structure.Bessel
                  ? "$K_\\nu = \\frac{\\pi}{2 \\sin \\nu\\pi} (I_{-\\nu} - I_\\nu)$ and the power"
                      + " series of $I_{\\pm\\nu}$ give even powers of $r$, and $r^{2\\nu}$ times such"
                  : "The kernel is a power of $r$, or the exponential series of one"));
    }
    return Stream.of(
        Derivation.Step.of(
            "Near $u = -1$ the chord of the two points is $\\sqrt{4 - r^2}$, $r$ that to the"
                + " antipode, and the kernel is a power series in $r^2$",
            new Equation(Symja.symbol("u"), F.Plus(F.CN1, square))));
  }

  /** The coefficients up to an exponent, none of them zero. */
  public Map<Rational, IExpr> coefficients(End end, int order) {
    Rational largest = Rational.of(order);
    if (end == End.ANTIPODE) {
      Map<Rational, IExpr> even = new TreeMap<>();
      List<IExpr> values = far(order / 2);
      for (int j = 0; j < values.size(); j++) {
        even.put(Rational.of(2L * j), values.get(j));
      }
      return even;
    }
    Map<Rational, IExpr> near = new TreeMap<>();
    if (structure instanceof Structure.ChordPower power) {
      near.put(power.exponent(), F.C1);
    } else if (structure instanceof Structure.Radial radial) {
      IExpr minus = Symja.product(F.CN1, symbol(radial.rate()));
      for (int n = 0; radial.power().multiply(n).compareTo(largest) <= 0; n++) {
        IExpr power = Symja.power(minus, F.ZZ(n));
        near.put(radial.power().multiply(n), Symja.product(power, Symja.of(inverseFactorial(n))));
      }
    } else {
      addMatern((Structure.Bessel) structure, order, near);
    }
    near.keySet().removeIf(s -> s.compareTo(largest) > 0);
    return near;
  }

  /** The coefficients of docs/theory.md, Lemma 9.16(b). */
  private static void addMatern(Structure.Bessel bessel, int order, Map<Rational, IExpr> near) {
    Rational nu = bessel.smoothness();
    IExpr half = Symja.product(F.C1D2, symbol(bessel.rate()));
    IExpr above = Symja.evaluate(F.Gamma(Symja.of(Rational.ONE.subtract(nu))));
    IExpr below = Symja.evaluate(F.Gamma(Symja.of(nu.add(1))));
    IExpr factor =
        Symja.product(
            F.CN1, above, Symja.power(below, F.CN1), Symja.power(half, Symja.of(nu.multiply(2))));
    for (int j = 0; 2 * j <= order; j++) {
      IExpr power = Symja.product(Symja.power(half, F.ZZ(2L * j)), Symja.of(inverseFactorial(j)));
      Rational even = ExactEvaluator.rising(Rational.ONE.subtract(nu), j).reciprocal();
      Rational other = ExactEvaluator.rising(nu.add(1), j).reciprocal();
      near.put(Rational.of(2L * j), Symja.product(power, Symja.of(even)));
      near.put(nu.add(j).multiply(2), Symja.product(factor, power, Symja.of(other)));
    }
  }

  private static Rational inverseFactorial(int n) {
    return ExactEvaluator.rising(Rational.ONE, n).reciprocal();
  }

  /** The coefficients of r^0, r^2, ..., r^(2 count) near u = -1. */
  private List<IExpr> far(int count) {
    if (structure instanceof Structure.ChordPower power) {
      IExpr first = Symja.power(F.C2, Symja.of(power.exponent()));
      return roots(power.exponent(), count).stream()
          .map(b -> Symja.product(first, Symja.of(b)))
          .toList();
    }
    return structure instanceof Structure.Radial radial
        ? exponential(radial, count)
        : bessel((Structure.Bessel) structure, count);
  }

  /** (1 - r^2/4)^(s/2) by the powers of r^2. */
  private static List<Rational> roots(Rational s, int count) {
    List<Rational> roots = new ArrayList<>(List.of(Rational.ONE));
    for (int j = 0; j < count; j++) {
      Rational ratio = Rational.of(j).subtract(s.divide(2)).divide(4L * (j + 1));
      roots.add(roots.get(j).multiply(ratio));
    }
    return roots;
  }

  /** exp(-x g) with x = 2^gamma c, g = (1 - r^2/4)^(gamma/2): f' = -x g' f. */
  private static List<IExpr> exponential(Structure.Radial radial, int count) {
    List<Rational> g = roots(radial.power(), count);
    IExpr rate = symbol(radial.rate());
    IExpr x = Symja.product(F.CN1, Symja.power(F.C2, Symja.of(radial.power())), rate);
    List<IExpr> polynomials = new ArrayList<>(List.of(F.C1));
    for (int j = 0; j < count; j++) {
      IExpr sum = F.C0;
      for (int i = 0; i <= j; i++) {
        Rational weight = g.get(i + 1).multiply(i + 1L).divide(j + 1L);
        sum = Symja.sum(sum, Symja.product(Symja.of(weight), polynomials.get(j - i)));
      }
      polynomials.add(Symja.evaluate(F.Expand(F.Times(x, sum))));
    }
    return polynomials.stream().map(p -> Symja.product(F.Exp(x), p)).toList();
  }

  /** The derivative of w^(nu/2) K_nu(sqrt w) is -1/2 times the same for nu - 1. */
  private static List<IExpr> bessel(Structure.Bessel bessel, int count) {
    IExpr c = symbol(bessel.rate());
    Rational nu = bessel.smoothness();
    IExpr twice = Symja.product(F.C2, c);
    IExpr scale =
        Symja.product(
            Symja.power(F.C2, Symja.of(Rational.ONE.subtract(nu))),
            Symja.power(Symja.evaluate(F.Gamma(Symja.of(nu))), F.CN1));
    List<IExpr> values = new ArrayList<>();
    for (int j = 0; j <= count; j++) {
      Rational order = nu.subtract(j);
      values.add(
          Symja.product(
              scale,
              Symja.power(Symja.product(F.C1D2, F.Sqr(c)), F.ZZ(j)),
              Symja.of(inverseFactorial(j)),
              Symja.power(twice, Symja.of(order)),
              F.BesselK(Symja.of(order.abs()), twice)));
    }
    return values;
  }

  private static IExpr symbol(Parameter parameter) {
    return parameter.in(new SymbolicArithmetic(new Definitions()));
  }
}
