package dev.zonal.symbolic.expansion;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.symbolic.ring.ConstantRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The expansions of a kernel in powers of the chords at both ends, with the same named constants.
 */
public record ChordEnds(SymbolicKernel kernel, ExactChordExpansion near, ExactChordExpansion far) {
  /** No power law is looked for beyond this power of the chord. */
  private static final int HIGHEST = 7;

  /** The expansions up to a power of the chord. */
  public static ChordEnds of(SymbolicKernel kernel, int last) {
    ConstantRing ring = new ConstantRing();
    return new ChordEnds(
        kernel,
        ExactChordExpansion.of(ring, kernel, End.COINCIDENCE, last),
        ExactChordExpansion.of(ring, kernel, End.ANTIPODE, last));
  }

  /**
   * The expansions up to the first power, not below the given one, with which the laws of both
   * parities are known, or to {@link #HIGHEST}.
   */
  public static ChordEnds withLaws(SymbolicKernel kernel, int order) {
    // Coefficients at the antipode grow fast with their order: no more of them than needed.
    for (int last = Math.max(order, 1); ; last += 2) {
      ChordEnds ends = of(kernel, last);
      boolean found = Stream.of(Parity.values()).allMatch(parity -> ends.leading(parity) > 0);
      if (found || last >= HIGHEST) {
        return ends;
      }
    }
  }

  /** The last power. */
  public int last() {
    return near.coefficients().size() - 1;
  }

  /** The names of constants in the coefficients. */
  public List<Equation> definitions() {
    return far.definitions();
  }

  /** A_s + B_s for even and A_s - B_s for odd frequencies. */
  public IExpr combined(int s, Parity parity) {
    IExpr b = far.coefficients().get(s);
    return Symja.sum(near.coefficients().get(s), parity == Parity.EVEN ? b : F.Times(F.CN1, b));
  }

  /** The first odd s whose combination is not zero, or 0. */
  public int leading(Parity parity) {
    for (int s = 1; s <= last(); s += 2) {
      IExpr coefficient = combined(s, parity);
      if (!coefficient.isZero()) {
        requireNonZero(coefficient, s);
        return s;
      }
    }
    return 0;
  }

  /** A_s and B_s for the odd powers up to one. */
  public List<Equation> coefficients(int highest) {
    List<Equation> terms = new ArrayList<>();
    for (int s = 1; s <= highest; s += 2) {
      terms.add(new Equation(Indexed.of("A", Symja.of(s)), near.coefficients().get(s)));
      terms.add(new Equation(Indexed.of("B", Symja.of(s)), far.coefficients().get(s)));
    }
    return terms;
  }

  /** What is known of a parity whose coefficients are zero. */
  public String withoutLaw(Parity parity) {
    Kernel sample = kernel.at(kernel.randomParameters(new SplittableRandom(last())));
    OptionalLong zeros = Spectrum.of(sample, 3).zerosFrom(parity);
    return zeros.isPresent()
        ? "the %s eigenvalues are exactly zero from $k = %d$ on"
            .formatted(parity, zeros.getAsLong())
        : "for %s $k$ no power law up to $r^{%d}$".formatted(parity, last());
  }

  /** An expression that is not literally zero must not be zero in disguise. */
  private void requireNonZero(IExpr coefficient, int s) {
    BallArithmetic over = BallArithmetic.ofBits(256);
    Map<String, Rational> point = kernel.randomParameters(new SplittableRandom(s));
    Ball value =
        new ExpressionEvaluator(over, point).evaluate(definitions(), List.of(coefficient)).get(0);
    if (value.containsZero()) {
      throw new UnsupportedExpressionException(
          kernel + ": cannot tell whether the coefficient of r^" + s + " vanishes");
    }
  }
}
