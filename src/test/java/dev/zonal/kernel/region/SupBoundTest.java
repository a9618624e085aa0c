package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.secondopinion.ApcomplexArithmetic;
import dev.zonal.spectrum.secondopinion.Points;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupBoundTest {
  private static final ApcomplexArithmetic REFERENCE = ApcomplexArithmetic.ofDigits(20);
  private static final int SAMPLES = 6;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=3; 1.4",
        "resntk:L=2,alpha=1; 1.7",
        "resntk:L=3,alpha=1/2; 1.2",
        "laplace:c=2; 1.9",
        "matern:nu=5/2,c=3; 1",
        "gaussian:c=1; 1.5",
        "arccos:n=1; 1.9",
        "fcnngp:L=2; 1.2"
      })
  void a_bound_on_a_disc_of_chords_exceeds_the_kernel_but_not_by_much(String name, double radius) {
    checkCircle(name, Chart.CHORD, radius);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"fcntk:L=3; 1.8", "resntk:L=2,alpha=1; 1.3", "resntk:L=2,alpha=1/10; 0.14"})
  void a_bound_on_a_disc_of_antipodal_chords_exceeds_the_kernel_but_not_by_much(
      String name, double radius) {
    checkCircle(name, Chart.ANTIPODAL_CHORD, radius);
  }

  private static void checkCircle(String name, Chart chart, double radius) {
    Kernel kernel = KernelSpecification.parse(name);
    double bound = SupBound.of(kernel, new ChordDisc(chart, radius)).bound().get();
    double largest = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      double phi = Math.PI * i / SAMPLES;
      double r = radius * (1 - 1e-12);
      largest = Math.max(largest, modulus(kernel, chart, r * Math.cos(phi), r * Math.sin(phi)));
    }
    assertBounds(bound, largest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=2", "resntk:L=3,alpha=1", "laplace:c=2", "polynomial:[0,1,1]"})
  void a_bound_on_an_ellipse_exceeds_the_kernel_but_not_by_much(String name) {
    Kernel kernel = KernelSpecification.parse(name);
    double rho = 1.6;
    BernsteinEllipse ellipse = new BernsteinEllipse(1, Math.PI, rho);
    double h = (Math.PI - 1) / 2;
    double largest = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      double phi = Math.PI * i / SAMPLES;
      double x = 1 + h + h / 2 * (rho + 1 / rho) * Math.cos(phi);
      double y = h / 2 * (rho - 1 / rho) * Math.sin(phi);
      largest = Math.max(largest, modulus(kernel, Chart.THETA, x, y));
    }
    double bound = SupBound.of(kernel, ellipse).bound().get();
    assertBounds(bound, largest);
    double rough = SupBound.roughly(kernel, ellipse).bound().get();
    assertTrue(bound <= rough && rough <= 32 * largest, rough + " is rougher than it may be");
    assertEquals(h / 2 * (rho - 1 / rho), ellipse.height(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=3", "resntk:L=10,alpha=1/10", "laplace:c=2", "fcntk:L=100"})
  void what_is_certified_roughly_reaches_nearly_as_far(String name) {
    Kernel kernel = KernelSpecification.parse(name);
    for (double from : new double[] {0, 1, 3}) {
      double last = 1;
      boolean certified = true;
      for (double rho = 1.05; certified; rho *= 1.05) {
        BernsteinEllipse ellipse = new BernsteinEllipse(from, from + Math.PI / 32, rho);
        certified = SupBound.of(kernel, ellipse).isCertified();
        last = certified ? rho : last;
      }
      BernsteinEllipse smaller =
          new BernsteinEllipse(from, from + Math.PI / 32, Math.pow(last, 0.95));
      assertTrue(SupBound.roughly(kernel, smaller).isCertified(), name + " at " + smaller);
      BernsteinEllipse larger = new BernsteinEllipse(from, from + Math.PI / 32, last * 1.05 * 1.05);
      assertFalse(SupBound.roughly(kernel, larger).isCertified(), name + " at " + larger);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=2", "resntk:L=2,alpha=1", "gaussian:c=2"})
  void a_bound_on_a_rectangle_exceeds_the_kernel_but_not_by_much(String name) {
    Kernel kernel = KernelSpecification.parse(name);
    double height = 1.2;
    double largest = 0;
    for (int i = 0; i <= SAMPLES; i++) {
      double s = (double) i / SAMPLES;
      largest = Math.max(largest, modulus(kernel, Chart.THETA, Math.PI * s, height));
      largest = Math.max(largest, modulus(kernel, Chart.THETA, 1e-5, height * s));
      largest = Math.max(largest, modulus(kernel, Chart.THETA, Math.PI, height * s));
      largest = Math.max(largest, modulus(kernel, Chart.THETA, 1e-5 + Math.PI * s, 0));
    }
    assertBounds(SupBound.of(kernel, new ThetaRectangle(height)).bound().get(), largest);
  }

  private static void assertBounds(double bound, double largest) {
    assertTrue(bound >= largest, bound + " is no bound of " + largest);
    assertTrue(bound <= 2 * largest, bound + " is far above " + largest);
  }

  @Test
  void a_bound_may_hold_on_the_circle_and_the_disc_must_still_be_refused() {
    Kernel kernel = KernelSpecification.parse("resntk:L=2,alpha=1/10");
    assertFalse(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 1.5)).isCertified());
    assertFalse(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 0.15)).isCertified());
    assertTrue(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 0.14)).isCertified());
  }

  /** By the mean value property, which holds for functions holomorphic inside, and by Apcomplex. */
  @Test
  void the_mean_over_a_certified_circle_is_the_value_at_its_centre_and_over_a_refused_one_is_not() {
    Kernel kernel = KernelSpecification.parse("resntk:L=2,alpha=1/2");
    assertTrue(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 0.7)).isCertified());
    assertEquals(0, meanDefect(kernel, 0.3), 1e-8);
    assertFalse(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 1.4)).isCertified());
    assertTrue(meanDefect(kernel, 1.4) > 1e-5);
  }

  private static double meanDefect(Kernel kernel, double radius) {
    int n = 24;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double phi = Math.PI * (i + 0.5) / n;
      sum +=
          value(kernel, Chart.ANTIPODAL_CHORD, radius * Math.cos(phi), radius * Math.sin(phi))
              .real()
              .doubleValue();
    }
    double centre = value(kernel, Chart.ANTIPODAL_CHORD, 1e-15, 0).real().doubleValue();
    return Math.abs(sum / n - centre);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gammaexp:c=1,gamma=1/2", "gammaexp:c=1,gamma=4/3", "chord:s=1/3", "chord:s=3/2"})
  void kernels_that_are_not_holomorphic_in_the_chord_at_coincidence_are_refused(String name) {
    Kernel kernel = KernelSpecification.parse(name);
    for (double size : new double[] {1, 0.1, 1e-3}) {
      SupBound<?> disc = SupBound.of(kernel, new ChordDisc(Chart.CHORD, size));
      assertFalse(disc.isCertified());
      assertTrue(disc.bound().refusal().get().contains("near"), disc::toString);
      assertFalse(SupBound.of(kernel, new ThetaRectangle(size)).isCertified());
    }
    assertFalse(SupBound.of(kernel, new BernsteinEllipse(0, 1, 1.01)).isCertified());
    assertTrue(SupBound.of(kernel, new BernsteinEllipse(0.5, 1, 1.5)).isCertified());
    assertTrue(SupBound.of(kernel, new ChordDisc(Chart.ANTIPODAL_CHORD, 1)).isCertified());
  }

  @Test
  void a_pole_inside_is_refused_though_the_kernel_is_bounded_on_the_circle() {
    Kernel kernel = new InverseSquareOfTheChord();
    assertFalse(SupBound.of(kernel, new ChordDisc(Chart.CHORD, 1)).isCertified());
    assertTrue(SupBound.of(kernel, new BernsteinEllipse(1, 3, 1.5)).isCertified());
  }

  private static final class InverseSquareOfTheChord implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      return over.divide(over.of(1), over.square(at.chord()));
    }

    @Override
    public <T> T atCoincidence(Arithmetic<T> over) {
      throw new DomainException("a pole");
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }
  }

  /**
   * e^(4 (theta/pi)^2) is largest at theta = pi, in the middle of a side that nothing else sees.
   */
  @Test
  void every_side_of_a_rectangle_counts() {
    Kernel kernel = new ExponentialOfTheSquareOfTheAngle();
    double bound = SupBound.of(kernel, new ThetaRectangle(1.5)).bound().get();
    assertBounds(bound, Math.exp(4));
  }

  private static final class ExponentialOfTheSquareOfTheAngle implements Kernel {
    @Override
    public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
      T part = over.subtract(over.of(1), at.kappa0());
      return over.exp(over.multiply(over.of(4), over.square(part)));
    }

    @Override
    public <T> T atCoincidence(Arithmetic<T> over) {
      return over.of(1);
    }

    @Override
    public <T> T paperScale(Arithmetic<T> over) {
      return over.of(1);
    }
  }

  @Test
  void an_ellipse_that_reaches_two_pi_is_refused() {
    Kernel kernel = KernelSpecification.parse("arccos:n=1");
    assertTrue(SupBound.of(kernel, new BernsteinEllipse(0, Math.PI, 4)).isCertified());
    assertFalse(SupBound.of(kernel, new BernsteinEllipse(0, Math.PI, 6)).isCertified());
  }

  /** Every boundary point must lie in the disc that claims to cover it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COSINE")
  void covers_contain_the_boundary(Chart chart) {
    Region region =
        chart == Chart.THETA ? new BernsteinEllipse(0.5, 2, 1.4) : new ChordDisc(chart, 1.3);
    for (int i = 0; i < 64; i++) {
      ComplexDisc disc = region.cover(i / 64.0, (i + 1) / 64.0);
      for (int j = 0; j <= 4; j++) {
        double phi = Math.PI * (i + j / 4.0) / 64;
        double x = 1.3 * Math.cos(phi);
        double y = 1.3 * Math.sin(phi);
        if (chart == Chart.THETA) {
          x = 1.25 + 0.375 * (1.4 + 1 / 1.4) * Math.cos(phi);
          y = 0.375 * (1.4 - 1 / 1.4) * Math.sin(phi);
        }
        assertTrue(Math.hypot(x - disc.re(), y - disc.im()) <= disc.radius());
      }
    }
  }

  @Test
  void a_cover_of_a_rectangle_walks_up_along_the_top_and_down() {
    ThetaRectangle rectangle = new ThetaRectangle(0.5);
    double[][] corners = {{0, 0}, {0, 0.5}, {Math.PI, 0.5}, {Math.PI, 0}};
    for (int side = 0; side < 3; side++) {
      for (int i = 0; i < 16; i++) {
        ComplexDisc disc = rectangle.cover(side + i / 16.0, side + (i + 1) / 16.0);
        for (double s : new double[] {i / 16.0, (i + 1) / 16.0}) {
          double x = corners[side][0] * (1 - s) + corners[side + 1][0] * s;
          double y = corners[side][1] * (1 - s) + corners[side + 1][1] * s;
          assertTrue(Math.hypot(x - disc.re(), y - disc.im()) <= disc.radius());
        }
      }
    }
  }

  private static double modulus(Kernel kernel, Chart chart, double x, double y) {
    return ApcomplexMath.abs(value(kernel, chart, x, y)).doubleValue();
  }

  private static Apcomplex value(Kernel kernel, Chart chart, double x, double y) {
    return kernel.evaluate(REFERENCE, chart.angle(REFERENCE, Points.at(x, y)));
  }
}
