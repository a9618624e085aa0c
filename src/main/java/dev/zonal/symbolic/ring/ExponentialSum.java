package dev.zonal.symbolic.ring;

import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;

/**
 * A sum of polynomials in u times exponentials e^(a u), a free of u.
 *
 * @param terms the coefficients of the powers of u, from the constant term upwards, by a
 */
public record ExponentialSum(Map<IExpr, List<IExpr>> terms) {
  private static final IExpr U = Symja.symbol("u");
  private static final int LARGEST_POWER = 64;

  private static ExponentialSum of(IExpr rate, List<IExpr> polynomial) {
    return new ExponentialSum(Map.of(rate, polynomial));
  }

  /** The expression in u as such a sum, if it is written as one. */
  public static Optional<ExponentialSum> of(IExpr e) {
    if (e.isFree(U)) {
      return Optional.of(of(F.C0, List.of(e)));
    }
    if (e.equals(U)) {
      return Optional.of(of(F.C0, List.of(F.C0, F.C1)));
    }
    if (e.isPlus()) {
      return folded((IAST) e, ExponentialSum::plus);
    }
    if (e.isTimes()) {
      return folded((IAST) e, ExponentialSum::times);
    }
    return e.isPower() ? ofPower(e.base(), e.exponent()) : Optional.empty();
  }

  private static Optional<ExponentialSum> folded(
      IAST parts, BinaryOperator<ExponentialSum> operation) {
    List<ExponentialSum> sums = new ArrayList<>();
    for (IExpr part : parts) {
      Optional<ExponentialSum> sum = of(part);
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      sums.add(sum.get());
    }
    return sums.stream().reduce(operation);
  }

  private static Optional<ExponentialSum> ofPower(IExpr base, IExpr exponent) {
    if (base.equals(S.E)) {
      return exponential(exponent);
    }
    int n = exponent instanceof IInteger ? exponent.toIntDefault(-1) : -1;
    if (n < 1 || n > LARGEST_POWER) {
      return Optional.empty();
    }
    return of(base)
        .map(
            factor -> {
              ExponentialSum power = factor;
              for (int i = 1; i < n; i++) {
                power = power.times(factor);
              }
              return power;
            });
  }

  /** e^(a u + b). */
  private static Optional<ExponentialSum> exponential(IExpr exponent) {
    IExpr rate = Symja.factored(F.D(exponent, U));
    if (!rate.isFree(U)) {
      return Optional.empty();
    }
    IExpr atZero = Symja.factored(Symja.replace(exponent, U, F.C0));
    return Optional.of(of(rate, List.of(Symja.evaluate(F.Exp(atZero)))));
  }

  /** The coefficients of all powers and rates. */
  public Stream<IExpr> coefficients() {
    return terms.values().stream().flatMap(List::stream);
  }

  /** With every coefficient replaced. */
  public ExponentialSum mapped(UnaryOperator<IExpr> map) {
    Map<IExpr, List<IExpr>> mapped = new LinkedHashMap<>();
    terms.forEach((rate, p) -> mapped.put(rate, p.stream().map(map).toList()));
    return new ExponentialSum(mapped);
  }

  /** The rates a that are not negative, with those whose opposites occur alone among them. */
  public List<IExpr> rates() {
    return terms.keySet().stream()
        .map(rate -> isNegative(rate) ? opposite(rate) : rate)
        .distinct()
        .toList();
  }

  /** Parameters are positive, and the rates of a kernel are multiples of products of them. */
  private static boolean isNegative(IExpr rate) {
    IExpr factor = rate.isTimes() ? rate.first() : rate;
    return factor instanceof IRational q && q.isNegative();
  }

  private static IExpr opposite(IExpr rate) {
    return Symja.product(F.CN1, rate);
  }

  /** The coefficients of the polynomial times e^(a u). */
  public List<IExpr> polynomial(IExpr rate) {
    return terms.getOrDefault(rate, List.of(F.C0));
  }

  /** Those of p(u) + sign q(-u), p and q the polynomials times e^(a u) and e^(-a u). */
  public List<IExpr> folded(IExpr rate, IExpr sign) {
    List<IExpr> reflected = new ArrayList<>();
    IExpr factor = sign;
    for (IExpr coefficient : polynomial(opposite(rate))) {
      reflected.add(Symja.product(factor, coefficient));
      factor = Symja.product(F.CN1, factor);
    }
    List<IExpr> sum = sum(polynomial(rate), reflected);
    while (sum.size() > 1 && sum.get(sum.size() - 1).isZero()) {
      sum.remove(sum.size() - 1);
    }
    return sum;
  }

  ExponentialSum plus(ExponentialSum other) {
    Map<IExpr, List<IExpr>> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((rate, p) -> sum.merge(rate, p, ExponentialSum::sum));
    return new ExponentialSum(sum);
  }

  private static List<IExpr> sum(List<IExpr> p, List<IExpr> q) {
    List<IExpr> sum = new ArrayList<>();
    for (int j = 0; j < Math.max(p.size(), q.size()); j++) {
      IExpr a = j < p.size() ? p.get(j) : F.C0;
      sum.add(j < q.size() ? Symja.sum(a, q.get(j)) : a);
    }
    return sum;
  }

  ExponentialSum times(ExponentialSum other) {
    ExponentialSum product = new ExponentialSum(Map.of());
    for (Map.Entry<IExpr, List<IExpr>> a : terms.entrySet()) {
      for (Map.Entry<IExpr, List<IExpr>> b : other.terms.entrySet()) {
        IExpr rate = Symja.sum(a.getKey(), b.getKey());
        product = product.plus(of(rate, product(a.getValue(), b.getValue())));
      }
    }
    return product;
  }

  private static List<IExpr> product(List<IExpr> p, List<IExpr> q) {
    List<IExpr> product = new ArrayList<>();
    for (int n = 0; n < p.size() + q.size() - 1; n++) {
      IExpr sum = F.C0;
      for (int j = Math.max(0, n - q.size() + 1); j <= Math.min(n, p.size() - 1); j++) {
        sum = Symja.sum(sum, Symja.product(p.get(j), q.get(n - j)));
      }
      product.add(sum);
    }
    return product;
  }
}
