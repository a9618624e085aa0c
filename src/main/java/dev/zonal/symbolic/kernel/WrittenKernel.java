package dev.zonal.symbolic.kernel;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.symbolic.evaluation.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The kernel that a specification names once its names are numbers: the numbers are written into
 * the text, and the catalogue reads it. What {@link SymbolicKernel} makes of the same text plays no
 * part.
 */
public final class WrittenKernel {
  private static final String DEPTH = "L";
  private static final Set<String> NUMBERS =
      Set.of(DEPTH, "alpha", "beta", "tau", "c", "s", "sw2", "sb2");

  private final String name;
  private final List<String> pieces;

  public WrittenKernel(String specification) {
    int colon = specification.indexOf(':');
    this.name = colon < 0 ? specification : specification.substring(0, colon);
    this.pieces =
        colon < 0 ? List.of() : KernelSpecification.pieces(specification.substring(colon + 1));
  }

  /** A number for every name of the specification, the depth from 1 on. */
  public Map<String, Rational> point(SplittableRandom random, int deepest) {
    Map<String, Rational> point = new TreeMap<>();
    IntStream.range(0, pieces.size())
        .filter(this::isName)
        .mapToObj(i -> value(pieces.get(i)))
        .distinct()
        .sorted()
        .forEach(name -> point.put(name, number(name, random, deepest)));
    return RangeOfParameters.shrunk(point, this::at);
  }

  private static Rational number(String name, SplittableRandom random, int deepest) {
    return name.equals(DEPTH)
        ? Rational.of(random.nextInt(1, deepest + 1))
        : Verification.positive(random, 3);
  }

  /** Whether the value of a piece is a name: no number, and no word such as in train=all. */
  private boolean isName(int i) {
    return NUMBERS.contains(key(i)) && ParameterName.isMeant(value(pieces.get(i)));
  }

  private String key(int i) {
    int equals = pieces.get(i).indexOf('=');
    if (equals >= 0) {
      return pieces.get(i).substring(0, equals).strip();
    }
    return Catalogue.entry(name.strip())
        .filter(entry -> i < entry.parameters().size())
        .map(entry -> entry.parameters().get(i).key())
        .orElse("");
  }

  private static String value(String piece) {
    return piece.substring(piece.indexOf('=') + 1).strip();
  }

  /**
   * The kernel at a point.
   *
   * @throws KernelSpecificationException if the catalogue has none of these parameters
   */
  public Kernel at(Map<String, Rational> point) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      String key = piece.substring(0, piece.indexOf('=') + 1);
      numbers.add(isName(i) ? key + point.get(value(piece)) : piece);
    }
    return KernelSpecification.parse(
        pieces.isEmpty() ? name : name + ":" + String.join(",", numbers));
  }
}
