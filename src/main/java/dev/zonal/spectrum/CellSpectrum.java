package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Interpolation;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.quadrature.MemberQuadrature;
import dev.zonal.spectrum.value.Eigenvalue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The eigenvalues on the circle and on the sphere of R^3 as functions of a parameter in a cell:
 * interpolated between members, with the bound of the kernel around the cell for the error
 * (docs/theory.md, Corollary 28.5); and those on the other spheres, which are differences of them
 * (Lemma 28.6).
 */
final class CellSpectrum {
  /** Relative accuracy of eigenvalues of members, in bits, besides what differences lose. */
  private static final int MEMBER_BITS = 44;

  /** More for those that are not to be computed as in a proof. */
  private static final int OTHER_BITS = 16;

  /** What the error of the interpolation is to be smaller than a typical eigenvalue by. */
  private static final int ACCURACY = 26;

  /** How much smaller the errors of the members are to be. */
  private static final int FINER = 6;

  private static final int MOST_MEMBERS = 192;
  private static final int LEAST_MEMBERS = 20;
  private static final int MEMBERS_STEP = 4;

  /** So many eigenvalues of a network are computed at least. */
  private static final long LEAST_FREQUENCIES = 32;

  /** So many times the difference of two eigenvalues is taken, or a multiple of it. */
  private static final int STEPS = 4;

  private static final Memo<Key, CellSpectrum> SPECTRA = new Memo<>(64);

  private record Key(Kernel cell, int steps, Optional<Eigenvalue.Method> method) {}

  private record Place(long k, int dimension) {}

  private final ParameterCell cell;
  private final int steps;
  private final Optional<Eigenvalue.Method> method;
  private final boolean isNetwork;
  private final Map<Place, Interpolation> known = new HashMap<>();

  private CellSpectrum(ParameterCell cell, int steps, Optional<Eigenvalue.Method> method) {
    this.cell = cell;
    this.steps = steps;
    this.method = method;
    this.isNetwork = cell.box().kernel().network().isPresent();
  }

  /**
   * What serves a sphere of that dimension.
   *
   * @param method that of the members, if it is not left to them
   */
  static CellSpectrum of(KernelBox box, int dimension, Optional<Eigenvalue.Method> method) {
    ParameterCell cell = ParameterCell.of(box);
    int steps = Math.max(1, (differences(dimension) + STEPS - 1) / STEPS) * STEPS;
    return SPECTRA.get(
        new Key(cell.box().kernel(), steps, method), key -> new CellSpectrum(cell, steps, method));
  }

  /** Of the two spheres the one that another is reached from by differences. */
  private static int sphere(int dimension) {
    return 2 + dimension % 2;
  }

  private static int differences(int dimension) {
    return (dimension - sphere(dimension)) / 2;
  }

  ParameterCell cell() {
    return cell;
  }

  /** Why eigenvalues up to a frequency are not known on a sphere; empty if they are. */
  synchronized Optional<String> prepare(
      SortedSet<Long> frequencies, int dimension, Context context) {
    Certification<ParameterCell.Ellipse> ellipse = cell.ellipse();
    if (!ellipse.isCertified()) {
      return Optional.of(
          "the kernel is not bounded around the parameters: " + ellipse.refusal().orElseThrow());
    }
    int sphere = sphere(dimension);
    TreeSet<Long> open = new TreeSet<>();
    for (long k : frequencies) {
      for (int step = 0; step <= differences(dimension); step++) {
        open.add(k + 2L * step);
      }
    }
    open.removeIf(k -> known.containsKey(new Place(k, sphere)));
    if (open.isEmpty()) {
      return Optional.empty();
    }
    if (isNetwork && fill(open.last(), ellipse.get(), context)) {
      return Optional.empty();
    }
    return count(open.last(), ellipse.get())
        .map(count -> add(sphere, count, open, ellipse.get(), context))
        .orElse(
            Optional.of(
                "k = %s: more than %s members would be needed"
                    .formatted(open.last(), MOST_MEMBERS)));
  }

