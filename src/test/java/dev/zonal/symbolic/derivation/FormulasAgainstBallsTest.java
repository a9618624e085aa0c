package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.eigenvalue.MaternEigenvalue;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.expansion.Recursion;
import dev.zonal.symbolic.form.ReaderForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.AngularPolynomials;
import dev.zonal.symbolic.ring.LaurentPolynomial;
import dev.zonal.theorem.law.Asymptotics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Every family of closed forms at 50 random points against values that the numerical packages
 * certify, and every coefficient of them changed by one part in 10^45. What is derived is checked
 * with balls where it is made, in every build; this is the same from outside.
 */
@Tag("long")
class FormulasAgainstBallsTest {

  static Stream<FormulaAgainstBalls> unrolledRecursions() {
    return Stream.of(
            "resntk:L=1,alpha=alpha",
            "resntk:L=2,alpha=alpha",
            "resntk:L=3,alpha=alpha",
            "resntk:L=2,alpha=alpha,tau=tau",
            "resntk:L=2,alpha=alpha,tau=tau,train=all",
            "fcntk:L=3,beta=beta",
            "fcntk:L=2,beta=beta,bias=propagated",
            "fcnngp:L=2,beta=beta,bias=propagated",
            "resnngp:L=3,alpha=alpha",
            "laplace:c=c",
            "matern:nu=5/2,c=c",
            "gaussian:c=c",
            "arccos:n=4",
            "ntk:act=erf,L=1,sw2=w,sb2=c",
            "ntk:act=gelu,L=2,sw2=w",
            "ntk:act=leaky,slope=-1/3,L=2,sw2=w,sb2=c",
            "ntk:act=relu,power=3,L=2,sb2=c,train=[1,3]",
            "nngp:act=step,L=3",
            "nngp:act=exp,L=2,sw2=1/3,sb2=1/5",
            "resnngp:act=sin,L=2,alpha=alpha,sw2=w",
            "resntk:act=cos,L=2,alpha=alpha,tau=tau")
        .map(SymbolicKernel::parse)
        .map(
            kernel -> {
              Derivation derivation = ReaderForm.of(Recursion.of(kernel, false));
              return new FormulaAgainstBalls(
                  "recursion of " + kernel,
                  derivation.definitions(),
                  List.of(derivation.result().get(0).right()),
                  random -> with("u", Verification.cosine(random), kernel.randomParameters(random)),
                  (over, point) -> List.of(FormulaAgainstBalls.kernel(kernel, over, point)));
            });
  }

  static Stream<FormulaAgainstBalls> recursionsInTheDepth() {
    return Stream.of(
            "resntk:L=L,alpha=alpha",
            "resntk:L=L,alpha=alpha,train=all",
            "resntk:L=L,alpha=alpha,tau=tau",
            "resntk:L=L,alpha=1/2,tau=tau,train=all",
            "fcntk:L=L,beta=beta",
            "fcntk:L=L,beta=beta,bias=propagated",
            "fcnngp:L=L,beta=beta,bias=propagated",
            "resnngp:L=L,alpha=alpha",
            "ntk:act=leaky,slope=1/10,L=L",
            "nngp:act=sign,L=L",
            "resntk:act=leaky,slope=-2,L=L,alpha=alpha,sw2=w,train=all")
        .map(SymbolicKernel::parse)
        .flatMap(
            kernel -> Stream.of(1, 2, 5).map(depth -> unrolled(kernel, kernel.withDepth(depth))));
  }

