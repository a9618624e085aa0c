package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.spectrum.value.Precision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/**
 * The odd coefficients of a kernel at both ends, which carry the asymptotics of its spectrum in
 * every dimension (docs/theory.md, Theorem 11.5). They are computed when first needed, kept, and
 * extended in precision or in number when more is asked for; safe for use by several threads.
 */
public final class OddExpansion {
  private static final int LEAST_BITS = 64;
  private static final int LEAST_COUNT = 16;

  /** Members are expanded no more precisely than the coefficients of all of them are known. */
  private static final int MEMBER_BITS = 128;

  private final AnalyticData data;
  private final Optional<KernelBox> members;
  private final boolean evenAtCoincidence;
  private final boolean evenAtAntipode;
  private Coefficients coefficients = new Coefficients(0, List.of(), List.of());

  /**
   * The first odd coefficients: A_1, A_3, ... at coincidence, B_1, B_3, ... at the antipode.
   *
   * @param bits the precision they were computed in
   */
  public record Coefficients(int bits, List<Ball> atCoincidence, List<Ball> atAntipode) {
    public int count() {
      return atCoincidence.size();
    }
  }

  private OddExpansion(AnalyticData data) {
    this.data = data;
    this.members = KernelBox.of(data.kernel());
    this.evenAtCoincidence = isEven(data.kernel(), Chart.CHORD);
    this.evenAtAntipode = isEven(data.kernel(), Chart.ANTIPODAL_CHORD);
  }

  /**
   * The expansion of the kernel that the data are about.
   *
   * @throws DomainException if the kernel is no power series at one of the ends
   */
  public static OddExpansion of(AnalyticData data) {
    return new OddExpansion(data);
  }

  private static boolean isEven(Kernel kernel, Chart end) {
    BallArithmetic over = BallArithmetic.ofBits(LEAST_BITS);
    try {
      return ChordExpansion.of(kernel, end, over, 4, 1).isEven();
    } catch (DomainException tooWide) {
      KernelBox members = KernelBox.of(kernel).orElseThrow(() -> tooWide);
      if (ChordExpansion.of(members.member(members.middle()), end, over, 4, 1).isEven()) {
        throw tooWide;
      }
      // Where one member is not even, nothing is lost by what odd coefficients may contribute.
      return false;
    }
  }

  /** Whether f is even in both chords, so that the spectrum has no power law. */
  public boolean isEven() {
    return evenAtCoincidence && evenAtAntipode;
  }

  /**
   * An odd number below which every odd coefficient at either end is known to vanish; 1 if there is
   * no odd part.
   */
  public int leastExponent() {
    int least = Integer.MAX_VALUE;
    for (Chart end : List.of(Chart.CHORD, Chart.ANTIPODAL_CHORD)) {
      least = isEven(end) ? least : Math.min(least, leastExponent(end));
    }
    return isEven() ? 1 : least;
  }

  /** Whether f is even in the chord of that end: all its odd coefficients vanish. */
  private boolean isEven(Chart end) {
    return end == Chart.CHORD ? evenAtCoincidence : evenAtAntipode;
  }

  private int leastExponent(Chart end) {
    Kernel kernel = data.kernel();
    return end == Chart.CHORD ? kernel.firstOddExponent() : kernel.firstOddExponentAtAntipode();
  }

  private SupBound<ChordDisc> disc(Chart end) {
    return end == Chart.CHORD ? data.coincidence() : data.antipode();
  }

  /** The regions and bounds that the remainder is made from. */
  public AnalyticData data() {
    return data;
  }

  /** The discs of the ends that have an odd part, if all are certified. */
  Certification<List<TailRemainder.End>> oddEnds() {
    List<TailRemainder.End> ends = new ArrayList<>();
    for (Chart end : List.of(Chart.CHORD, Chart.ANTIPODAL_CHORD)) {
      if (!isEven(end)) {
        Certification<TailRemainder.End> known = TailRemainder.End.of(disc(end));
        if (!known.isCertified()) {
          return known.map(List::of);
        }
        ends.add(known.get());
      }
    }
    return Certification.certified(ends);
  }

  /**
   * At least {@code count} coefficients at either end, computed in a precision of at least {@code
   * bits}.
   */
  public synchronized Coefficients coefficients(int bits, int count) {
    if (coefficients.bits() < bits || coefficients.count() < count) {
      int finer = Math.max(coefficients.bits(), roundUp(bits, LEAST_BITS));
      int known = enough(count);
      BallArithmetic over = BallArithmetic.ofBits(finer + Precision.SERIES);
      Context here = Context.current();
      CompletableFuture<List<Ball>> atAntipode =
          CompletableFuture.supplyAsync(
              () -> here.call(() -> odd(Chart.ANTIPODAL_CHORD, over, known)));
      coefficients = new Coefficients(finer, odd(Chart.CHORD, over, known), joined(atAntipode));
    }
    return coefficients;
  }

  /** What the other thread computed, or the exception that ended it. */
  private static List<Ball> joined(CompletableFuture<List<Ball>> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * The cost is quadratic, so no more is computed at first than asked for; half as much again in
   * reserve when that turned out to be too little.
   */
  private int enough(int count) {
    int known = Math.max(LEAST_COUNT, coefficients.count());
    return known >= count
        ? known
        : Math.max(roundUp(count, LEAST_COUNT), coefficients.count() + coefficients.count() / 2);
  }

  private static int roundUp(int number, int step) {
    return (number + step - 1) / step * step;
  }

  private List<Ball> odd(Chart end, BallArithmetic over, int count, IntFunction<Ball> coefficient) {
    List<Ball> odd = new ArrayList<>(count);
    int first = leastExponent(end);
    for (int n = 1; n < 2 * count; n += 2) {
      Context.checkpoint();
      odd.add(n < first ? over.of(0) : coefficient.apply(n));
    }
    return List.copyOf(odd);
  }

  private List<Ball> odd(Chart end, BallArithmetic over, int count) {
    if (isEven(end)) {
      return Collections.nCopies(count, over.of(0));
    }
    SupBound<ChordDisc> disc = disc(end);
    double scale = disc.isCertified() ? disc.region().radius() : 1;
    if (members.isPresent()) {
      BallArithmetic enough = over.bits() > MEMBER_BITS ? BallArithmetic.ofBits(MEMBER_BITS) : over;
      CoefficientRanges ranges = CoefficientRanges.of(members.get(), end, enough, 2 * count, disc);
      return odd(end, over, count, ranges::coefficient);
    }
    ChordExpansion expansion = ChordExpansion.of(data.kernel(), end, over, 2 * count, scale);
    return odd(end, over, count, expansion::coefficient);
  }
}
