package dev.zonal.store;

import dev.zonal.context.Context;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.SpectrumResult.Failure;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Eigenvalues that are taken from a store, or else computed, each alone, and kept there.
 *
 * @param source what computes those that are missing
 */
public record StoredEigenvalues(Store store, EigenvalueGrid.Source source)
    implements EigenvalueGrid.Source {
  @Override
  public SpectrumResult compute(SpectrumRequest request, Context context) {
    List<Eigenvalue> eigenvalues = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    long done = 0;
    for (long k : request.frequencies()) {
      StoreKey key = key(request, k);
      Optional<Eigenvalue> kept = store.find(key).map(number -> eigenvalue(k, number));
      if (kept.isPresent()) {
        eigenvalues.add(kept.get());
      } else {
        SpectrumResult result = source.compute(alone(request, k), context.silent());
        for (Eigenvalue value : result.eigenvalues()) {
          eigenvalues.add(value);
          store.put(key, number(value));
        }
        failures.addAll(result.failures());
      }
      context.heard(++done, request.frequencies().size());
    }
    return new SpectrumResult(List.copyOf(eigenvalues), List.copyOf(failures));
  }

  /** What is computed beside others may differ from it in the last digits of its bounds. */
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

  private static StoreKey key(SpectrumRequest request, long k) {
    return StoreKey.of(
        new Key.Eigenvalue(
            request.kernel(),
            request.dimension(),
            k,
            request.digits(),
            request.normalization(),
            request.scale()),
        request.method());
  }

  private static Eigenvalue eigenvalue(long k, StoredNumber number) {
    Method method = Method.valueOf(number.method().toUpperCase(Locale.ROOT));
    return new Eigenvalue(k, method, number.rounded(), number.enclosure(), number.exact());
  }

  private static StoredNumber number(Eigenvalue value) {
    return new StoredNumber(
        value.rounded(), value.enclosure(), value.exact(), StoreKey.word(value.method()));
  }
}
