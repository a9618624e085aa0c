package dev.zonal.theorem;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.Spectrum;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Enclosures of finitely many eigenvalues: the part of a statement that no tail covers.
 *
 * @param rows the certified ones
 * @param gap which one was not certified, and why; empty if all were
 */
record EigenvalueTable(SortedMap<Long, Enclosure.Certified> rows, Optional<String> gap) {

  static EigenvalueTable of(
      Spectrum spectrum, SortedSet<Long> frequencies, int bits, Context context) {
    SortedMap<Long, Enclosure.Certified> rows = new TreeMap<>();
    Optional<String> gap = Optional.empty();
    if (!frequencies.isEmpty()) {
      for (var entry : spectrum.enclose(frequencies, bits, Optional.empty(), context).entrySet()) {
        if (entry.getValue() instanceof Enclosure.Certified certified) {
          rows.put(entry.getKey(), certified);
        } else if (entry.getValue() instanceof Enclosure.Refused refused) {
          gap =
              Optional.of(
                  "the eigenvalue at k = "
                      + entry.getKey()
                      + " was not certified: "
                      + refused.reason());
        }
      }
    }
    return new EigenvalueTable(Collections.unmodifiableSortedMap(rows), gap);
  }
}
