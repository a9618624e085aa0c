package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.tail.RationalKnowledge;
import java.util.List;
import java.util.Optional;

/**
 * The values f(u) = Sum_k eta_k N(d,k) P_k(u) of a kernel that is given by its eigenvalues
 * (docs/theory.md, Proposition 15.6).
 *
 * @param dimension d, on whose sphere the sum converges
 */
public record GivenValue(int dimension, Structure.Spectral structure) {
  /**
   * The value at u, where it is seen to be rational.
   *
   * @param u from -1 to 1
   */
  public Optional<Rational> rational(Rational u) {
    if (structure instanceof Structure.FiniteSpectrum list) {
      return new ZonalSum<>(RationalKnowledge.ARITHMETIC, dimension, u)
          .of(list.eigenvalues().stream().map(Optional::of).toList());
    }
    if (structure instanceof Structure.Poisson poisson) {
      Rational rho = poisson.ratio();
      Rational half = Rational.of(-dimension, 2L);
      return RationalPower.of(distance(rho, u), half) instanceof Rational power
          ? Optional.of(power.multiply(Rational.ONE.subtract(rho.pow(2))))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * An enclosure of the value at u, of about the precision of {@code over} where nothing cancels.
   *
   * @param u from -1 to 1
   * @throws DomainException if too many terms are needed
   */
  public Ball enclose(BallArithmetic over, Rational u) {
    if (structure instanceof Structure.LaplacianPower power) {
      return new LaplacianPowerValue(dimension, power).at(over, u);
    }
    if (structure instanceof Structure.Heat heat) {
      return new HeatValue(dimension, heat).at(over, u);
    }
    if (structure instanceof Structure.Poisson poisson) {
      Rational rho = poisson.ratio();
      Ball power = over.power(over.of(distance(rho, u)), Rational.of(-dimension, 2L));
      return over.scale(power, Rational.ONE.subtract(rho.pow(2)));
    }
    List<Rational> list = ((Structure.FiniteSpectrum) structure).eigenvalues();
    BallArithmetic wide = BallArithmetic.ofBits(over.bits() + ZonalSum.lost(list.size()));
    Ball sum = new ZonalSum<>(wide, dimension, u).of(list.stream().map(wide::of).toList());
    return over.round(sum);
  }

  /** 1 - 2 rho u + rho^2, positive. */
  private static Rational distance(Rational rho, Rational u) {
    return Rational.ONE.subtract(rho.multiply(u).multiply(2)).add(rho.pow(2));
  }
}
