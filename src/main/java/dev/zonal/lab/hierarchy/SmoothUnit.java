package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An activation with derivatives of every order, which the hierarchy asks for. A formula, so that
 * it has power series, jets and bounds on discs as well as values.
 */
public enum SmoothUnit {
  TANH {
    @Override
    <T> T value(Arithmetic<T> over, T z) {
      // 1 - 2/(1 + exp 2z): z occurs once, so that a disc is not widened.
      T power = over.exp(over.scale(z, TWO));
      return over.subtract(over.of(1), over.divide(over.of(2), over.add(over.of(1), power)));
    }

    @Override
    <T> T slope(Arithmetic<T> over, T z, T value) {
      return over.subtract(over.of(1), over.square(value));
    }
  },
  SIGMOID {
    @Override
    <T> T value(Arithmetic<T> over, T z) {
      return over.divide(over.of(1), over.add(over.of(1), over.exp(over.negate(z))));
    }

    @Override
    <T> T slope(Arithmetic<T> over, T z, T value) {
      return over.subtract(value, over.square(value));
    }
  },
  SOFTPLUS {
    @Override
    <T> T value(Arithmetic<T> over, T z) {
      return over.log(over.add(over.of(1), over.exp(z)));
    }

    @Override
    <T> T slope(Arithmetic<T> over, T z, T value) {
      return SIGMOID.value(over, z);
    }
  },
  ERF {
    @Override
    <T> T value(Arithmetic<T> over, T z) {
      return over.erf(z);
    }

    @Override
    <T> T slope(Arithmetic<T> over, T z, T value) {
      T bell = over.exp(over.negate(over.square(z)));
      return over.multiply(over.divide(over.of(2), over.sqrt(over.pi())), bell);
    }
  };

  private static final Rational TWO = Rational.of(2);

  /** sigma at a point. */
  abstract <T> T value(Arithmetic<T> over, T z);

  /**
   * sigma' there.
   *
   * @param value sigma there
   */
  abstract <T> T slope(Arithmetic<T> over, T z, T value);

  /** The one of that name, in small letters. */
  public static Optional<SmoothUnit> named(String name) {
    return Stream.of(values()).filter(unit -> unit.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
