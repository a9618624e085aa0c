package dev.zonal.verifier.document;

import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims.OfCase;
import dev.zonal.verifier.document.Claims.OfFamily;
import dev.zonal.verifier.document.Claims.OfInduction;
import dev.zonal.verifier.document.Claims.OfLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads certificates about all kernels of a family, docs/schema/certificate-5.json. */
final class FamilyReader {
  private static final Set<String> HEAD =
      Set.of("schema", "program", "command", "statement", "sphere", "family");

  /** Operations with the number of lines that they are made of. */
  private static final Map<String, Integer> OPERATIONS =
      Map.of(
          "zero",
          0,
          "even",
          0,
          "odd",
          0,
          "derivative",
          1,
          "sum",
          2,
          "product",
          2,
          "composition",
          2);

  private static final Set<String> OF_NUMBERS = Set.of("power", "state");

  private static final Set<String> RULES =
      Set.of(
          "zero",
          "power",
          "series",
          "union",
          "sums",
          "lowered",
          "odd-inner",
          "even-inner",
          "mixed-inner",
          "unknown-inner",
          "assumed");

  private static final List<String> AMOUNTS = List.of("unknown", "some", "infinite");
  private static final int MOST_LAYERS = 10_000;

  private FamilyReader() {}

  static Claims read(StrictJson root) throws Unreadable {
    CertificateReader.origin(root);
    Claims.Statement statement = CertificateReader.statement(root, Set.of("positivity"));
    root.get("sphere").only(Set.of("dimension")).get("dimension").oneOf(Set.of("all"));
    boolean isRefuted = root.find("refutation").isPresent();
    Set<String> keys = new TreeSet<>(HEAD);
    keys.addAll(
        isRefuted ? Set.of("refutation", "member", "series", "counterexample") : Set.of("cases"));
    root.only(keys);
    ParameterFamily family = family(root.get("family"));
    if (isRefuted) {
      Optional<String> refutation = Optional.of(root.get("refutation").oneOf(Set.of("zero")));
      Claims.OfKernel member = CertificateReader.alone(root.get("member"));
      return claims(
          statement,
          List.of(member),
          refutation,
          Optional.of(CertificateReader.series(root, refutation)),
          new OfFamily(family, List.of()));
    }
    List<OfCase> cases = root.get("cases").list(FamilyReader::part);
    return claims(
        statement, List.of(), Optional.empty(), Optional.empty(), new OfFamily(family, cases));
  }

  private static Claims claims(
      Claims.Statement statement,
      List<Claims.OfKernel> kernels,
      Optional<String> refutation,
      Optional<Claims.OfSeries> series,
      OfFamily family) {
    return new Claims(
        statement,
        0,
        kernels,
        new TreeMap<>(),
        refutation,
        Optional.empty(),
        series,
        Optional.of(family),
        Optional.empty(),
        Optional.empty());
  }

  private static ParameterFamily family(StrictJson node) throws Unreadable {
    try {
      return ParameterFamily.parse(node.text(".*", "string"));
    } catch (KernelSpecificationException e) {
      throw new Unreadable(e.getMessage());
    }
  }

  private static OfCase part(StrictJson node) throws Unreadable {
    boolean isInduction = node.find("induction").isPresent();
    Set<String> keys = new TreeSet<>(Set.of("zero", "lines", "depths"));
    keys.addAll(isInduction ? Set.of("induction") : Set.of());
    node.only(keys);
    List<OfLine> lines = new ArrayList<>();
    for (StrictJson line : node.get("lines").items()) {
      lines.add(line(line, lines.size()));
    }
    SortedMap<Integer, Integer> depths = new TreeMap<>();
    for (StrictJson depth : node.get("depths").items()) {
      depth.only(Set.of("depth", "kernel"));
      int kernel = number(depth.get("kernel"), 1, lines.size());
      if (depths.put(number(depth.get("depth"), 1, MOST_LAYERS), kernel) != null) {
        throw depth.get("depth").wrong("stands twice");
      }
    }
    return new OfCase(
        new TreeSet<>(node.get("zero").list(key -> key.text("[a-z0-9]+", "weight"))),
        lines,
        depths,
        isInduction
            ? Optional.of(induction(node.get("induction"), lines.size()))
            : Optional.empty());
  }

  /**
   * A line.
   *
   * @param before how many there are before it
   */
  private static OfLine line(StrictJson node, int before) throws Unreadable {
    node.only(Set.of("operation", "operands", "rule", "even", "odd"));
    Set<String> operations = new TreeSet<>(OPERATIONS.keySet());
    operations.addAll(OF_NUMBERS);
    String operation = node.get("operation").oneOf(operations);
    boolean ofNumber = OF_NUMBERS.contains(operation);
    int most = ofNumber ? 1000 : before;
    int least = operation.equals("power") ? 0 : 1;
    List<Integer> operands = node.get("operands").list(n -> number(n, least, most));
    if (operands.size() != (ofNumber ? 1 : OPERATIONS.get(operation))) {
      throw node.get("operands").wrong("are not as many as the operation has");
    }
    return new OfLine(
        operation,
        operands,
        node.get("rule").oneOf(RULES),
        AMOUNTS.indexOf(node.get("even").oneOf(Set.copyOf(AMOUNTS))),
        AMOUNTS.indexOf(node.get("odd").oneOf(Set.copyOf(AMOUNTS))));
  }

  private static OfInduction induction(StrictJson node, int lines) throws Unreadable {
    node.only(Set.of("from", "state", "assumed", "next", "kernel"));
    return new OfInduction(
        number(node.get("from"), 0, MOST_LAYERS),
        node.get("state").list(n -> number(n, 1, lines)),
        node.get("assumed").list(n -> number(n, 1, lines)),
        node.get("next").list(n -> number(n, 1, lines)),
        number(node.get("kernel"), 1, lines));
  }

  private static int number(StrictJson node, int least, int most) throws Unreadable {
    int number = Integer.parseInt(node.text("0|[1-9][0-9]{0,8}", "number"));
    if (number < least || number > most) {
      throw node.wrong("is not between " + least + " and " + most);
    }
    return number;
  }
}
