package dev.zonal.cli.option;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The spheres that a command works on. */
public final class SphereList {
  @Option(
      names = "--dimension",
      required = true,
      paramLabel = "D",
      converter = Reader.class,
      description =
          "The sphere is the unit sphere of R^D, D from 2 to 10^9; several, as 3,5, are separated"
              + " by commas.")
  private Dimensions dimensions;

  /** Each dimension once, in the order given. */
  record Dimensions(List<Integer> all) {}

  /** A list of dimensions. */
  static final class Reader implements ITypeConverter<Dimensions> {
    private final WholeNumber dimension = new WholeNumber.Dimension();

    @Override
    public Dimensions convert(String text) {
      return new Dimensions(
          Arrays.stream(text.split(",", -1))
              .map(piece -> dimension.convert(piece.strip()))
              .distinct()
              .toList());
    }
  }

  public List<Integer> dimensions() {
    return dimensions.all();
  }
}
