package dev.zonal.store;

import dev.zonal.arithmetic.Certification;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.Key;
import dev.zonal.grid.ValueGrid;
import java.util.Optional;

/**
 * Values of kernels that are taken from a store, or else computed and kept there.
 *
 * @param source what computes those that are missing
 */
public record StoredValues(Store store, ValueGrid.Source source) implements ValueGrid.Source {
  @Override
  public Certification<CertifiedNumber> value(Key.Value key) {
    StoreKey name = new StoreKey(StoredGrid.of(key), key.u().toString());
    Optional<StoredNumber> kept = store.find(name);
    if (kept.isPresent()) {
      return Certification.certified(kept.get().certified(key.digits()));
    }
    Certification<CertifiedNumber> value = source.value(key);
    value.value().ifPresent(number -> store.put(name, StoredNumber.of(number)));
    return value;
  }
}
