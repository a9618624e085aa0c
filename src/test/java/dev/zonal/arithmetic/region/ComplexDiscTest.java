package dev.zonal.arithmetic.region;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.secondopinion.ApcomplexArithmetic;
import dev.zonal.spectrum.secondopinion.Points;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplexDiscTest {
  private static final ApcomplexArithmetic REFERENCE = ApcomplexArithmetic.ofDigits(30);
  private static final int TRIES = 50;

  /** A disc and a point of it. */
  record Sample(ComplexDisc disc, Apcomplex point) {}

  @Provide
  Arbitrary<Sample> samples() {
    Arbitrary<Double> coordinate =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-3, 3).ofScale(9),
            Arbitraries.of(0.0, 1.0, -1.0, 0.5, -0.0, 1e-9, 30.0, -25.0));
    Arbitrary<Double> radius =
        Arbitraries.oneOf(
            Arbitraries.just(0.0),
            Arbitraries.doubles().between(-13, 0).ofScale(3).map(e -> Math.pow(10, e)));
    Arbitrary<Double> turn = Arbitraries.doubles().between(0, 6.283).ofScale(3);
    Arbitrary<Double> reach = Arbitraries.of(0.0, 0.5, 0.9, 0.999999);
    return Combinators.combine(coordinate, coordinate, radius, turn, reach)
        .as(
            (re, im, r, phi, s) ->
                new Sample(
                    new ComplexDisc(re, im, r),
                    Points.at(re, im)
                        .add(Points.at(r * s * Math.cos(phi), r * s * Math.sin(phi)))));
  }

  @Property(tries = TRIES)
  void ring_operations_contain_the_results_of_all_points(
      @ForAll("samples") Sample a, @ForAll("samples") Sample b) {
    contains(ComplexDisc::add, Apcomplex::add, a, b);
    contains(ComplexDisc::subtract, Apcomplex::subtract, a, b);
    contains(ComplexDisc::multiply, Apcomplex::multiply, a, b);
    contains(ComplexDisc::negate, Apcomplex::negate, a);
  }

  @Property(tries = TRIES)
  void a_quotient_contains_the_quotients_of_all_points(
      @ForAll("samples") Sample a, @ForAll("samples") Sample b) {
    contains(ComplexDisc::divide, Apcomplex::divide, a, b);
  }

  @Property(tries = TRIES)
  void a_square_root_contains_the_principal_roots_of_all_points(@ForAll("samples") Sample a) {
    contains(ComplexDisc::sqrt, ApcomplexMath::sqrt, a);
  }

  @Property(tries = TRIES)
  void an_exponential_contains_the_exponentials_of_all_points(@ForAll("samples") Sample a) {
    contains(ComplexDisc::exp, ApcomplexMath::exp, a);
  }

  @Property(tries = TRIES)
  void a_logarithm_contains_the_principal_logarithms_of_all_points(@ForAll("samples") Sample a) {
    contains(ComplexDisc::log, ApcomplexMath::log, a);
  }

  @Property(tries = TRIES)
  void sine_and_cosine_contain_those_of_all_points(@ForAll("samples") Sample a) {
    contains(ComplexDisc::sin, ApcomplexMath::sin, a);
    contains(ComplexDisc::cos, ApcomplexMath::cos, a);
  }

  /** From 1e-40 to beyond the place where the formulas change, with the radius of the lemma. */
  @Property(tries = 200)
  void sine_and_arc_sine_of_small_numbers_lose_no_relative_accuracy(
      @ForAll @DoubleRange(min = -40, max = -3.5) double exponent,
      @ForAll @DoubleRange(min = -1, max = 1) double slope) {
    double re = Math.pow(10, exponent);
    ComplexDisc disc = new ComplexDisc(re, slope * re, 0);
    Sample point = new Sample(disc, Points.at(re, slope * re));
    contains(ComplexDisc::sin, ApcomplexMath::sin, point);
    contains(ComplexDisc::asin, ApcomplexMath::asin, point);
    double size = Math.hypot(re, slope * re);
    if (Math.abs(re) + Math.abs(slope * re) < 0x1p-13) {
      assertTrue(disc.sin().radius() >= 0.99 * 0x1p-50 * size);
      assertTrue(disc.sin().radius() <= 1.01 * 0x1p-50 * size);
      assertTrue(disc.asin().radius() <= 0x1p-47 * size);
    }
  }

  @Property(tries = TRIES)
  void an_arc_sine_contains_the_principal_arc_sines_of_all_points(@ForAll("samples") Sample a) {
    contains(ComplexDisc::asin, ApcomplexMath::asin, a);
  }

  @Property(tries = TRIES)
  void magnitude_and_mignitude_bound_the_modulus_of_all_points(@ForAll("samples") Sample a) {
    double modulus = ApcomplexMath.abs(a.point()).doubleValue();
    assertTrue(modulus <= Math.nextUp(a.disc().modulus()));
    assertTrue(modulus >= Math.nextDown(a.disc().mignitude()));
  }

  @Property(tries = TRIES)
  void the_disc_of_a_fraction_contains_it(
      @ForAll long numerator, @ForAll long denominator, @ForAll boolean small) {
    Assume.that(denominator != 0);
    Rational value =
        small
            ? Rational.of(numerator >> 40, Math.max(1, Math.abs(denominator >> 40)))
            : Rational.of(numerator, denominator);
    ComplexDisc disc = ComplexDisc.of(value);
    Rational distance = value.subtract(Rational.of(disc.re())).abs();
    assertTrue(distance.compareTo(Rational.of(disc.radius())) <= 0);
  }

  /** Tightness: a point has an image of about fifteen digits. */
  @Property(tries = TRIES)
  void the_image_of_a_point_is_small(@ForAll("samples") Sample sample) {
    ComplexDisc point = ComplexDisc.of(sample.disc().re() / 4, sample.disc().im() / 4);
    Assume.that(point.modulus() < 0.9);
    assertTrue(point.sin().radius() < 1e-14);
    assertTrue(point.asin().radius() < 1e-13);
    ComplexDisc shifted = ComplexDisc.ONE.add(point);
    assertTrue(shifted.sqrt().radius() < 1e-14);
    assertTrue(shifted.log().radius() < 1e-13);
    assertTrue(shifted.reciprocal().radius() < 1e-13);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 0", "-1, 0.1, 0.1001", "0.1, 0, 0.1", "0, 0, 0", "-1e-300, 0, 0"})
  void roots_and_logarithms_refuse_discs_that_meet_the_negative_axis(
      double re, double im, double radius) {
    ComplexDisc disc = new ComplexDisc(re, im, radius);
    assertThrows(DomainException.class, disc::sqrt);
    assertThrows(DomainException.class, disc::log);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "-1, 0, 0", "0.9, 0, 0.1", "2, 0.1, 0.1001", "-2, 0.1, 0.1001"})
  void the_arc_sine_refuses_discs_that_meet_its_cuts(double re, double im, double radius) {
    assertThrows(DomainException.class, new ComplexDisc(re, im, radius)::asin);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.1, 0.0999", "0.1, 0, 0.0999", "0, 1, 0.999", "-3, -1, 0.99"})
  void roots_and_logarithms_accept_discs_next_to_the_cut(double re, double im, double radius) {
    ComplexDisc disc = new ComplexDisc(re, im, radius);
    assertTrue(disc.sqrt().radius() > radius / 4);
    assertTrue(disc.log().radius() > 0);
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0, 0.0999", "2, 0.1, 0.0999", "-2, 0.1, 0.0999", "0, 5, 4.9", "0, 0, 0.999"})
  void the_arc_sine_accepts_discs_next_to_its_cuts(double re, double im, double radius) {
    assertTrue(new ComplexDisc(re, im, radius).asin().radius() > 0);
  }

  @Test
  void dividing_by_a_disc_with_zero_and_overflow_are_refused() {
    assertThrows(DomainException.class, new ComplexDisc(0.1, 0, 0.2)::reciprocal);
    assertThrows(DomainException.class, ComplexDisc.ZERO::reciprocal);
    assertThrows(DomainException.class, ComplexDisc.of(1e-200, 0)::reciprocal);
    ComplexDisc huge = ComplexDisc.of(1e200, 1e200);
    assertThrows(DomainException.class, () -> huge.multiply(huge));
    assertThrows(DomainException.class, huge::exp);
    assertThrows(DomainException.class, huge::sin);
    assertThrows(DomainException.class, huge::asin);
    assertThrows(DomainException.class, () -> ComplexDisc.of(Double.NaN, 0));
    assertThrows(DomainException.class, () -> new ComplexDisc(0, 0, -1));
    double far = Double.POSITIVE_INFINITY;
    assertThrows(DomainException.class, () -> new ComplexDisc(-far, 0, 0));
    assertThrows(DomainException.class, () -> new ComplexDisc(0, far, 0));
    assertThrows(DomainException.class, () -> new ComplexDisc(0, 0, far));
  }

  @ParameterizedTest
  @CsvSource({"1e200, 1e200", "1e-200, 1e-200", "-1e200, 1e150", "1e300, 0", "1e-170, -1e-170"})
  void very_large_and_very_small_discs_are_enclosed_or_refused(double re, double im) {
    Sample sample = new Sample(new ComplexDisc(re, im, 0), Points.at(re, im));
    contains(ComplexDisc::log, ApcomplexMath::log, sample);
    contains(ComplexDisc::sqrt, ApcomplexMath::sqrt, sample);
    contains(ComplexDisc::reciprocal, z -> Points.at(1, 0).divide(z), sample);
    contains(ComplexDisc::multiply, Apcomplex::multiply, sample, sample);
    assertTrue(sample.disc().mignitude() <= 2e300);
  }

  private static void contains(
      UnaryOperator<ComplexDisc> function, UnaryOperator<Apcomplex> exact, Sample a) {
    ComplexDisc image;
    try {
      image = function.apply(a.disc());
    } catch (DomainException e) {
      return;
    }
    assertContains(image, exact.apply(a.point()));
  }

  private static void contains(
      BinaryOperator<ComplexDisc> function, BinaryOperator<Apcomplex> exact, Sample a, Sample b) {
    ComplexDisc image;
    try {
      image = function.apply(a.disc(), b.disc());
    } catch (DomainException e) {
      return;
    }
    assertContains(image, exact.apply(a.point(), b.point()));
  }

  static void assertContains(ComplexDisc disc, Apcomplex value) {
    Apcomplex distance = value.subtract(Points.at(disc.re(), disc.im()));
    boolean contained =
        ApcomplexMath.abs(distance).compareTo(Points.at(disc.radius(), 1e-30).real()) <= 0;
    assertTrue(contained, () -> disc + " does not contain " + value);
  }
}
