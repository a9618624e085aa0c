package dev.zonal.verifier;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecification;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.Parity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads certificates, strictly by docs/schema/certificate-1.json and certificate-2.json: no key
 * more or less than those, each of its type, each number in its notation.
 */
public final class CertificateReader {
  private static final Set<String> EVIDENCE =
      Set.of("kernel", "regions", "tails", "expansions", "enclosures");
  private static final Set<String> REFUTATIONS =
      Set.of("zero", "negative", "sign", "exponent", "smooth", "rate");

  private static final int LARGEST_DIMENSION = 1_000_000;
  private static final long LARGEST_FREQUENCY = 1L << 16;
  private static final int LARGEST_EXPONENT = 999;

  private CertificateReader() {}

  /**
   * Reads a certificate.
   *
   * @throws UnreadableException if it is none, or larger than 16 MiB
   */
  public static Claims read(InputStream in) throws IOException, UnreadableException {
    return claims(StrictJson.read(in));
  }

  private static Claims claims(StrictJson root) throws UnreadableException {
    boolean isFirst =
        root.get("schema")
            .oneOf(Set.of("zonal.certificate/1", "zonal.certificate/2"))
            .equals("zonal.certificate/1");
    String name =
        isFirst
            ? root.get("statement").oneOf(Set.of("positivity", "decay", "equivalence"))
            : root.get("statement")
                .oneOf(Set.of("positivity", "semidefinite", "decay", "equivalence"));
    Claims.Statement statement = Claims.Statement.valueOf(name.toUpperCase(Locale.ROOT));
    boolean isPair = statement == Claims.Statement.EQUIVALENCE;
    boolean isRefuted = root.has("refutation");
    boolean hasZeros = statement == Claims.Statement.SEMIDEFINITE && !isRefuted;
    Set<String> keys = new TreeSet<>(EVIDENCE);
    keys.addAll(Set.of("schema", "statement", isRefuted ? "refutation" : "conclusion"));
    keys.addAll(isFirst ? Set.of("dimension") : Set.of("program", "command", "sphere"));
    keys.addAll(isPair ? Set.of("other") : Set.of());
    keys.addAll(hasZeros ? Set.of("zeros") : Set.of());
    root.only(keys);
    StrictJson sphere = isFirst ? root : root.get("sphere").only(Set.of("dimension"));
    if (!isFirst) {
      root.get("program").text();
      for (StrictJson word : root.get("command").items()) {
        word.text();
      }
    }
    int dimension = (int) sphere.get("dimension").number(2, LARGEST_DIMENSION);
    List<Claims.OfKernel> kernels = new ArrayList<>(List.of(kernel(root)));
    if (isPair) {
      kernels.add(kernel(root.get("other").only(EVIDENCE)));
    }
    return new Claims(
        statement,
        dimension,
        List.copyOf(kernels),
        isRefuted ? Collections.emptySortedMap() : constants(root.get("conclusion")),
        isRefuted ? Optional.of(root.get("refutation").oneOf(REFUTATIONS)) : Optional.empty(),
        hasZeros ? Optional.of(zeros(root.get("zeros"))) : Optional.empty());
  }

  private static SortedMap<String, Interval> constants(StrictJson node) throws UnreadableException {
    SortedMap<String, Interval> constants = new TreeMap<>();
    for (Map.Entry<String, StrictJson> entry : node.entries()) {
      constants.put(entry.getKey(), entry.getValue().only(Set.of("lower", "upper")).interval());
    }
    return Collections.unmodifiableSortedMap(constants);
  }

  private static Claims.Zeros zeros(StrictJson node) throws UnreadableException {
    node.only(Set.of("frequencies", "from"));
    TreeSet<Long> frequencies = new TreeSet<>();
    for (StrictJson k : node.get("frequencies").items()) {
      if (!frequencies.add(k.whole(0, LARGEST_FREQUENCY))) {
        throw k.unreadable("stands twice");
      }
    }
    SortedMap<Parity, Long> from = new TreeMap<>();
    StrictJson starts = node.get("from").only(Set.of("even", "odd"));
    for (Parity parity : Parity.values()) {
      if (starts.has(parity.toString())) {
        from.put(parity, starts.get(parity.toString()).whole(0, LARGEST_FREQUENCY));
      }
    }
    return new Claims.Zeros(frequencies, from);
  }

