package dev.zonal.data.length;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.recurrent.RecurrentLengths;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Factor;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The matrices of the eigenvalues of a kernel between sequences of several lengths on one sphere,
 * one for each frequency, for the probability measure (docs/theory.md, Theorem 22.11).
 *
 * @param engine knows the eigenvalues of each of the kernels
 * @param dimension d, at least 2
 */
public record LengthMatrix(Engine engine, RecurrentLengths lengths, Scale scale, int dimension) {
  /** How far beyond four times the first precision the work goes before it gives up. */
  private static final int PATIENCE_BITS = 1_000;

  /**
   * The entries in and above the diagonals, frequency by frequency and row by row.
   *
   * @param digits significant ones to prove, from 1 to 10,000
   */
  public List<LengthEntry> entries(SortedSet<Long> frequencies, int digits, Context context) {
    Map<Long, List<LengthEntry>> all = new TreeMap<>();
    frequencies.forEach(k -> all.put(k, new ArrayList<>()));
    for (int i = 0; i < lengths.count(); i++) {
      for (int j = i; j < lengths.count(); j++) {
        int first = lengths.length(i);
        int second = lengths.length(j);
        values(request(i, j, frequencies, digits), context)
            .forEach((k, value) -> all.get(k).add(new LengthEntry(k, first, second, value)));
      }
    }
    return all.values().stream().flatMap(List::stream).toList();
  }

  private SpectrumRequest request(int i, int j, SortedSet<Long> frequencies, int digits) {
    return new SpectrumRequest(
        lengths.kernel(i, j),
        dimension,
        frequencies,
        digits,
        Optional.empty(),
        Normalization.PROBABILITY,
        scale);
  }

  private Map<Long, Certification<CertifiedValue>> values(
      SpectrumRequest request, Context context) {
    Map<Long, Certification<CertifiedValue>> values = new TreeMap<>();
    SpectrumResult result = engine.compute(request, context);
    for (Eigenvalue found : result.eigenvalues()) {
      CertifiedValue value = new CertifiedValue(found.rounded(), found.enclosure(), found.exact());
      values.put(found.frequency(), Certification.certified(value));
    }
    for (SpectrumResult.Failure failure : result.failures()) {
      values.put(failure.frequency(), Certification.refused(failure.reason()));
    }
    return values;
  }

  /**
   * How much larger the value of a sequence with itself is than next to it, for each of the
   * lengths; none where it is not.
   */
  public List<LengthEntry> jumps(int digits) {
    List<LengthEntry> jumps = new ArrayList<>();
    for (int i = 0; lengths.hasJump() && i < lengths.count(); i++) {
      Kernel kernel = lengths.kernel(i, i);
      int first = BallArithmetic.bitsFor(digits) + Precision.KERNEL;
      Certification<CertifiedValue> jump =
          Refinement.upTo(first, 4L * first + PATIENCE_BITS)
              .doubling(bits -> jump(kernel, digits, BallArithmetic.ofBits(bits)));
      jumps.add(new LengthEntry(0, lengths.length(i), lengths.length(i), jump));
    }
    return List.copyOf(jumps);
  }

  private Certification<CertifiedValue> jump(Kernel kernel, int digits, BallArithmetic over) {
    Ball limit = kernel.evaluate(over, ChordAngle.ofCosine(over, Rational.ONE));
    Ball jump = Factor.of(kernel, scale, over).times(over.subtract(Ball.exact(1), limit));
    return rounded(jump, Optional.empty(), digits);
  }

  /** The number of a ball, if that decides its digits. */
  static Certification<CertifiedValue> rounded(Ball ball, Optional<PiRational> exact, int digits) {
    return ball.decimal(digits)
        .map(decimal -> new CertifiedValue(decimal, ball, exact))
        .map(Certification::certified)
        .orElseGet(() -> Certification.refused("its digits are not decided"));
  }
}
