package dev.zonal.data.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Where all pixels have one norm, what one convolution makes of two images is a function of the
 * cosines of their pixels (docs/theory.md, Section 21.2): the spectra of `spectrum.multisphere` are
 * those of the kernels of this package.
 */
class PixelsOnSpheresTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(120);
  private static final int PIXELS = 5;
  private static final int TAPS = 3;

  @Property(tries = 30)
  void one_convolution_is_the_mean_of_a_dense_network_over_the_patches(
      @ForAll("circles") List<Vector> x,
      @ForAll("circles") List<Vector> z,
      @ForAll boolean isTangent) {
    Kernel dense = KernelSpecification.parse(isTangent ? "fcntk:L=1" : "fcnngp:L=1");
    Ball sum = BALLS.of(0);
    for (int a = 0; a < PIXELS; a++) {
      Rational cosine = Rational.ZERO;
      for (int b = 0; b < TAPS; b++) {
        int pixel = Math.floorMod(a + b - 1, PIXELS);
        cosine = cosine.add(x.get(pixel).dot(z.get(pixel)));
      }
      ChordAngle<Ball> angle = ChordAngle.ofCosine(BALLS, cosine.divide(TAPS));
      sum = BALLS.add(sum, dense.evaluate(BALLS, angle));
    }
    // 2 |x_a|^2/C times the number of layers that are trained, the read-out among them; C = 2.
    Ball expected = BALLS.scale(sum, Rational.of(isTangent ? 2 : 1, PIXELS));
    String name = isTangent ? "cntk" : "cnngp";
    Ball value =
        ConvolutionalSpecification.parse(name + ":L=1,taps=3")
            .value(BALLS, new Image(1, PIXELS, 2, x), new Image(1, PIXELS, 2, z));
    assertTrue(value.overlaps(expected), () -> value + " and " + expected);
    assertTrue(value.accuracyBits() > 60 || expected.containsZero(), value::toString);
  }

  @Provide
  Arbitrary<List<Vector>> circles() {
    return Arbitraries.integers()
        .between(-7, 7)
        .map(PixelsOnSpheresTest::onCircle)
        .list()
        .ofSize(PIXELS);
  }

  /** (1 - t^2, 2t)/(1 + t^2), t = n/3. */
  private static Vector onCircle(int n) {
    List<Rational> coordinates = new ArrayList<>();
    coordinates.add(Rational.of(9L - (long) n * n, 9L + (long) n * n));
    coordinates.add(Rational.of(6L * n, 9L + (long) n * n));
    return Vector.of(coordinates);
  }
}
