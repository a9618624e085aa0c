package dev.zonal.symbolic.console;

import dev.zonal.arithmetic.Symbol;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.network.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.NoClosedFormException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.derivation.DecayConstant;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.derivation.Seal;
import dev.zonal.symbolic.evaluation.NumericEigenvalue;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.form.ReaderForm;
import dev.zonal.symbolic.kernel.ClosedForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.matheclipse.core.expression.Context;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IStringX;
import org.matheclipse.core.interfaces.ISymbol;

/** The functions that Zonal adds to a Symja session. */
final class KernelFunctions {
  /** Expanded forms grow like 3^L. */
  private static final int DEEPEST = 6;

  private static final String ALPHA = "alpha";

  /** A function, with what to tell who calls it. */
  record Entry(String usage, int least, int most, Function<IAST, IExpr> value) {
    String name() {
      return usage.substring(0, usage.indexOf('('));
    }
  }

  static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "ResNTK(L, alpha, u): the tangent kernel of a residual network with L blocks and"
                  + " branch weight alpha, at u = cos(theta); ResNTK(3, alpha, u)",
              3,
              3,
              a -> residual(new ResidualTangentKernel(depth(a.arg1()), new Symbol(ALPHA)), a)),
          new Entry(
              "ResNNGP(L, alpha, u): the Gaussian-process kernel of a residual network",
              3,
              3,
              a ->
                  residual(
                      new ResidualGaussianProcessKernel(depth(a.arg1()), new Symbol(ALPHA)), a)),
          new Entry(
              "FCNTK(L, u): the tangent kernel of a fully connected network with L hidden layers",
              2,
              2,
              a -> at(new FullyConnectedTangentKernel(depth(a.arg1())), a.arg2())),
          new Entry(
              "FCNNGP(L, u): the Gaussian-process kernel of a fully connected network",
              2,
              2,
              a -> at(new FullyConnectedGaussianProcessKernel(depth(a.arg1())), a.arg2())),
          new Entry(
              "GegenbauerCoefficient(kernel, k, d): the eigenvalue eta_k on the sphere of R^d in"
                  + " closed form; the kernel as text, k and d as symbols or integers:"
                  + " GegenbauerCoefficient(\"arccos:n=1\", 2, 3). Without a closed form"
                  + " N(GegenbauerCoefficient(\"fcntk:L=3\", 2, 3), 50) gives digits",
              3,
              3,
              KernelFunctions::coefficient),
          new Entry(
              "NTKEigenvalue(k, d): the eigenvalue of the one-layer tangent kernel, that is"
                  + " GegenbauerCoefficient(\"fcntk:L=1\", k, d); NTKEigenvalue(kernel, k, d) that"
                  + " of another kernel",
              2,
              3,
              a ->
                  coefficient(
                      a.argSize() == 3
                          ? a
                          : F.ternaryAST3(a.head(), F.stringx("fcntk:L=1"), a.arg1(), a.arg2()))),
          new Entry(
              "ChordSeries(kernel, n): the coefficients A_0, ..., A_n of the chord at u = 1;"
                  + " ChordSeries(kernel, n, -1): B_0, ..., B_n at u = -1;"
                  + " ChordSeries(\"resntk:L=3,alpha=alpha\", 3)",
              2,
              3,
              KernelFunctions::series),
          new Entry(
              "KernelDecayConstant(kernel): the limits of k^e eta_k for even and for odd k in the"
                  + " dimension d, by name: \"even\", \"odd\" and \"exponent\", which is e; for L=L"
                  + " their mean, \"average\", and those that are no products over the layers;"
                  + " KernelDecayConstant(\"fcntk:L=2\")[\"even\"];"
                  + " KernelDecayConstant(kernel, n): the first n pairs {e, c} of the sum of c K^-e"
                  + " that eta_k is, K = k + (d-2)/2, for \"even\" and for \"odd\" k",
              1,
              2,
              a -> a.argSize() == 1 ? decay(a) : terms(a)),
          new Entry(
              "ZonalTeX(expression): the formula in LaTeX as derive writes it;"
                  + " ZonalTeX(KernelDecayConstant(\"fcntk:L=2\")[\"even\"])",
              1,
              1,
              a -> F.stringx(WrittenForms.latex(a.arg1()))),
          new Entry(
              "ZonalMathML(expression): the formula in MathML as derive writes it",
              1,
              1,
              a -> F.stringx(WrittenForms.mathml(a.arg1()))));

  private KernelFunctions() {}

  static void install() {
    for (Entry entry : ENTRIES) {
      ISymbol symbol =
          new OwnFunction(entry.name(), ISymbol.NOATTRIBUTE, call -> value(entry, call));
      Context.SYSTEM.put(entry.name().toLowerCase(Locale.ROOT), symbol);
    }
  }

  static List<String> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  /** What to tell about a function, or about all of them if the name is empty. */
  static Optional<String> usage(String name) {
    return ENTRIES.stream()
        .filter(entry -> name.isEmpty() || entry.name().equalsIgnoreCase(name))
        .map(Entry::usage)
        .reduce((one, next) -> one + "\n" + next);
  }

  private static IExpr value(Entry entry, IAST call) {
    if (call.argSize() < entry.least || call.argSize() > entry.most) {
      throw new UnsupportedExpressionException("usage: " + entry.usage);
    }
    IExpr value = Symja.apart(() -> entry.value.apply(call));
    return value.isPresent() ? Symja.inSession(value) : value;
  }

  private static int depth(IExpr e) {
    int depth = e.toIntDefault();
    if (depth < 1 || depth > DEEPEST) {
      throw new UnsupportedExpressionException(
          "the depth must be an integer from 1 to "
              + DEEPEST
              + " here; 'zonal derive recursion' names common parts and goes deeper");
    }
    return depth;
  }

  private static IExpr at(Kernel kernel, IExpr u) {
    IExpr variable = Symja.symbol("u");
    return Symja.replace(ClosedForm.inCosine(kernel, variable).expanded(), variable, u);
  }

  private static IExpr residual(Kernel kernel, IAST arguments) {
    IExpr variable = Symja.symbol("u");
    IExpr form = ClosedForm.inCosine(kernel, variable).expanded();
    IExpr weighted = Symja.replace(form, Symja.symbol(ALPHA), arguments.arg2());
    return Symja.replace(weighted, variable, arguments.arg3());
  }

  private static String specification(IExpr e) {
    if (e instanceof IStringX text) {
      return text.toString();
    }
    throw new UnsupportedExpressionException(
        "the kernel is given as text, such as \"resntk:L=3,alpha=alpha\"");
  }

  private static Integer integerOrNull(IExpr e) {
    return e.isInteger() ? Integer.valueOf(e.toIntDefault()) : null;
  }

  private static IExpr coefficient(IAST arguments) {
    IExpr k = arguments.arg2();
    IExpr d = arguments.arg3();
    String kernel = specification(arguments.arg1());
    Derivation derivation;
    try {
      derivation = Derivations.eigenvalue(kernel, integerOrNull(k), integerOrNull(d));
    } catch (NoClosedFormException e) {
      if (NumericEigenvalue.isMeant(arguments)) {
        return F.NIL;
      }
      throw e;
    }
    IExpr value = derivation.result().get(0).right();
    if (!value.isFree(part -> part.head().toString().equals(Inert.SUM), true)) {
      if (NumericEigenvalue.isMeant(arguments)) {
        return F.NIL;
      }
      throw new UnsupportedExpressionException(
          kernel + ": its eigenvalue is a series, which 'zonal derive eigenvalue' prints");
    }
    value = k.isInteger() ? value : Symja.replace(value, Symja.symbol("k"), k);
    return d.isInteger() ? value : Symja.replace(value, Symja.symbol("d"), d);
  }

  private static IExpr series(IAST arguments) {
    int order = arguments.arg2().toIntDefault();
    if (order < 0 || order > 60) {
      throw new UnsupportedExpressionException("ChordSeries: n must be from 0 to 60");
    }
    boolean antipode = arguments.argSize() == 3 && arguments.arg3().isMinusOne();
    String specification = specification(arguments.arg1());
    SymbolicKernel kernel = SymbolicKernel.parse(specification);
    if (kernel.hasSymbolicDepth()) {
      return ofEveryDepth(specification, order, antipode);
    }
    ExactChordExpansion expansion =
        ExactChordExpansion.multipliedOut(kernel, antipode ? End.ANTIPODE : End.COINCIDENCE, order);
    return list(new Seal(specification).ofExpansion(ReaderForm.of(expansion.derivation(kernel))));
  }

  /** The coefficients as functions of the depth, at u = 1. */
  private static IExpr ofEveryDepth(String specification, int order, boolean antipode) {
    if (antipode) {
      throw new UnsupportedExpressionException(
          "ChordSeries: for L=L there are formulas at u = 1 only; 'zonal derive expansion' has the"
              + " first odd coefficient at u = -1");
    }
    return list(Derivations.expansion(specification, order, End.COINCIDENCE));
  }

  private static IExpr decay(IAST arguments) {
    Derivation derivation = Derivations.constant(specification(arguments.arg1()), 1);
    IASTAppendable rules = F.ListAlloc();
    List<Equation> closed =
        derivation.result().stream()
            .filter(e -> !Indexed.isRule(e) && !Indexed.hasMembers(e.right()))
            .toList();
    for (Equation e : closed) {
      IExpr value = Definitions.expanded(derivation.definitions(), e.right());
      rules.append(F.Rule(F.stringx(e.left().toString()), value));
    }
    Set<IExpr> exponents = new LinkedHashSet<>();
    derivation.steps().stream()
        .flatMap(step -> step.equations().stream())
        .filter(e -> e.left().equals(DecayConstant.EXPONENT))
        .forEach(e -> exponents.add(e.right()));
    if (!exponents.isEmpty()) {
      boolean isOne = exponents.size() == 1;
      rules.append(
          F.Rule(
              F.stringx("exponent"),
              isOne ? exponents.iterator().next() : F.List(exponents.toArray(IExpr[]::new))));
    }
    return F.assoc(rules);
  }

  /** The pairs of exponents and coefficients; no pair where the eigenvalues are zero. */
  private static IExpr terms(IAST arguments) {
    int count = arguments.arg2().toIntDefault(0);
    Derivation derivation = Derivations.terms(specification(arguments.arg1()), count, 1);
    IASTAppendable rules = F.ListAlloc();
    Map<String, IASTAppendable> pairs = new LinkedHashMap<>();
    for (Equation e : derivation.result()) {
      boolean isTerm = e.left().isAST();
      String which = (isTerm ? e.left().head() : e.left()).toString();
      IASTAppendable list = pairs.computeIfAbsent(which, any -> F.ListAlloc());
      if (isTerm) {
        list.append(
            F.List(
                Symja.sum(Symja.symbol("d"), e.left().first()),
                Definitions.expanded(derivation.definitions(), e.right())));
      }
    }
    pairs.forEach((which, list) -> rules.append(F.Rule(F.stringx(which), list)));
    return F.assoc(rules);
  }

  private static IAST list(Derivation derivation) {
    return F.List(
        derivation.result().stream()
            .map(e -> Definitions.expanded(derivation.definitions(), e.right()))
            .toArray(IExpr[]::new));
  }
}
