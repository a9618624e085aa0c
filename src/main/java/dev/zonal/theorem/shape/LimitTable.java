package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.spectrum.value.Precision;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The limit kernel at u = -1, -1/2, 0 and 1/2, where kernels of finite depth are compared with it.
 *
 * @param kernel the limit kernel
 * @param values its values, with the points
 */
public record LimitTable(LimitKernel kernel, List<Value> values) {
  private static final int BITS = 80;
  private static final BallArithmetic OVER = Precision.CONSTANTS;

  /** The value of a kernel at u, or a difference of two. */
  public record Value(Rational u, Ball value) {}

  /** The values of a limit kernel, to about 24 digits. */
  public static LimitTable of(LimitKernel kernel) {
    List<Value> values =
        Stream.of(Rational.of(-1), Rational.of(-1, 2), Rational.ZERO, Rational.of(1, 2))
            .map(u -> new Value(u, kernel.at(u, BITS)))
            .toList();
    return new LimitTable(kernel, values);
  }

  /**
   * How far a kernel of finite depth is from the limit kernel.
   *
   * @param values f_L(u) - f(u) at the points
   * @param least the largest of them, whose lower end is a lower bound of the supremum over all u
   * @param most a ball whose upper end bounds that supremum (Theorem 29.3, Corollary 29.4)
   * @param process the same for u_L - U(T), the Gaussian processes of the same blocks
   */
  public record Distance(List<Value> values, Ball least, Ball most, Ball process) {
    public Distance {
      values = List.copyOf(values);
    }
  }

  /** That of a kernel of ReLUs without bias whose layers are trained like those of the limit. */
  public Distance distance(ResidualTangentKernel deep) {
    List<Value> differences = differences(deep);
    Ball least =
        differences.stream()
            .map(value -> value.value().abs())
            .max(Comparator.comparing(Ball::lower))
            .orElseThrow();
    DepthRate rate = DepthRate.of(deep);
    Ball time = OVER.of(kernel.time());
    Rational mean = Rational.of(1, deep.depth());
    return new Distance(
        differences,
        least,
        atMostTwo(OVER.scale(rate.constant(time), mean)),
        atMostTwo(OVER.scale(rate.gaussianProcess(time), mean)));
  }

  /** All of these kernels lie between -1 and 1. */
  private static Ball atMostTwo(Ball bound) {
    return bound.certainlyLess(Ball.exact(2)) ? bound : Ball.exact(2);
  }

  private List<Value> differences(ResidualTangentKernel deep) {
    return values.stream()
        .map(
            limit -> {
              Ball value = deep.evaluate(OVER, ChordAngle.ofCosine(OVER, limit.u()));
              return new Value(limit.u(), OVER.subtract(value, limit.value()));
            })
        .toList();
  }
}
