package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.spectral.GivenValue;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;

/**
 * Numbers of every level that a grid of eigenvalues names.
 *
 * @param eigenvalues the levels; the measure is that of the column of eigenvalues alone
 * @param columns what is wanted of each, in the order in which it is shown
 * @param digits of the columns that have others than the eigenvalues' grid says, 1 to 10,000
 * @param reference the kernel that ratios are to
 */
public record LevelGrid(
    EigenvalueGrid eigenvalues,
    List<Column> columns,
    Map<Column, Integer> digits,
    Optional<Kernel> reference) {
  /** Numbers larger than this power of K are not worth writing. */
  private static final int MOST_SCALED = 1000;

  /** What knows the spectrum of a kernel on a sphere. */
  @FunctionalInterface
  public interface Source {
    Spectrum spectrum(Kernel kernel, int dimension);
  }

  public LevelGrid {
    columns = List.copyOf(columns);
    digits = Map.copyOf(digits);
  }

  /** All columns with the same number of digits, and no ratio. */
  public LevelGrid(EigenvalueGrid eigenvalues, List<Column> columns) {
    this(eigenvalues, columns, Map.of(), Optional.empty());
  }

  /** The significant digits of a column. */
  public int digits(Column column) {
    return digits.getOrDefault(column, eigenvalues.digits());
  }

  /**
   * Why some column cannot be had, whatever the precision, in one line that names it; empty if each
   * can be tried.
   */
  public Optional<String> refusal() {
    return columns.stream()
        .flatMap(column -> refusal(column).map(why -> column.heading() + ": " + why).stream())
        .findFirst();
  }

  private Optional<String> refusal(Column column) {
    return switch (column) {
      case K, EIGENVALUE, SCHOENBERG, METHOD -> Optional.empty();
      case SCALED ->
          eigenvalues.dimensions().stream().anyMatch(d -> d > MOST_SCALED)
              ? Optional.of("K^d is for dimensions up to " + MOST_SCALED)
              : Optional.empty();
      case RATIO ->
          reference.isPresent()
              ? Optional.empty()
              : Optional.of("there is no kernel to compare with, which --ratio-to names");
      case GEGENBAUER ->
          eigenvalues.dimensions().contains(2)
              ? Optional.of(
                  "C_k^0 = 0 for k >= 1 in dimension 2; schoenberg are the coefficients of"
                      + " cos(k theta)")
              : Optional.empty();
      case MULTIPLICITY -> longMultiplicity();
      case SHARE -> firstRefusal(LevelGrid::refusalOfShares);
      case CUMULATIVE -> missingLevel().or(() -> firstRefusal(LevelGrid::refusalOfShares));
      case BEYOND -> missingLevel().or(() -> firstRefusal(LevelGrid::refusalOfRest));
    };
  }

  private Optional<String> longMultiplicity() {
    for (int dimension : eigenvalues.dimensions()) {
      Sphere sphere = new Sphere(dimension);
      for (long k : eigenvalues.frequencies()) {
        if (sphere.exactMultiplicity(k).isEmpty()) {
          return Optional.of("N(%d,%d) is too long to be written".formatted(dimension, k));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> missingLevel() {
    SortedSet<Long> frequencies = eigenvalues.frequencies();
    return frequencies.last() == frequencies.size() - 1
        ? Optional.empty()
        : Optional.of("a sum over all levels up to k needs --k 0..K without a gap");
  }

  private Optional<String> firstRefusal(BiFunction<Kernel, Integer, Optional<String>> check) {
    return eigenvalues.kernels().stream()
        .flatMap(
            kernel ->
                eigenvalues.dimensions().stream()
                    .flatMap(dimension -> check.apply(kernel, dimension).stream()))
        .findFirst();
  }

  /** There are parts of f(1) if it is finite and not zero. */
  private static Optional<String> refusalOfShares(Kernel kernel, int dimension) {
    Certification<Ball> whole =
        whole(kernel, dimension, Precision.BOUNDS).map(EnclosedNumber::ball);
    if (!whole.isCertified()) {
      return Optional.of("f(1) of " + kernel + " is not finite");
    }
    return whole.get().containsZero()
        ? Optional.of(
            "f(1) of "
                + kernel
                + (whole.get().isExact() ? " is zero" : " is not seen to be other than zero"))
        : Optional.empty();
  }

  /** The levels add up to f(1) by docs/theory.md, Theorem 16.2 and Lemma 15.1. */
  private static Optional<String> refusalOfRest(Kernel kernel, int dimension) {
    boolean addsUp =
        kernel.hasNonNegativeSeries()
            || kernel.structure() instanceof Structure.Polynomial
            || kernel.structure() instanceof Structure.Spectral;
    return refusalOfShares(kernel, dimension)
        .or(
            () ->
                addsUp
                    ? Optional.empty()
                    : Optional.of(
                        kernel
                            + " is not known to be a power series in u without negative"
                            + " coefficients, whose levels add up to f(1)"));
  }

  /** f(1) on a sphere, which kernels need that are given by their eigenvalues. */
  static Certification<EnclosedNumber> whole(Kernel kernel, int dimension, BallArithmetic over) {
    if (kernel.structure() instanceof Structure.Spectral given) {
      GivenValue value = new GivenValue(dimension, given);
      return value
          .rational(Rational.ONE)
          .map(known -> Certification.certified(EnclosedNumber.of(known, over)))
          .orElseGet(
              () ->
                  Certification.of(
                      () ->
                          new EnclosedNumber(value.enclose(over, Rational.ONE), Optional.empty())));
    }
    return whole(kernel, over);
  }

  /** f(1); refused if that is not finite. */
  static Certification<EnclosedNumber> whole(Kernel kernel, BallArithmetic over) {
    return kernel
        .rationalValue(Rational.ONE)
        .map(value -> Certification.certified(EnclosedNumber.of(value, over)))
        .orElseGet(
            () ->
                Certification.of(
                    () -> new EnclosedNumber(kernel.atCoincidence(over), Optional.empty())));
  }

  /** Computes the levels; what {@link #refusal} refuses is not to be asked for. */
  public List<Levels> compute(Source source, Context context) {
    return eigenvalues.map(
        context,
        (request, share) ->
            new LevelRounding(
                    request,
                    this,
                    source.spectrum(request.kernel(), request.dimension()),
                    columns.contains(Column.RATIO)
                        ? reference.map(other -> source.spectrum(other, request.dimension()))
                        : Optional.empty(),
                    share)
                .levels());
  }
}
