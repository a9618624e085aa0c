package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The spheres that a command works on. */
public final class SphereList {
  @Option(
      names = "--dimension",
      required = true,
      paramLabel = "D",
      converter = Reader.class,
      description =
          "The sphere is the unit sphere of R^D, D from 2 to 10^9; several are separated by commas,"
              + " as 3,5, or a range, as 2..10.")
  private Dimensions dimensions;

  /** Each dimension once, in the order given. */
  record Dimensions(List<Integer> all) {}

  /** A list of dimensions. */
  static final class Reader implements ITypeConverter<Dimensions> {
    @Override
    public Dimensions convert(String text) {
      return new Dimensions(
          Arrays.stream(text.split(",", -1))
              .flatMap(piece -> range(piece.strip()))
              .distinct()
              .toList());
    }

    private static Stream<Integer> range(String piece) {
      SphereRange.Dimensions named = SphereRange.Dimensions.each(piece);
      return IntStream.rangeClosed(named.least(), named.greatest()).boxed();
    }
  }

  /**
   * The dimensions that a text names, as above.
   *
   * @throws UsageException if it names none
   */
  public static List<Integer> parse(String text) {
    try {
      return new Reader().convert(text).all();
    } catch (TypeConversionException e) {
      throw new UsageException("--dimension: " + e.getMessage());
    }
  }

  public List<Integer> dimensions() {
    return dimensions.all();
  }
}
