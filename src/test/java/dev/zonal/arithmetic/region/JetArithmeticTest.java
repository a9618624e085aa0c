package dev.zonal.arithmetic.region;

import static dev.zonal.arithmetic.region.ComplexDiscTest.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.secondopinion.ApcomplexArithmetic;
import dev.zonal.spectrum.secondopinion.Points;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.junit.jupiter.api.Test;

class JetArithmeticTest {
  private static final ApcomplexArithmetic REFERENCE = ApcomplexArithmetic.ofDigits(30);
  private static final double STEP = 0x1p-36;

  /** A formula in one variable. */
  enum Formula {
    RATIONAL {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T cube = over.power(z, 3);
        T shifted = over.add(over.of(5), over.scale(z, Rational.of(1, 3)));
        return over.divide(over.subtract(cube, over.negate(z)), shifted);
      }
    },
    ELEMENTARY {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T wave = over.multiply(over.sin(z), over.cos(over.square(z)));
        return over.add(wave, over.divide(over.exp(over.negate(z)), over.pi()));
      }
    },
    INVERSE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T small = over.scale(z, Rational.of(1, 4));
        T shifted = over.add(over.of(3), z);
        T root = over.sqrt(shifted);
        return over.multiply(
            over.add(over.asin(small), over.log(shifted)), over.power(root, Rational.of(2, 3)));
      }
    },
    ARC_COSINE_DEFECT {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T half = over.scale(z, Rational.of(1, 2));
        return over.arcCosineDefect(z, over.sin(half), over.cos(half));
      }
    };

    abstract <T> T apply(Arithmetic<T> over, T z);
  }

  /** A function alone, so that no other one widens its derivative. */
  enum Single {
    SQUARE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.square(z);
      }
    },
    PRODUCT {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.multiply(z, over.subtract(over.of(1), z));
      }
    },
    RECIPROCAL {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.divide(over.of(1), over.add(over.of(1), z));
      }
    },
    ROOT {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.sqrt(over.add(over.of(1), z));
      }
    },
    EXPONENTIAL {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.exp(z);
      }
    },
    LOGARITHM {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.log(over.add(over.of(1), z));
      }
    },
    SINE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.sin(z);
      }
    },
    COSINE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.cos(z);
      }
    },
    ARC_SINE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        return over.asin(z);
      }
    },
    DEFECT_OF_A_SHORT_CHORD {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T cosine = over.sqrt(over.subtract(over.of(1), over.square(z)));
        return over.arcCosineDefect(over.scale(over.asin(z), Rational.of(2)), z, cosine);
      }
    },
    DEFECT_OF_AN_OBTUSE_ANGLE {
      @Override
      <T> T apply(Arithmetic<T> over, T z) {
        T half = over.add(over.of(1), over.scale(z, Rational.of(1, 2)));
        return over.arcCosineDefect(over.add(half, half), over.sin(half), over.cos(half));
      }
    };

    abstract <T> T apply(Arithmetic<T> over, T z);
  }

  /** Lemma 4.5: a derivative that were that at the centre would not do. */
  @Property
  void a_derivative_over_a_wide_box_is_that_at_every_point_of_its_edge(@ForAll Single function) {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(0.15, 0.05, 0.3));
    ComplexJet jet = function.apply(over, over.variable());
    for (int turn = 0; turn < 8; turn++) {
      double angle = turn * Math.PI / 4;
      Apcomplex end = Points.at(0.15 + 0.2999 * Math.cos(angle), 0.05 + 0.2999 * Math.sin(angle));
      Apcomplex before = function.apply(REFERENCE, end.subtract(Points.at(STEP, 0)));
      Apcomplex after = function.apply(REFERENCE, end.add(Points.at(STEP, 0)));
      assertContains(jet.range(), after);
      assertContains(jet.derivative(), after.subtract(before).divide(Points.at(2 * STEP, 0)));
    }
  }

  @Property(tries = 40)
  void a_jet_contains_values_and_derivatives_over_its_box(
      @ForAll Formula formula,
      @ForAll @Scale(9) @DoubleRange(min = -2, max = 4) double re,
      @ForAll @Scale(9) @DoubleRange(min = -2, max = 2) double im,
      @ForAll @Scale(9) @DoubleRange(min = -8, max = -0.3) double logRadius,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 6.28) double turn) {
    double rho = Math.pow(10, logRadius);
    JetArithmetic over = new JetArithmetic(new ComplexDisc(re, im, rho));
    ComplexJet jet;
    try {
      jet = formula.apply(over, over.variable());
    } catch (DomainException e) {
      return;
    }
    Apcomplex centre = Points.at(re, im);
    assertContains(jet.value(), formula.apply(REFERENCE, centre));
    Apcomplex offset = Points.at(0.999 * rho * Math.cos(turn), 0.999 * rho * Math.sin(turn));
    Apcomplex point = centre.add(offset);
    assertContains(jet.range(), formula.apply(REFERENCE, point));
    assertContains(jet.derivative(), derivative(formula, point));
  }

  /** A central difference: the error is about 10^-20. */
  private static Apcomplex derivative(Formula formula, Apcomplex z) {
    Apcomplex step = Points.at(STEP, 0);
    Apcomplex difference =
        formula.apply(REFERENCE, z.add(step)).subtract(formula.apply(REFERENCE, z.subtract(step)));
    return difference.divide(step.add(step));
  }

  @Property(tries = 40)
  void the_excess_of_a_range_is_of_second_order(
      @ForAll Formula formula,
      @ForAll @Scale(9) @DoubleRange(min = 0.2, max = 1.2) double re,
      @ForAll @Scale(9) @DoubleRange(min = 0.2, max = 0.6) double im) {
    double rho = 1e-5;
    JetArithmetic over = new JetArithmetic(new ComplexDisc(re, im, rho));
    ComplexJet jet = formula.apply(over, over.variable());
    Apcomplex slope = derivative(formula, Points.at(re, im));
    double exact = ApcomplexMath.abs(slope).doubleValue();
    assertTrue(jet.range().radius() <= exact * rho + 100 * rho * rho + 1e-12);
  }

  @Test
  void the_defect_near_zero_is_accurate_and_agrees_with_the_direct_formula() {
    JetArithmetic tiny = new JetArithmetic(new ComplexDisc(1e-9, 1e-9, 1e-10));
    ComplexJet jet = Formula.ARC_COSINE_DEFECT.apply(tiny, tiny.variable());
    assertTrue(jet.value().modulus() < 1e-9);
    assertTrue(Math.abs(jet.derivative().re() - 1.0 / 3) < 1e-9);
  }

  @Test
  void a_divisor_that_varies_must_avoid_the_negative_axis() {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(-1, 0, 0.01));
    ComplexJet z = over.variable();
    assertThrows(DomainException.class, () -> over.divide(over.of(1), z));
    assertTrue(over.divide(z, over.of(-2)).value().re() > 0.49);
    assertThrows(DomainException.class, () -> over.divide(z, over.of(0)));
  }

  @Test
  void an_angle_of_two_pi_is_refused() {
    for (double theta : new double[] {6.28, -6.28, 7, 20}) {
      JetArithmetic over = new JetArithmetic(new ComplexDisc(theta, 0, 0.01));
      assertThrows(
          DomainException.class,
          () -> Formula.ARC_COSINE_DEFECT.apply(over, over.variable()),
          "theta = " + theta);
    }
  }

  @Test
  void functions_refuse_a_box_that_meets_their_cut_though_its_centre_does_not() {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(-1, 0.1, 0.2));
    assertThrows(DomainException.class, () -> over.sqrt(over.variable()));
    assertThrows(DomainException.class, () -> over.log(over.variable()));
    assertThrows(DomainException.class, () -> over.asin(over.variable()));
  }

  /** The value alone is off the cut in each of these. */
  @Test
  void a_range_that_meets_a_cut_or_a_pole_is_refused() {
    JetArithmetic nearCut = new JetArithmetic(new ComplexDisc(-1, 0.5, 0.6));
    assertThrows(DomainException.class, () -> nearCut.log(nearCut.variable()));
    assertThrows(DomainException.class, () -> nearCut.sqrt(nearCut.variable()));
    assertThrows(DomainException.class, () -> nearCut.divide(nearCut.of(1), nearCut.variable()));
    JetArithmetic nearOne = new JetArithmetic(new ComplexDisc(1.5, 0.5, 0.6));
    assertThrows(DomainException.class, () -> nearOne.asin(nearOne.variable()));
    JetArithmetic nearPole = new JetArithmetic(new ComplexDisc(6.5, 0.4, 0.5));
    assertThrows(
        DomainException.class,
        () -> Formula.ARC_COSINE_DEFECT.apply(nearPole, nearPole.variable()));
  }

  /** The function of z + t/8, which drifts with t as it varies with z. */
  @Property(tries = 200)
  void what_drifts_contains_the_values_and_slopes_for_every_t(
      @ForAll Single function,
      @ForAll @Scale(9) @DoubleRange(min = -1, max = 1) double t,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 6.28) double turn,
      @ForAll boolean isDivisor) {
    double rho = 0.05;
    JetArithmetic over = new JetArithmetic(new ComplexDisc(0.15, 0.05, rho));
    ComplexJet shift = over.between(Rational.of(-1, 8), Rational.of(1, 8));
    ComplexJet jet = shifted(over, function, over.variable(), shift, isDivisor);
    double x = 0.15 + 0.999 * rho * Math.cos(turn);
    double y = 0.05 + 0.999 * rho * Math.sin(turn);
    Apcomplex point = Points.at(x, y);
    Apcomplex step = Points.at(STEP, 0);
    Apcomplex at = Points.at(t / 8, 0);
    assertContains(
        jet.value(),
        shifted(REFERENCE, function, Points.at(0.15, 0.05), Points.at(0, 0), isDivisor));
    assertContains(jet.range(), shifted(REFERENCE, function, point, at, isDivisor));
    Apcomplex along =
        shifted(REFERENCE, function, point.add(step), at, isDivisor)
            .subtract(shifted(REFERENCE, function, point.subtract(step), at, isDivisor));
    assertContains(jet.derivative(), along.divide(step.add(step)));
    Apcomplex drift =
        shifted(REFERENCE, function, point, at.add(step), isDivisor)
            .subtract(shifted(REFERENCE, function, point, at.subtract(step), isDivisor));
    assertContains(jet.drift(), drift.divide(step.add(step)).divide(Points.at(8, 0)));
    assertTrue(jet.drift().radius() < 3 && jet.derivative().radius() < 20, jet::toString);
  }

  private static <T> T shifted(
      Arithmetic<T> over, Single function, T z, T shift, boolean isDivisor) {
    T sum = over.add(z, shift);
    T value = function.apply(over, sum);
    return isDivisor
        ? over.divide(over.subtract(sum, value), over.add(over.of(4), value))
        : over.divide(over.multiply(over.negate(value), over.pi()), over.add(over.of(4), shift));
  }

  /** They contain neither 0 nor 2 pi, and lie on both sides of either. */
  @Test
  void a_box_that_passes_by_a_pole_is_refused_for_what_is_behind() {
    JetArithmetic passing = new JetArithmetic(new ComplexDisc(-0.05, 0.09, 0.1));
    DomainException divisor =
        assertThrows(
            DomainException.class, () -> passing.divide(passing.of(1), passing.variable()));
    assertEquals("division by a function that meets (-inf, 0]", divisor.getMessage());
    for (int sign : new int[] {-1, 1}) {
      JetArithmetic beyond = new JetArithmetic(new ComplexDisc(sign * 6.5, 0.3, 0.35));
      DomainException angle =
          assertThrows(
              DomainException.class,
              () -> Formula.ARC_COSINE_DEFECT.apply(beyond, beyond.variable()));
      assertEquals("an angle that reaches -2 pi or 2 pi", angle.getMessage());
    }
  }

  /** Only the first pair of bounds is one and the same number; of another all is enclosed. */
  @Test
  void the_first_number_between_two_is_the_one_that_moves() {
    Rational zero = Rational.of(0);
    Rational half = Rational.of(1, 2);
    Rational one = Rational.of(1);
    JetArithmetic of = new JetArithmetic(new ComplexDisc(0.2, 0, 0.1));
    ComplexJet moving = of.between(zero, half);
    assertTrue(moving.isConstant());
    assertEquals(0.25, moving.drift().re());
    assertEquals(0.25, moving.value().re());
    assertContains(moving.range(), Points.at(0.5, 0));
    assertTrue(of.between(half, one).drift().isZero());
    assertContains(of.between(half, one).value(), Points.at(0.5, 0));
    assertContains(of.between(half, one).value(), Points.at(1, 0));
    assertTrue(of.subtract(moving, of.between(zero, half)).range().modulus() < 0.6);
    JetArithmetic parameter = JetArithmetic.ofParameter(new ComplexDisc(0.2, 0, 0.1), zero, half);
    assertEquals(parameter.variable(), parameter.between(zero, half));
    assertTrue(parameter.between(half, one).isConstant());
    assertTrue(parameter.between(half, one).drift().isZero());
  }

  @Test
  void integers_are_exact_as_far_as_doubles_are() {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(0.2, 0, 0.1));
    long most = 1L << 53;
    assertEquals(0, over.of(most).value().radius());
    assertEquals(-most, over.of(-most).value().re());
    assertTrue(over.of(most + 1).value().radius() >= 1);
    assertTrue(over.isBelow(over.of(1), over.of(2)));
    assertFalse(over.isBelow(over.of(2), over.of(2)));
    assertFalse(over.of(2).isConstant() && !over.of(2).drift().isZero());
    assertFalse(over.variable().isConstant());
  }
}
