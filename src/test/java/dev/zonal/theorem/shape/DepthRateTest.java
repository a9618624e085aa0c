package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.kernel.specification.KernelSpecification;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthRateTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);

  private static ResidualTangentKernel kernel(String text) {
    return (ResidualTangentKernel) KernelSpecification.parse(text);
  }

  /** L sigma is the time S itself where alpha^2 = T/L and S = T L/(L + T). */
  private static Rational time(int depth, Rational square) {
    return square.multiply((long) depth).divide(square.add(1));
  }

  private static Ball value(String specification, Rational u) {
    return KernelSpecification.parse(specification).evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  private static Ball distance(int depth, Rational square, Rational u, Training training) {
    String text =
        "resntk:L=%s,alpha2=%s,train=%s"
            .formatted(depth, square, training == Training.ALL ? "all" : "blocks");
    Ball limit = new LimitKernel(time(depth, square), training).at(u, 24);
    return OVER.subtract(value(text, u), limit).abs();
  }

  @Property(tries = 6)
  void kernelsAreWithinTheConstantOverTheDepth(
      @ForAll @IntRange(min = 1, max = 60) int depth,
      @ForAll @IntRange(min = 1, max = 400) int weight,
      @ForAll @IntRange(min = -8, max = 7) int point,
      @ForAll boolean all) {
    Rational square = Rational.of((long) weight * weight, 20_000);
    Training training = all ? Training.ALL : Training.BLOCKS;
    Rational u = Rational.of(point, 8);
    Ball found = OVER.scale(distance(depth, square, u, training), Rational.of(depth));
    Rational sigma = square.divide(square.add(1));
    Ball bound = new DepthRate(depth, OVER.of(sigma), training).constant();
    assertFalse(found.certainlyGreater(OVER.of(bound.upper())), () -> found + " > " + bound);
  }

  @Property(tries = 5)
  void otherTimesCostWhatTheCorollarySays(
      @ForAll @IntRange(min = 1, max = 40) int depth,
      @ForAll @IntRange(min = 1, max = 40) int time,
      @ForAll @IntRange(min = -8, max = 7) int point,
      @ForAll boolean all) {
    Rational t = Rational.of(time, 8);
    Training training = all ? Training.ALL : Training.BLOCKS;
    Rational u = Rational.of(point, 8);
    String text =
        "resntk:L=%s,alpha2=%s,train=%s".formatted(depth, t.divide(depth), all ? "all" : "blocks");
    Ball limit = new LimitKernel(t, training).at(u, 24);
    Ball found = OVER.scale(OVER.subtract(value(text, u), limit).abs(), Rational.of(depth));
    Ball bound = DepthRate.of(kernel(text)).constant(OVER.of(t));
    assertFalse(found.certainlyGreater(OVER.of(bound.upper())), () -> found + " > " + bound);
  }

  private static Ball processDistance(int depth, Rational square, Rational u) {
    Ball theta = OVER.acos(OVER.of(u));
    Ball limit =
        new LimitKernel(time(depth, square)).parts(BallArithmetic.ofBits(80), theta).covariance();
    return OVER.subtract(value("resnngp:L=%s,alpha2=%s".formatted(depth, square), u), limit);
  }

  @Property(tries = 5)
  void theBlocksAreAheadOfTheFlowByAtMostTheConstant(
      @ForAll @IntRange(min = 1, max = 60) int depth,
      @ForAll @IntRange(min = 1, max = 400) int weight,
      @ForAll @IntRange(min = -8, max = 7) int point) {
    Rational square = Rational.of((long) weight * weight, 20_000);
    Ball found = processDistance(depth, square, Rational.of(point, 8));
    assertFalse(found.isNegative());
    DepthRate rate = new DepthRate(depth, OVER.of(square.divide(square.add(1))), Training.BLOCKS);
    Ball bound = rate.gaussianProcess();
    assertFalse(
        OVER.scale(found, Rational.of(depth)).certainlyGreater(OVER.of(bound.upper())),
        () -> found + " > " + bound);
  }

  /** The constant of the Gaussian process is nearly the best one. */
  @Test
  void theConstantOfTheProcessIsWithinATenthOfWhatIsFound() {
    Rational square = Rational.of(1, 200);
    double found = 402 * processDistance(402, square, Rational.of(-1)).toDouble();
    double bound =
        new DepthRate(402, OVER.of(Rational.of(1, 201)), Training.BLOCKS)
            .gaussianProcess()
            .toDouble();
    assertTrue(found < bound && found > 0.9 * bound, found + " " + bound);
  }

  @ParameterizedTest
  @CsvSource({"1, 300, blocks", "20, 200, all"})
  void deepKernelsAreWithinIt(int time, int depth, String training) {
    assertWithin(time, depth, training);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"1, 10000, blocks", "1, 10000, all", "20, 4000, blocks"})
  void deeperKernelsAreWithinItToo(int time, int depth, String training) {
    assertWithin(time, depth, training);
  }

  private static void assertWithin(int time, int depth, String training) {
    String text = "resntk:L=%s,alpha2=%s/%s,train=%s".formatted(depth, time, depth, training);
    ResidualTangentKernel deep = kernel(text);
    LimitTable table = LimitTable.of(new LimitKernel(Rational.of(time), deep.training()));
    LimitTable.Distance distance = table.distance(deep);
    assertTrue(distance.least().certainlyLess(distance.most()));
    assertEquals(4, distance.values().size());
    double order = distance.most().toDouble() / distance.least().toDouble();
    assertTrue(order < 60, "of the right order: " + order);
  }

  /** In plain doubles, from the formula of the theorem. */
  @ParameterizedTest
  @CsvSource({"1, 1/2", "7, 1/100", "40, 1/20", "400, 1/10000", "3000, 1/5"})
  void theConstantsAreThoseOfTheTheorem(int depth, String sigma) {
    double s = Rational.parse(sigma).doubleValue();
    DepthRate blocks = new DepthRate(depth, OVER.of(Rational.parse(sigma)), Training.BLOCKS);
    double a = s / (1 - s);
    double time = depth * s;
    double lambda = Math.min(time, s + 3 * Math.log(1 + time / 3));
    double tau = time + a / 2 * lambda;
    double nu = Math.min(1.14, tau + Math.asin(Math.sqrt(Math.min(tau, 2) / 2)) / Math.PI);
    double c =
        (1 + a / 2) * Math.min(1.21, Math.min(1, tau) + nu)
            + (1 + a) / 2 * (Math.min(1, time) + 1.07 * lambda);
    assertEquals(c, blocks.constant().toDouble(), 1e-12 * c);
    double process = Math.min(time, Math.exp(-1) + s);
    assertEquals((1 + a) / 2 * time * process, blocks.gaussianProcess().toDouble(), 1e-12 * time);
    double all = time / (1 + time) * (c + 0.5 + (1 + a) / 2 * process);
    DepthRate trained = new DepthRate(depth, blocks.sigma(), Training.ALL);
    assertEquals(all, trained.constant().toDouble(), 1e-12 * all);
    double other = 1.5 * time;
    double length = Math.min(1.14, other + Math.asin(Math.sqrt(Math.min(other, 2) / 2)) / Math.PI);
    double moved = Math.min(1.14, length + 2 * Math.min(1, other)) * Math.log(1.5);
    Ball to = OVER.of(Rational.parse(sigma).multiply(3L * depth).divide(2));
    assertEquals(c + depth * moved, blocks.constant(to).toDouble(), 1e-9 * depth);
    assertEquals(
        all + depth * 3.07 * time / 2 / (1 + time), trained.constant(to).toDouble(), 1e-9 * depth);
    double process2 = (1 + a) / 2 * time * process;
    assertEquals(
        process2 + depth * Math.min(time / 2, 2 * Math.log(1.5)),
        blocks.gaussianProcess(to).toDouble(),
        1e-9 * depth);
  }

  /** Lemma 29.1 (b), (c) and (d), from certified values. */
  @Property(tries = 15)
  void aBlockIsAStretchOfTime(
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = -16, max = 15) int point) {
    Rational sigma = Rational.of(percent, 100);
    Ball[] v = new Ball[depth + 1];
    Ball[] q = new Ball[depth + 1];
    CovarianceMaps<Ball> maps =
        kernel("resntk:L=1,alpha2=" + sigma.divide(Rational.ONE.subtract(sigma)))
            .recursion()
            .over(OVER)
            .maps();
    Angle<Ball> at = ChordAngle.ofCosine(OVER, Rational.of(point, 16));
    for (int l = 0; l <= depth; l++) {
      v[l] = OVER.subtract(at.kappa1(), at.cosine());
      q[l] = maps.layer(1).slope(at);
      at = maps.layer(1).next(at);
    }
    Ball product = Ball.exact(1);
    Ball sum = Ball.exact(0);
    for (int l = depth - 1; l >= 0; l--) {
      assertAtMost(OVER.multiply(q[l], v[l]), v[l + 1]);
      assertAtMost(v[l + 1], OVER.multiply(q[l + 1], v[l]));
      assertAtMost(v[depth], OVER.multiply(product, v[l]));
      assertAtMost(OVER.multiply(product, v[l + 1]), v[depth]);
      sum = OVER.add(sum, OVER.multiply(product, OVER.subtract(Ball.exact(1), q[l])));
      product = OVER.multiply(product, q[l]);
    }
    assertTrue(sum.overlaps(OVER.subtract(Ball.exact(1), product)));
    assertAtMost(OVER.scale(v[depth], Rational.ONE.subtract(sigma)), OVER.multiply(product, v[0]));
  }

  private static void assertAtMost(Ball a, Ball b) {
    assertFalse(a.certainlyGreater(b), () -> a + " > " + b);
  }

  /** Lemma 29.2: where the derivative in the angle vanishes g is least, and not below -7/100. */
  @Test
  void oneBlockIsNowhereBelowItsBound() {
    double least = 0;
    for (int i = 0; i <= 10_000; i++) {
      double x = Math.PI * i / 10_000;
      least = Math.min(least, (Math.sin(x) - 2 * x * Math.cos(x)) / (2 * Math.PI));
    }
    assertTrue(least > -0.07 && least < -0.068, "" + least);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=3,alpha=1,tau=1", "resntk:L=3,alpha=1,act=erf"})
  void whatTheTheoremIsNotAboutIsRefused(String specification) {
    ResidualTangentKernel kernel = kernel(specification);
    assertThrows(IllegalArgumentException.class, () -> DepthRate.of(kernel));
  }

  @Test
  void aWeightThatIsNotSeenToBeAWeightIsRefused() {
    for (Ball sigma : new Ball[] {Ball.exact(0), Ball.exact(1), Ball.exact(-1)}) {
      assertThrows(IllegalArgumentException.class, () -> new DepthRate(2, sigma, Training.BLOCKS));
    }
    Ball half = OVER.of(Rational.of(1, 2));
    assertThrows(IllegalArgumentException.class, () -> new DepthRate(0, half, Training.BLOCKS));
    Ball wide = half.inflate(Ball.exact(1));
    assertThrows(IllegalArgumentException.class, () -> new DepthRate(2, wide, Training.BLOCKS));
  }
}
