package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The claims about a kernel on the spheres of all dimensions (docs/theory.md, Theorem 17.4a). */
record SeriesClaims(Kernel kernel, Findings findings) {
  void check(Claims claims, Claims.OfSeries series) {
    Optional<Exponents> found = kernel.series(new Exponents.Algebra());
    String where = kernel.toString();
    if (series.counterexample().filter(c -> c.isNegative()).isPresent()) {
      Claims.Counterexample claim = series.counterexample().get();
      Verdict verdict = isNegative(claim) ? Verdict.VERIFIED : Verdict.UNDECIDED;
      verdict = found.isPresent() ? Verdict.REFUTED : verdict;
      findings.note(verdict, Hypothesis.COUNTEREXAMPLE, where + ", k = " + claim.k());
      return;
    }
    if (!findings.require(found.isPresent(), Hypothesis.SERIES, where)) {
      return;
    }
    SortedMap<Parity, Long> degrees = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      boolean odd = parity == Parity.ODD;
      if (!found.get().isInfinite(odd)) {
        degrees.put(parity, (long) found.get().last(odd));
      }
    }
    boolean holds = degrees.equals(series.degrees());
    findings.note(holds ? Verdict.VERIFIED : Verdict.REFUTED, Hypothesis.SERIES, where);
    if (series.counterexample().isPresent()) {
      long k = series.counterexample().get().k();
      Long degree = degrees.get(Parity.of(k));
      boolean isZero = degree != null && k > degree;
      findings.note(
          isZero ? Verdict.VERIFIED : Verdict.REFUTED,
          Hypothesis.COUNTEREXAMPLE,
          where + ", k = " + k);
    } else if (claims.zeros().isPresent()) {
      degrees.replaceAll((parity, degree) -> parity.firstFrom(degree + 1));
      boolean listed = claims.zeros().get().equals(new Claims.Zeros(new TreeSet<>(), degrees));
      findings.require(listed, Hypothesis.ZEROS, where);
    } else {
      findings.require(degrees.isEmpty(), Hypothesis.SERIES_PARITY, where);
    }
  }

  /**
   * Whether the eigenvalue is negative from the claimed dimension on: over that of u^k it is at
   * most b_k + sum_j max(b_{k+2j}, 0) (k+2j)!/(k! j! 4^j (d/2+k)_j), which decreases with d.
   */
  private boolean isNegative(Claims.Counterexample claim) {
    Structure structure = kernel.normalForm().structure();
    if (structure instanceof Structure.ChordPower power) {
      return isNegative(power.exponent().divide(-2), claim.k());
    }
    if (!(structure instanceof Structure.Polynomial polynomial)
        || claim.k() >= polynomial.coefficients().size()) {
      return false;
    }
    List<Rational> coefficients = polynomial.coefficients();
    int k = (int) claim.k();
    Rational bound = coefficients.get(k);
    Rational ratio = Rational.ONE;
    Rational half = Rational.of(claim.dimension()).divide(2).add(k);
    for (int n = k + 2, j = 1; n < coefficients.size(); n += 2, j++) {
      Rational step = half.add(j - 1L).multiply(4L * j);
      ratio = ratio.multiply((n - 1L) * n).divide(step);
      Rational b = coefficients.get(n);
      bound = b.signum() > 0 ? bound.add(b.multiply(ratio)) : bound;
    }
    return bound.signum() < 0;
  }

  /** Whether (x)_k &lt; 0: the other factors of Lambda_k(-2x) are positive in every dimension. */
  private static boolean isNegative(Rational x, long k) {
    int sign = 1;
    for (long i = 0; i < k; i++) {
      sign *= x.add(i).signum();
    }
    return sign < 0;
  }
}
