package dev.zonal.verifier;

import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.BitSet;

/**
 * The exponents of the positive coefficients of a power series in u whose coefficients are not
 * negative: all of them where those of a parity are finitely many, and that they are infinitely
 * many otherwise (docs/theory.md, Lemma 17.4b).
 *
 * @param finite of the parities that have finitely many
 * @param even whether there are infinitely many even ones
 * @param odd whether there are infinitely many odd ones
 */
record Exponents(BitSet finite, boolean even, boolean odd) {
  private static Exponents of(BitSet all, boolean even, boolean odd) {
    BitSet finite = new BitSet();
    all.stream().filter(n -> !(n % 2 == 0 ? even : odd)).forEach(finite::set);
    return new Exponents(finite, even, odd);
  }

  private static BitSet single(int n) {
    BitSet single = new BitSet();
    single.set(n);
    return single;
  }

  boolean isInfinite(boolean odd) {
    return odd ? this.odd : even;
  }

  private boolean has(boolean odd) {
    return isInfinite(odd) || finite.stream().anyMatch(n -> n % 2 == 1 == odd);
  }

  /** The largest of a parity that has finitely many, -1 if there is none. */
  int last(boolean odd) {
    return finite.stream().filter(n -> n % 2 == 1 == odd).max().orElse(-1);
  }

  /** Sets of exponents, as sums and products of the series make them. */
  static final class Algebra implements SeriesAlgebra<Exponents> {
    @Override
    public Exponents zero() {
      return of(new BitSet(), false, false);
    }

    @Override
    public Exponents power(int n) {
      return of(single(n), false, false);
    }

    @Override
    public Exponents infinite(boolean odd) {
      return of(new BitSet(), !odd, odd);
    }

    @Override
    public Exponents sum(Exponents a, Exponents b) {
      BitSet all = (BitSet) a.finite.clone();
      all.or(b.finite);
      return of(all, a.even || b.even, a.odd || b.odd);
    }

    @Override
    public Exponents product(Exponents a, Exponents b) {
      BitSet sums = new BitSet();
      a.finite.stream().forEach(i -> b.finite.stream().forEach(j -> sums.set(i + j)));
      return of(sums, isProductInfinite(a, b, false), isProductInfinite(a, b, true));
    }

    /** Infinitely many of one factor with one at least of the other, their parities as they add. */
    private static boolean isProductInfinite(Exponents a, Exponents b, boolean odd) {
      return a.even && b.has(odd)
          || a.odd && b.has(!odd)
          || b.even && a.has(odd)
          || b.odd && a.has(!odd);
    }

    @Override
    public Exponents composition(Exponents outer, Exponents inner) {
      if (!inner.has(false) && !inner.has(true)) {
        throw new IllegalArgumentException("an inner series that is zero");
      }
      Exponents sum = zero();
      Exponents power = power(0);
      for (int n = 0; n < outer.finite.length(); n++) {
        sum = outer.finite.get(n) ? sum(sum, power) : sum;
        power = product(power, inner);
      }
      for (boolean odd : new boolean[] {false, true}) {
        sum = outer.isInfinite(odd) ? sum(sum, highPowers(inner, odd)) : sum;
      }
      return sum;
    }

    /** The powers of one parity beyond all bounds. */
    private Exponents highPowers(Exponents inner, boolean odd) {
      if (inner.has(true)) {
        return inner.has(false) ? sum(infinite(false), infinite(true)) : infinite(odd);
      }
      boolean isConstant = !inner.even && inner.last(false) == 0;
      return isConstant ? power(0) : infinite(false);
    }

    @Override
    public Exponents derivative(Exponents series) {
      BitSet lowered = series.finite.get(1, Math.max(1, series.finite.length()));
      return of(lowered, /* even= */ series.odd, /* odd= */ series.even);
    }
  }
}
