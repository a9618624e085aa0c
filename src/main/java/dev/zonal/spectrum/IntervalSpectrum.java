package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The eigenvalues of all kernels with a parameter in an interval, on one sphere: a ball for each k
 * that contains those of all members (docs/theory.md, section 28). No precision makes it narrower
 * than the members are different.
 */
record IntervalSpectrum(KernelBox box, int dimension) {
  /** The spectrum of a kernel one of whose parameters is an interval; empty if none is. */
  static Optional<IntervalSpectrum> of(Kernel kernel, int dimension) {
    return KernelBox.of(kernel).map(box -> new IntervalSpectrum(box, dimension));
  }

  /** An enclosure for each frequency, or why there is none. */
  Map<Long, Certification<Enclosure>> enclose(
      SortedSet<Long> frequencies, Optional<Eigenvalue.Method> method, Context context) {
    CellSpectrum spectrum = CellSpectrum.of(box, dimension, method);
    Optional<String> gap = spectrum.prepare(frequencies, dimension, context);
    Rational from = spectrum.cell().position(box.interval().lower());
    Rational to = spectrum.cell().position(box.interval().upper());
    Map<Long, Certification<Enclosure>> result = new TreeMap<>();
    for (long k : frequencies) {
      result.put(
          k,
          gap.<Certification<Enclosure>>map(Certification::refused)
              .orElseGet(() -> enclosed(k, spectrum.at(k, dimension).range(from, to))));
    }
    return result;
  }

  /** A range that holds zero says nothing that a quotient could be made of. */
  private static Certification<Enclosure> enclosed(long k, Ball range) {
    if (range.containsZero()) {
      return Certification.refused(
          "the eigenvalues of the members at k = " + k + " are not told from zero");
    }
    return Certification.certified(Enclosure.of(Eigenvalue.Method.QUADRATURE, range));
  }
}
