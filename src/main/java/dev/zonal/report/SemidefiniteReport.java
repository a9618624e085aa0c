package dev.zonal.report;

import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.Parity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.UniformExpansion;
import dev.zonal.theorem.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of an attempt to prove that no eigenvalue is negative. */
public final class SemidefiniteReport {
  private SemidefiniteReport() {}

  public static Document of(Kernel kernel, int dimension, Semidefinite result) {
    Page page =
        Statement.page("eta_k >= 0 for all k >= 0: positive semidefinite", kernel, dimension)
            .field("verdict", Statement.verdict(result.verdict(), result.reason()));
    if (result.verdict() == Verdict.PROVEN) {
      describeProof(page, result);
    }
    return Statement.document(page, kernel, dimension, results(result));
  }

  private static void describeProof(Page page, Semidefinite result) {
    page.field("zeros", describeZeros(result)).space();
    for (UniformExpansion tail : result.tails()) {
      page.note(
              "From k0 = "
                  + tail.from()
                  + " on, k "
                  + tail.parity()
                  + ", by a uniform tail: eta_k > 0, and")
          .note(
              "    eta_k = c Lambda_k("
                  + tail.terms().get(0).exponent()
                  + ") (1 + x_k),  |x_k| <= "
                  + Statement.atMost(tail.relativeDistance())
                  + " < 1,")
          .note("    c = " + Statement.shown(tail.terms().get(0).coefficient()) + ".");
    }
    if (result.tails().isEmpty() && result.vanishing().isEmpty()) {
      page.note("The kernel is a mixture of Gaussians exp(-v r^2), whose eigenvalues are all")
          .note("positive (docs/theory.md, Proposition 9.14).");
    }
    String enclosed = "Enclosed: " + result.table().size() + " eigenvalues";
    if (result.smallest().isPresent()) {
      Map.Entry<Long, Enclosure.Certified> least = result.smallest().get();
      page.note(enclosed + "; the least that is not zero is")
          .note(
              "    eta_" + least.getKey() + " = " + Statement.shown(least.getValue().ball()) + ".");
    } else {
      page.note(enclosed + ".");
    }
  }

  /** Which eigenvalues are exactly zero, in words. */
  static String describeZeros(Semidefinite result) {
    if (isZero(result)) {
      return "every eigenvalue: the Hilbert space is {0}";
    }
    Stream<String> single = result.zeros().stream().map(k -> "k = " + k);
    Stream<String> families =
        result.vanishing().entrySet().stream()
            .map(parity -> "every " + parity.getKey() + " k from " + parity.getValue() + " on");
    String all = Stream.concat(single, families).collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private static boolean isZero(Semidefinite result) {
    return result.vanishing().size() == Parity.values().length && result.smallest().isEmpty();
  }

  private static Fields results(Semidefinite result) {
    Fields results = Statement.results("semidefinite", result.verdict(), result.reason());
    addZeros(results, result);
    results.with("tails", new Rows<>(result.tails(), SemidefiniteReport::fields));
    result.smallest().ifPresent(least -> results.with("smallest", eigenvalue(least)));
    return results;
  }

  /** The fields of a statement that is weaker than the one that was asked for. */
  static Fields weaker(Semidefinite result) {
    Fields fields =
        new Fields().with("verdict", Words.of(result.verdict())).with("reason", result.reason());
    addZeros(fields, result);
    return fields;
  }

  private static Fields fields(UniformExpansion tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("exponent", tail.terms().get(0).exponent().toString())
        .with("leading", tail.terms().get(0).coefficient())
        .with("relativeDistance", Statement.atMost(tail.relativeDistance()));
  }

  /** An eigenvalue and its k. */
  static Fields eigenvalue(Map.Entry<Long, Enclosure.Certified> row) {
    return new Fields()
        .with("k", Long.toString(row.getKey()))
        .with("eigenvalue", row.getValue().ball(), row.getValue().exact());
  }

  private static void addZeros(Fields fields, Semidefinite result) {
    if (result.verdict() == Verdict.PROVEN) {
      fields.with("zeros", zeros(List.copyOf(result.zeros()), result.vanishing()));
    }
  }

  /** The frequencies at which eigenvalues vanish, and those from which a parity does. */
  static Fields zeros(List<Long> frequencies, Map<Parity, Long> vanishing) {
    Fields from = new Fields();
    vanishing.forEach((parity, k) -> from.with(parity.toString(), Long.toString(k)));
    return new Fields()
        .with("frequencies", new Rows<>(frequencies, k -> Cell.of(Long.toString(k))))
        .with("from", from);
  }
}
