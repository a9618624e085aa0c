package dev.zonal.symbolic.parameter;

import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.form.NormalForm;
import dev.zonal.symbolic.form.ReaderForm;
import dev.zonal.symbolic.kernel.IndexedAngle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Formulas, and the names that they use, as series in t, where the parameter is a + t, or 1/t. A
 * name stands for its value at t = 0 then; what follows in its series is long enough for a name
 * q_n, or written out.
 */
final class FormulaSeries {
  /** Coefficients with more leaves have names. */
  private static final long LARGEST = 24;

  /** Values of names with no more leaves are written out. */
  private static final long SHORT = 4;

  /** The same for values without names in them. */
  private static final long SHORT_NUMBER = 12;

  private final ParameterSeriesArithmetic over;
  private final ParameterFunctions functions;
  private final Map<IExpr, ParameterSeries> series = new HashMap<>();
  private final Map<IExpr, IExpr> names = new LinkedHashMap<>();
  private int count;

  /**
   * @param definitions the names that formulas use
   * @param terms how many terms a series has
   * @param vanishes whether an expression in names that are defined is zero
   */
  FormulaSeries(
      List<Equation> definitions,
      Variation variation,
      int terms,
      BiPredicate<List<Equation>, IExpr> vanishes) {
    this.over =
        new ParameterSeriesArithmetic(terms, e -> e.isZero() || vanishes.test(definitions(), e));
    this.functions = new ParameterFunctions(over);
    IExpr parameter = Symja.symbol(variation.parameter());
    series.put(parameter, variable(variation, parameter));
    this.count =
        definitions.stream()
            .map(e -> e.left().toString())
            .filter(name -> name.matches("q[0-9]+"))
            .mapToInt(name -> Integer.parseInt(name.substring(1)))
            .max()
            .orElse(0);
    for (Equation e : definitions) {
      define(e, variation);
    }
  }

  private ParameterSeries variable(Variation variation, IExpr parameter) {
    ParameterSeries t = over.variable();
    if (variation.isAtInfinity()) {
      return over.constant(F.C1).shifted(-1);
    }
    IExpr centre = variation.isDerivative() ? parameter : Symja.of(variation.centre());
    return over.add(over.constant(centre), t);
  }

  /** The names of constant terms and of coefficients, in the order of their definition. */
  List<Equation> definitions() {
    List<Equation> definitions = new ArrayList<>();
    names.forEach((value, name) -> definitions.add(new Equation(name, value)));
    return definitions;
  }

  private void define(Equation definition, Variation variation) {
    IExpr name = definition.left();
    if (isFree(definition.right())) {
      names.putIfAbsent(definition.right(), name);
      if (!names.get(definition.right()).equals(name)) {
        series.put(name, over.constant(names.get(definition.right())));
      }
      return;
    }
    ParameterSeries value = weight(definition, variation);
    if (value == null) {
      value = arc(definition);
    }
    if (value == null) {
      value = of(definition.right());
    }
    ParameterSeries regular = value;
    List<IExpr> terms = new ArrayList<>();
    for (int power = regular.start(); power < regular.end(); power++) {
      IExpr term = regular.coefficient(power);
      terms.add(power == 0 ? valueOf(name, term) : named(simple(term)));
    }
    series.put(name, new ParameterSeries(regular.start(), terms));
  }

  /** The value of a name at t = 0: the name itself where it is long, or one that has it already. */
  private IExpr valueOf(IExpr name, IExpr value) {
    IExpr known = names.get(value);
    if (known != null) {
      return known;
    }
    IExpr written = ReaderForm.isOfLayer(name) ? value : simple(value);
    boolean isShort =
        written.leafCount() <= (Symja.names(written).isEmpty() ? SHORT_NUMBER : SHORT);
    return isShort ? written : names.computeIfAbsent(written, any -> name);
  }

  private IExpr named(IExpr value) {
    return value.leafCount() <= LARGEST
        ? value
        : names.computeIfAbsent(value, any -> Symja.symbol("q" + ++count));
  }

  /** A coefficient as it is written. */
  static IExpr simple(IExpr e) {
    if (e.leafCount() > 10 * LARGEST) {
      return e;
    }
    IExpr form = NormalForm.of(e);
    return Symja.evaluate(form.replaceAll(FormulaSeries::zero).orElse(form));
  }

  /** Sums of numbers and names that vanish when they are multiplied out. */
  private static IExpr zero(IExpr e) {
    return e.isPlus() && e.leafCount() <= LARGEST && Symja.evaluate(F.Expand(e)).isZero()
        ? F.C0
        : F.NIL;
  }

  /** Of sigma = s^2/(1+s^2) and v = (1+s^2)^(-1/2) the derivatives are short in themselves. */
  private ParameterSeries weight(Equation definition, Variation variation) {
    if (!variation.isDerivative()) {
      return null;
    }
    IExpr s = Symja.symbol(variation.parameter());
    IExpr sum = Symja.sum(F.C1, F.Sqr(s));
    IExpr name = definition.left();
    IExpr slope = null;
    if (definition.right().equals(Symja.product(F.Sqr(s), F.Power(sum, F.CN1)))) {
      slope = Symja.product(F.C2, name, F.Subtract(F.C1, name), F.Power(s, F.CN1));
    } else if (definition.right().equals(Symja.power(sum, F.CN1D2))) {
      slope = Symja.product(F.CN1, s, F.Power(name, F.C3));
    }
    if (slope == null) {
      return null;
    }
    names.put(definition.right(), name);
    return over.add(over.constant(name), over.scale(over.variable(), slope));
  }

