package dev.zonal.symbolic.parameter;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Numbering;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.SmallArgument;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.form.ReaderForm;
import dev.zonal.symbolic.notation.LatexNotation;
import dev.zonal.symbolic.parameter.ParameterSeriesArithmetic.TooFewTermsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Derived formulas differentiated by one of their parameters, or expanded in powers of it
 * (docs/symbolic.md, section 7). What is printed is compared with the formulas it was made of, at
 * parameters that differ by a tiny t ({@link SmallArgument}).
 */
public final class ParameterDerivation {
  /** Terms that may cancel in quotients and roots. */
  private static final int[] SPARE_TERMS = {2, 6, 14, 30};

  /** Where an expression is tried before it is taken for zero. */
  private static final int TRIES = 3;

  private static final int BITS = 256;

  /** Formulas without poles lose fewer bits than this. */
  private static final int WORST = 200;

  /** By so much more digits formulas with poles are computed. */
  private static final int MOST_DIGITS = 16;

  private final String specification;
  private final Variation variation;
  private final ParameterPoints points;
  private final Derivation given;

  ParameterDerivation(String specification, Derivation given, Variation variation) {
    this.specification = specification;
    this.variation = variation;
    this.points = new ParameterPoints(specification);
    this.given = given;
  }

  /**
   * The derivatives or the series of the results of a derivation.
   *
   * @param given formulas that are compared with the kernel already
   * @throws UnsupportedExpressionException if there are none, or no such parameter
   */
  public static Derivation of(String specification, Derivation given, Variation variation) {
    ParameterPoints points = new ParameterPoints(specification);
    points.requireParameter(variation);
    Derivation closed = given.withResult(withoutRules(given));
    if (closed.result().isEmpty()) {
      throw new UnsupportedExpressionException(
          specification + ": rules from layer to layer have no series or derivatives here; give L");
    }
    return new ParameterDerivation(specification, closed, variation).derive();
  }

  /** The results that are formulas by themselves; a limit for large L is one of another kernel. */
  private static List<Equation> withoutRules(Derivation given) {
    boolean hasRules = given.result().stream().anyMatch(Indexed::isRule);
    return given.result().stream()
        .filter(e -> !Indexed.isRule(e) && !e.left().toString().equals("limit"))
        .filter(e -> !hasRules || !Indexed.hasMembers(e.right()))
        .toList();
  }

  private Derivation derive() {
    for (int spare : SPARE_TERMS) {
      try {
        return derive(variation.order() + 1 + spare);
      } catch (TooFewTermsException tooFew) {
        // More of them are computed then.
      } catch (UnsupportedExpressionException e) {
        throw new UnsupportedExpressionException(
            "%s, %s: %s".formatted(specification, variation.words(), e.getMessage()));
      }
    }
    throw new UnsupportedExpressionException(
        "%s, %s: too many terms cancel there".formatted(specification, variation.words()));
  }

  private Derivation derive(int terms) {
    FormulaSeries formulas =
        new FormulaSeries(given.definitions(), variation, terms, this::vanishes);
    List<ParameterSeries> series = new ArrayList<>();
    List<Equation> result = new ArrayList<>();
    for (Equation formula : given.result()) {
      ParameterSeries value = formulas.of(formula.right()).mapped(FormulaSeries::simple);
      if (value.end() <= variation.order()) {
        throw new TooFewTermsException();
      }
      series.add(value);
      IntStream.rangeClosed(first(value), variation.order())
          .filter(power -> variation.isDerivative() || !value.coefficient(power).isZero())
          .forEach(
              power ->
                  result.add(new Equation(left(formula.left(), power), value.coefficient(power))));
    }
    Derivation written =
        Numbering.of(
            ReaderForm.of(
                Inlining.of(
                    new Derivation(
                        title(),
                        steps(),
                        formulas.definitions(),
                        result,
                        "compared with balls to 50 digits with the formulas themselves, whose parameter"
                            + " differs by $2^{-384}$ or less; these: "
                            + given.verification()))));
    verify(written, series.stream().map(this::first).toList());
    return written;
  }

  /** The first power that is printed. */
  private int first(ParameterSeries series) {
    return variation.isDerivative() ? 1 : Math.min(0, series.start());
  }

  private IExpr left(IExpr formula, int power) {
    if (variation.isDerivative()) {
      return Inert.derivative(formula, Symja.symbol(variation.parameter()), F.C1);
    }
    return Indexed.withIndex(formula, Symja.of(power));
  }

  private boolean vanishes(List<Equation> definitions, IExpr e) {
    SplittableRandom random = new SplittableRandom(TRIES);
    for (int i = 0; i < TRIES; i++) {
      ExpressionEvaluator at =
          new ExpressionEvaluator(BallArithmetic.ofBits(BITS), points.at(random));
      try {
        if (!at.evaluate(definitions, List.of(e)).get(0).containsZero()) {
          return false;
        }
      } catch (DomainException outside) {
        return false;
      }
    }
    return true;
  }

