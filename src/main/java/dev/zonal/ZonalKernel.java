package dev.zonal;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.context.Context;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.Accuracy;
import dev.zonal.data.gram.GramEntry;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.Key;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A kernel f(u), u = &lt;x, z&gt;, between points of a unit sphere, with how many digits are wanted
 * of its numbers and in which scale.
 *
 * <p>Immutable and thread-safe; {@code with...} returns another one.
 *
 * @since 0.1.0
 */
public final class ZonalKernel {
  private static final int DIGITS = 20;

  private final Kernel kernel;
  private final int digits;
  private final Scale scale;

  private ZonalKernel(Kernel kernel, int digits, Scale scale) {
    if (digits < 1 || digits > SpectrumRequest.MAX_DIGITS) {
      throw new IllegalArgumentException(
          "digits must be 1 to " + SpectrumRequest.MAX_DIGITS + ", not " + digits);
    }
    this.kernel = kernel;
    this.digits = digits;
    this.scale = scale;
  }

  /**
   * The kernel that a specification names, such as {@code resntk:L=3,alpha=1/2} or {@code
   * laplace:c=1} (docs/specification.md), with f(1) = 1 and twenty digits.
   *
   * @throws KernelSpecificationException if it names none; the message is one line for a person
   */
  public static ZonalKernel parse(String specification) {
    return of(KernelSpecification.parse(specification));
  }

  /** A kernel that was built from its classes, with f(1) = 1 and twenty digits. */
  public static ZonalKernel of(Kernel kernel) {
    return new ZonalKernel(kernel, DIGITS, Scale.UNIT);
  }

  /**
   * The same, with so many significant decimal digits of each number.
   *
   * @param wanted 1 to 10,000
   */
  public ZonalKernel withDigits(int wanted) {
    return new ZonalKernel(kernel, wanted, scale);
  }

  /** The unnormalised kernel of the literature. */
  public ZonalKernel inPaperScale() {
    return new ZonalKernel(kernel, digits, Scale.PAPER);
  }

  /**
   * f(u), rounded half-even.
   *
   * @param u from -1 to 1
   * @throws UncertifiedException if f(u) is not finite, or no precision that is tried decides it
   * @throws IllegalArgumentException if u is outside, or the kernel is given by its eigenvalues and
   *     has values on a sphere only
   */
  public CertifiedNumber value(Rational u) throws UncertifiedException {
    if (u.abs().compareTo(1) > 0) {
      throw new IllegalArgumentException("u must be from -1 to 1, not " + u);
    }
    if (kernel.structure() instanceof Structure.Spectral) {
      throw new IllegalArgumentException(
          kernel + " is given by its eigenvalues and has no values without a sphere");
    }
    return ValueGrid.computed(new Key.Value(kernel, Optional.empty(), u, digits, scale))
        .orElseThrow();
  }

  /**
   * f(u) at the number that a decimal or fraction says, as {@code "0.1"} or {@code "1/3"}.
   *
   * @throws UncertifiedException as above
   */
  public CertifiedNumber value(String u) throws UncertifiedException {
    return value(Rational.parse(u));
  }

  /**
   * The double that is nearest to f(u), u the binary fraction that the double is; ties to even.
   *
   * @throws UncertifiedException as above
   */
  public double nearest(double u) throws UncertifiedException {
    int precision = Math.max(digits, DIGITS);
    while (true) {
      CertifiedNumber value = new ZonalKernel(kernel, precision, scale).value(Rational.of(u));
      Optional<Rational> exact = value.exact().flatMap(x -> x.rational());
      if (exact.isPresent()) {
        return exact.get().doubleValue();
      }
      OptionalDouble nearest = Accuracy.nearest(value.enclosure());
      if (nearest.isPresent() || precision > SpectrumRequest.MAX_DIGITS / 2) {
        return nearest.orElseThrow(
            () -> new UncertifiedException("no precision decides the nearest double"));
      }
      precision *= 2;
    }
  }

  /**
   * The eigenvalues on the unit sphere of R^dimension.
   *
   * @param dimension at least 2
   */
  public SphereSpectrum onSphere(int dimension) {
    return new SphereSpectrum(kernel, dimension, digits, scale);
  }

  /**
   * The values between points, each divided by its norm.
   *
   * @param points coordinates, as the binary fractions that they are; all of one dimension, none
   *     zero
   * @return n rows of n numbers
   * @throws UncertifiedException if one of the values is not certified
   * @throws dev.zonal.data.input.DataException if a point is not as it should be
   */
  public List<List<CertifiedNumber>> gram(double[][] points) throws UncertifiedException {
    PairKernel<Vector> onSphere = VectorKernel.onSphere(kernel);
    GramMatrix<Vector> matrix =
        new GramMatrix<>(
            Points.of(Arrays.asList(points)),
            scale == Scale.UNIT ? onSphere : VectorKernel.inPaperScale(kernel, onSphere));
    CertifiedNumber[][] numbers = new CertifiedNumber[points.length][points.length];
    for (GramEntry entry : matrix.certify(new Accuracy(digits, false), Context.NONE)) {
      CertifiedValue value = entry.value().orElseThrow();
      CertifiedNumber number =
          new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), digits);
      numbers[entry.row() - 1][entry.column() - 1] = number;
      numbers[entry.column() - 1][entry.row() - 1] = number;
    }
    return Arrays.stream(numbers).map(List::of).toList();
  }

  /** The kernel itself. */
  public Kernel kernel() {
    return kernel;
  }

  /** Its canonical specification, which {@link #parse} reads. */
  @Override
  public String toString() {
    return kernel.toString();
  }
}
