package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The policy by which a computation is repeated at a higher precision: each attempt says itself how
 * much more it needs, and this says when nobody tries any more.
 *
 * @param first the precision of the first attempt, in whatever unit the computation takes
 * @param attempts how often it is tried at the most
 * @param most the highest precision tried
 */
public record Refinement(long first, int attempts, long most) {
  /**
   * What one attempt gave.
   *
   * @param result the best there is as yet
   * @param more by how much the precision is to grow; 0 if the result is good enough
   */
  public record Attempt<T>(T result, long more) {
    public static <T> Attempt<T> decided(T result) {
      return new Attempt<>(result, 0);
    }
  }

  /** So many attempts at the most. */
  public static Refinement of(long first, int attempts) {
    return new Refinement(first, attempts, Integer.MAX_VALUE);
  }

  /** As many attempts as there are up to a precision. */
  public static Refinement upTo(long first, long most) {
    return new Refinement(first, Integer.MAX_VALUE, most);
  }

  /** The result of the first attempt that needs no more, or else of the last. */
  public <T> T run(IntFunction<Attempt<T>> computation) {
    long precision = first;
    for (int attempt = 1; ; attempt++) {
      Attempt<T> last = computation.apply(Math.toIntExact(precision));
      precision += last.more();
      if (last.more() == 0 || attempt == attempts || precision > most) {
        return last.result();
      }
    }
  }

  /** The first thing certified, the precision doubling, or the reason why the last is refused. */
  public <T> Certification<T> doubling(IntFunction<Certification<T>> computation) {
    return run(
        precision -> {
          Certification<T> last = computation.apply(precision);
          return new Attempt<>(last, last.isCertified() ? 0 : precision);
        });
  }

  /**
   * The first enclosure of a computation that cancels whose relative accuracy is the precision of
   * {@code over}. It ends if the value is not zero and the enclosures shrink to it as the precision
   * grows.
   *
   * @param extraBits a guess at the bits that cancel
   * @throws DomainException if 64 times the precision expected does not do
   */
  public static Ball until(
      BallArithmetic over, long extraBits, Function<BallArithmetic, Ball> enclosure) {
    long bits = over.bits() + 16 + extraBits;
    Ball value =
        upTo(bits, 64 * (bits + 64))
            .run(
                precision -> {
                  Context.checkpoint();
                  Ball ball = enclosure.apply(BallArithmetic.ofBits(precision));
                  return new Attempt<>(ball, missing(ball, over.bits(), precision));
                });
    if (value.accuracyBits() < over.bits()) {
      throw new DomainException(
          "no enclosure of the eigenvalue shrank to " + over.bits() + " bits");
    }
    return value;
  }

  private static long missing(Ball ball, int wanted, int precision) {
    if (ball.accuracyBits() >= wanted) {
      return 0;
    }
    return ball.containsZero() ? precision : wanted - ball.accuracyBits() + 8;
  }
}
