package dev.zonal.cli.option;

import dev.zonal.text.Quotation;
import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads integers of a range and says the range when a number is not of it. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
  private final int least;
  private final int most;

  public WholeNumber(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer convert(String text) {
    if (text.matches("[+-]?\\d{1,20}")) {
      BigInteger value = new BigInteger(text);
      if (value.compareTo(BigInteger.valueOf(least)) >= 0
          && value.compareTo(BigInteger.valueOf(most)) <= 0) {
        return value.intValueExact();
      }
    }
    throw new TypeConversionException(
        Quotation.of(text) + " is not allowed, allowed are integers from " + least + " to " + most);
  }

  /** Significant digits. */
  static final class Digits extends WholeNumber {
    Digits() {
      super(1, dev.zonal.spectrum.SpectrumRequest.MAX_DIGITS);
    }
  }

  /** The dimension d of the space that holds the sphere. */
  public static final class Dimension extends WholeNumber {
    /** Twice a dimension is an int. */
    Dimension() {
      super(2, 1_000_000_000);
    }
  }
}