  /** The printed coefficients, zeros among them, against the formulas at a parameter close by. */
  void verify(Derivation written, List<Integer> first) {
    new Verification(variation.words() + " of " + specification)
        .check(
            points::at,
            (over, point) ->
                printed(written, first, over, point).stream()
                    .flatMap(powers -> powers.values().stream())
                    .toList(),
            (over, point) -> leftOver(written, first, over, point));
  }

  /** The printed coefficients of each formula by the powers of t. */
  private List<Map<Rational, Ball>> printed(
      Derivation written, List<Integer> first, BallArithmetic over, Map<String, Rational> point) {
    List<IExpr> names = written.result().stream().map(Equation::left).toList();
    List<Ball> values = values(written, over, point);
    List<Map<Rational, Ball>> coefficients = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Map<Rational, Ball> powers = new TreeMap<>();
      for (int power = first.get(i); power <= variation.order(); power++) {
        int at = names.indexOf(left(given.result().get(i).left(), power));
        powers.put(Rational.of(power), at < 0 ? over.of(0) : values.get(at));
      }
      coefficients.add(powers);
    }
    return coefficients;
  }

  private static List<Ball> values(
      Derivation derivation, BallArithmetic over, Map<String, Rational> point) {
    List<IExpr> results = derivation.result().stream().map(Equation::right).toList();
    return new ExpressionEvaluator(over, point).evaluate(derivation.definitions(), results);
  }

  /** The given formulas where terms with poles may cancel: to as many digits as if none did. */
  private List<Ball> nearby(BallArithmetic wide, Map<String, Rational> near) {
    for (int factor = 1; ; factor *= 2) {
      List<Ball> values = values(given, BallArithmetic.ofBits(factor * wide.bits()), near);
      boolean areKnown =
          values.stream().allMatch(v -> v.radius().binaryOrder() < WORST - wide.bits());
      if (areKnown || factor >= MOST_DIGITS) {
        return values;
      }
    }
  }

  /** What the given formulas have for the same coefficients. */
  private List<Ball> leftOver(
      Derivation written, List<Integer> first, BallArithmetic over, Map<String, Rational> point) {
    // As many powers of t are between the value and the last coefficient.
    int least = first.stream().mapToInt(power -> power).reduce(0, Math::min);
    int highest = variation.order() - least;
    SmallArgument small = new SmallArgument(over, Rational.ONE, highest);
    Map<String, Rational> near = new TreeMap<>(point);
    near.compute(
        variation.parameter(),
        (name, at) -> variation.isDerivative() ? at.add(small.t()) : variation.near(small.t()));
    List<Ball> values = nearby(small.wide(), near);
    List<Map<Rational, Ball>> terms = printed(written, first, small.wide(), point);
    if (variation.isDerivative()) {
      List<Ball> here = values(given, small.wide(), point);
      IntStream.range(0, here.size()).forEach(i -> terms.get(i).put(Rational.ZERO, here.get(i)));
    }
    int before = variation.isDerivative() ? 1 : 0;
    return IntStream.range(0, values.size())
        .mapToObj(i -> small.coefficients(values.get(i), terms.get(i)))
        .flatMap(coefficients -> coefficients.stream().skip(before))
        .toList();
  }

  private String title() {
    String parameter = new LatexNotation().print(Symja.symbol(variation.parameter()));
    if (variation.isDerivative()) {
      return "%s; the derivatives by $%s$".formatted(given.title(), parameter);
    }
    String t = t(parameter);
    return ("%s; the coefficients of $t^n$, $n$ the last index, $t = %s$, to $n = %d$; what is not"
            + " listed is zero")
        .formatted(given.title(), t, variation.order());
  }

  /** What is small, in LaTeX. */
  private String t(String parameter) {
    if (variation.isAtInfinity()) {
      return "1/" + parameter;
    }
    Rational centre = variation.centre();
    String sign = centre.signum() < 0 ? " + " : " - ";
    return centre.signum() == 0 ? parameter + " > 0" : parameter + sign + centre.abs();
  }

  private List<Derivation.Step> steps() {
    if (given.steps().isEmpty()) {
      return List.of();
    }
    Derivation.Step rule =
        Derivation.Step.of(
            "Each name is a series in $t$, found from those before it: sums and products term by"
                + " term, powers $p = a^e$ by $a p' = e a' p$, $\\arccos x$ by its derivative"
                + " $-x'/\\sqrt{1-x^2}$, and $\\kappa_1' = \\kappa_0$."
                + (variation.isDerivative()
                    ? " The term of first order is the derivative"
                    : " Names stand for their values at $t = 0$ here"));
    return variation.isDerivative()
        ? Stream.concat(given.steps().stream(), Stream.of(rule)).toList()
        : List.of(rule);
  }
}
