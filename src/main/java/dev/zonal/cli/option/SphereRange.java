package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.text.Quotation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The sphere that a command works on, or those of all dimensions from one to another. */
public final class SphereRange {
  @Option(
      names = "--dimension",
      required = true,
      paramLabel = "D",
      converter = Reader.class,
      description =
          "The sphere is the unit sphere of R^D, D from 2 to 10^9; or all those of a range, as"
              + " 2..10.")
  private Dimensions dimensions;

  /** From one to another, both included. */
  record Dimensions(int least, int greatest) {}

  /** A dimension or a range of them. */
  static final class Reader implements ITypeConverter<Dimensions> {
    private static final int MOST = 1000;
    private static final String BETWEEN = "..";

    private final WholeNumber dimension = new WholeNumber.Dimension();

    @Override
    public Dimensions convert(String text) {
      int middle = text.indexOf(BETWEEN);
      if (middle < 0) {
        int one = dimension.convert(text);
        return new Dimensions(one, one);
      }
      int first = dimension.convert(text.substring(0, middle).strip());
      int last = dimension.convert(text.substring(middle + BETWEEN.length()).strip());
      if (first > last || last - first >= MOST) {
        throw new TypeConversionException(
            "%s is not allowed, allowed are ranges such as 2..10 of at most %d dimensions"
                .formatted(Quotation.of(text), MOST));
      }
      return new Dimensions(first, last);
    }
  }

  public boolean isOne() {
    return dimensions.least() == dimensions.greatest();
  }

  public int least() {
    return dimensions.least();
  }

  public int greatest() {
    return dimensions.greatest();
  }

  /**
   * The dimension.
   *
   * @throws UsageException if there are several
   */
  public int dimension() {
    if (!isOne()) {
      throw new UsageException("--dimension: one dimension is expected here, not a range");
    }
    return dimensions.least();
  }
}
