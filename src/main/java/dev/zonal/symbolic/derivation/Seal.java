package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.SmallArgument;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.expansion.MaternLaw;
import dev.zonal.symbolic.expansion.RealPowerExpansion;
import dev.zonal.symbolic.expansion.RealPowerLaw;
import dev.zonal.symbolic.kernel.UnrolledRules;
import dev.zonal.symbolic.kernel.WrittenKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * The last check of a derivation: the formulas as they are printed against the kernel as it is
 * written in the request. At random points the numbers for the names, the depth L among them, are
 * put into the text of the specification, which the catalogue reads ({@link WrittenKernel}), and
 * the numerical side evaluates that kernel. So a request that was read wrongly is noticed like a
 * formula that was derived wrongly.
 */
public final class Seal {
  private static final int DEEPEST = 12;
  private static final int MANY_D = 38;
  private static final int LARGEST_K = 24;
  private static final int FEW_D = 10;

  /** A constant that no odd power up to this one gives is not compared. */
  private static final int HIGHEST = 9;

  /** What B_s is multiplied by before it is added to A_s. */
  private static final Map<String, Integer> SIGNS = Map.of("even", 1, "odd", -1, "average", 0);

  private final String specification;
  private final WrittenKernel kernel;

  public Seal(String specification) {
    this.specification = specification;
    this.kernel = new WrittenKernel(specification);
  }

  /**
   * Compares the kernel as a formula in u or theta.
   *
   * @throws IdentityException if they differ
   */
  Derivation ofKernel(Derivation derivation, boolean inAngle) {
    String variable = inAngle ? "theta" : "u";
    boolean isRecursion = derivation.result().size() > 1;
    return sealed(
        derivation,
        random -> {
          Map<String, Rational> point = point(random);
          point.put(
              variable, inAngle ? Verification.positive(random, 3) : Verification.cosine(random));
          return point;
        },
        isRecursion ? unrolled(derivation) : printed(derivation),
        (over, point) -> {
          Rational x = point.get(variable);
          ChordAngle<Ball> at =
              inAngle ? ChordAngle.ofTheta(over, over.of(x)) : ChordAngle.ofCosine(over, x);
          return List.of(kernel.at(point).evaluate(over, at));
        });
  }

  /** Compares the coefficients A_n, B_n of a chord expansion, whose numbers the left sides tell. */
  public Derivation ofExpansion(Derivation derivation) {
    return sealed(
        derivation,
        this::point,
        printed(derivation),
        (over, point) -> {
          Map<String, List<Ball>> series = new HashMap<>();
          Function<String, List<Ball>> expand =
              letter ->
                  ExactChordExpansion.numerically(
                      kernel.at(point), End.of(letter), count(derivation, letter), over);
          return DepthLimit.without(derivation.result()).stream()
              .map(e -> series.computeIfAbsent(letter(e), expand).get(index(e)))
              .toList();
        });
  }

  /** Compares coefficients of powers that are no integers with values at tiny chords. */
  public Derivation ofRealExpansion(Derivation derivation) {
    return sealed(
        derivation,
        this::point,
        printed(derivation),
        (over, point) -> {
          Kernel written = kernel.at(point);
          RealPowerExpansion kind = RealPowerExpansion.of(written).orElseThrow();
          List<Ball> values = new ArrayList<>();
          for (End end : List.of(End.COINCIDENCE, End.ANTIPODE)) {
            Map<Rational, IExpr> terms = new TreeMap<>();
            derivation.result().stream()
                .filter(e -> letter(e).equals(end.letter()))
                .forEach(e -> terms.put(Symja.fraction((IRational) e.left().first()), e.right()));
            values.addAll(atSmallChord(written, end, kind.gap(end), over, point, terms));
          }
          return values;
        });
  }

