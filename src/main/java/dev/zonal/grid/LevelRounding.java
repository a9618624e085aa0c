package dev.zonal.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.grid.Levels.Level;
import dev.zonal.spectrum.Factor;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The levels of one kernel on one sphere while the precision grows. */
final class LevelRounding {
  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 40_000;

  private final SpectrumRequest request;
  private final LevelGrid grid;
  private final List<Column> columns;
  private final Spectrum spectrum;
  private final Optional<Spectrum> reference;
  private final Context context;
  private final SortedSet<Long> open;
  private final SortedMap<Long, Level> decided = new TreeMap<>();
  private final SortedMap<Long, Gap<Key.Eigenvalue>> gaps = new TreeMap<>();

  /**
   * The levels of a request.
   *
   * @param reference the spectrum that ratios are to, if there is a column of ratios
   */
  LevelRounding(
      SpectrumRequest request,
      LevelGrid grid,
      Spectrum spectrum,
      Optional<Spectrum> reference,
      Context context) {
    this.request = request;
    this.grid = grid;
    this.columns = grid.columns().stream().filter(Column::isRounded).toList();
    this.spectrum = spectrum;
    this.reference = reference;
    this.context = context;
    this.open = new TreeSet<>(request.frequencies());
  }

  Levels levels() {
    int first = wanted() + Precision.PRODUCTS;
    return Refinement.upTo(first, 4L * first + PATIENCE_BITS).run(this::attempt);
  }

  /** The relative accuracy that rounding needs as a rule. */
  private int wanted() {
    int digits = columns.stream().mapToInt(grid::digits).max().orElse(request.digits());
    return BallArithmetic.bitsFor(digits) + Precision.ROUNDING;
  }

  private Attempt<Levels> attempt(int bits) {
    boolean needsSum = columns.stream().anyMatch(Column::isSum);
    SortedSet<Long> needed = needsSum ? request.frequencies().headSet(open.last() + 1) : open;
    Map<Long, Certification<Enclosure>> found =
        spectrum.enclose(new TreeSet<>(needed), bits, request.method(), context);
    SortedMap<Long, Certification<Enclosure>> others = others(needed, bits);
    Numbers numbers = new Numbers(BallArithmetic.ofBits(bits + Precision.ROUNDING));
    long missing = 0;
    Optional<Long> lost = Optional.empty();
    for (long k : List.copyOf(needed)) {
      Certification<Enclosure> eigenvalue = found.get(k);
      if (needsSum && lost.isPresent()) {
        refuse(k, "level " + lost.get() + " is part of a sum and is not certified");
      } else if (eigenvalue.isCertified()) {
        Optional<Certification<Enclosure>> other = Optional.ofNullable(others.get(k));
        missing = Math.max(missing, round(k, eigenvalue.get(), other, numbers, bits));
      } else {
        refuse(k, eigenvalue.refusal().get());
        lost = Optional.of(k);
      }
    }
    Key.Eigenvalue key = EigenvalueGrid.key(request, request.frequencies().first());
    return new Attempt<>(
        new Levels(key, List.copyOf(decided.values()), List.copyOf(gaps.values())),
        open.isEmpty() ? 0 : missing);
  }

  /** The eigenvalues that ratios are to, by any method; none if there are no ratios. */
  private SortedMap<Long, Certification<Enclosure>> others(SortedSet<Long> needed, int bits) {
    return reference
        .map(other -> new TreeMap<>(other.enclose(needed, bits, Optional.empty(), context)))
        .orElseGet(TreeMap::new);
  }

  private void refuse(long k, String reason) {
    if (open.remove(k)) {
      gaps.put(k, new Gap<>(EigenvalueGrid.key(request, k), Cause.NOT_CERTIFIED, reason));
    }
  }

  /** Rounds one level; how many bits more it needs, or 0. */
  private long round(
      long k,
      Enclosure enclosure,
      Optional<Certification<Enclosure>> other,
      Numbers numbers,
      int bits) {
    Map<Column, EnclosedNumber> enclosed = numbers.ofNext(k, enclosure);
    if (!open.contains(k)) {
      return 0;
    }
    if (other.isPresent()) {
      if (!other.get().isCertified()) {
        refuse(k, "of the kernel to compare with: " + other.get().refusal().get());
        return 0;
      }
      EnclosedNumber whole = numbers.other(other.get().get());
      if (whole.isZero()) {
        refuse(k, "the eigenvalue of the kernel to compare with is zero");
        return 0;
      }
      if (whole.ball().containsZero()) {
        return undecided(k, Column.RATIO, whole.ball(), bits);
      }
      enclosed.put(Column.RATIO, numbers.ratio(enclosed.get(Column.EIGENVALUE), whole));
    }
    Map<Column, CertifiedNumber> rounded = new EnumMap<>(Column.class);
    for (Column column : columns) {
      Optional<CertifiedNumber> number = enclosed.get(column).rounded(grid.digits(column));
      if (number.isEmpty()) {
        return undecided(k, column, enclosed.get(column).ball(), bits);
      }
      rounded.put(column, number.get());
    }
    open.remove(k);
    gaps.remove(k);
    decided.put(k, new Level(EigenvalueGrid.key(request, k), enclosure.method(), rounded));
    return 0;
  }

