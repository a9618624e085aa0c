package dev.zonal.symbolic.expansion;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.ClosedForm;
import dev.zonal.symbolic.kernel.IndexedAngle;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.kernel.UnrolledRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** A kernel as a formula in u: unrolled for a given depth, as a recursion for the depth L. */
public final class Recursion {
  private static final int DEEPEST_CHECKED = 4;
  private static final String LAYER_NAMES =
      "; $u_l$ is the cosine behind layer $l$, and $\\kappa_0(u_l)$ and $\\kappa_1(u_l)$ have names";

  private Recursion() {}

  /**
   * The formula.
   *
   * @param inAngle whether in theta instead of u = cos(theta)
   */
  public static Derivation of(SymbolicKernel kernel, boolean inAngle) {
    kernel.requireClosedDuals();
    return kernel.hasSymbolicDepth() ? symbolicDepth(kernel, inAngle) : unrolled(kernel, inAngle);
  }

  private static Derivation unrolled(SymbolicKernel kernel, boolean inAngle) {
    IExpr variable = Symja.symbol(inAngle ? "theta" : "u");
    ClosedForm form =
        inAngle
            ? ClosedForm.inAngle(kernel.kernel(), variable)
            : ClosedForm.inCosine(kernel.kernel(), variable);
    String checked =
        new Verification("the closed form of " + kernel)
            .check(
                random -> point(kernel, random, variable.toString()),
                ExpressionEvaluator.side(form.definitions(), List.of(form.value())),
                (over, at) -> List.of(numerically(kernel, over, at, variable.toString())));
    boolean hasLayers = form.definitions().stream().anyMatch(Recursion::isOfLayer);
    return new Derivation(
        "`%s` as a function of $%s$".formatted(kernel, inAngle ? "\\theta" : "u = \\cos \\theta")
            + (hasLayers ? LAYER_NAMES : ""),
        steps(kernel, hasLayers),
        form.definitions(),
        List.of(new Equation(Symja.symbol("f"), form.value())),
        checked);
  }

  private static List<Derivation.Step> steps(SymbolicKernel kernel, boolean hasLayers) {
    List<Derivation.Step> steps = new ArrayList<>(asSteps(kernel));
    if (hasLayers || !steps.isEmpty()) {
      int depth = kernel.kernel().network().map(NetworkKernel::depth).orElse(1);
      steps.add(
          Derivation.Step.of(
              "Written out for $L = %d$, each $u_l$, $\\kappa_0(u_l)$ and $\\kappa_1(u_l)$ once"
                  .formatted(depth)));
    } else if (kernel.kernel().network().isPresent()) {
      steps.add(
          Derivation.Step.of(
              "The covariance behind a layer is $\\mathrm{E}\\,\\phi(x)\\,\\phi(z)$ of Gaussian numbers"
                  + " $x$, $z$ with the covariance before it, a closed form of that covariance and"
                  + " of the variances (`docs/theory.md`, section 5.8), and the tangent kernel takes"
                  + " its derivative; $u_l$ is the correlation behind layer $l$, variances and what"
                  + " else occurs often are $q_1, q_2, \\dots$"));
    } else {
      steps.add(
          Derivation.Step.of(
              "The formula of the kernel with $u = \\cos \\theta$ and the chord $r$,"
                  + " $r^2 = 2 - 2u$"));
    }
    return steps;
  }

  /** The recursion from layer to layer as a step of another derivation, if there is one. */
  public static List<Derivation.Step> asSteps(SymbolicKernel kernel) {
    boolean isRecursive =
        kernel.kernel().network().filter(n -> n.recursion().isStationary()).isPresent()
            && !kernel.kernel().isComposedOfAnalyticDuals();
    if (!isRecursive) {
      return List.of();
    }
    Definitions definitions = new Definitions();
    List<Equation> rules = rules(kernel.recursion(), definitions, false);
    IExpr sigma = Symja.symbol("sigma");
    List<Equation> written =
        definitions.equations().stream().anyMatch(e -> !e.left().equals(sigma))
            ? rules.stream()
                .map(
                    e -> e.withRight(right -> Definitions.expanded(definitions.equations(), right)))
                .toList()
            : rules;
    return List.of(
        new Derivation.Step(
            "The recursion of the kernel, $l = 1, \\dots, L$; $u_l$ is the cosine behind layer $l$",
            written));
  }

  private static boolean isOfLayer(Equation definition) {
    return definition.left().toString().matches("[dk][0-9]+");
  }

