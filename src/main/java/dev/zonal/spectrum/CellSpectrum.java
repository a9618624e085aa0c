package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Interpolation;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The eigenvalues on the circle or on the sphere of R^3 as functions of a parameter in a cell:
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

  private static final int[] COUNTS = {24, 32, 40, 48, 64, 80, 96, 128, 160, 192};

  /** So many times the difference of two eigenvalues is taken, or a multiple of it. */
  private static final int STEPS = 4;

  private static final Memo<Key, CellSpectrum> SPECTRA = new Memo<>(64);

  private record Key(Kernel cell, int sphere, int steps, Optional<Eigenvalue.Method> method) {}

  private final ParameterCell cell;
  private final int sphere;
  private final int steps;
  private final Optional<Eigenvalue.Method> method;
  private final Map<Long, Interpolation> known = new HashMap<>();

  private CellSpectrum(
      ParameterCell cell, int sphere, int steps, Optional<Eigenvalue.Method> method) {
    this.cell = cell;
    this.sphere = sphere;
    this.steps = steps;
    this.method = method;
  }

  /**
   * What serves a sphere of that dimension.
   *
   * @param method that of the members, if it is not left to them
   */
  static CellSpectrum of(KernelBox box, int dimension, Optional<Eigenvalue.Method> method) {
    ParameterCell cell = ParameterCell.of(box);
    int sphere = 2 + dimension % 2;
    int needed = (dimension - sphere) / 2;
    int steps = Math.max(1, (needed + STEPS - 1) / STEPS) * STEPS;
    return SPECTRA.get(
        new Key(cell.box().kernel(), sphere, steps, method),
        key -> new CellSpectrum(cell, sphere, steps, method));
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
    TreeSet<Long> open = new TreeSet<>();
    for (long k : frequencies) {
      for (int step = 0; step <= (dimension - sphere) / 2; step++) {
        open.add(k + 2L * step);
      }
    }
    open.removeAll(known.keySet());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt count = count(open.last(), ellipse.get());
    return count.isEmpty()
        ? Optional.of(
            "k = %s: more than %s members would be needed"
                .formatted(open.last(), COUNTS[COUNTS.length - 1]))
        : add(count.getAsInt(), open, ellipse.get(), context);
  }

  /** An eigenvalue that is prepared, as a function of the parameter (Lemma 28.6). */
  synchronized Interpolation at(long k, int dimension) {
    if (dimension == sphere) {
      return known.get(k);
    }
    int d = dimension - 2;
    return at(k, d).minus(at(k + 2, d), Rational.of(d, 2 * k + d));
  }

  private Optional<String> add(
      int count, SortedSet<Long> frequencies, ParameterCell.Ellipse ellipse, Context context) {
    Map<Long, List<Ball>> values = new HashMap<>();
    int bits = MEMBER_BITS + (int) lost(frequencies.last());
    for (Spectrum member : cell.members(count)) {
      Map<Long, Certification<Enclosure>> enclosures =
          member
              .onSphere(sphere)
              .enclose(
                  frequencies,
                  bits + (method.isPresent() ? OTHER_BITS : 0),
                  method.or(() -> quickest(member)),
                  context);
      for (long k : frequencies) {
        Certification<Enclosure> enclosure = enclosures.get(k);
        if (!enclosure.isCertified()) {
          return Optional.of("k = " + k + ": " + enclosure.refusal().orElseThrow());
        }
        values.computeIfAbsent(k, any -> new ArrayList<>()).add(enclosure.get().ball());
      }
    }
    Ball bound = Ball.exact(ellipse.bound());
    Rational rho = Rational.of(ellipse.rho());
    values.forEach((k, balls) -> known.put(k, Interpolation.of(balls, bound, rho)));
    return Optional.empty();
  }

  /** Of a network one quadrature has all of them, and no expansion is made. */
  private static Optional<Eigenvalue.Method> quickest(Spectrum member) {
    return member.kernel().network().map(network -> Eigenvalue.Method.QUADRATURE);
  }

  /** How many members are enough; a few more where they are asked for by another method. */
  private OptionalInt count(long k, ParameterCell.Ellipse ellipse) {
    double rho = ellipse.rho();
    double least = Math.log(4 * Math.max(ellipse.bound(), 0x1p-40) / (rho - 1));
    double bits = ACCURACY + 2 * Math.log(k + 2.0) / Math.log(2) + lost(k);
    double needed = 1 + (bits * Math.log(2) + least) / Math.log(rho);
    for (int count : COUNTS) {
      if (count >= needed) {
        return OptionalInt.of(count + (method.isPresent() ? 2 : 0));
      }
    }
    return OptionalInt.empty();
  }

  /** What differences make of a relative error, in bits, about. */
  private double lost(long k) {
    return steps * Math.log(2 + k / 4.0) / Math.log(2);
  }
}