  /** The printed rules, followed from layer to layer. */
  private static FormulaAgainstBalls unrolled(SymbolicKernel kernel, SymbolicKernel deep) {
    int depth = Integer.parseInt(deep.toString().replaceAll(".*L=([0-9]+).*", "$1"));
    Derivation derivation = ReaderForm.of(Recursion.of(kernel, false));
    List<Equation> chain = new ArrayList<>(derivation.definitions());
    List<Equation> rules = derivation.result();
    List<Equation> start = rules.stream().filter(e -> index(e.left()) == 0).toList();
    List<Equation> curves =
        rules.stream().filter(e -> e.left().toString().matches("[kd]\\(l\\)")).toList();
    List<Equation> layers =
        rules.stream()
            .filter(e -> e.left().toString().endsWith("(l)") && !curves.contains(e))
            .toList();
    List<Equation> zeros = start.stream().filter(e -> e.right().isZero()).toList();
    start.stream().filter(e -> !zeros.contains(e)).forEach(e -> chain.add(at(e, 0)));
    curves.forEach(e -> chain.add(at(e, 0)));
    for (int l = 1; l <= depth; l++) {
      int layer = l;
      layers.forEach(e -> chain.add(at(e, layer)));
      curves.forEach(e -> chain.add(at(e, layer)));
    }
    Equation last = rules.get(rules.size() - 1);
    IExpr value = Symja.replace(last.right(), Symja.symbol("L"), Symja.of(depth));
    return new FormulaAgainstBalls(
        kernel + " at L = " + depth,
        without(chain, zeros),
        List.of(flat(value)),
        random -> with("u", Verification.cosine(random), deep.randomParameters(random)),
        (over, point) -> List.of(FormulaAgainstBalls.kernel(deep, over, point)));
  }

  /** A state that starts from 0: there is no coefficient to change in it. */
  private static List<Equation> without(List<Equation> chain, List<Equation> zeros) {
    List<Equation> result = new ArrayList<>();
    for (Equation e : chain) {
      IExpr right = e.right();
      for (Equation zero : zeros) {
        right = Symja.replace(right, flat(zero.left()), F.C0);
      }
      result.add(new Equation(e.left(), right));
    }
    return result;
  }

  private static int index(IExpr e) {
    return e instanceof IAST ast && ast.argSize() == 1 ? ast.arg1().toIntDefault() : -1;
  }

  private static Equation at(Equation rule, int l) {
    IExpr index = Symja.symbol("l");
    return new Equation(
        flat(Symja.replace(rule.left(), index, Symja.of(l))),
        flat(Symja.replace(rule.right(), index, Symja.of(l))));
  }

  /** u(3) as the name u3. */
  private static IExpr flat(IExpr e) {
    if (!(e instanceof IAST ast)) {
      return e;
    }
    if (Indexed.isIndexed(ast.head().toString())) {
      return Symja.symbol(ast.head().toString() + ast.arg1());
    }
    IExpr result = ast;
    for (int i = 1; i <= ast.argSize(); i++) {
      result = ((IAST) result).setAtCopy(i, flat(ast.get(i)));
    }
    return result;
  }

  static Stream<FormulaAgainstBalls> chordCoefficients() {
    return Stream.of(
            "resntk:L=3,alpha=alpha",
            "resntk:L=2,alpha=alpha,tau=tau,train=all",
            "resnngp:L=3,alpha=alpha",
            "fcntk:L=2,beta=beta",
            "fcntk:L=2,beta=beta,bias=propagated",
            "fcnngp:L=2,beta=beta,bias=propagated",
            "laplace:c=c",
            "matern:nu=3/2,c=c",
            "ntk:act=leaky,slope=1/10,L=2,sw2=3/2,sb2=1/10",
            "ntk:act=abs,L=2",
            "ntk:act=relu,power=2,L=2",
            "resntk:act=leaky,slope=-1/2,L=2,alpha=alpha,sw2=w")
        .map(SymbolicKernel::parse)
        .flatMap(
            kernel -> Stream.of(chord(kernel, End.COINCIDENCE, 7), chord(kernel, End.ANTIPODE, 3)));
  }

  /** Power series in u, of which odd functions have the odd coefficients only. */
  static Stream<FormulaAgainstBalls> coefficientsAtTheEquator() {
    return Stream.of(
            "ntk:act=gelu,L=1,sw2=2,sb2=1/5",
            "ntk:act=erf,L=2",
            "nngp:act=exp,L=1,sw2=w",
            "resnngp:act=sin,L=1,alpha=alpha",
            "fcntk:L=2",
            "laplace:c=c")
        .map(kernel -> chord(SymbolicKernel.parse(kernel), End.EQUATOR, 4));
  }

