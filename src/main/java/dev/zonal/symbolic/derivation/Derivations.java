package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Numbering;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.document.Format;
import dev.zonal.symbolic.eigenvalue.GegenbauerCoefficient;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.expansion.ExactChordExpansion;
import dev.zonal.symbolic.expansion.RealPowerExpansion;
import dev.zonal.symbolic.expansion.Recursion;
import dev.zonal.symbolic.form.ReaderForm;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ConstantRing;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The derivations by name, as the command line asks for them: text in, text out. */
public final class Derivations {
  private static final Set<String> EVEN_WEIGHT =
      Set.of("evenweight:p=p", "evenweight:p", "(1-u^2)^p");
  private static final Set<String> CHORD_POWER = Set.of("chord:s=s", "chord:s");
  private static final int HIGHEST_ORDER = 60;

  static {
    OptionalLibrary.SYMJA.require();
  }

  private Derivations() {}

  /**
   * The kernel as a formula.
   *
   * @param inAngle whether in theta instead of u
   */
  public static Derivation recursion(String specification, boolean inAngle) {
    Derivation derivation = Recursion.of(SymbolicKernel.parse(specification), inAngle);
    return new Seal(specification).ofKernel(Numbering.of(ReaderForm.of(derivation)), inAngle);
  }

  /**
   * The first odd coefficient of the chord of a kernel of symbolic depth, at coincidence with its
   * limit for large L.
   *
   * @param end where, or null for u = 1
   */
  public static Derivation firstCoefficient(String specification, End end) {
    SymbolicKernel kernel = SymbolicKernel.parse(specification);
    requireNotEquator(end);
    if (end == End.ANTIPODE) {
      return new Seal(specification)
          .ofSlope(
              Numbering.of(ReaderForm.of(AntipodalSlope.of(kernel))), AntipodalSlope.order(kernel));
    }
    return new Seal(specification)
        .ofExpansion(Numbering.of(ReaderForm.of(FirstCoefficient.leadingWithLimit(kernel))));
  }

  private static void requireNotEquator(End end) {
    if (end == End.EQUATOR) {
      throw new UnsupportedExpressionException(
          "the series in u has no closed form in L; give L, or --end coincidence or antipode");
    }
  }

  /** The coefficients of the chord at coincidence as functions of the depth. */
  private static Derivation ofEveryDepth(SymbolicKernel kernel, int order, End end) {
    requireNotEquator(end);
    if (end == End.ANTIPODE) {
      throw new UnsupportedExpressionException(
          kernel
              + ": at u = -1 there is a product over the layers for the first odd coefficient only;"
              + " leave out --order, or give L");
    }
    return DeepExpansion.of(kernel, order);
  }

  /**
   * The chord expansion.
   *
   * @param order the last power
   * @param end where, or null for both ends, for u = 1 where the depth is symbolic, and for the
   *     equator where the kernel is analytic
   */
  public static Derivation expansion(String specification, int order, End end) {
    SymbolicKernel kernel = SymbolicKernel.parse(specification);
    if (kernel.hasSymbolicDepth()) {
      return new Seal(specification)
          .ofExpansion(Numbering.of(ReaderForm.of(ofEveryDepth(kernel, order, end))));
    }
    Optional<RealPowerExpansion> real =
        end == End.EQUATOR ? Optional.empty() : RealPowerExpansion.of(kernel.kernel());
    if (real.isPresent()) {
      requireOrder(order);
      return new Seal(specification)
          .ofRealExpansion(ReaderForm.of(real.get().derivation(kernel, order, end)));
    }
    return new Seal(specification)
        .ofExpansion(Numbering.of(ReaderForm.of(expansion(kernel, order, end))));
  }

  private static Derivation expansion(SymbolicKernel kernel, int order, End end) {
    requireOrder(order);
    if (end != null) {
      return ExactChordExpansion.of(kernel, end, order).derivation(kernel);
    }
    if (isNetworkWithoutPowerLaw(kernel.kernel())) {
      return ExactChordExpansion.of(kernel, End.EQUATOR, order).derivation(kernel);
    }
    ConstantRing ring = new ConstantRing();
    ExactChordExpansion near = ExactChordExpansion.of(ring, kernel, End.COINCIDENCE, order);
    ExactChordExpansion far = ExactChordExpansion.of(ring, kernel, End.ANTIPODE, order);
    Derivation a = near.derivation(kernel);
    Derivation b = far.derivation(kernel);
    return b.withResult(Stream.concat(a.result().stream(), b.result().stream()).toList())
        .withSteps(Stream.concat(a.steps().stream(), b.steps().stream()).distinct().toList())
        .withTitle(
            "`%s`: the chord expansions %s, and %s"
                .formatted(kernel, End.COINCIDENCE.series(), End.ANTIPODE.series()));
  }

