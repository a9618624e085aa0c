package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums over zonal harmonics, Sum_k g_k N(d,k) P_k(u) (docs/theory.md, section 15).
 *
 * @param <T> the numbers
 * @param dimension d, at least 2
 * @param u from -1 to 1
 */
record ZonalSum<T>(Arithmetic<T> over, int dimension, Rational u) {
  /** Bits that the recurrence of so many P_k loses over balls, whose radii grow. */
  static int lost(int count) {
    return count + count / 2 + 32;
  }

  /** The sum of the first terms, g_0, g_1, ... */
  T of(List<T> eigenvalues) {
    List<Rational> multiplicities = multiplicities(dimension, eigenvalues.size());
    T cosine = over.of(u);
    T before = over.of(0);
    T harmonic = over.of(1);
    T sum = over.of(0);
    for (int k = 0; k < eigenvalues.size(); k++) {
      Context.checkpoint();
      T term = over.multiply(over.scale(harmonic, multiplicities.get(k)), eigenvalues.get(k));
      sum = over.add(sum, term);
      T next = k == 0 ? cosine : next(k, cosine, harmonic, before);
      before = harmonic;
      harmonic = next;
    }
    return sum;
  }

  /** (k+d-2) P_{k+1} = (2k+d-2) u P_k - k P_{k-1}. */
  private T next(int k, T cosine, T harmonic, T before) {
    Rational below = Rational.of(k + dimension - 2L);
    T first = over.scale(over.multiply(cosine, harmonic), below.add(k).divide(below));
    return over.subtract(first, over.scale(before, Rational.of(k).divide(below)));
  }

  /** N(d,k) for the k below a number. */
  static List<Rational> multiplicities(int dimension, int count) {
    List<Rational> all = new ArrayList<>();
    Rational multiplicity = Rational.ONE;
    for (int k = 0; k < count; k++) {
      all.add(multiplicity);
      multiplicity = k == 0 ? Rational.of(dimension) : multiplicity.multiply(growth(dimension, k));
    }
    return all;
  }

  /** N(d,k+1)/N(d,k), k at least 1. */
  static Rational growth(int dimension, long k) {
    Rational above = Rational.of(2 * k + dimension).multiply(k + dimension - 2);
    return above.divide(Rational.of(2 * k + dimension - 2).multiply(k + 1));
  }
}
