package dev.zonal.lab.approximation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Sphere;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * sum N(d, k) n eta_k/(n eta_k + lambda), which the effective dimension of the matrix of n random
 * points does not exceed in the mean (docs/theory.md, Proposition 26.9), with the tail enclosed.
 *
 * <p>The kernel, not normalised, is L + 1 at u = 1.
 */
public final class EffectiveDimension {
  private static final int BITS = 100;
  private static final int FIRST = 32;
  private static final int MOST = 1024;

  /** The enclosure is as narrow as this part of itself. */
  private static final Rational NARROW = Rational.of(1, 1_000_000);

  private final BallArithmetic over = BallArithmetic.ofBits(BITS);
  private final Spectrum spectrum;
  private final int depth;

  /** What belongs to the levels from 0 on, of the kernel that is not normalised. */
  private final List<Level> levels = new ArrayList<>();

  /**
   * One level.
   *
   * @param eigenvalue eta_k
   * @param multiplicity N(d, k)
   */
  private record Level(Ball eigenvalue, Ball multiplicity) {}

  private EffectiveDimension(Spectrum spectrum, int depth) {
    this.spectrum = spectrum;
    this.depth = depth;
  }

  /** For a network of L hidden layers on the unit sphere of R^dimension. */
  public static EffectiveDimension of(int depth, int dimension) {
    return new EffectiveDimension(
        Spectrum.of(new FullyConnectedTangentKernel(depth), dimension), depth);
  }

  /**
   * The bound.
   *
   * @param points n, at least 1
   * @param lambda positive
   * @return an enclosure of the sum; refused if an eigenvalue is
   */
  public Certification<Ball> bound(int points, Rational lambda, Context context) {
    Ball best = null;
    for (int count = FIRST; count <= MOST; count *= 2) {
      Certification<Boolean> more = extend(count, context);
      if (!more.isCertified()) {
        return best == null
            ? Certification.refused(more.refusal().orElseThrow())
            : Certification.certified(best);
      }
      best = sum(count, over.of(lambda.reciprocal().multiply(points)));
      Ball narrow = over.scale(best.abs(), NARROW);
      if (best.radius().certainlyLess(narrow)) {
        break;
      }
    }
    return Certification.certified(best);
  }

  private Certification<Boolean> extend(int count, Context context) {
    TreeSet<Long> wanted =
        LongStream.range(levels.size(), count)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (wanted.isEmpty()) {
      return Certification.certified(true);
    }
    Map<Long, Certification<Enclosure>> found =
        spectrum.enclose(wanted, BITS, Optional.empty(), context);
    Sphere sphere = new Sphere(spectrum.dimension());
    for (long k : wanted) {
      Certification<Enclosure> eigenvalue = found.get(k);
      if (!eigenvalue.isCertified()) {
        return Certification.refused("eta_" + k + ": " + eigenvalue.refusal().orElseThrow());
      }
      levels.add(
          new Level(
              over.multiply(over.of(depth + 1L), eigenvalue.get().ball()),
              sphere.multiplicity(k, over)));
    }
    return Certification.certified(true);
  }

  /**
   * The sum with its tail: with x_k = n eta_k/lambda, x - x^2 &lt;= x/(1+x) &lt;= x, and x_k is at
   * most the rest of the trace over the multiplicity.
   *
   * @param ratio n/lambda
   */
  private Ball sum(int count, Ball ratio) {
    Ball sum = over.of(0);
    Ball rest = over.of(depth + 1L);
    for (Level level : levels.subList(0, count)) {
      Ball x = over.multiply(ratio, level.eigenvalue);
      Ball share = over.divide(x, over.add(over.of(1), x));
      sum = over.add(sum, over.multiply(level.multiplicity, share));
      rest = over.subtract(rest, over.multiply(level.multiplicity, level.eigenvalue));
    }
    Ball tail = over.multiply(ratio, rest);
    Ball next = new Sphere(spectrum.dimension()).multiplicity(count, over);
    Ball square = over.divide(over.square(tail), next);
    return over.add(sum, Ball.hull(tail, over.subtract(tail, square)));
  }
}
