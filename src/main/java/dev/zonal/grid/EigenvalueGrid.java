package dev.zonal.grid;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.spectrum.value.Eigenvalue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The eigenvalues of every kernel on every sphere at every frequency: a block for each kernel and
 * dimension, by kernels first, each ascending in k.
 *
 * @param method a method to force, or empty; the numbers do not depend on it
 */
public record EigenvalueGrid(
    List<Kernel> kernels,
    List<Integer> dimensions,
    SortedSet<Long> frequencies,
    int digits,
    Optional<Eigenvalue.Method> method,
    Normalization normalization,
    Scale scale) {
  /** Eigenvalues of the unit kernels for the probability measure, by whatever method serves. */
  public static EigenvalueGrid of(
      List<Kernel> kernels, List<Integer> dimensions, SortedSet<Long> frequencies, int digits) {
    return new EigenvalueGrid(
        kernels,
        dimensions,
        frequencies,
        digits,
        Optional.empty(),
        Normalization.PROBABILITY,
        Scale.UNIT);
  }

  /** What computes eigenvalues. */
  @FunctionalInterface
  public interface Source {
    SpectrumResult compute(SpectrumRequest request, Context context);

    /**
     * The same, each eigenvalue handed over when it is known, ascending in k; all at the end unless
     * a source has them sooner.
     *
     * @return what was not certified
     */
    default List<Failure> each(
        SpectrumRequest request, Context context, Consumer<Eigenvalue> found) {
      SpectrumResult result = compute(request, context);
      result.eigenvalues().forEach(found);
      return result.failures();
    }
  }

  /** Computes the blocks, each of which counts as the same share of the work. */
  public List<Block<Key.Eigenvalue>> compute(Source source, Context context) {
    return map(context, (request, share) -> block(request, source.compute(request, share)));
  }

  /** The first keys of the blocks. */
  public List<Key.Eigenvalue> firsts() {
    return map(Context.NONE, (request, share) -> key(request, frequencies.first()));
  }

  /**
   * The same, each row handed over when it is known and kept nowhere.
   *
   * @return the blocks with their gaps, and without rows
   */
  public List<Block<Key.Eigenvalue>> each(
      Source source, Context context, Consumer<Row<Key.Eigenvalue>> found) {
    return map(
        context,
        (request, share) ->
            block(
                request,
                new SpectrumResult(
                    List.of(),
                    source.each(request, share, value -> found.accept(row(request, value))))));
  }

  /**
   * What comes of each kernel on each sphere, each of which counts as the same share of the work.
   */
  <T> List<T> map(Context context, BiFunction<SpectrumRequest, Context, T> computation) {
    List<T> results = new ArrayList<>();
    long all = (long) kernels.size() * dimensions.size();
    for (Kernel kernel : kernels) {
      for (int dimension : dimensions) {
        long before = results.size();
        Context share =
            context.heardBy((done, total) -> context.heard(before * total + done, all * total));
        SpectrumRequest request =
            new SpectrumRequest(
                kernel, dimension, frequencies, digits, method, normalization, scale);
        results.add(computation.apply(request, share));
      }
    }
    return List.copyOf(results);
  }

  private static Block<Key.Eigenvalue> block(SpectrumRequest request, SpectrumResult result) {
    return new Block<>(
        key(request, request.frequencies().first()),
        result.eigenvalues().stream().map(value -> row(request, value)).toList(),
        result.failures().stream()
            .map(f -> new Gap<>(key(request, f.frequency()), f.cause(), f.reason()))
            .toList());
  }

  private static Row<Key.Eigenvalue> row(SpectrumRequest request, Eigenvalue value) {
    return new Row<>(
        key(request, value.frequency()),
        new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), request.digits()),
        Optional.of(value.method()));
  }

  static Key.Eigenvalue key(SpectrumRequest request, long k) {
    return new Key.Eigenvalue(
        request.kernel(),
        request.dimension(),
        k,
        request.digits(),
        request.normalization(),
        request.scale());
  }
}
