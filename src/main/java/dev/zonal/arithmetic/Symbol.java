package dev.zonal.arithmetic;

import java.util.Optional;

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
  public Optional<Rational> rationalSquare() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