  /** How many bits more a number needs; it stays a gap if it does not get them. */
  private long undecided(long k, Column column, Ball ball, int bits) {
    String reason = "%s: its digits are not decided at %d bits".formatted(column.heading(), bits);
    gaps.put(k, new Gap<>(EigenvalueGrid.key(request, k), Cause.ROUNDING_UNDECIDED, reason));
    return missing(ball, bits);
  }

  private long missing(Ball ball, int bits) {
    return ball.containsZero() ? bits : Math.max(wanted() - ball.accuracyBits(), bits / 4 + 64);
  }

  /** The numbers of level after level, in ascending order. */
  private final class Numbers {
    private final BallArithmetic over;
    private final Sphere sphere = new Sphere(request.dimension());
    private final EnclosedNumber measure;
    private final EnclosedNumber scale;
    private final Optional<EnclosedNumber> perWhole;
    private EnclosedNumber sum;

    Numbers(BallArithmetic over) {
      this.over = over;
      this.measure = number(Factor.of(request, over));
      this.scale = number(Factor.of(request.kernel(), request.scale(), over));
      this.perWhole =
          columns.stream().anyMatch(Column::isShare)
              ? Optional.of(
                  LevelGrid.whole(request.kernel(), request.dimension(), over).get().inverse(over))
              : Optional.empty();
      this.sum = EnclosedNumber.of(Rational.ZERO, over);
    }

    private static EnclosedNumber number(Factor factor) {
      return new EnclosedNumber(factor.ball(), factor.exact());
    }

    Map<Column, EnclosedNumber> ofNext(long k, Enclosure enclosure) {
      EnclosedNumber eigenvalue = new EnclosedNumber(enclosure.ball(), enclosure.exact());
      EnclosedNumber level = eigenvalue.times(multiplicity(k), over);
      Map<Column, EnclosedNumber> numbers = new EnumMap<>(Column.class);
      numbers.put(Column.EIGENVALUE, eigenvalue.times(measure, over));
      numbers.put(Column.SCHOENBERG, level.times(scale, over));
      if (columns.contains(Column.SCALED)) {
        Rational power = sphere.shifted(k).pow(request.dimension());
        numbers.put(
            Column.SCALED,
            eigenvalue.times(measure, over).times(EnclosedNumber.of(power, over), over));
      }
      if (columns.contains(Column.GEGENBAUER)) {
        EnclosedNumber ratio = EnclosedNumber.of(sphere.perGegenbauer(k), over);
        numbers.put(Column.GEGENBAUER, eigenvalue.times(ratio, over).times(scale, over));
      }
      if (perWhole.isPresent()) {
        EnclosedNumber share = level.times(perWhole.get(), over);
        sum = sum.plus(share, over);
        numbers.put(Column.SHARE, share);
        numbers.put(Column.CUMULATIVE, sum);
        numbers.put(Column.BEYOND, EnclosedNumber.of(Rational.ONE, over).minus(sum, over));
      }
      return numbers;
    }

    /** An eigenvalue of the kernel to compare with, for the same measure and on the same scale. */
    EnclosedNumber other(Enclosure enclosure) {
      return new EnclosedNumber(enclosure.ball(), enclosure.exact()).times(otherMeasure(), over);
    }

    private EnclosedNumber otherMeasure() {
      SpectrumRequest compared =
          new SpectrumRequest(
              grid.reference().orElseThrow(),
              request.dimension(),
              request.frequencies(),
              request.digits(),
              Optional.empty(),
              request.normalization(),
              request.scale());
      return number(Factor.of(compared, over));
    }

    EnclosedNumber ratio(EnclosedNumber eigenvalue, EnclosedNumber whole) {
      return eigenvalue.times(whole.inverse(over), over);
    }

    private EnclosedNumber multiplicity(long k) {
      return sphere
          .exactMultiplicity(k)
          .map(number -> EnclosedNumber.of(Rational.of(number), over))
          .orElseGet(() -> new EnclosedNumber(sphere.multiplicity(k, over), Optional.empty()));
    }
  }
}
