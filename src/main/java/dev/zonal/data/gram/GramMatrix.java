package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.DataException;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.tail.RationalKnowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The values of a kernel between the points of a file.
 *
 * @param points where they are taken
 * @param kernel of such points
 * @param <X> the points
 */
public record GramMatrix<X>(Points<X> points, PairKernel<X> kernel) {
  /** Against the errors of a kernel between two points of no particular place. */
  private static final int GUARD_BITS = 32;

  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 4_000;

  /**
   * Enclosures of the values, in a precision of so many bits.
   *
   * @throws DataException if the kernel is not defined at one of the points
   */
  public Entries<Ball> enclose(int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    try {
      return kernel.over(over, points.inputs());
    } catch (DomainException e) {
      throw undefined(over, e);
    }
  }

  private DataException undefined(BallArithmetic over, DomainException all) {
    for (int i = 0; i < points.count(); i++) {
      try {
        kernel.over(over, List.of(points.inputs().get(i)));
      } catch (DomainException e) {
        return points.places().get(i).wrong(Certification.reason(e));
      }
    }
    return points.file().wrong(Certification.reason(all));
  }

  /**
   * The entries in and above the diagonal, row by row, by all processors. Those that a stopped
   * context does not reach are refused.
   *
   * @throws DataException if the kernel is not defined at one of the points
   */
  public List<GramEntry> certify(Accuracy accuracy, Context context) {
    int bits = BallArithmetic.bitsFor(accuracy.digits()) + GUARD_BITS;
    Entries<Ball> first = enclose(accuracy.asDouble() ? Math.max(bits, 53 + GUARD_BITS) : bits);
    int size = points.count();
    // The first row and the last, the second and the last but one: parts of one length.
    int parts = (size + 1) / 2;
    AtomicInteger done = new AtomicInteger();
    List<List<GramEntry>> rows =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                part -> {
                  List<GramEntry> entries = new ArrayList<>(row(part, first, accuracy, context));
                  if (size - 1 - part > part) {
                    entries.addAll(row(size - 1 - part, first, accuracy, context));
                  }
                  context.heard(done.incrementAndGet(), parts);
                  return entries;
                })
            .toList();
    return ordered(rows, size);
  }

  private static List<GramEntry> ordered(List<List<GramEntry>> parts, int size) {
    List<GramEntry> ordered = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      List<GramEntry> part = parts.get(Math.min(row, size - 1 - row));
      boolean isFirst = row <= size - 1 - row;
      ordered.addAll(
          isFirst
              ? part.subList(0, size - row)
              : part.subList(part.size() - (size - row), part.size()));
    }
    return ordered;
  }

  private List<GramEntry> row(int i, Entries<Ball> first, Accuracy accuracy, Context context) {
    List<GramEntry> entries = new ArrayList<>();
    for (int j = i; j < points.count(); j++) {
      entries.add(new GramEntry(i + 1, j + 1, entry(i, j, first, accuracy, context)));
    }
    return entries;
  }

  private Certification<CertifiedValue> entry(
      int i, int j, Entries<Ball> first, Accuracy accuracy, Context context) {
    try {
      context.check();
      return context.call(() -> value(i, j, first, accuracy));
    } catch (StoppedException e) {
      return Certification.refused(e.getMessage());
    }
  }

  /** From the first enclosure, or exactly, or in a higher precision. */
  private Certification<CertifiedValue> value(
      int i, int j, Entries<Ball> first, Accuracy accuracy) {
    Certification<CertifiedValue> quick = enclosed(() -> first.at(i, j), accuracy, "");
    if (quick.isCertified()) {
      return quick;
    }
    X x = points.inputs().get(i);
    X z = points.inputs().get(j);
    int bits = BallArithmetic.bitsFor(accuracy.digits()) + 2 * GUARD_BITS;
    Certification<Optional<Rational>> known =
        Certification.of(() -> kernel.value(RationalKnowledge.ARITHMETIC, x, z));
    if (!known.isCertified()) {
      return Certification.refused("the kernel has no finite value there");
    }
    if (known.get().isPresent()) {
      Rational exact = known.get().get();
      Ball enclosure = BallArithmetic.ofBits(bits).of(exact);
      return Certification.certified(
          new CertifiedValue(
              exact.decimal(accuracy.digits()), enclosure, Optional.of(PiRational.of(exact))));
    }
    return Refinement.upTo(bits, 4L * bits + PATIENCE_BITS)
        .doubling(
            precision ->
                enclosed(
                    () -> kernel.value(BallArithmetic.ofBits(precision), x, z),
                    accuracy,
                    "no precision up to " + precision + " bits decides its digits"));
  }

  private static Certification<CertifiedValue> enclosed(
      Supplier<Ball> enclosure, Accuracy accuracy, String undecided) {
    return Certification.of(enclosure)
        .flatMap(
            ball ->
                accuracy
                    .rounded(ball)
                    .map(decimal -> new CertifiedValue(decimal, ball, Optional.empty()))
                    .map(Certification::certified)
                    .orElseGet(() -> Certification.refused(undecided)));
  }
}
