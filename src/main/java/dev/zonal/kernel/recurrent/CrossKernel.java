package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.activation.ArcCosineDual;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The kernel of one recurrent network between two sequences of which one has begun before the
 * other, or that have a state of their own each: multiples a_1 x, ..., a_T x and b_1 z, ..., b_T' z
 * of one point each, aligned at their ends (docs/theory.md, Section 22.3). It is over the root of
 * the product of the values of either sequence with itself, so that f(1) &lt; 1; of one sequence
 * with itself it is what the kernel tends to where another one becomes that sequence.
 *
 * <p>It is one block of a kernel on the sphere and a set of lengths, and has no name in the
 * catalogue. As a function of u alone it is a power series without negative coefficients that
 * converges beyond u = 1.
 */
public final class CrossKernel implements Kernel {
  private final RecurrentNetwork first;
  private final RecurrentNetwork second;
  private final boolean tangent;
  private final List<CrossUnit> units;

  /** The product of the variances of both in the last unit. */
  private final Rational variances;

  /** The product of the values of either sequence with itself, over (sv2 m)^2. */
  private final Rational values;

  /** Of two lengths, or of one if each sequence has its own state: see {@link RecurrentLengths}. */
  CrossKernel(RecurrentNetwork first, RecurrentNetwork second, boolean tangent) {
    this.first = first;
    this.second = second;
    this.tangent = tangent;
    Units ofFirst = Units.of(first);
    Units ofSecond = Units.of(second);
    this.units = CrossUnit.of(first, second, ofFirst, ofSecond);
    Unit one = ofFirst.last();
    Unit other = ofSecond.last();
    this.variances = one.variance().multiply(other.variance());
    this.values =
        tangent
            ? one.variance().add(one.tangent()).multiply(other.variance().add(other.tangent()))
            : variances;
  }

  /**
   * What a unit sees and passes on: with K the normalised dual, its value and its slope at the
   * correlation, and the tangent kernel over the root of the product of the variances.
   */
  private record Seen<T>(T value, T slope, T tangent) {}

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    ArcCosineDual<T> dual = first.phi().dual(over);
    T u = at.cosine();
    int layers = first.layers();
    List<Seen<T>> seen = new ArrayList<>();
    for (CrossUnit unit : units) {
      int n = seen.size();
      Seen<T> past = n < layers ? null : seen.get(n - layers);
      Seen<T> below = n % layers == 0 ? null : seen.get(n - 1);
      seen.add(seen(over, dual, unit, past, below, u));
    }
    Seen<T> last = seen.get(seen.size() - 1);
    if (!tangent) {
      return last.value;
    }
    T sum = over.add(last.value, over.multiply(last.slope, last.tangent));
    return over.multiply(sum, over.sqrt(over.of(variances.divide(values))));
  }

  private <T> Seen<T> seen(
      Arithmetic<T> over, ArcCosineDual<T> dual, CrossUnit unit, Seen<T> past, Seen<T> below, T u) {
    T input = CrossUnit.weight(over, unit.input());
    T ofPast = CrossUnit.weight(over, unit.past());
    T ofBelow = CrossUnit.weight(over, unit.below());
    T correlation = CrossUnit.weight(over, unit.constant());
    if (input != null) {
      correlation = sum(over, correlation, over.multiply(input, u));
    }
    if (past != null) {
      correlation = sum(over, correlation, over.multiply(ofPast, past.value));
    }
    if (below != null) {
      correlation = sum(over, correlation, over.multiply(ofBelow, below.value));
    }
    Angle<T> angle = ChordAngle.ofCosine(over, correlation);
    if (!tangent) {
      return new Seen<>(dual.value(angle), null, null);
    }
    T sum = correlation;
    if (past != null) {
      sum = over.add(sum, over.multiply(ofPast, over.multiply(past.slope, past.tangent)));
    }
    if (below != null) {
      sum = over.add(sum, over.multiply(ofBelow, over.multiply(below.slope, below.tangent)));
    }
    return new Seen<>(dual.value(angle), dual.slope(angle), sum);
  }

  /** The sum, where null stands for 0. */
  private static <T> T sum(Arithmetic<T> over, T a, T b) {
    return a == null ? b : over.add(a, b);
  }

  /** sv2 m times the root of the product of both values at x = z. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    Rational factor = first.output().multiply(first.phi().value());
    return over.scale(over.sqrt(over.of(values)), factor);
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return evaluate(over, ChordAngle.ofCosine(over, Rational.ONE));
  }

  @Override
  public Optional<Rational> rationalValue(Rational u) {
    return Optional.empty();
  }

  @Override
  public boolean hasNonNegativeSeries() {
    return true;
  }

  /** One unit without biases: K(w u) + w u K'(w u) (docs/theory.md, Lemma 22.10). */
  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return units.size() == 1 && units.get(0).constant().isZero()
        ? Optional.of(new PolynomialPart(true, 1))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossKernel kernel
        && tangent == kernel.tangent
        && first.equals(kernel.first)
        && second.equals(kernel.second);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, tangent);
  }

  /** The two networks, which differ in what they read only. */
  @Override
  public String toString() {
    return (tangent ? "rntk:" : "rnngp:") + first + " and " + second;
  }
}