  /** Of so high an order that factors have names. */
  static Stream<FormulaAgainstBalls> namedFactors() {
    return Stream.of("resntk:L=3,alpha=1/2", "resntk:L=2,alpha=alpha")
        .map(kernel -> chord(SymbolicKernel.parse(kernel), End.ANTIPODE, 10));
  }

  private static FormulaAgainstBalls chord(SymbolicKernel kernel, End end, int order) {
    Derivation expansion =
        ReaderForm.of(ExactChordExpansion.of(kernel, end, order).derivation(kernel));
    return new FormulaAgainstBalls(
        end.letter() + "_n of " + kernel,
        expansion.definitions(),
        expansion.result().stream().map(Equation::right).toList(),
        kernel::randomParameters,
        (over, point) -> ExactChordExpansion.numerically(kernel.at(point), end, order + 1, over));
  }

  static Stream<FormulaAgainstBalls> firstCoefficients() {
    return Stream.of(
            "resntk:L=L,alpha=alpha",
            "resntk:L=L,alpha=alpha,train=all",
            "resntk:L=L,alpha=alpha,tau=tau",
            "resntk:L=L,alpha=1/2,tau=tau,train=all",
            "fcntk:L=L,beta=beta",
            "fcntk:L=L,beta=beta,bias=propagated",
            "fcnngp:L=L,beta=beta,bias=propagated",
            "resnngp:L=L,alpha=alpha",
            "ntk:act=leaky,slope=1/10,L=L",
            "resntk:act=leaky,slope=1/10,L=L,alpha=alpha,sw2=w,train=all")
        .map(SymbolicKernel::parse)
        .map(
            kernel -> {
              Derivation derivation = ReaderForm.of(FirstCoefficient.of(kernel));
              IExpr value = derivation.result().get(0).right();
              return new FormulaAgainstBalls(
                  "A_1(L) of " + kernel,
                  derivation.definitions(),
                  List.of(value),
                  random -> FirstCoefficient.randomDepth(kernel, random),
                  (over, point) -> FirstCoefficient.numerically(kernel, List.of(1), over, point));
            });
  }

  /** A_3 of covariances of symbolic depth. */
  static Stream<FormulaAgainstBalls> thirdCoefficients() {
    return Stream.of(
            "fcnngp:L=L",
            "fcnngp:L=L,beta=beta,bias=propagated",
            "fcnngp:L=L,beta=1/3,bias=propagated",
            "resnngp:L=L,alpha=alpha",
            "nngp:act=leaky,slope=1/10,L=L",
            "resnngp:act=abs,L=L,alpha=alpha")
        .map(SymbolicKernel::parse)
        .map(
            kernel -> {
              Derivation derivation = ReaderForm.of(ThirdCoefficient.of(kernel));
              return new FormulaAgainstBalls(
                  "A_3(L) of " + kernel,
                  derivation.definitions(),
                  List.of(derivation.result().get(0).right()),
                  random -> FirstCoefficient.randomDepth(kernel, random),
                  (over, point) -> FirstCoefficient.numerically(kernel, List.of(3), over, point));
            });
  }