  /** The coefficients as the value of the kernel at a tiny chord has them. */
  private static List<Ball> atSmallChord(
      Kernel kernel,
      End end,
      Rational gap,
      BallArithmetic over,
      Map<String, Rational> point,
      Map<Rational, IExpr> terms) {
    long highest =
        terms.keySet().stream()
            .mapToLong(s -> s.abs().floor().longValueExact() + 1)
            .max()
            .orElse(0);
    SmallArgument small = new SmallArgument(over, gap, highest);
    BallArithmetic wide = small.wide();
    Rational cosine = Rational.ONE.subtract(small.t().multiply(small.t()).divide(2));
    Ball value =
        kernel.evaluate(
            wide, ChordAngle.ofCosine(wide, end == End.ANTIPODE ? cosine.negate() : cosine));
    ExpressionEvaluator values = new ExpressionEvaluator(wide, point);
    Map<Rational, Ball> balls = new TreeMap<>();
    terms.forEach((s, coefficient) -> balls.put(s, values.evaluate(coefficient)));
    return small.coefficients(value, balls);
  }

  /** Compares the rules of B_s for a depth that is a symbol. */
  Derivation ofSlope(Derivation derivation, int order) {
    return sealed(
        derivation,
        this::point,
        unrolled(derivation),
        (over, point) -> AntipodalSlope.numerically(kernel.at(point), order, over));
  }

  private static String letter(Equation coefficient) {
    return coefficient.left().head().toString();
  }

  private static int index(Equation coefficient) {
    return coefficient.left().first().toIntDefault();
  }

  /** How many coefficients of one end there are, with A_0 even if it is not printed. */
  private static int count(Derivation derivation, String letter) {
    return 1
        + DepthLimit.without(derivation.result()).stream()
            .filter(e -> letter(e).equals(letter))
            .mapToInt(Seal::index)
            .max()
            .orElse(0);
  }

  /** Compares the decay constants, even and odd, and their mean for a depth that is a symbol. */
  Derivation ofConstants(Derivation derivation) {
    Derivation constants = derivation.withResult(DepthLimit.without(derivation.result()));
    boolean isRecursion = constants.result().stream().anyMatch(Indexed::isRule);
    return sealed(
        derivation,
        random -> {
          Map<String, Rational> point = point(random);
          point.put("d", Rational.of(leastDimension(point) + random.nextInt(MANY_D)));
          return point;
        },
        isRecursion ? unrolled(constants) : printed(constants),
        (over, point) -> {
          Kernel written = kernel.at(point);
          int d = point.get("d").intValue();
          Optional<RealPowerLaw> law = RealPowerLaw.of(written);
          if (law.isPresent()) {
            Ball value = law.get().constant(over, d);
            return List.of(value, value);
          }
          Optional<MaternLaw> matern = MaternLaw.of(written);
          if (matern.isPresent()) {
            Ball value = matern.get().constant(over, d);
            return List.of(value, value);
          }
          List<Ball> near =
              ExactChordExpansion.numerically(written, End.COINCIDENCE, HIGHEST + 1, over);
          List<Ball> far =
              ExactChordExpansion.numerically(written, End.ANTIPODE, HIGHEST + 1, over);
          return constants.result().stream()
              .filter(e -> !Indexed.isRule(e))
              .map(e -> constant(over, d, near, far, SIGNS.get(e.left().toString())))
              .toList();
        });
  }

  /** Compares the terms of the law of decay, whose parities and orders the left sides tell. */
  Derivation ofTerms(Derivation derivation) {
    Derivation terms =
        derivation.withResult(
            derivation.result().stream().filter(e -> !e.left().isSymbol()).toList());
    Rational last =
        terms.result().stream().map(Seal::order).max(Comparator.naturalOrder()).orElseThrow();
    return sealed(
        derivation,
        random -> {
          Map<String, Rational> point = point(random);
          point.put("d", Rational.of(leastDimension(point) + random.nextInt(MANY_D)));
          return point;
        },
        printed(terms),
        (over, point) -> {
          int d = point.get("d").intValue();
          NumericTerms numbers = new NumericTerms(over, kernel.at(point), d, last);
          return terms.result().stream().map(e -> numbers.at(letter(e), order(e))).toList();
        });
  }