  /** kappa_1 of a cosine: its derivative is kappa_0. */
  private ParameterSeries arc(Equation definition) {
    IExpr cosine = cosine(definition.right());
    if (cosine == null || !definition.right().equals(IndexedAngle.kappa1(cosine))) {
      return null;
    }
    ParameterSeries x = of(cosine);
    IExpr first = over.regular(x).leading();
    ParameterSeries slope = of(IndexedAngle.kappa0(cosine));
    List<IExpr> terms = new ArrayList<>(slope.terms());
    if (slope.start() == 0) {
      terms.set(0, names.getOrDefault(slope.leading(), slope.leading()));
    }
    ParameterSeries known = new ParameterSeries(slope.start(), terms);
    return over.integral(
        over.multiply(known, over.derivative(over.regular(x))), IndexedAngle.kappa1(first));
  }

  /** The argument of an arccos in an expression. */
  private static IExpr cosine(IExpr e) {
    if (e.isAST(S.ArcCos)) {
      return e.first();
    }
    if (e instanceof IAST ast) {
      for (IExpr part : ast) {
        IExpr found = cosine(part);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Whether an expression does not depend on the parameter. */
  private boolean isFree(IExpr e) {
    return series.keySet().stream().allMatch(name -> e.isFree(name, true));
  }

  /**
   * The series of a formula.
   *
   * @throws UnsupportedExpressionException if it is not analytic, or has a function that has no
   *     series here
   */
  ParameterSeries of(IExpr e) {
    if (series.containsKey(e)) {
      return series.get(e);
    }
    if (isFree(e)) {
      return over.constant(e);
    }
    if (!(e instanceof IAST ast)) {
      throw unknown(e);
    }
    return switch (ast.head().toString()) {
      case "Plus" -> fold(ast, over::add);
      case "Times" -> fold(ast, over::multiply);
      case "Power" -> power(ast.arg1(), ast.arg2());
      case "Piecewise" -> piecewise(ast);
      case "HypergeometricPFQ" -> hypergeometric(ast);
      case "BesselI", "BesselK" -> bessel(ast);
      case Inert.SUM -> sum(ast);
      default -> {
        if (ast.argSize() != 1) {
          throw unknown(e);
        }
        yield functions.value(ast.head().toString(), of(ast.arg1()));
      }
    };
  }

  private static UnsupportedExpressionException unknown(IExpr e) {
    return new UnsupportedExpressionException(
        "there are no series here of " + e.head() + " of what depends on the parameter");
  }

  private ParameterSeries fold(IAST ast, BinaryOperator<ParameterSeries> operation) {
    return ast.stream().map(this::of).reduce(operation).orElseThrow();
  }

  private ParameterSeries power(IExpr base, IExpr exponent) {
    if (isFree(exponent)) {
      return over.power(of(base), exponent);
    }
    ParameterSeries e = of(exponent);
    return functions.exp(base.equals(S.E) ? e : over.multiply(e, functions.log(of(base))));
  }

  private ParameterSeries hypergeometric(IAST ast) {
    if (!isFree(ast.arg1()) || !isFree(ast.arg2())) {
      throw unknown(ast);
    }
    return functions.hypergeometric((IAST) ast.arg1(), (IAST) ast.arg2(), of(ast.arg3()));
  }

  private ParameterSeries bessel(IAST ast) {
    if (!isFree(ast.arg1())) {
      throw unknown(ast);
    }
    return functions.bessel(ast.head().toString(), ast.arg1(), of(ast.arg2()));
  }

  /** Case by case. */
  private ParameterSeries piecewise(IAST ast) {
    List<ParameterSeries> values = new ArrayList<>();
    IAST cases = (IAST) ast.arg1();
    cases.forEach(pair -> values.add(of(pair.first())));
    values.add(ast.argSize() < 2 ? over.constant(F.C0) : of(ast.arg2()));
    int start = values.stream().mapToInt(ParameterSeries::start).min().orElseThrow();
    int end = values.stream().mapToInt(ParameterSeries::end).min().orElseThrow();
    List<IExpr> terms = new ArrayList<>();
    for (int power = start; power < end; power++) {
      terms.add(piecewise(cases, values, power));
    }
    return new ParameterSeries(start, terms);
  }

  private static IExpr piecewise(IAST cases, List<ParameterSeries> values, int power) {
    List<IExpr> terms = new ArrayList<>();
    for (ParameterSeries value : values) {
      terms.add(simple(value.coefficient(power)));
    }
    IExpr otherwise = terms.remove(terms.size() - 1);
    if (otherwise.isZero() && terms.stream().allMatch(IExpr::isZero)) {
      return F.C0;
    }
    IExpr[] pairs = new IExpr[terms.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = F.list(terms.get(i), cases.get(i + 1).second());
    }
    return F.function(S.Piecewise, F.function(S.List, pairs), otherwise);
  }

  /** Term by term: the sums converge uniformly near the parameter. */
  private ParameterSeries sum(IAST ast) {
    if (!ast.arg1().isFree(S.PolyGamma)) {
      throw new UnsupportedExpressionException(
          "it is a series whose terms have logarithms, of which there is no certified derivative;"
              + " spectrum has the numbers");
    }
    for (int i = 2; i <= ast.argSize(); i++) {
      if (!isFree(ast.get(i))) {
        throw unknown(ast);
      }
    }
    return of(ast.arg1()).mapped(term -> term.isZero() ? term : ast.setAtCopy(1, simple(term)));
  }
}
