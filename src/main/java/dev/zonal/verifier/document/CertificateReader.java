package dev.zonal.verifier.document;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Parity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads certificates, strictly by docs/schema/certificate-1.json to certificate-6.json: no key more
 * or less than those, each of its type, each number in its notation.
 */
public final class CertificateReader {
  /** In bytes; a larger document is not read. */
  static final int LARGEST = 1 << 24;

  private static final Set<String> EVIDENCE =
      Set.of("kernel", "regions", "tails", "expansions", "geometric", "enclosures");
  private static final Set<String> REFUTATIONS =
      Set.of("zero", "negative", "sign", "exponent", "smooth", "rate");
  private static final Set<String> ENDS = Set.of("lower", "upper");
  private static final String DECIMAL = "0|-?[1-9](\\.[0-9]+)?e(0|-?[1-9][0-9]{0,4})";
  private static final String FRACTION = "(0|-?[1-9][0-9]{0,949})(/[1-9][0-9]{0,949})?";
  private static final int LARGEST_FREQUENCY = 1 << 16;

  private CertificateReader() {}

  /** Why a document is no certificate, in one line. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a certificate.
   *
   * @throws Unreadable if it is none, or larger than 16 MiB
   */
  public static Claims read(InputStream in) throws IOException, Unreadable {
    OptionalLibrary.JACKSON_DATABIND.require();
    StrictJson root = StrictJson.read(in);
    root.keys();
    String schema =
        root.get("schema")
            .oneOf(
                Set.of(
                    "zonal.certificate/1",
                    "zonal.certificate/2",
                    "zonal.certificate/3",
                    "zonal.certificate/4",
                    "zonal.certificate/5",
                    "zonal.certificate/6"));
    if (schema.endsWith("6")) {
      return BoxReader.read(root);
    }
    if (schema.endsWith("5")) {
      return FamilyReader.read(root);
    }
    if (schema.endsWith("4")) {
      return MatrixReader.read(root);
    }
    if (schema.endsWith("3")) {
      return allDimensions(root);
    }
    boolean isFirst = schema.endsWith("1");
    Set<String> statements = new TreeSet<>(Set.of("positivity", "decay", "equivalence"));
    Set<String> keys = new TreeSet<>(EVIDENCE);
    keys.addAll(Set.of("schema", "statement"));
    keys.addAll(isFirst ? Set.of("dimension") : Set.of("program", "command", "sphere"));
    if (!isFirst) {
      statements.add("semidefinite");
      origin(root);
    }
    Claims.Statement statement = statement(root, statements);
    boolean isRefuted = root.find("refutation").isPresent();
    boolean isPair = statement == Claims.Statement.EQUIVALENCE;
    boolean hasZeros = statement == Claims.Statement.SEMIDEFINITE && !isRefuted;
    keys.add(isRefuted ? "refutation" : "conclusion");
    keys.addAll(isPair ? Set.of("other") : Set.of());
    keys.addAll(hasZeros ? Set.of("zeros") : Set.of());
    root.only(keys);
    StrictJson sphere = isFirst ? root : root.get("sphere").only(Set.of("dimension"));
    List<Claims.OfKernel> kernels = new ArrayList<>(List.of(kernel(root)));
    if (isPair) {
      kernels.add(kernel(root.get("other").only(EVIDENCE)));
    }
    int dimension = sphere.get("dimension").number(2, 1_000_000);
    for (Claims.OfKernel claims : kernels) {
      requireOnSphere(claims.kernel(), dimension);
    }
    return new Claims(
        statement,
        dimension,
        kernels,
        isRefuted ? new TreeMap<>() : constants(root.get("conclusion")),
        isRefuted ? Optional.of(root.get("refutation").oneOf(REFUTATIONS)) : Optional.empty(),
        hasZeros ? Optional.of(zeros(root.get("zeros"))) : Optional.empty());
  }

  static void origin(StrictJson root) throws Unreadable {
    root.get("program").text(".*", "string");
    root.get("command").list(word -> word.text(".*", "string"));
  }

  static Claims.Statement statement(StrictJson root, Set<String> allowed) throws Unreadable {
    return Claims.Statement.valueOf(root.get("statement").oneOf(allowed).toUpperCase(Locale.ROOT));
  }

