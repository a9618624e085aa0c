package dev.zonal.arithmetic;

import java.util.Locale;
import java.util.Optional;

/**
 * A real parameter of a kernel that is known exactly, or of which all that is known is exact
 * bounds: a kernel never holds a rounded number.
 */
public sealed interface Parameter permits Rational, RationalPower, Parameter.Interval, Symbol {
  /**
   * The parameter as a number of the given arithmetic.
   *
   * @throws dev.zonal.arithmetic.DomainException if the parameter is a symbol and the arithmetic is
   *     numerical
   */
  <T> T in(Arithmetic<T> over);

  /** The square, where it is rational. */
  Optional<Rational> rationalSquare();

  /** The square as a number of the given arithmetic, from the exact square where there is one. */
  default <T> T squareIn(Arithmetic<T> over) {
    return rationalSquare().map(over::of).orElseGet(() -> over.square(in(over)));
  }

  /** Whether this is the number zero. */
  default boolean isZero() {
    return false;
  }

  /**
   * A parameter of which two rational bounds are known: it is any of the numbers between them. A
   * kernel with such a parameter stands for all its members at once, and what an arithmetic that
   * encloses finds of it holds for each of them (docs/theory.md, Lemma 28.1).
   *
   * <p>What is known to lie between the bounds is the coordinate of the parameter, an increasing
   * function of it in which the kernel is simplest: there is one number then that is known by its
   * bounds, and all else is computed from it.
   *
   * @param lower the least value of the coordinate
   * @param upper the greatest, larger than the least
   */
  record Interval(Coordinate coordinate, Rational lower, Rational upper) implements Parameter {
    /** A function of a parameter a. */
    public enum Coordinate {
      /** a itself. */
      VALUE {
        @Override
        Rational square(Rational of) {
          return of.pow(2);
        }

        @Override
        public Rational of(Rational value) {
          return value;
        }
      },
      /** a^2, for a that is not negative. */
      SQUARE {
        @Override
        Rational square(Rational of) {
          return of;
        }

        @Override
        public Rational of(Rational value) {
          return value.pow(2);
        }
      },
      /** a^2/(1 + a^2), for a that is not negative. */
      SHARE {
        @Override
        Rational square(Rational of) {
          return of.divide(Rational.ONE.subtract(of));
        }

        @Override
        public Rational of(Rational value) {
          Rational square = value.pow(2);
          return square.divide(square.add(1));
        }
      };

      /** The square of the parameter. */
      abstract Rational square(Rational of);

      /** The coordinate of a parameter. */
      public abstract Rational of(Rational value);

      /** The parameter with a coordinate, in [0, 1) for a share. */
      public Parameter parameter(Rational of) {
        if (this == VALUE || of.signum() == 0) {
          return of;
        }
        return RationalPower.sqrt(square(of));
      }
    }

    /**
     * @throws IllegalArgumentException unless the bounds are those of an interval with a width
     */
    public Interval {
      if (lower.compareTo(upper) >= 0) {
        throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
      }
    }

    /** All parameters between two. */
    public static Interval between(Coordinate coordinate, Rational least, Rational most) {
      return new Interval(coordinate, coordinate.of(least), coordinate.of(most));
    }

    /** All shares from that of a parameter on, 1 among them: that of infinity. */
    public static Interval from(Rational least) {
      return new Interval(Coordinate.SHARE, Coordinate.SHARE.of(least), Rational.ONE);
    }

    /** Whether infinity is one of the values. */
    public boolean isInfinite() {
      return coordinate == Coordinate.SHARE && upper.equals(Rational.ONE);
    }

    public boolean contains(Interval other) {
      return coordinate == other.coordinate
          && lower.compareTo(other.lower) <= 0
          && other.upper.compareTo(upper) <= 0;
    }

    @Override
    public <T> T in(Arithmetic<T> over) {
      return coordinate == Coordinate.VALUE ? number(over) : over.sqrt(squareIn(over));
    }

    private <T> T number(Arithmetic<T> over) {
      return over.between(lower, upper);
    }

    @Override
    public Optional<Rational> rationalSquare() {
      return Optional.empty();
    }

    @Override
    public <T> T squareIn(Arithmetic<T> over) {
      T number = number(over);
      return switch (coordinate) {
        case VALUE -> over.square(number);
        case SQUARE -> number;
        case SHARE -> over.divide(number, over.subtract(over.of(1), number));
      };
    }

    /** a^2/(1 + a^2). */
    public <T> T shareIn(Arithmetic<T> over) {
      if (coordinate == Coordinate.SHARE) {
        return number(over);
      }
      T square = squareIn(over);
      return over.divide(square, over.add(over.of(1), square));
    }

    /** {@code [1/10,1]}, or by the coordinate where an end is no rational number. */
    @Override
    public String toString() {
      Parameter least = coordinate.parameter(lower);
      if (isInfinite() && least instanceof Rational) {
        return "[" + least + ",infinity]";
      }
      return !isInfinite()
              && least instanceof Rational
              && coordinate.parameter(upper) instanceof Rational most
          ? "[" + least + "," + most + "]"
          : coordinate.name().toLowerCase(Locale.ROOT) + " in [" + lower + "," + upper + "]";
    }
  }
}