  /** What there is to know of an analytic network is its power series in u. */
  private static boolean isNetworkWithoutPowerLaw(Kernel kernel) {
    return kernel.network().isPresent() && kernel.isComposedOfAnalyticDuals();
  }

  private static void requireOrder(int order) {
    if (order < 0 || order > HIGHEST_ORDER) {
      throw new UnsupportedExpressionException(
          "the order must be from 0 to " + HIGHEST_ORDER + ", not " + order);
    }
  }

  /** The decay constants, with the odd coefficients up to the given order. */
  public static Derivation constant(String specification, int order) {
    requireOrder(order);
    Derivation derivation = DecayConstant.of(SymbolicKernel.parse(specification), order);
    return new Seal(specification).ofConstants(Numbering.of(ReaderForm.of(derivation)));
  }

  /**
   * The first terms of the law of decay in K = k + (d-2)/2.
   *
   * @param terms how many for each parity
   * @param order the last odd coefficient of the chord that the steps list, at least
   */
  public static Derivation terms(String specification, int terms, int order) {
    requireOrder(order);
    Derivation derivation = DecayTerms.of(SymbolicKernel.parse(specification), terms, order);
    return new Seal(specification).ofTerms(Numbering.of(ReaderForm.of(derivation)));
  }

  /**
   * The eigenvalue for symbolic k and d, with given numbers put in.
   *
   * @param frequency k, or null
   * @param dimension d, or null
   */
  public static Derivation eigenvalue(String specification, Integer frequency, Integer dimension) {
    String written = written(specification);
    boolean isKernel = !EVEN_WEIGHT.contains(written) && !CHORD_POWER.contains(written);
    if (isKernel && frequency != null && dimension != null) {
      Optional<Derivation> elementary =
          GegenbauerCoefficient.elementary(SymbolicKernel.parse(written), frequency, dimension);
      if (elementary.isPresent()) {
        return new Seal(written)
            .ofEigenvalue(ReaderForm.of(elementary.get()), frequency, dimension);
      }
    }
    return generalEigenvalue(specification, frequency, dimension);
  }

  private static String written(String specification) {
    return specification.replace(" ", "");
  }

  /**
   * The same by the formula for all k and d: elementary ones cancel where c is small, and have few
   * right digits in doubles there.
   */
  public static Derivation generalEigenvalue(
      String specification, Integer frequency, Integer dimension) {
    String written = written(specification);
    boolean isChordPower = CHORD_POWER.contains(written);
    GivenNumbers given = new GivenNumbers(frequency, dimension);
    // The catalogue has no such function.
    if (EVEN_WEIGHT.contains(written)) {
      return ReaderForm.of(given.in(GegenbauerCoefficient.ofEvenWeight()));
    }
    Derivation general =
        isChordPower
            ? GegenbauerCoefficient.ofChordPower()
            : integrable(SymbolicKernel.parse(written), dimension);
    return new Seal(isChordPower ? "chord:s=s" : written)
        .ofEigenvalue(ReaderForm.of(given.in(general)), frequency, dimension);
  }

  /** The eigenvalues of a kernel, which the given dimension, if any, must allow. */
  private static Derivation integrable(SymbolicKernel kernel, Integer dimension) {
    boolean isGiven = dimension != null && dimension >= 2 && !kernel.hasSymbolicDepth();
    if (isGiven && kernel.kernel().structure() instanceof Structure.ChordPower power) {
      ChordPowerSpectrum.of(dimension, power.exponent());
    }
    return GegenbauerCoefficient.of(kernel);
  }

  /**
   * The text of a derivation in the syntax named.
   *
   * @param standalone whether it is a document of its own, which only LaTeX has
   */
  public static String write(
      Derivation derivation, String format, boolean steps, boolean standalone) {
    Format syntax = Format.valueOf(format.toUpperCase(Locale.ROOT));
    String text = syntax.render(derivation, steps);
    return standalone ? syntax.alone(text) : text;
  }

  /** Whether an exception says that the request cannot be met, rather than that Zonal failed. */
  public static boolean isRefusal(RuntimeException e) {
    // A kernel that is no power series, or not defined, leaves the domain of the arithmetic.
    return e instanceof UnsupportedExpressionException
        || e instanceof KernelSpecificationException
        || e instanceof NotIntegrableException
        || e instanceof DomainException;
  }
}
