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
  public record Dimensions(int least, int greatest) {
    private static final int MOST = 1000;
    private static final String BETWEEN = "..";

    public boolean isOne() {
      return least == greatest;
    }

    /** What a text names, be the ends in order or not. */
    static Dimensions ends(String text) {
      WholeNumber dimension = new WholeNumber.Dimension();
      int middle = text.indexOf(BETWEEN);
      if (middle < 0) {
        int one = dimension.convert(text);
        return new Dimensions(one, one);
      }
      return new Dimensions(
          dimension.convert(text.substring(0, middle).strip()),
          dimension.convert(text.substring(middle + BETWEEN.length()).strip()));
    }

    /** Dimensions that are worked through one by one: not too many. */
    static Dimensions each(String text) {
      Dimensions named = ends(text);
      if (named.least > named.greatest || named.greatest - named.least >= MOST) {
        throw new TypeConversionException(
            "%s is not allowed, allowed are ranges such as 2..10 of at most %d dimensions"
                .formatted(Quotation.of(text), MOST));
      }
      return named;
    }
  }

  /** A dimension or a range of them. */
  static final class Reader implements ITypeConverter<Dimensions> {
    @Override
    public Dimensions convert(String text) {
      return Dimensions.each(text);
    }
  }

  public boolean isOne() {
    return dimensions.isOne();
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
