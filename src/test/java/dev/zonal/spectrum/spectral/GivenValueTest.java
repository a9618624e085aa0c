package dev.zonal.spectrum.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.CertifiedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenValueTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);

  private static Structure.Spectral structure(String specification) {
    return (Structure.Spectral) KernelSpecification.parse(specification).structure();
  }

  private static Ball value(String specification, int dimension, Rational u) {
    return new GivenValue(dimension, structure(specification)).enclose(OVER, u);
  }

  /**
   * By mpmath: sums at u = 1 by Euler and Maclaurin, alternating sums at u = -1, at u = 0 in d = 2,
   * and the sum of the heat kernel; sobolev:s=1 in d = 2 is pi cosh(pi - theta)/sinh(pi).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "sobolev:s=3/2 3 1 2.48311564789039043873482197081",
        "sobolev:s=3/2 3 -1 0.599507721645043681477356527131",
        "sobolev:s=2 3 1 1.53568228526459980841631378246",
        "sobolev:s=2 3 -1 0.740529956271834018438348457246",
        "sobolev:s=1 2 1 3.15334809493716234826810158950",
        "sobolev:s=1 2 1/2 1.12125916652552870354463335338",
        "sobolev:s=51/100 2 0 0.407728307852336207623283033297",
        "sobolev:s=5 10 -1 0.999910078156527139822383197274",
        "intrinsicmatern:nu=5/2 3 1 0.00855706420391958449700239051357",
        "heat:t=1/10 3 0 0.0271930456596663678286327027022",
      })
  void valuesAreThoseOfOtherPrograms(String specification, int d, String u, BigDecimal expected) {
    CertifiedValue found =
        CertifiedValue.onSphere(structure(specification), d, Rational.parse(u), 25).get();
    assertEquals(
        expected.round(new MathContext(25)).stripTrailingZeros(),
        found.rounded().stripTrailingZeros());
  }

  @Test
  void theIntrinsicMaternKernelOfTheLiteratureAtARightAngle() {
    Ball quotient =
        OVER.divide(
            value("intrinsicmatern:nu=5/2", 3, Rational.ZERO),
            value("intrinsicmatern:nu=5/2", 3, Rational.ONE));
    assertEquals("0.356407", quotient.decimal(6).orElseThrow().toPlainString());
  }

  @Property(tries = 20)
  void twoPrecisionsGiveOneValue(
      @ForAll @IntRange(min = 2, max = 7) int d,
      @ForAll @IntRange(min = -6, max = 6) int sixths,
      @ForAll @IntRange(min = 1, max = 9) int thirds) {
    Structure.Spectral power =
        new Structure.LaplacianPower(Rational.of(3, 2), Rational.of(thirds, 3L), Rational.of(1, 2));
    GivenValue value = new GivenValue(d, power);
    Rational u = Rational.of(sixths, 6L);
    Ball coarse = value.enclose(BallArithmetic.ofBits(60), u);
    Ball fine = value.enclose(OVER, u);
    assertTrue(coarse.overlaps(fine), () -> coarse + ", " + fine);
    assertTrue(fine.accuracyBits() > 40, fine::toString);
  }

  /** The series of the Poisson kernel, which the closed form does not use. */
  @Property(tries = 20)
  void thePoissonKernelIsItsSeries(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = -4, max = 4) int quarters) {
    Rational u = Rational.of(quarters, 4L);
    BallArithmetic wide = BallArithmetic.ofBits(400);
    List<Ball> eigenvalues = new ArrayList<>();
    for (int k = 0; k < 130; k++) {
      eigenvalues.add(structure("poisson:rho=1/3").eigenvalue(wide, d, k));
    }
    Ball sum = new ZonalSum<>(wide, d, u).of(eigenvalues);
    Ball closed = value("poisson:rho=1/3", d, u);
    assertTrue(sum.inflate(wide.of(Rational.of(1, 1L << 62)).shifted(-40)).overlaps(closed));
    new GivenValue(d, structure("poisson:rho=1/3"))
        .rational(u)
        .ifPresent(exact -> assertTrue(closed.contains(exact)));
  }

  /**
   * The eigenvalues by the trapezoidal rule in theta, which is exact up to eigenvalues beyond the
   * nodes where the weight sin(theta)^(d-2) is a polynomial.
   */
  @Property(tries = 8)
  void quadratureOfTheValuesGivesTheEigenvalues(
      @ForAll @IntRange(min = 1, max = 3) int half, @ForAll @IntRange(max = 6) int k) {
    int d = 2 * half;
    for (String name : List.of("heat:t=1/4", "poisson:rho=1/4")) {
      int nodes = 40;
      double sum = 0;
      double mass = 0;
      for (int i = 0; i < 2 * nodes; i++) {
        double theta = Math.PI * i / nodes;
        Rational u = Rational.of(Math.max(-1, Math.min(1, Math.cos(theta))));
        double weight = Math.pow(Math.sin(theta), d - 2);
        Ball harmonic = new ZonalSum<>(OVER, d, u).of(unit(k));
        sum += weight * value(name, d, u).toDouble() * harmonic.toDouble();
        mass += weight;
      }
      double multiplicity = ZonalSum.multiplicities(d, k + 1).get(k).doubleValue();
      double expected = structure(name).eigenvalue(OVER, d, k).toDouble();
      assertEquals(expected, sum / mass / multiplicity, 1e-12, name + ", k = " + k);
    }
  }

  /** The eigenvalues of N(d,k) P_k(u). */
  private static List<Ball> unit(int k) {
    List<Ball> eigenvalues = new ArrayList<>();
    for (int i = 0; i <= k; i++) {
      eigenvalues.add(OVER.of(i == k ? 1 : 0));
    }
    return eigenvalues;
  }

  /** Exact: 1 + 3 (1/2) u - 7 P_3(u) at u = 1/2, P_3(1/2) = -7/16. */
  @Test
  void aListIsAPolynomial() {
    GivenValue list = new GivenValue(3, structure("spectrum:[1,1/2,0,-1]"));
    Rational expected = Rational.of(1).add(Rational.of(3, 4)).add(Rational.of(49, 16));
    assertEquals(expected, list.rational(Rational.of(1, 2)).orElseThrow());
    assertTrue(list.enclose(OVER, Rational.of(1, 2)).contains(expected));
  }

  /** Eigenvalues of r^s and r^s log r at every k: the values of the function by its own series. */
  @ParameterizedTest
  @CsvSource({"3,4,1/3", "3,3,1/3", "2,4,0", "4,6,-1/2"})
  void aSingularPowerIsTheSumOfItsSeries(int d, int s, String point) {
    BallArithmetic wide = BallArithmetic.ofBits(900);
    SingularPower power = new SingularPower(wide, d, Rational.of(s));
    Rational u = Rational.parse(point);
    Ball sum = new ZonalSum<>(wide, d, u).of(power.eigenvalues(600));
    // The terms beyond fall like k^-(s+1), with changing signs.
    assertEquals(power.at(u).toDouble(), sum.toDouble(), 1e-7);
  }
}
