package dev.zonal.arithmetic;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The operations of balls at several precisions, radius included; not run by the tests. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ArithmeticBenchmark {
  @Param({"50", "300", "1000", "10000"})
  private int digits;

  private BallArithmetic over;
  private Ball x;
  private Ball y;
  private Ball sine;
  private Ball cosine;
  private Ball angle;

  @Setup
  public void prepare() {
    over = BallArithmetic.ofBits((int) (digits * 3.322) + 34);
    x = over.of(Rational.of(1, 3));
    y = over.of(Rational.of(5, 7));
    sine = over.sin(y);
    cosine = over.cos(y);
    angle = y.shifted(1);
  }

  @Benchmark
  public Ball add() {
    return over.add(x, y);
  }

  @Benchmark
  public Ball multiply() {
    return over.multiply(x, y);
  }

  @Benchmark
  public Ball divide() {
    return over.divide(x, y);
  }

  @Benchmark
  public Ball sqrt() {
    return over.sqrt(y);
  }

  @Benchmark
  public Ball exp() {
    return over.exp(y);
  }

  @Benchmark
  public Ball log() {
    return over.log(y);
  }

  @Benchmark
  public Object sinAndCos() {
    return over.sinCos(y);
  }

  @Benchmark
  public Ball atan() {
    return over.atan(y);
  }

  @Benchmark
  public Ball acos() {
    return over.acos(y);
  }

  @Benchmark
  public Ball acuteAngle() {
    return over.acuteAngle(sine, cosine);
  }

  @Benchmark
  public Ball arcCosineDefect() {
    return over.arcCosineDefect(angle, sine, cosine);
  }
}
