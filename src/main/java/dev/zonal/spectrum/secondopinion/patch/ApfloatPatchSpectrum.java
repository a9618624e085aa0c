package dev.zonal.spectrum.secondopinion.patch;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.spectrum.multisphere.PatchSpectrum;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import dev.zonal.spectrum.secondopinion.patch.Extrapolation.PartialSum;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apfloat.Apfloat;

/**
 * The spectrum of a patch a second time: the sum over n of b_n times the integral of m^n times a
 * product of harmonics, b_n the power series of the kernel, by the power series of the Bessel
 * functions (docs/theory.md, Proposition 21.7), its tail extrapolated. It shares with the certified
 * spectrum the terms of the kernel and nothing else: no balls, no closed forms, no integrals, no
 * telescoped tails. It proves nothing; its purpose is to disagree if the certified values are
 * wrong.
 */
public record ApfloatPatchSpectrum(PatchSpectrum patch) {
  private static final int GUARD_DIGITS = 30;
  private static final int LEAST_TERMS = 8;
  private static final int MOST_TERMS = 1200;

  /**
   * The eigenvalue, which is not zero by a theorem, to about so many significant digits; fewer
   * where the degrees are large.
   *
   * @param degrees one for each pixel
   */
  public ApfloatEstimate evaluate(List<Integer> degrees, int digits) {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(digits + GUARD_DIGITS);
    int sum = Math.toIntExact(degrees.stream().mapToLong(k -> k).sum());
    int count = Math.min(MOST_TERMS, 12 * (digits + 12) + 8 * sum);
    List<Apfloat> moments = moments(over, degrees, count);
    IntFunction<Apfloat> coefficients = coefficients(over, sum + 2 * count);
    List<PartialSum> sums = new ArrayList<>();
    Apfloat value = over.of(0);
    double next = LEAST_TERMS;
    for (int i = 0; i < count; i++) {
      if (i >= next) {
        sums.add(new PartialSum(sum + 2L * i, value));
        next *= Math.sqrt(2);
      }
      int n = sum + 2 * i;
      value = over.add(value, over.multiply(coefficients.apply(n), moments.get(i)));
    }
    sums.add(new PartialSum(sum + 2L * count, value));
    // b_n falls like n^(-3/2), the moments like n^(-q(C-1)/2).
    Rational exponent = Rational.of(patch.pixels() * (patch.channels() - 1L) + 1, 2);
    return new Extrapolation(over, exponent).limit(sums);
  }

  /** The integrals of m^n times the harmonics, n = s, s + 2, ...: n! [t^n] of the product. */
  private List<Apfloat> moments(ApfloatArithmetic over, List<Integer> degrees, int count) {
    List<Apfloat> product = List.of(over.of(1));
    for (int k : degrees) {
      product = product(over, product, factor(over, k, count), count);
    }
    List<Apfloat> moments = new ArrayList<>();
    int n = Math.toIntExact(degrees.stream().mapToLong(k -> k).sum());
    Apfloat factorial = over.of(1);
    for (int i = 2; i <= n; i++) {
      factorial = over.multiply(factorial, over.of(i));
    }
    for (Apfloat coefficient : product) {
      moments.add(over.multiply(coefficient, factorial));
      factorial = over.multiply(factorial, over.of((n + 1L) * (n + 2L)));
      n += 2;
    }
    return moments;
  }

  /** (1/(2q))^(k+2j)/(j! (C/2)_(k+j)). */
  private List<Apfloat> factor(ApfloatArithmetic over, int k, int count) {
    long q = patch.pixels();
    long channels = patch.channels();
    Apfloat term = over.of(1);
    for (int i = 0; i < k; i++) {
      term = over.divide(term, over.of(q * (channels + 2L * i)));
    }
    List<Apfloat> factor = new ArrayList<>();
    for (long j = 0; j < count; j++) {
      factor.add(term);
      term = over.divide(term, over.of(2 * q * q * (channels + 2 * (k + j)) * (j + 1)));
    }
    return factor;
  }

  private static List<Apfloat> product(
      ApfloatArithmetic over, List<Apfloat> a, List<Apfloat> b, int count) {
    List<Apfloat> product = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Context.checkpoint();
      Apfloat sum = over.of(0);
      for (int i = 0; i <= Math.min(n, a.size() - 1); i++) {
        sum = sum.add(a.get(i).multiply(b.get(n - i)));
      }
      product.add(sum);
    }
    return product;
  }

  /** The coefficients b_n of the kernel, f(1) = 1. */
  private IntFunction<Apfloat> coefficients(ApfloatArithmetic over, int last) {
    // arcsin u = sum of arcSine_j u^(2j+1).
    List<Apfloat> arcSine = new ArrayList<>();
    Apfloat term = over.of(1);
    for (int j = 0; 2 * j <= last + 1; j++) {
      arcSine.add(over.divide(term, over.of(2L * j + 1)));
      term = over.divide(over.multiply(term, over.of(2L * j + 1)), over.of(2L * j + 2));
    }
    List<Apfloat> weights = patch.terms().stream().map(one -> one.weight(over)).toList();
    Apfloat whole = weights.stream().reduce(over.of(0), over::add);
    return n -> {
      Apfloat sum = over.of(0);
      for (int i = 0; i < weights.size(); i++) {
        Apfloat own = coefficient(over, arcSine, patch.terms().get(i).function(), n);
        sum = over.add(sum, over.multiply(weights.get(i), own));
      }
      return over.divide(sum, whole);
    };
  }

  /** kappa_0 = 1/2 + arcsin(u)/pi, its integral from -1 on is kappa_1. */
  private static Apfloat coefficient(
      ApfloatArithmetic over, List<Apfloat> arcSine, Basis function, int n) {
    if (function.degree().isEmpty()) {
      return over.of(n == (function.cosine() ? 1 : 0) ? 1 : 0);
    }
    if (function.cosine()) {
      return n == 0 ? over.of(0) : coefficient(over, arcSine, Basis.KAPPA_0, n - 1);
    }
    if (function.degree().get() == 1) {
      return n == 0
          ? over.divide(over.of(1), over.pi())
          : over.divide(coefficient(over, arcSine, Basis.KAPPA_0, n - 1), over.of(n));
    }
    if (n % 2 == 0) {
      return over.of(n == 0 ? Rational.of(1, 2) : Rational.ZERO);
    }
    return over.divide(arcSine.get((n - 1) / 2), over.pi());
  }
}