  /** A certificate about the spheres of all dimensions. */
  private static Claims allDimensions(StrictJson root) throws Unreadable {
    origin(root);
    Claims.Statement statement = statement(root, Set.of("positivity", "semidefinite"));
    root.get("sphere").only(Set.of("dimension")).get("dimension").oneOf(Set.of("all"));
    boolean isRefuted = root.find("refutation").isPresent();
    Set<String> reasons =
        statement == Claims.Statement.POSITIVITY ? Set.of("zero", "negative") : Set.of("negative");
    Optional<String> refutation =
        isRefuted ? Optional.of(root.get("refutation").oneOf(reasons)) : Optional.empty();
    boolean isNegative = refutation.filter("negative"::equals).isPresent();
    boolean hasZeros = statement == Claims.Statement.SEMIDEFINITE && !isRefuted;
    Set<String> keys =
        new TreeSet<>(Set.of("schema", "program", "command", "statement", "sphere", "kernel"));
    keys.addAll(isNegative ? Set.of() : Set.of("series"));
    keys.addAll(isRefuted ? Set.of("refutation", "counterexample") : Set.of());
    keys.addAll(hasZeros ? Set.of("zeros") : Set.of());
    root.only(keys);
    return new Claims(
        statement,
        0,
        List.of(alone(root.get("kernel"))),
        new TreeMap<>(),
        refutation,
        hasZeros ? Optional.of(zeros(root.get("zeros"))) : Optional.empty(),
        Optional.of(series(root, refutation)));
  }

  /** A kernel that is one function on all spheres, and nothing that is said of its eigenvalues. */
  static Claims.OfKernel alone(StrictJson node) throws Unreadable {
    Kernel kernel = kernelOf(node);
    requireOnSphere(kernel, 2);
    if (kernel.structure() instanceof Structure.Spectral) {
      throw node.wrong("is another function on every sphere");
    }
    return new Claims.OfKernel(
        kernel, Optional.empty(), List.of(), List.of(), List.of(), new TreeMap<>());
  }

  /** What is claimed of a kernel as a power series, with the counterexample of a refutation. */
  static Claims.OfSeries series(StrictJson root, Optional<String> refutation) throws Unreadable {
    boolean isNegative = refutation.filter("negative"::equals).isPresent();
    return new Claims.OfSeries(
        isNegative ? new TreeMap<>() : degrees(root.get("series")),
        refutation.isPresent()
            ? Optional.of(counterexample(root.get("counterexample"), isNegative))
            : Optional.empty());
  }

