package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.data.linear.EigenvalueBounds;
import dev.zonal.data.linear.FixedMatrix;
import dev.zonal.data.pair.Entries;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Eigenvalues of a Gram matrix to so many significant digits (docs/theory.md, Theorems 19.1 to
 * 19.4).
 */
public final class GramSpectrum {
  /** Beyond the digits asked for, so that most numbers are rounded at once. */
  private static final int GUARD_BITS = 16;

  /** Of the entries, beyond the bits behind the binary point that the matrix has. */
  private static final int ENTRY_BITS = 48;

  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 1_000;

  private final EigenvalueBounds bounds;
  private final int size;
  private final int digits;

  /**
   * One number.
   *
   * @param name {@code lambda_min}, {@code lambda_max}, {@code condition}, or {@code lambda_i}, i
   *     from 1 for the smallest
   */
  public record Row(String name, Certification<CertifiedValue> value) {}

  /** The numbers of one accuracy. */
  @FunctionalInterface
  private interface Attempt {
    List<Certification<Ball>> at(int accuracy);
  }

  private GramSpectrum(EigenvalueBounds bounds, int size, int digits) {
    this.bounds = bounds;
    this.size = size;
    this.digits = digits;
  }

  /** Of the matrix of a kernel between points, digits from 1 to 10,000. */
  public static GramSpectrum of(GramMatrix<?> matrix, int digits) {
    int size = matrix.points().count();
    int most = 4 * BallArithmetic.bitsFor(digits) + PATIENCE_BITS;
    return new GramSpectrum(
        new EigenvalueBounds(bits -> fixed(matrix, size, bits), most), size, digits);
  }

  /** The matrix with so many bits behind the binary point. */
  static FixedMatrix fixed(GramMatrix<?> matrix, int size, int bits) {
    Entries<Ball> entries = matrix.enclose(bits + ENTRY_BITS);
    return FixedMatrix.of(size, bits, entries::at);
  }

  /** The smallest eigenvalue, the largest one, and the condition number, their quotient. */
  public List<Row> extremes() {
    return rounded(
        List.of("lambda_min", "lambda_max", "condition"),
        accuracy -> {
          Certification<Ball> low = bounds.smallest(accuracy);
          Certification<Ball> high = bounds.largest(accuracy);
          return List.of(low, high, low.flatMap(l -> high.flatMap(h -> quotient(h, l, accuracy))));
        });
  }

  int digits() {
    return digits;
  }

  /** The smallest eigenvalue with its vector, to a few digits more than those asked for. */
  Certification<EigenvalueBounds.Eigenpair> smallest() {
    return bounds.smallestPair(BallArithmetic.bitsFor(digits) + GUARD_BITS);
  }

  private static Certification<Ball> quotient(Ball high, Ball low, int accuracy) {
    return low.isPositive()
        ? Certification.certified(BallArithmetic.ofBits(accuracy).divide(high, low))
        : Certification.refused("the smallest eigenvalue is not positive");
  }

  /** Every eigenvalue, from the smallest one on. */
  public List<Row> all() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      names.add("lambda_" + i);
    }
    return rounded(
        names,
        accuracy -> {
          Certification<List<Ball>> all = bounds.all(accuracy);
          List<Certification<Ball>> each = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            int index = i;
            each.add(all.map(list -> list.get(index)));
          }
          return each;
        });
  }

  /** At a precision that grows until every number that is enclosed at all is rounded. */
  private List<Row> rounded(List<String> names, Attempt attempt) {
    int first = BallArithmetic.bitsFor(digits) + GUARD_BITS;
    return Refinement.upTo(first, 4L * first)
        .run(
            accuracy -> {
              List<Certification<Ball>> found = attempt.at(accuracy);
              List<Row> rows = new ArrayList<>();
              boolean isRounded = true;
              for (int i = 0; i < names.size(); i++) {
                Certification<CertifiedValue> value = found.get(i).flatMap(this::rounded);
                isRounded &= value.isCertified() || !found.get(i).isCertified();
                rows.add(new Row(names.get(i), value));
              }
              return new Refinement.Attempt<>(List.copyOf(rows), isRounded ? 0 : accuracy);
            });
  }

  private Certification<CertifiedValue> rounded(Ball ball) {
    return ball.decimal(digits)
        .map(decimal -> new CertifiedValue(decimal, ball, Optional.empty()))
        .map(Certification::certified)
        .orElseGet(() -> Certification.refused("its digits are not decided"));
  }
}