  private static Claims.OfKernel kernel(StrictJson node) throws UnreadableException {
    SortedMap<Long, Interval> rows = new TreeMap<>();
    for (StrictJson row : node.get("enclosures").items()) {
      row.only(Set.of("k", "lower", "upper"));
      if (rows.put(row.get("k").whole(0, LARGEST_FREQUENCY), row.interval()) != null) {
        throw row.get("k").unreadable("stands twice");
      }
    }
    List<Claims.Tail> tails = new ArrayList<>();
    for (StrictJson tail : node.get("tails").items()) {
      tails.add(tail(tail));
      if (tails.stream().map(Claims.Tail::parity).distinct().count() < tails.size()) {
        throw tail.unreadable("is the second of its parity");
      }
    }
    List<Claims.Expansion> expansions = new ArrayList<>();
    if (node.has("expansions")) {
      for (StrictJson expansion : node.get("expansions").items()) {
        expansions.add(expansion(expansion));
        if (expansions.stream().map(Claims.Expansion::parity).distinct().count()
            < expansions.size()) {
          throw expansion.unreadable("is the second of its parity");
        }
      }
    }
    return new Claims.OfKernel(
        kernelOf(node.get("kernel")),
        node.has("regions") ? Optional.of(regions(node.get("regions"))) : Optional.empty(),
        List.copyOf(tails),
        List.copyOf(expansions),
        Collections.unmodifiableSortedMap(rows));
  }

  private static Kernel kernelOf(StrictJson node) throws UnreadableException {
    try {
      return KernelSpecification.parse(node.text());
    } catch (KernelSpecificationException e) {
      throw new UnreadableException(e.getMessage());
    }
  }

  private static Claims.Regions regions(StrictJson node) throws UnreadableException {
    node.only(Set.of("coincidence", "antipode", "rectangle"));
    return new Claims.Regions(
        bounded(node.get("coincidence"), "radius"),
        bounded(node.get("antipode"), "radius"),
        bounded(node.get("rectangle"), "height"));
  }

  private static Claims.Bounded bounded(StrictJson node, String size) throws UnreadableException {
    node.only(Set.of(size, "bound"));
    return new Claims.Bounded(node.get(size).decimal(), node.get("bound").decimal());
  }

  private static Claims.Tail tail(StrictJson node) throws UnreadableException {
    node.only(Set.of("parity", "from", "exponent", "leading", "next", "rest"));
    return new Claims.Tail(
        parity(node.get("parity")),
        node.get("from").whole(1, LARGEST_FREQUENCY),
        (int) node.get("exponent").number(1, LARGEST_EXPONENT),
        node.get("leading").only(Set.of("lower", "upper")).interval(),
        node.get("next").only(Set.of("lower", "upper")).interval(),
        node.get("rest").decimal());
  }

  private static Claims.Expansion expansion(StrictJson node) throws UnreadableException {
    node.only(Set.of("parity", "from", "terms", "rest", "order"));
    List<Claims.Term> terms = new ArrayList<>();
    for (StrictJson term : node.get("terms").items()) {
      term.only(Set.of("exponent", "coefficient"));
      terms.add(
          new Claims.Term(
              term.get("exponent").fraction(),
              term.get("coefficient").only(Set.of("lower", "upper")).interval()));
    }
    if (terms.isEmpty()) {
      throw node.unreadable("has no terms");
    }
    return new Claims.Expansion(
        parity(node.get("parity")),
        node.get("from").whole(1, LARGEST_FREQUENCY),
        List.copyOf(terms),
        node.get("rest").decimal(),
        node.get("order").fraction());
  }

  private static Parity parity(StrictJson node) throws UnreadableException {
    return node.oneOf(Set.of("even", "odd")).equals("even") ? Parity.EVEN : Parity.ODD;
  }
}