  private static Map<String, Rational> point(
      SymbolicKernel kernel, SplittableRandom random, String variable) {
    Map<String, Rational> point = new HashMap<>(kernel.randomParameters(random));
    point.put(
        variable,
        variable.equals("u") ? Verification.cosine(random) : Verification.positive(random, 3));
    return point;
  }

  private static Ball numerically(
      SymbolicKernel kernel, BallArithmetic over, Map<String, Rational> at, String variable) {
    Rational value = at.get(variable);
    ChordAngle<Ball> angle =
        variable.equals("u")
            ? ChordAngle.ofCosine(over, value)
            : ChordAngle.ofTheta(over, over.of(value));
    return kernel.at(at).evaluate(over, angle);
  }

  private static Derivation symbolicDepth(SymbolicKernel kernel, boolean inAngle) {
    Definitions definitions = new Definitions();
    List<Equation> rules = rules(kernel.recursion(), definitions, inAngle);
    Derivation derivation =
        new Derivation(
            "`%s` as a recursion in $l = 1, \\dots, L$".formatted(kernel) + LAYER_NAMES,
            List.of(),
            definitions.equations(),
            rules,
            "");
    String checked = checkAgainstValues(kernel, derivation, inAngle);
    return kernel.weighted(derivation.withVerification(checked));
  }

  /** The rules from layer to layer. */
  public static List<Equation> rules(
      LayerRecursion recursion, Definitions definitions, boolean inAngle) {
    SymbolicArithmetic over = SymbolicArithmetic.writtenOut(definitions);
    IExpr l = Symja.symbol("l");
    IExpr before = Symja.sum(l, F.CN1);
    IExpr depth = Symja.symbol("L");
    List<Equation> rules = new ArrayList<>();
    Layers<IExpr> layers = recursion.over(over);
    IExpr first = layers.maps().first(IndexedAngle.start()).cosine();
    IExpr cosine = inAngle ? F.Cos(Symja.symbol("theta")) : Symja.symbol("u");
    rules.add(new Equation(Indexed.of("u", F.C0), Symja.replace(first, Symja.symbol("u"), cosine)));
    List<IExpr> start = layers.start(new IndexedAngle(F.C0));
    rules.addAll(equations(state(recursion, F.C0), start));
    IExpr u = Indexed.of("u", l);
    rules.add(new Equation(Indexed.of("k", l), IndexedAngle.kappa1(u)));
    rules.add(new Equation(Indexed.of("d", l), IndexedAngle.kappa0(u)));
    Angle<IExpr> angle = new IndexedAngle(before);
    rules.add(new Equation(u, layers.maps().layer(1).next(angle).cosine()));
    List<IExpr> next = layers.step(1, angle, state(recursion, before));
    rules.addAll(equations(state(recursion, l), next));
    List<IExpr> last = state(recursion, depth);
    IExpr unscaled = layers.unscaled(new IndexedAngle(depth)::cosine, last);
    IExpr f = over.divide(unscaled, layers.scale(depth, last));
    rules.add(new Equation(Symja.symbol("f"), f));
    return rules;
  }

  /** The state after a layer, in the names of its numbers. */
  private static List<IExpr> state(LayerRecursion recursion, IExpr layer) {
    return recursion.names().stream().map(name -> Indexed.of(name, layer)).toList();
  }

  private static List<Equation> equations(List<IExpr> left, List<IExpr> right) {
    return IntStream.range(0, left.size())
        .mapToObj(i -> new Equation(left.get(i), right.get(i)))
        .toList();
  }

  /** The rules, followed to the letter, against the kernel for every depth tried. */
  public static String checkAgainstValues(
      SymbolicKernel kernel, Derivation rules, boolean inAngle) {
    String variable = inAngle ? "theta" : "u";
    UnrolledRules unrolled = new UnrolledRules(rules);
    for (int depth = 1; depth <= DEEPEST_CHECKED; depth++) {
      Rational layers = Rational.of(depth);
      SymbolicKernel deep = kernel.withDepth(depth);
      new Verification("the recursion of " + deep)
          .check(
              random -> {
                Map<String, Rational> point = point(deep, random, variable);
                point.put("L", layers);
                return point;
              },
              unrolled::at,
              (over, at) -> List.of(numerically(deep, over, at, variable)));
    }
    return "unrolled for $L = 1, \\dots, 4$ and checked with balls against the kernel";
  }
}
