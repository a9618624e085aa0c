package dev.zonal.store;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.SpectrumResult.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What is wrong with a store. Of every row the seal and the digits are checked, which the enclosure
 * must prove; a sample of the rows, or all, is computed again.
 *
 * @param eigenvalues what computes eigenvalues, and no store
 * @param values what computes values, and no store
 * @param sample how many rows are computed again; empty stands for all
 * @param seed of the sample
 */
public record StoreAudit(
    EigenvalueGrid.Source eigenvalues, ValueGrid.Source values, OptionalInt sample, long seed) {
  /** What is found about a row. */
  public enum Verdict {
    /** The row is not what was written. */
    DAMAGED,
    /** The computation gives another number: one of the two is false. */
    DISAGREES,
    /** The computation that is to confirm it fails. */
    UNDECIDED
  }

  /**
   * A row that is not confirmed.
   *
   * @param reason in one line
   */
  public record Finding(StoreKey key, Verdict verdict, String reason) {}

  /**
   * What was found.
   *
   * @param faults of the file, in SQLite's words
   * @param rows how many there are
   * @param recomputed how many of them were computed again
   * @param findings the rows that are not confirmed, in the order of the file
   */
  public record Result(List<String> faults, long rows, long recomputed, List<Finding> findings) {
    public Result {
      faults = List.copyOf(faults);
      findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isSound() {
      return faults.isEmpty() && findings.isEmpty();
    }

    public boolean has(Verdict verdict) {
      return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
    }
  }

  /**
   * Checks a store.
   *
   * @throws dev.zonal.context.StoppedException if the context ends the work
   */
  public Result of(Store store, Context context) {
    List<String> faults = store.faults();
    if (!faults.isEmpty()) {
      return new Result(faults, 0, 0, List.of());
    }
    List<Finding> findings = new ArrayList<>();
    List<StoredRow> chosen = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    long rows = 0;
    long recomputed = 0;
    long all = sample.isPresent() ? 0 : store.numbers();
    for (StoredGrid grid : store.grids()) {
      for (StoredRow row : store.rows(grid)) {
        rows++;
        if (row.number().isEmpty()) {
          findings.add(
              new Finding(row.key(), Verdict.DAMAGED, "the row is not what was written there"));
        } else if (sample.isEmpty()) {
          recompute(row, context).ifPresent(findings::add);
          context.report(++recomputed, all);
        } else {
          choose(row, rows - findings.size(), chosen, random);
        }
        context.check();
      }
    }
    for (StoredRow row : chosen) {
      recompute(row, context).ifPresent(findings::add);
      context.report(++recomputed, chosen.size());
    }
    return new Result(List.of(), rows, recomputed, findings);
  }

  /** Every sound row that was seen is chosen with the same chance. */
  private void choose(StoredRow row, long seen, List<StoredRow> chosen, SplittableRandom random) {
    int most = sample.orElseThrow();
    if (chosen.size() < most) {
      chosen.add(row);
      return;
    }
    long place = random.nextLong(seen);
    if (place < most) {
      chosen.set((int) place, row);
    }
  }

  private Optional<Finding> recompute(StoredRow row, Context context) {
    Certification<StoredNumber> computed = computed(row.key(), context);
    if (!computed.isCertified()) {
      return Optional.of(
          new Finding(row.key(), Verdict.UNDECIDED, computed.refusal().orElseThrow()));
    }
    StoredNumber kept = row.number().orElseThrow();
    StoredNumber found = computed.get();
    if (kept.rounded().compareTo(found.rounded()) != 0) {
      return Optional.of(
          disagreement(row, "it is " + kept.rounded() + " there, and computed " + found.rounded()));
    }
    if (!kept.enclosure().overlaps(found.enclosure())) {
      return Optional.of(
          disagreement(row, "its enclosure and the computed one have no number in common"));
    }
    return Optional.empty();
  }

  private static Finding disagreement(StoredRow row, String reason) {
    return new Finding(row.key(), Verdict.DISAGREES, reason);
  }

  private Certification<StoredNumber> computed(StoreKey key, Context context) {
    try {
      return again(key, context);
    } catch (KernelSpecificationException e) {
      return Certification.refused("this version does not know the kernel: " + e.getMessage());
    }
  }

  private Certification<StoredNumber> again(StoreKey key, Context context) {
    if (key.grid().kind() == StoredGrid.Kind.VALUE) {
      Certification<CertifiedNumber> value =
          values.value(key.grid().value(Rational.parse(key.point())));
      return value.map(StoredNumber::of);
    }
    SpectrumResult result =
        eigenvalues.compute(key.grid().request(Long.parseLong(key.point())), context.silent());
    return result.failures().stream()
        .map(Failure::reason)
        .findFirst()
        .<Certification<StoredNumber>>map(Certification::refused)
        .orElseGet(() -> Certification.certified(StoredNumber.of(result.eigenvalues().get(0))));
  }
}
