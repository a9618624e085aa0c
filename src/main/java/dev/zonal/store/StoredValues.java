package dev.zonal.store;

import dev.zonal.arithmetic.Certification;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.Key;
import dev.zonal.grid.ValueGrid;

/**
 * Values of kernels that are taken from a store, or else computed and kept there.
 *
 * @param source what computes those that are missing
 */
public record StoredValues(Store store, ValueGrid.Source source) implements ValueGrid.Source {
  @Override
  public Certification<CertifiedNumber> value(Key.Value key) {
    StoreKey name = StoreKey.of(key);
    return store
        .find(name)
        .map(
            kept ->
                Certification.certified(
                    new CertifiedNumber(
                        kept.rounded(), kept.enclosure(), kept.exact(), key.digits())))
        .orElseGet(
            () -> {
              Certification<CertifiedNumber> value = source.value(key);
              value
                  .value()
                  .ifPresent(
                      n ->
                          store.put(
                              name,
                              new StoredNumber(n.rounded(), n.enclosure(), n.exact(), "none")));
              return value;
            });
  }
}
