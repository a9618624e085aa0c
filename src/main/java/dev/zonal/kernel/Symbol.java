package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A parameter known by name only, for arithmetics whose numbers are expressions. It is taken to be
 * a positive real number; nobody checks.
 */
public record Symbol(String name) implements Parameter {

  @Override
  public <T> T in(Arithmetic<T> over) {
    return over.symbol(name);
  }

  @Override
  public Optional<BigFraction> rationalSquare() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
