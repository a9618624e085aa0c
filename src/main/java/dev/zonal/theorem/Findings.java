package dev.zonal.theorem;

import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a proof or a refutation rests on about one kernel: what a certificate writes down.
 *
 * @param spectrum of the kernel, which keeps the regions that the tails follow from
 * @param tails at most one for each parity
 * @param geometric laws, likewise
 * @param table enclosures of eigenvalues, by frequency
 */
public record Findings(
    Spectrum spectrum,
    List<UniformExpansion> tails,
    List<GeometricLaw> geometric,
    SortedMap<Long, Enclosure> table) {
  public Findings {
    tails = List.copyOf(tails);
    geometric = List.copyOf(geometric);
    table = Collections.unmodifiableSortedMap(new TreeMap<>(table));
  }

  /** Without geometric laws. */
  Findings(Spectrum spectrum, List<UniformExpansion> tails, SortedMap<Long, Enclosure> table) {
    this(spectrum, tails, List.of(), table);
  }

  /** Tails alone; nothing but the kernel itself where a theorem says the rest about it. */
  static Findings of(Spectrum spectrum, List<UniformExpansion> tails) {
    return new Findings(spectrum, tails, new TreeMap<>());
  }

  /** The eigenvalue at one frequency, if it is in a table. */
  static Findings of(Spectrum spectrum, EigenvalueTable table, long k) {
    SortedMap<Long, Enclosure> row = new TreeMap<>(table.rows());
    row.keySet().retainAll(List.of(k));
    return new Findings(spectrum, List.of(), row);
  }

  /** The uniform tails that the tails were made of. */
  public List<UniformTail> uniformTails() {
    return tails.stream().flatMap(tail -> tail.origin().stream()).toList();
  }

  /** The frequencies of the enclosed eigenvalues that are exactly zero. */
  public SortedSet<Long> zeros() {
    SortedSet<Long> zeros = new TreeSet<>(table.keySet());
    zeros.removeIf(k -> !table.get(k).isExactZero());
    return zeros;
  }

  /** The least of the enclosed eigenvalues, with its frequency. */
  public Optional<Map.Entry<Long, Enclosure>> smallest() {
    return smallest(table.entrySet().stream());
  }

  /** The least of the enclosed eigenvalues that are not zero. */
  public Optional<Map.Entry<Long, Enclosure>> smallestNotZero() {
    return smallest(table.entrySet().stream().filter(row -> !row.getValue().isExactZero()));
  }

  private static Optional<Map.Entry<Long, Enclosure>> smallest(
      Stream<Map.Entry<Long, Enclosure>> rows) {
    return rows.min(Comparator.comparing(row -> row.getValue().ball().upper()));
  }
}
