package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.testkit.Kernels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LayerRecursionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  @Provide
  Arbitrary<NetworkKernel> networks() {
    return Kernels.networks()
        .map(kernel -> kernel.network().orElseThrow())
        .filter(network -> network.recursion().isStationary());
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Arbitraries.integers().between(-40, 40).map(n -> Rational.of(n, 40));
  }

  /** The steps as the symbolic side takes them, from the start, with the state's own scale. */
  @Property(tries = 200)
  void theKernelIsItsRecursionStepByStep(
      @ForAll("networks") NetworkKernel network, @ForAll("cosines") Rational u) {
    Layers<Ball> layers = network.recursion().over(OVER);
    ChordAngle<Ball> at = ChordAngle.ofCosine(OVER, u);
    Angle<Ball> angle = layers.maps().first(at);
    List<Ball> state = layers.start(angle);
    for (int l = 0; l < network.depth(); l++) {
      state = layers.step(l + 1, angle, state);
      angle = layers.maps().layer(l + 1).next(angle);
    }
    Ball scale = layers.scale(OVER.of(network.depth()), state);
    Ball value = OVER.divide(layers.unscaled(angle::cosine, state), scale);
    assertTrue(value.overlaps(network.evaluate(OVER, at)), network::toString);
    assertTrue(scale.overlaps(layers.scale(network.depth())), network::toString);
    assertTrue(value.accuracyBits() > 60 || value.containsZero(), value::toString);
  }

  @Property(tries = 100)
  void theStateHasALetterForEachNumber(@ForAll("networks") NetworkKernel network) {
    Layers<Ball> layers = network.recursion().over(OVER);
    List<Ball> state = layers.start(ChordAngle.ofCosine(OVER, Rational.ZERO));
    assertEquals(network.recursion().names().size(), state.size());
    assertEquals(
        state.size(), layers.step(1, ChordAngle.ofCosine(OVER, Rational.ZERO), state).size());
  }

  /** A list of trained layers means another part of a network of another depth. */
  @Property(tries = 100)
  void onlyTheDepthChangesWithTheDepth(
      @ForAll("networks") NetworkKernel network, @ForAll @IntRange(min = 1, max = 50) int depth) {
    Assume.that(!(network instanceof NeuralTangentKernel n) || n.training().layers().isEmpty());
    NetworkKernel other = network.withDepth(depth);
    assertEquals(depth, other.depth());
    assertEquals(network.recursion(), other.recursion());
    assertEquals(network, other.withDepth(network.depth()));
  }
}