  static Stream<FormulaAgainstBalls> eigenvalues() {
    Stream<FormulaAgainstBalls> networks =
        Stream.of(
                "arccos:n=0",
                "arccos:n=1",
                "resntk:L=1,alpha=alpha",
                "resntk:L=1,alpha=alpha,tau=tau",
                "resntk:L=1,alpha=alpha,train=all",
                "fcntk:L=1,beta=beta",
                "polynomial:[1,0,3,1/2]",
                "chord:s=5",
                "ntk:act=leaky,slope=1/10,L=1",
                "ntk:act=abs,L=1",
                "ntk:act=relu,power=2,L=1",
                "ntk:act=relu,power=3,L=1,train=first",
                "nngp:act=sign,L=1")
            .map(SymbolicKernel::parse)
            .map(
                kernel ->
                    eigenvalue(
                        kernel.toString(),
                        kernel::randomParameters,
                        (over, point) ->
                            integral(over, point, e -> kernel.at(point).evaluate(e, e.angle()))));
    FormulaAgainstBalls chord =
        eigenvalue(
            "chord:s=s",
            random -> with("s", Rational.of(2L * random.nextInt(0, 7) + 1), Map.of()),
            (over, point) ->
                integral(over, point, e -> e.power(e.angle().chord(), point.get("s").longValue())));
    FormulaAgainstBalls weight =
        eigenvalue(
            "evenweight:p=p",
            random -> with("p", Rational.of(random.nextInt(0, 12), 2), Map.of()),
            (over, point) ->
                integral(
                    over,
                    point,
                    e ->
                        e.power(
                            AngularPolynomials.sine(), point.get("p").multiply(2).longValue())));
    SymbolicKernel laplace = SymbolicKernel.parse("laplace:c=c");
    FormulaAgainstBalls exponential =
        eigenvalue(
            "laplace:c=c",
            laplace::randomParameters,
            (over, point) ->
                MaternEigenvalue.series(
                    over,
                    (Structure.Radial) laplace.kernel().structure(),
                    over.of(point.get("c")),
                    point));
    Stream<FormulaAgainstBalls> arcCosines =
        Stream.of(2, 3, 5)
            .map(
                n ->
                    eigenvalue(
                        "arccos:n=" + n,
                        random -> Map.of(),
                        (over, point) -> integral(over, point, e -> profile(e, n))));
    return Stream.of(networks, Stream.of(chord, weight, exponential), arcCosines, bessel())
        .flatMap(s -> s);
  }

  /** Bessel functions and series, against the eigenvalues that the program computes otherwise. */
  private static Stream<FormulaAgainstBalls> bessel() {
    return Stream.of(
            "gaussian:c=c",
            "matern:nu=3/2,c=c",
            "matern:nu=7/10,c=c",
            "matern:nu=2,c=c",
            "gammaexp:c=c,gamma=3/2",
            "ntk:act=exp,L=1,sw2=w",
            "ntk:act=sin,L=1",
            "nngp:act=cos,L=1,sw2=w,sb2=c")
        .map(SymbolicKernel::parse)
        .map(
            kernel ->
                eigenvalue(
                    kernel.toString(),
                    kernel::randomParameters,
                    (over, point) ->
                        Spectrum.of(kernel.at(point), point.get("d").intValue())
                            .enclose(point.get("k").longValue(), over.bits(), Context.NONE)
                            .get()
                            .ball()));
  }

  /**
   * J_n/(pi (2n-1)!!), J_(n+1) = (2n+1) cos(theta) J_n - sin(theta) J_n', J_0 = pi - theta, by the
   * definition of Cho and Saul: J_n is sin(theta) a + (pi - theta) b with polynomials a and b in u.
   */
  private static LaurentPolynomial profile(AngularPolynomials over, int degree) {
    LaurentPolynomial a = over.of(0);
    LaurentPolynomial b = over.of(1);
    LaurentPolynomial scale = over.pi();
    for (int n = 0; n < degree; n++) {
      a = over.add(raised(over, a, 2L * n), b);
      b = raised(over, b, 2L * n + 1);
      scale = over.scale(scale, Rational.of(2L * n + 1));
    }
    LaurentPolynomial tau = over.subtract(over.pi(), over.angle().theta());
    LaurentPolynomial sum =
        over.add(over.multiply(AngularPolynomials.sine(), a), over.multiply(tau, b));
    return over.divide(sum, scale);
  }

  /** m u p + (1 - u^2) p'. */
  private static LaurentPolynomial raised(AngularPolynomials over, LaurentPolynomial p, long m) {
    LaurentPolynomial u = over.angle().cosine();
    LaurentPolynomial slope =
        over.multiply(over.subtract(over.of(1), over.square(u)), over.derivative(p));
    return over.add(over.scale(over.multiply(u, p), Rational.of(m)), slope);
  }

  private interface Profile {
    LaurentPolynomial in(AngularPolynomials exact);
  }

  private interface Value {
    Ball at(BallArithmetic over, Map<String, Rational> point);
  }

