package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.spectrum.quadrature.MemberQuadrature;
import dev.zonal.spectrum.quadrature.QuadratureSpectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Enclosures of eigenvalues of members of a cell at the points of interpolation.
 *
 * @param values by the dimension of the space that the sphere is in, by frequency, in the order of
 *     the points
 */
record MemberEigenvalues(Map<Integer, Map<Long, List<Ball>>> values) {
  /** Nobody would wait longer for one member without being told. */
  private static final double LONGEST_SECONDS = 600;

  /**
   * Those of a network on the circle and the sphere of R^3, to an absolute accuracy; refused where
   * it would take too long or a member is not certified for it.
   */
  static Certification<MemberEigenvalues> onBothSpheres(
      ParameterCell cell, int count, SortedSet<Long> frequencies, int bits, Context context) {
    double seconds = QuadratureSpectrum.estimatedSeconds(frequencies.last(), bits);
    if (seconds > LONGEST_SECONDS) {
      return Certification.refused(
          "quadrature for all k up to %s would take too long".formatted(frequencies.last()));
    }
    MemberEigenvalues result = new MemberEigenvalues(new TreeMap<>());
    for (MemberQuadrature member : cell.quadratures(count)) {
      Optional<Map<Integer, Map<Long, Ball>>> balls = member.enclose(frequencies, bits, context);
      if (balls.isEmpty()) {
        return Certification.refused(QuadratureSpectrum.NOT_HOLOMORPHIC);
      }
      balls.get().forEach((sphere, rows) -> rows.forEach((k, ball) -> result.add(sphere, k, ball)));
    }
    return Certification.certified(result);
  }

  /** Those of any kernels on one sphere, to a relative accuracy. */
  static Certification<MemberEigenvalues> on(
      int sphere,
      List<Spectrum> members,
      SortedSet<Long> frequencies,
      int bits,
      Optional<Eigenvalue.Method> method,
      Context context) {
    MemberEigenvalues result = new MemberEigenvalues(new TreeMap<>());
    for (Spectrum member : members) {
      Map<Long, Certification<Enclosure>> enclosures =
          member.onSphere(sphere).enclose(frequencies, bits, method, context);
      for (long k : frequencies) {
        Certification<Enclosure> enclosure = enclosures.get(k);
        if (!enclosure.isCertified()) {
          return Certification.refused("k = " + k + ": " + enclosure.refusal().orElseThrow());
        }
        result.add(sphere, k, enclosure.get().ball());
      }
    }
    return Certification.certified(result);
  }

  private void add(int sphere, long k, Ball ball) {
    values
        .computeIfAbsent(sphere, any -> new TreeMap<>())
        .computeIfAbsent(k, any -> new ArrayList<>())
        .add(ball);
  }
}
