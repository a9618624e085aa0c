package dev.zonal.claim;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.grid.Block;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.Column;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.LevelGrid;
import dev.zonal.grid.Levels;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where the numbers come from that claims are about, which differ in their point only, k or u.
 *
 * @param convention of numbers of a spectrum; empty for values of the kernel
 */
record Truths(
    Kernel kernel, Optional<Integer> dimension, Optional<Convention> convention, Scale scale) {
  static Truths of(Claim claim) {
    return claim.subject() instanceof Subject.Eigenvalue level
        ? new Truths(
            level.kernel(),
            Optional.of(level.dimension()),
            Optional.of(level.convention()),
            claim.scale())
        : new Truths(
            claim.subject().kernel(),
            ((Subject.Value) claim.subject()).dimension(),
            Optional.empty(),
            claim.scale());
  }

  /**
   * The numbers to so many digits, or the reason why one is not certified; nothing of a number
   * whose rounding to these digits is not decided.
   */
  Map<Subject, Certification<CertifiedNumber>> numbers(
      Set<Subject> subjects, int digits, Engine engine, Context context) {
    Map<Subject, Certification<CertifiedNumber>> numbers = new HashMap<>();
    Optional<String> refusal;
    try {
      refusal =
          Certification.of(
                  () ->
                      context.call(
                          () -> {
                            compute(subjects, digits, engine, context, numbers);
                            return numbers;
                          }))
              .refusal();
    } catch (StoppedException stopped) {
      refusal = Optional.of(stopped.getMessage());
    }
    refusal.ifPresent(
        why -> subjects.forEach(s -> numbers.putIfAbsent(s, Certification.refused(why))));
    return numbers;
  }

  private void compute(
      Set<Subject> subjects,
      int digits,
      Engine engine,
      Context context,
      Map<Subject, Certification<CertifiedNumber>> numbers) {
    if (convention.isEmpty()) {
      List<Rational> points =
          subjects.stream().map(subject -> ((Subject.Value) subject).u()).toList();
      ValueGrid grid = new ValueGrid(List.of(kernel), dimension, points, digits, scale);
      Block<Key.Value> block = grid.compute(context).get(0);
      block.rows().forEach(row -> put(numbers, value(row.key()), row.number()));
      block.gaps().forEach(gap -> refuse(numbers, value(gap.key()), gap));
      return;
    }
    SortedSet<Long> frequencies =
        subjects.stream()
            .map(subject -> ((Subject.Eigenvalue) subject).k())
            .collect(Collectors.toCollection(TreeSet::new));
    EigenvalueGrid grid =
        new EigenvalueGrid(
            List.of(kernel),
            List.of(dimension.get()),
            frequencies,
            digits,
            Optional.empty(),
            convention.get().measure(),
            scale);
    Column column = convention.get().column();
    Levels levels = new LevelGrid(grid, List.of(column)).compute(engine::spectrum, context).get(0);
    levels.rows().forEach(row -> put(numbers, level(row.key()), row.numbers().get(column)));
    levels.gaps().forEach(gap -> refuse(numbers, level(gap.key()), gap));
  }

  private Subject level(Key.Eigenvalue key) {
    return new Subject.Eigenvalue(kernel, key.dimension(), key.k(), convention.get());
  }

  private Subject value(Key.Value key) {
    return new Subject.Value(kernel, dimension, key.u());
  }

  private static void put(
      Map<Subject, Certification<CertifiedNumber>> numbers,
      Subject subject,
      CertifiedNumber number) {
    numbers.put(subject, Certification.certified(number));
  }

  private static void refuse(
      Map<Subject, Certification<CertifiedNumber>> numbers, Subject subject, Gap<?> gap) {
    if (gap.cause() == Cause.NOT_CERTIFIED) {
      numbers.put(subject, Certification.refused(gap.reason()));
    }
  }
}