  /** An eigenvalue that is prepared, as a function of the parameter (Lemma 28.6). */
  synchronized Interpolation at(long k, int dimension) {
    Place place = new Place(k, dimension);
    Interpolation result = known.get(place);
    if (result == null) {
      int d = dimension - 2;
      result = at(k, d).minus(at(k + 2, d), Rational.of(d, 2 * k + d));
      known.put(place, result);
    }
    return result;
  }

  /**
   * All eigenvalues of a network up to a frequency, and some more that are likely to be asked for,
   * on both spheres: from the same values of the kernel.
   */
  private boolean fill(long asked, ParameterCell.Ellipse ellipse, Context context) {
    long last = roundedUp(asked + 2L * STEPS);
    Optional<Integer> count = count(last, ellipse);
    if (count.isEmpty()) {
      return false;
    }
    TreeSet<Long> all =
        LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    all.removeIf(
        k -> MemberQuadrature.SPHERES.stream().allMatch(d -> known.containsKey(new Place(k, d))));
    int bits = (int) (ACCURACY + FINER + smallness(last)) + (method.isPresent() ? OTHER_BITS : 0);
    Certification<MemberEigenvalues> members =
        MemberEigenvalues.onBothSpheres(cell, count.get(), all, bits, context);
    members.value().ifPresent(found -> interpolate(found, ellipse));
    return members.isCertified();
  }

  private static long roundedUp(long number) {
    long step = Math.max(8, Long.highestOneBit(number) / 4);
    return Math.max(LEAST_FREQUENCIES, (number + step - 1) / step * step);
  }

  private Optional<String> add(
      int sphere,
      int count,
      SortedSet<Long> frequencies,
      ParameterCell.Ellipse ellipse,
      Context context) {
    int bits = MEMBER_BITS + (int) lost(frequencies.last()) + (method.isPresent() ? OTHER_BITS : 0);
    Certification<MemberEigenvalues> members =
        MemberEigenvalues.on(
            sphere, cell.members(count), frequencies, bits, method.or(this::quickest), context);
    members.value().ifPresent(found -> interpolate(found, ellipse));
    return members.refusal();
  }

  private void interpolate(MemberEigenvalues members, ParameterCell.Ellipse ellipse) {
    Ball bound = Ball.exact(ellipse.bound());
    Rational rho = Rational.of(ellipse.rho());
    members
        .values()
        .forEach(
            (sphere, rows) ->
                rows.forEach(
                    (k, balls) ->
                        known.put(new Place(k, sphere), Interpolation.of(balls, bound, rho))));
  }

  /** Of a network one quadrature has all of them, and no expansion is made. */
  private Optional<Eigenvalue.Method> quickest() {
    return isNetwork ? Optional.of(Eigenvalue.Method.QUADRATURE) : Optional.empty();
  }

  /** How many members are enough; a few more where they are asked for by another method. */
  private Optional<Integer> count(long k, ParameterCell.Ellipse ellipse) {
    double rho = ellipse.rho();
    double least = Math.log(4 * Math.max(ellipse.bound(), 0x1p-40) / (rho - 1));
    double needed = 1 + ((ACCURACY + smallness(k)) * Math.log(2) + least) / Math.log(rho);
    int count = Math.max(LEAST_MEMBERS, (int) Math.ceil(needed / MEMBERS_STEP) * MEMBERS_STEP);
    return count > MOST_MEMBERS
        ? Optional.empty()
        : Optional.of(count + (method.isPresent() ? 2 : 0));
  }

  /** About -log2 of an eigenvalue on the sphere of R^3, and what is lost on the way from it. */
  private double smallness(long k) {
    return 3 * log2(k + 2.0) + lost(k);
  }

  /** What differences make of a relative error, in bits, about: (2k + d)/(2d) each. */
  private double lost(long k) {
    double bits = 0;
    for (int step = 1; step <= steps; step++) {
      bits += log2(2 + k / (4.0 * step));
    }
    return bits;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
