package dev.zonal.cli.data;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.text.Quotation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number that is not negative, exactly. */
final class Ridge implements ITypeConverter<Rational> {
  private static final int MOST_DIGITS = 1000;

  @Override
  public Rational convert(String text) {
    Rational ridge = number(text);
    if (ridge.signum() < 0) {
      throw new TypeConversionException(
          Quotation.of(text) + " is not allowed, allowed are numbers from 0 on");
    }
    return ridge;
  }

  private static Rational number(String text) {
    try {
      return NumberSyntax.rational(text, text, MOST_DIGITS);
    } catch (KernelSpecificationException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