  private static Rational order(Equation term) {
    return Symja.fraction((IRational) term.left().first());
  }

  /** The limit for the first odd power that does not cancel, or zero. */
  private static Ball constant(
      BallArithmetic over, int d, List<Ball> near, List<Ball> far, int sign) {
    for (int s = 1; s <= HIGHEST; s += 2) {
      Ball b = over.scale(far.get(s), Rational.of(sign));
      Ball sum = over.add(near.get(s), b);
      if (!sum.containsZero()) {
        return over.multiply(sum, limit(over, d, s));
      }
    }
    return over.of(0);
  }

  private static Ball limit(BallArithmetic over, int d, int s) {
    return ChordPowerSpectrum.limit(over, d, Rational.of(s));
  }

  private Map<String, Rational> point(SplittableRandom random) {
    return kernel.point(random, DEEPEST);
  }

  private static Verification.Side unrolled(Derivation derivation) {
    return new UnrolledRules(derivation)::at;
  }

  private static Verification.Side printed(Derivation derivation) {
    return ExpressionEvaluator.side(
        derivation.definitions(),
        DepthLimit.without(derivation.result()).stream().map(Equation::right).toList());
  }

  /**
   * Compares an eigenvalue with the enclosure of the program's own methods.
   *
   * @param frequency k, where it is given
   * @param dimension d, where it is given
   */
  Derivation ofEigenvalue(Derivation derivation, Integer frequency, Integer dimension) {
    return sealed(
        derivation,
        random -> {
          Map<String, Rational> point = point(random);
          int k = frequency == null ? random.nextInt(LARGEST_K) : frequency;
          int d = dimension == null ? dimension(point, random) : dimension;
          // Formulas in s can be evaluated where their Gammas are at multiples of one half.
          point.computeIfPresent("s", (name, any) -> Rational.of(2L * random.nextInt(5) + 1));
          point.put("k", Rational.of(k));
          point.put("d", Rational.of(d));
          return point;
        },
        printed(derivation),
        (over, point) -> List.of(eigenvalue(over, point)));
  }

  /**
   * One of the first dimensions in which there is such a kernel: d &lt; 2s + 1 for a Sobolev
   * kernel.
   */
  private int dimension(Map<String, Rational> point, SplittableRandom random) {
    int least = leastDimension(point);
    int number = FEW_D;
    if (kernel.at(point).structure() instanceof Structure.LaplacianPower power) {
      number = 1;
      while (number < FEW_D
          && power.exponent(least + number).compareTo(Rational.of(least + number - 1L, 2L)) > 0) {
        number++;
      }
    }
    return least + random.nextInt(number);
  }

  /** The least d in which the kernel is integrable: s &gt; -(d-1) for a power of the chord. */
  private int leastDimension(Map<String, Rational> point) {
    return kernel.at(point).structure() instanceof Structure.ChordPower power
        ? ChordPowerSpectrum.leastDimension(power.exponent())
        : 2;
  }

  private Ball eigenvalue(BallArithmetic over, Map<String, Rational> point) {
    long k = point.get("k").longValue();
    Spectrum spectrum = Spectrum.of(kernel.at(point), point.get("d").intValue());
    Certification<Enclosure> enclosure =
        spectrum.enclose(k, over.bits(), Context.current().silent());
    return enclosure
        .map(Enclosure::ball)
        .value()
        .orElseThrow(() -> new DomainException(enclosure.refusal().get()));
  }

  private Derivation sealed(
      Derivation derivation,
      Function<SplittableRandom, Map<String, Rational>> points,
      Verification.Side formulas,
      Verification.Side numbers) {
    new Verification("the formula for " + specification).check(points, formulas, numbers);
    return derivation.withVerification(
        derivation.verification() + "; as printed, against the kernel as it is written above");
  }
}
