package dev.zonal.lab.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Solutions that are known otherwise lie in their enclosures, which are narrow. */
class ValidatedFlowTest {
  private static final int BITS = 128;
  private static final int TRIES = 15;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(300);

  /** A field by its formula. */
  private interface Formula {
    <T> List<T> at(Arithmetic<T> over, List<T> x);
  }

  private static VectorField field(int dimension, Formula formula) {
    return new VectorField() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public <T> List<T> at(Arithmetic<T> over, List<T> state) {
        return formula.at(over, state);
      }
    };
  }

  private static final VectorField DECAY =
      field(
          1,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.negate(x.get(0)));
            }
          });

  private static final VectorField SQUARE =
      field(
          1,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.square(x.get(0)));
            }
          });

  private static final VectorField QUINTIC =
      field(
          1,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.power(x.get(0), 5L));
            }
          });

  private static final VectorField ROTATION =
      field(
          2,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.negate(x.get(1)), x.get(0));
            }
          });

  private static final VectorField EXPONENTIAL =
      field(
          1,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.exp(over.negate(x.get(0))));
            }
          });

  private static final VectorField INVERSE_ROOT =
      field(
          1,
          new Formula() {
            @Override
            public <T> List<T> at(Arithmetic<T> over, List<T> x) {
              return List.of(over.divide(over.of(1), over.sqrt(over.log(over.exp(x.get(0))))));
            }
          });

  private static List<Ball> at(VectorField field, List<Ball> start, Rational time) {
    return new ValidatedFlow(field, BITS).at(start, List.of(time), Context.NONE).get(0);
  }

  private static void assertEncloses(Ball value, Ball enclosure) {
    assertTrue(enclosure.contains(value), () -> enclosure + " without " + value);
    assertTrue(enclosure.radius().toDouble() < 1e-20, enclosure::toString);
  }

  @Property(tries = TRIES)
  void exponentials(@ForAll @IntRange(min = 1, max = 40) int tenths) {
    Rational t = Rational.of(tenths, 10);
    assertEncloses(OVER.exp(OVER.of(t.negate())), at(DECAY, List.of(Ball.exact(1)), t).get(0));
  }

  @Property(tries = TRIES)
  void rotations(@ForAll @IntRange(min = 1, max = 60) int tenths) {
    Rational t = Rational.of(tenths, 10);
    List<Ball> state = at(ROTATION, List.of(Ball.exact(1), Ball.exact(0)), t);
    assertEncloses(OVER.cos(OVER.of(t)), state.get(0));
    assertEncloses(OVER.sin(OVER.of(t)), state.get(1));
  }

  @Property(tries = TRIES)
  void logarithms(@ForAll @IntRange(min = 1, max = 30) int tenths) {
    Rational t = Rational.of(tenths, 10);
    assertEncloses(OVER.log(OVER.of(t.add(1))), at(EXPONENTIAL, List.of(Ball.exact(0)), t).get(0));
  }

  /** x' = x^(-1/2) by way of a root, a logarithm and an exponential: x = (1 + 3 t/2)^(2/3). */
  @Property(tries = TRIES)
  void powers(@ForAll @IntRange(min = 1, max = 20) int tenths) {
    Rational t = Rational.of(tenths, 10);
    Ball base = OVER.of(Rational.ONE.add(t.multiply(Rational.of(3, 2))));
    assertEncloses(
        OVER.power(base, Rational.of(2, 3)), at(INVERSE_ROOT, List.of(Ball.exact(1)), t).get(0));
  }

  @Property(tries = TRIES)
  void solutionsNearTheirPole(@ForAll @IntRange(min = 1, max = 99) int hundredths) {
    Rational t = Rational.of(hundredths, 100);
    Ball value = OVER.of(Rational.ONE.subtract(t).reciprocal());
    Ball enclosure = at(SQUARE, List.of(Ball.exact(1)), t).get(0);
    assertTrue(enclosure.contains(value), () -> enclosure + " without " + value);
  }

  /** With few terms it is the rest of the power series that decides. */
  @Property(tries = TRIES)
  void solutionsFromFewTerms(
      @ForAll @IntRange(min = 1, max = 6) int terms,
      @ForAll @IntRange(min = 1, max = 40) int hundredths) {
    Rational t = Rational.of(hundredths, 100);
    Ball value = OVER.of(Rational.ONE.subtract(t).reciprocal());
    List<Ball> start = List.of(Ball.exact(1));
    Ball enclosure;
    try {
      enclosure =
          new ValidatedFlow(SQUARE, BITS, terms).at(start, List.of(t), Context.NONE).get(0).get(0);
    } catch (DomainException tooWide) {
      assertTrue(terms < 3, tooWide::getMessage);
      return;
    }
    assertTrue(enclosure.contains(value), () -> enclosure + " without " + value);
  }

  @Test
  void nothingIsSaidBeyondAPole() {
    assertThrows(
        DomainException.class, () -> at(SQUARE, List.of(Ball.exact(1)), Rational.of(11, 10)));
  }

  /** What starts anywhere in a ball ends in the enclosure of the ball. */
  @Property(tries = TRIES)
  void allThatStartsInABall(
      @ForAll @IntRange(min = -8, max = 8) int eighths,
      @ForAll @IntRange(min = 1, max = 7) int tenths) {
    Rational t = Rational.of(tenths, 10);
    Rational width = Rational.of(1, 1_000_000_000);
    Ball start = OVER.of(Rational.ONE).inflate(OVER.of(width));
    Rational inside = Rational.ONE.add(width.multiply(Rational.of(eighths, 8)));
    Rational end = inside.divide(Rational.ONE.subtract(inside.multiply(t)));
    Ball enclosure = at(SQUARE, List.of(start), t).get(0);
    assertTrue(enclosure.contains(end), () -> enclosure + " without " + end);
  }

  @Test
  void whatDoublesCannotBoundIsRefused() {
    for (double start : new double[] {1e200, 1e308, 1.7e308}) {
      List<Ball> state = List.of(Ball.exact(start));
      assertThrows(DomainException.class, () -> at(DECAY, state, Rational.ONE), start + "");
    }
  }

  /** About 0 the field is almost nothing, and what starts at 1 is at 1.5 by then. */
  @Test
  void aBallWiderThanTheBoxIsRefused() {
    List<Ball> start = List.of(Ball.exact(0).inflate(Ball.exact(1)));
    assertThrows(DomainException.class, () -> at(QUINTIC, start, Rational.of(1, 5)));
  }

  @Property(tries = TRIES)
  void statesAtSeveralTimesAreThoseAtEachTime(@ForAll @IntRange(min = 1, max = 20) int tenths) {
    Rational t = Rational.of(tenths, 10);
    List<Rational> times = List.of(Rational.ZERO, t, t.multiply(2));
    List<Ball> start = List.of(Ball.exact(1), Ball.exact(0));
    List<List<Ball>> states = new ValidatedFlow(ROTATION, BITS).at(start, times, Context.NONE);
    assertEquals(start, states.get(0));
    for (int i = 1; i < times.size(); i++) {
      for (int j = 0; j < 2; j++) {
        assertTrue(at(ROTATION, start, times.get(i)).get(j).overlaps(states.get(i).get(j)));
      }
    }
  }
}
