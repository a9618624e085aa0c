package dev.zonal.theorem;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Enclosures of finitely many eigenvalues: the part of a statement that no tail covers.
 *
 * @param rows the certified ones
 * @param gap which one was not certified, and why; empty if all were
 */
public record EigenvalueTable(SortedMap<Long, Enclosure> rows, Optional<String> gap) {
  /** Where a refutation is looked for first. */
  static final long GLANCE = 12;

  public static EigenvalueTable of(
      Spectrum spectrum, SortedSet<Long> frequencies, int bits, Context context) {
    return of(spectrum.enclose(frequencies, bits, Optional.empty(), context));
  }

  /** Of what a spectrum answered. */
  public static EigenvalueTable of(Map<Long, Certification<Enclosure>> enclosures) {
    SortedMap<Long, Enclosure> rows = new TreeMap<>();
    Optional<String> gap = Optional.empty();
    for (var entry : new TreeMap<>(enclosures).entrySet()) {
      long k = entry.getKey();
      Certification<Enclosure> enclosure = entry.getValue();
      enclosure.value().ifPresent(certified -> rows.put(k, certified));
      if (gap.isEmpty()) {
        gap = enclosure.because("the eigenvalue at k = " + k + " was not certified: ").refusal();
      }
    }
    return new EigenvalueTable(Collections.unmodifiableSortedMap(rows), gap);
  }

  /** The first eigenvalues, and those where a spectrum begins to be zero. */
  static TreeSet<Long> glance(Spectrum spectrum) {
    TreeSet<Long> frequencies = upTo(GLANCE);
    for (Parity parity : Parity.values()) {
      spectrum.zerosFrom(parity).ifPresent(frequencies::add);
    }
    return frequencies;
  }

  static TreeSet<Long> upTo(long last) {
    return LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first frequency with a negative eigenvalue. */
  Optional<Long> firstNegative() {
    return first(row -> !row.isExactZero() && row.ball().isNegative());
  }

  /** The first frequency with an eigenvalue that is exactly zero. */
  Optional<Long> firstZero() {
    return first(Enclosure::isExactZero);
  }

  private Optional<Long> first(Predicate<Enclosure> condition) {
    return rows.entrySet().stream()
        .filter(row -> condition.test(row.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** That the eigenvalue there is negative, with a bound, in words. */
  String isNegative(long k) {
    return "the eigenvalue at k = %s is negative: at most %s"
        .formatted(k, rows.get(k).ball().upperDecimal(6));
  }

  /** Why the eigenvalue there is exactly zero: a clause that follows "is zero", or nothing. */
  static String whyZero(Spectrum spectrum, long k) {
    if (spectrum.kernel().structure() instanceof Structure.Polynomial) {
      return ", for the kernel is a polynomial";
    }
    if (spectrum.kernel().structure() instanceof Structure.FiniteSpectrum) {
      return ", as it stands in the list or is beyond it";
    }
    Parity parity = Parity.of(k);
    OptionalLong from = spectrum.zerosFrom(parity);
    return from.isPresent() && from.getAsLong() <= k
        ? (", as at every %s k from %s on: the %s part of the kernel is a polynomial"
                + " (docs/theory.md, Lemma 5.12)")
            .formatted(parity, from.getAsLong(), parity)
        : "";
  }
}