  private static Ball integral(BallArithmetic over, Map<String, Rational> point, Profile profile) {
    AngularPolynomials exact = new AngularPolynomials();
    LaurentPolynomial eigenvalue =
        exact.eigenvalue(profile.in(exact), point.get("k").intValue(), point.get("d").intValue());
    return AngularPolynomials.value(eigenvalue, over);
  }

  private static FormulaAgainstBalls eigenvalue(
      String specification,
      Function<SplittableRandom, Map<String, Rational>> parameters,
      Value reference) {
    Derivation derivation = Derivations.eigenvalue(specification, null, null);
    return new FormulaAgainstBalls(
        "eta_k of " + specification,
        derivation.definitions(),
        List.of(derivation.result().get(0).right()),
        new FrequenciesInTurn(parameters),
        (over, point) -> List.of(reference.at(over, point)));
  }

  /** Every k from 0 on, so that each case of a piecewise formula has its points; d at random. */
  private static final class FrequenciesInTurn
      implements Function<SplittableRandom, Map<String, Rational>> {
    private final Function<SplittableRandom, Map<String, Rational>> others;
    private int k;

    FrequenciesInTurn(Function<SplittableRandom, Map<String, Rational>> others) {
      this.others = others;
    }

    @Override
    public Map<String, Rational> apply(SplittableRandom random) {
      Map<String, Rational> point =
          with("d", Rational.of(random.nextInt(2, 12)), others.apply(random));
      return with("k", Rational.of(k++ % 17), point);
    }
  }

  static Stream<FormulaAgainstBalls> decayConstants() {
    return Stream.of(
            "resntk:L=2,alpha=alpha",
            "resntk:L=1,alpha=alpha,tau=tau",
            "fcntk:L=2,beta=beta",
            "fcntk:L=2,beta=beta,bias=propagated",
            "resnngp:L=2,alpha=alpha",
            "laplace:c=c",
            "ntk:act=leaky,slope=1/10,L=2,sw2=3/2,sb2=1/10",
            "ntk:act=relu,power=2,L=2",
            "resntk:act=leaky,slope=1/10,L=2,alpha=alpha,sw2=w")
        .map(SymbolicKernel::parse)
        .map(
            kernel -> {
              Derivation derivation = ReaderForm.of(DecayConstant.of(kernel, 1));
              List<IExpr> values = derivation.result().stream().map(Equation::right).toList();
              return new FormulaAgainstBalls(
                  "decay constants of " + kernel,
                  derivation.definitions(),
                  values,
                  random ->
                      with(
                          "d", Rational.of(random.nextInt(2, 40)), kernel.randomParameters(random)),
                  (over, point) -> constants(kernel, over, point));
            });
  }

  private static List<Ball> constants(
      SymbolicKernel kernel, BallArithmetic over, Map<String, Rational> point) {
    Asymptotics asymptotics =
        Asymptotics.of(Spectrum.of(kernel.at(point), point.get("d").intValue()));
    return List.of(
        asymptotics.constant(Parity.EVEN, over.bits()).orElseThrow(),
        asymptotics.constant(Parity.ODD, over.bits()).orElseThrow());
  }

  private static Map<String, Rational> with(
      String name, Rational value, Map<String, Rational> others) {
    Map<String, Rational> point = new HashMap<>(others);
    point.put(name, value);
    return point;
  }

  @ParameterizedTest
  @MethodSource({"recursionsInTheDepth", "namedFactors", "eigenvalues"})
  void theFormulaAgreesAtFiftyPointsAndNoneWithAChangedCoefficientDoes(
      FormulaAgainstBalls formula) {
    formula.agrees();
    formula.everyMutantIsCaught();
  }

  /** The same of forms that take most of the time to be derived. */
  @ParameterizedTest
  @MethodSource({
    "unrolledRecursions",
    "chordCoefficients",
    "coefficientsAtTheEquator",
    "firstCoefficients",
    "thirdCoefficients",
    "decayConstants"
  })
  void aLongFormulaAgreesAtFiftyPointsAndNoneWithAChangedCoefficientDoes(
      FormulaAgainstBalls formula) {
    formula.agrees();
    formula.everyMutantIsCaught();
  }
}