  /** Of the parts of a power series that are polynomials. */
  private static SortedMap<Parity, Long> degrees(StrictJson node) throws Unreadable {
    node.only(Set.of("even", "odd"));
    SortedMap<Parity, Long> degrees = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      StrictJson degree = node.get(parity.toString());
      String text = degree.text("infinite|none|0|[1-9][0-9]{0,8}", "degree");
      if (!text.equals("infinite")) {
        degrees.put(parity, text.equals("none") ? -1 : frequency(degree));
      }
    }
    return degrees;
  }

  private static Claims.Counterexample counterexample(StrictJson node, boolean isNegative)
      throws Unreadable {
    node.only(Set.of("k", "dimension"));
    StrictJson dimension = node.get("dimension");
    BigInteger from = new BigInteger(dimension.text("[1-9][0-9]*", "dimension"));
    if (from.compareTo(BigInteger.TWO) < 0) {
      throw dimension.wrong("is below 2");
    }
    return new Claims.Counterexample(isNegative, frequency(node.get("k")), from);
  }

  /** What is not integrable, or given by eigenvalues of no kernel, has nothing to claim there. */
  static void requireOnSphere(Kernel kernel, int dimension) throws Unreadable {
    try {
      ExactSpectra.of(kernel, dimension);
    } catch (IllegalArgumentException none) {
      throw new Unreadable(none.getMessage());
    }
  }

  static SortedMap<String, Interval> constants(StrictJson node) throws Unreadable {
    SortedMap<String, Interval> constants = new TreeMap<>();
    for (String name : node.keys()) {
      constants.put(name, interval(node.get(name).only(ENDS)));
    }
    return constants;
  }

  private static Claims.Zeros zeros(StrictJson node) throws Unreadable {
    node.only(Set.of("frequencies", "from"));
    List<Long> frequencies = node.get("frequencies").list(CertificateReader::frequency);
    SortedMap<Parity, Long> from = new TreeMap<>();
    StrictJson starts = node.get("from").only(Set.of("even", "odd"));
    for (String parity : starts.keys()) {
      from.put(parity.equals("even") ? Parity.EVEN : Parity.ODD, frequency(starts.get(parity)));
    }
    return new Claims.Zeros(new TreeSet<>(frequencies), from);
  }

  private static Claims.OfKernel kernel(StrictJson node) throws Unreadable {
    SortedMap<Long, Interval> rows = new TreeMap<>();
    for (StrictJson row : node.get("enclosures").items()) {
      row.only(Set.of("k", "lower", "upper"));
      if (rows.put(frequency(row.get("k")), interval(row)) != null) {
        throw row.get("k").wrong("stands twice");
      }
    }
    return kernel(node, kernelOf(node.get("kernel")), rows);
  }

  /** What is claimed of a kernel. */
  static Claims.OfKernel kernel(StrictJson node, Kernel kernel, SortedMap<Long, Interval> rows)
      throws Unreadable {
    Set<String> seen = new TreeSet<>();
    List<Claims.OfTail> tails = node.get("tails").list(tail -> tail(tail, seen));
    Optional<StrictJson> expansions = node.find("expansions");
    List<Claims.OfExpansion> others =
        expansions.isPresent() ? expansions.get().list(e -> expansion(e, seen)) : List.of();
    Optional<StrictJson> geometric = node.find("geometric");
    List<Claims.OfGeometric> laws =
        geometric.isPresent() ? geometric.get().list(law -> geometric(law, seen)) : List.of();
    Optional<StrictJson> regions = node.find("regions");
    return new Claims.OfKernel(
        kernel,
        regions.isPresent() ? Optional.of(regions(regions.get())) : Optional.empty(),
        tails,
        others,
        laws,
        rows);
  }

  private static Kernel kernelOf(StrictJson node) throws Unreadable {
    try {
      return KernelSpecification.parse(node.text(".*", "string"));
    } catch (KernelSpecificationException e) {
      throw new Unreadable(e.getMessage());
    }
  }

  private static Claims.Regions regions(StrictJson node) throws Unreadable {
    node.only(Set.of("coincidence", "antipode", "rectangle"));
    return new Claims.Regions(
        bounded(node.get("coincidence"), "radius"),
        bounded(node.get("antipode"), "radius"),
        bounded(node.get("rectangle"), "height"));
  }

  private static Claims.Bounded bounded(StrictJson node, String size) throws Unreadable {
    node.only(Set.of(size, "bound"));
    return new Claims.Bounded(decimal(node.get(size)), decimal(node.get("bound")));
  }

  private static Claims.OfTail tail(StrictJson node, Set<String> seen) throws Unreadable {
    node.only(Set.of("parity", "from", "exponent", "leading", "next", "rest"));
    return new Claims.OfTail(
        parity(node.get("parity"), seen),
        frequency(node.get("from")),
        node.get("exponent").number(1, 999),
        interval(node.get("leading").only(ENDS)),
        interval(node.get("next").only(ENDS)),
        decimal(node.get("rest")));
  }

  private static Claims.OfExpansion expansion(StrictJson node, Set<String> seen) throws Unreadable {
    node.only(Set.of("parity", "from", "terms", "rest", "order"));
    List<Claims.Term> terms = node.get("terms").list(CertificateReader::term);
    if (terms.isEmpty()) {
      throw node.wrong("has no terms");
    }
    return new Claims.OfExpansion(
        parity(node.get("parity"), seen),
        frequency(node.get("from")),
        terms,
        decimal(node.get("rest")),
        fraction(node.get("order")));
  }

  private static Claims.OfGeometric geometric(StrictJson node, Set<String> seen) throws Unreadable {
    boolean isKnown = node.find("singularity").isPresent();
    Set<String> keys = new TreeSet<>(Set.of("parity", "from", "order", "constant", "deviation"));
    keys.addAll(isKnown ? Set.of("singularity") : Set.of("between", "square"));
    node.only(keys);
    return new Claims.OfGeometric(
        parity(node.get("parity"), seen),
        frequency(node.get("from")),
        isKnown ? known(node.get("singularity")) : enclosed(node),
        fraction(node.get("order")),
        interval(node.get("constant").only(ENDS)),
        interval(node.get("deviation").only(ENDS)));
  }

  private static Claims.Place known(StrictJson node) throws Unreadable {
    Rational at = fraction(node);
    return new Claims.Place(at, at, Optional.empty());
  }

  private static Claims.Place enclosed(StrictJson node) throws Unreadable {
    Interval ends = interval(node.get("between").only(ENDS));
    return new Claims.Place(
        Rational.of(ends.lower()),
        Rational.of(ends.upper()),
        Optional.of(fraction(node.get("square"))));
  }

  private static Claims.Term term(StrictJson node) throws Unreadable {
    node.only(Set.of("exponent", "coefficient"));
    return new Claims.Term(
        fraction(node.get("exponent")), interval(node.get("coefficient").only(ENDS)));
  }

  private static Parity parity(StrictJson node, Set<String> seen) throws Unreadable {
    String name = node.oneOf(Set.of("even", "odd"));
    if (!seen.add(name)) {
      throw node.wrong("stands twice");
    }
    return name.equals("even") ? Parity.EVEN : Parity.ODD;
  }

  private static long frequency(StrictJson node) throws Unreadable {
    long k = Long.parseLong(node.text("0|[1-9][0-9]{0,8}", "frequency"));
    if (k > LARGEST_FREQUENCY) {
      throw node.wrong("is above " + LARGEST_FREQUENCY);
    }
    return k;
  }

  static Rational fraction(StrictJson node) throws Unreadable {
    return Rational.parse(node.text(FRACTION, "fraction"));
  }

  static BigDecimal decimal(StrictJson node) throws Unreadable {
    return new BigDecimal(node.text(DECIMAL, "decimal number"));
  }

  static Interval interval(StrictJson node) throws Unreadable {
    return new Interval(decimal(node.get("lower")), decimal(node.get("upper")));
  }
}
