package dev.zonal.store;

import dev.zonal.context.Context;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.spectrum.value.Eigenvalue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Eigenvalues that are taken from a store, or else computed, each alone, and kept there: so it does
 * not matter which of them an earlier run had found.
 *
 * @param source what computes those that are missing
 */
public record StoredEigenvalues(Store store, EigenvalueGrid.Source source)
    implements EigenvalueGrid.Source {
  @Override
  public SpectrumResult compute(SpectrumRequest request, Context context) {
    List<Eigenvalue> eigenvalues = new ArrayList<>();
    List<Failure> failures = each(request, context, eigenvalues::add);
    return new SpectrumResult(List.copyOf(eigenvalues), failures);
  }

  @Override
  public List<Failure> each(SpectrumRequest request, Context context, Consumer<Eigenvalue> found) {
    StoredGrid grid = StoredGrid.of(request);
    List<Failure> failures = new ArrayList<>();
    long done = 0;
    for (long k : request.frequencies()) {
      StoreKey key = new StoreKey(grid, Long.toString(k));
      Optional<Eigenvalue> kept = store.find(key).map(number -> number.eigenvalue(k));
      if (kept.isPresent()) {
        found.accept(kept.get());
      } else {
        // What is computed beside others may differ in the last digits of its bounds.
        SpectrumResult result = source.compute(alone(request, k), context.silent());
        for (Eigenvalue value : result.eigenvalues()) {
          store.put(key, StoredNumber.of(value));
          found.accept(value);
        }
        failures.addAll(result.failures());
      }
      context.heard(++done, request.frequencies().size());
    }
    return List.copyOf(failures);
  }

  private static SpectrumRequest alone(SpectrumRequest request, long k) {
    return new SpectrumRequest(
        request.kernel(),
        request.dimension(),
        new TreeSet<>(List.of(k)),
        request.digits(),
        request.method(),
        request.normalization(),
        request.scale());
  }
}
