package dev.zonal.vectors;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.Accuracy;
import dev.zonal.data.gram.GramEntry;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.NotIntegrableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which vectors are wanted.
 *
 * @param kernels one at least
 * @param dimensions of the spheres whose eigenvalues are wanted; none for no eigenvalues
 * @param frequencies of these
 * @param points between which matrices are wanted, 0 for none; in the first of the dimensions, or
 *     in R^3
 * @param digits of every number, at least 17
 * @param scale of the kernels
 */
public record VectorSet(
    List<Kernel> kernels,
    List<Integer> dimensions,
    SortedSet<Long> frequencies,
    int points,
    int digits,
    Scale scale) {
  private static final int ORDINARY_DIMENSION = 3;

  /** What was certified, and what was not, in words; numbers that are not finite are no gaps. */
  public record Found<R extends Row>(List<R> rows, List<String> gaps) {
    private static <R extends Row> Found<R> none() {
      return new Found<>(new ArrayList<>(), new ArrayList<>());
    }

    private void add(Certification<R> row, String where) {
      row.value().ifPresent(rows::add);
      row.refusal().ifPresent(why -> gaps.add(where + ": " + why));
    }
  }

  /** A number of a kernel. */
  public sealed interface Row {
    Kernel kernel();

    ReferenceNumber number();
  }

  /** f at a double, which is the cosine, the angle or the chord. */
  public record ValueRow(Kernel kernel, String input, double at, ReferenceNumber number)
      implements Row {}

  /** eta_k for the probability measure. */
  public record EigenvalueRow(Kernel kernel, int dimension, long k, ReferenceNumber number)
      implements Row {}

  /** An entry of a Gram matrix, on or above its diagonal; i and j count from 1. */
  public record EntryRow(Kernel kernel, int i, int j, ReferenceNumber number) implements Row {}

  /** The kernels that are functions without a sphere. */
  public List<Kernel> functions() {
    return kernels.stream().filter(k -> !(k.structure() instanceof Structure.Spectral)).toList();
  }

  /** Values of the functions among the kernels. */
  public Found<ValueRow> values(Context context) {
    Found<ValueRow> found = Found.none();
    for (Kernel kernel : functions()) {
      for (Input input : Input.values()) {
        for (double at : input.points()) {
          if (!input.isPole(kernel, at)) {
            context.check();
            found.add(
                ReferenceNumber.of(digits, p -> input.value(kernel, scale, at, p))
                    .map(n -> new ValueRow(kernel, input.toString(), at, n)),
                "%s, %s %s".formatted(kernel, input, at));
          }
        }
      }
    }
    return found;
  }

  /** Eigenvalues of all kernels, on the spheres on which they have some. */
  public Found<EigenvalueRow> eigenvalues(Engine engine, Context context) {
    Found<EigenvalueRow> found = Found.none();
    for (Kernel kernel : kernels) {
      for (int dimension : dimensions) {
        context.check();
        if (isIntegrable(engine, kernel, dimension)) {
          SpectrumResult all = compute(kernel, dimension, frequencies, digits, engine, context);
          for (long k : frequencies) {
            found.add(
                ReferenceNumber.of(
                        digits,
                        p ->
                            number(
                                p == digits
                                    ? all
                                    : compute(
                                        kernel,
                                        dimension,
                                        new TreeSet<>(List.of(k)),
                                        p,
                                        engine,
                                        context),
                                k,
                                p))
                    .map(n -> new EigenvalueRow(kernel, dimension, k, n)),
                "%s, dimension %s, k = %s".formatted(kernel, dimension, k));
          }
        }
      }
    }
    return found;
  }

  private static boolean isIntegrable(Engine engine, Kernel kernel, int dimension) {
    try {
      engine.spectrum(kernel, dimension);
      return true;
    } catch (NotIntegrableException e) {
      return false;
    }
  }

  private SpectrumResult compute(
      Kernel kernel,
      int dimension,
      SortedSet<Long> some,
      int precision,
      Engine engine,
      Context context) {
    return engine.compute(
        new SpectrumRequest(
            kernel, dimension, some, precision, Optional.empty(), Normalization.PROBABILITY, scale),
        context);
  }

  private static Certification<CertifiedNumber> number(
      SpectrumResult result, long k, int precision) {
    Optional<Certification<CertifiedNumber>> number =
        result.eigenvalues().stream()
            .filter(eta -> eta.frequency() == k)
            .findFirst()
            .map(eta -> Certification.certified(number(eta, precision)));
    return number.orElseGet(
        () ->
            Certification.refused(
                result.failures().stream()
                    .filter(f -> f.frequency() == k)
                    .findFirst()
                    .orElseThrow()
                    .reason()));
  }

  private static CertifiedNumber number(Eigenvalue eta, int precision) {
    return new CertifiedNumber(eta.rounded(), eta.enclosure(), eta.exact(), precision);
  }

  /** The points of the matrices. */
  public List<double[]> samplePoints() {
    int dimension = dimensions.isEmpty() ? ORDINARY_DIMENSION : dimensions.get(0);
    return new SamplePoints(points, dimension).points();
  }

  /** Matrices of the functions among the kernels, between the points divided by their norms. */
  public Found<EntryRow> matrices(Context context) {
    Found<EntryRow> found = Found.none();
    List<double[]> all = samplePoints();
    Points<Vector> inputs = Points.of(all);
    for (Kernel kernel : functions()) {
      if (all.isEmpty() || Input.COSINE.isPole(kernel, 1)) {
        continue;
      }
      context.check();
      PairKernel<Vector> unit = VectorKernel.onSphere(kernel);
      GramMatrix<Vector> matrix =
          new GramMatrix<>(
              inputs, scale == Scale.UNIT ? unit : VectorKernel.inPaperScale(kernel, unit));
      for (GramEntry entry : matrix.certify(new Accuracy(digits, true), context)) {
        found.add(
            ReferenceNumber.of(digits, p -> entry.value().map(v -> number(v, digits)))
                .map(n -> new EntryRow(kernel, entry.row(), entry.column(), n)),
            "%s, entry %s, %s".formatted(kernel, entry.row(), entry.column()));
      }
    }
    return found;
  }

  private static CertifiedNumber number(CertifiedValue value, int precision) {
    return new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), precision);
  }
}
