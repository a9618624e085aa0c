package dev.zonal.report.proof;

import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.family.FamilyPositivity;
import dev.zonal.theorem.family.Line;
import dev.zonal.theorem.family.StructureProof;
import dev.zonal.theorem.law.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of an attempt to prove a statement about all kernels of a family at once. */
public final class FamilyReport {
  private FamilyReport() {}

  public static Document of(FamilyPositivity result) {
    ParameterFamily family = result.family();
    Page page =
        new Page()
            .field(
                "statement",
                "eta_k > 0 for all k >= 0, in every dimension, of every member: strictly positive"
                    + " definite")
            .field("family", family)
            .field("members", members(family))
            .field("sphere", AllDimensionsReport.SPHERES);
    if (result.verdict() == Verdict.PROVEN) {
      page.field("verdict", Words.of(Verdict.PROVEN));
      describe(page, result);
    } else {
      page.field("verdict", Words.of(result.verdict()) + ": " + result.reason());
    }
    return Document.of(
        page,
        Envelope.of("family", 1, new Fields().with("family", family.toString()), results(result)));
  }

  private static void describe(Page page, FamilyPositivity result) {
    page.space()
        .note("Every member is a power series in u without negative coefficients, and infinitely")
        .note(
            "many coefficients of either parity are positive: line by line below, for every depth")
        .note("by induction over the layers (docs/theory.md, section 27).");
    result.proofs().forEach((zero, proof) -> describe(page, zero, proof));
  }

  private static void describe(Page page, SortedSet<String> zero, StructureProof proof) {
    page.space().field("case", name(zero));
    proof.depths().forEach((depth, line) -> page.field("L = " + depth, "line " + line));
    proof
        .induction()
        .ifPresent(
            i ->
                page.field(
                    "L >= " + i.from(),
                    "line %s, by induction: behind %s layers the state is lines %s; from lines %s"
                            .formatted(i.kernel(), i.from(), list(i.state()), list(i.assumed()))
                        + " a layer makes lines "
                        + list(i.next())));
    page.space().table(table(proof.lines()));
  }

  private static String list(Collection<Integer> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static Table<Integer> table(List<Line> lines) {
    return Table.of(IntStream.rangeClosed(1, lines.size()).boxed().toList())
        .with("line", n -> new Cell.Whole(n))
        .withText("series", n -> inWords(lines.get(n - 1)))
        .withText("even", n -> lines.get(n - 1).amounts().even().toString())
        .withText("odd", n -> lines.get(n - 1).amounts().odd().toString())
        .withText("rule", n -> lines.get(n - 1).rule().meaning());
  }

  private static String inWords(Line line) {
    List<Integer> of = line.operands();
    return switch (line.operation()) {
      case ZERO -> "0";
      case POWER -> of.get(0) == 0 ? "1" : of.get(0) == 1 ? "u" : "u^" + of.get(0);
      case EVEN -> "even part of a dual";
      case ODD -> "odd part of a dual";
      case SUM -> "(%s) + (%s)".formatted(of.get(0), of.get(1));
      case PRODUCT -> "(%s) (%s)".formatted(of.get(0), of.get(1));
      case COMPOSITION -> "(%s) of (%s)".formatted(of.get(0), of.get(1));
      case DERIVATIVE -> "(%s)'".formatted(of.get(0));
      case STATE -> "state %s of any layer".formatted(of.get(0));
    };
  }

  static String name(SortedSet<String> zero) {
    return zero.isEmpty()
        ? "all weights positive"
        : zero.stream().map(key -> key + " = 0").collect(Collectors.joining(", "))
            + ", all other weights positive";
  }

  /** The family in words, as L >= 2, alpha > 0. */
  static String members(ParameterFamily family) {
    String depths =
        family.greatest().isEmpty()
            ? "L >= " + family.least()
            : family.greatest().getAsInt() == family.least()
                ? "L = " + family.least()
                : family.least() + " <= L <= " + family.greatest().getAsInt();
    StringBuilder text = new StringBuilder("every " + depths);
    family
        .free()
        .forEach(
            (key, values) ->
                text.append(", ")
                    .append(key)
                    .append(values == ParameterFamily.Values.ANY ? " >= 0" : " > 0"));
    return text.toString();
  }

  private static Fields results(FamilyPositivity result) {
    Fields results =
        new Fields()
            .with("statement", "positivity")
            .with("verdict", Words.of(result.verdict()))
            .with("reason", result.reason());
    result.counterexample().ifPresent(member -> addMember(results, member));
    if (result.verdict() == Verdict.PROVEN) {
      results.with("cases", cases(result));
    }
    return results;
  }

  /** The member that refutes the statement, with its zeros. */
  static void addMember(Fields fields, AllDimensions member) {
    fields
        .with("member", member.kernel().toString())
        .with("series", AllDimensionsReport.series(member.degrees().orElseThrow()))
        .with("counterexample", AllDimensionsReport.fields(member.counterexample().orElseThrow()));
  }

  static Rows<?> cases(FamilyPositivity result) {
    return new Rows<>(List.copyOf(result.proofs().entrySet()), FamilyReport::fields);
  }

  private static Fields fields(Map.Entry<SortedSet<String>, StructureProof> part) {
    StructureProof proof = part.getValue();
    Fields fields =
        new Fields()
            .with("zero", Rows.of(List.copyOf(part.getKey())))
            .with("lines", new Rows<>(proof.lines(), FamilyReport::fields))
            .with(
                "depths", new Rows<>(List.copyOf(proof.depths().entrySet()), FamilyReport::depth));
    proof.induction().ifPresent(i -> fields.with("induction", fields(i)));
    return fields;
  }

  private static Fields fields(Line line) {
    return new Fields()
        .with("operation", line.operation().toString())
        .with("operands", numbers(line.operands()))
        .with("rule", line.rule().toString())
        .with("even", line.amounts().even().toString())
        .with("odd", line.amounts().odd().toString());
  }

  private static Fields depth(Map.Entry<Integer, Integer> depth) {
    return new Fields()
        .with("depth", depth.getKey().toString())
        .with("kernel", depth.getValue().toString());
  }

  private static Fields fields(StructureProof.Induction induction) {
    return new Fields()
        .with("from", Integer.toString(induction.from()))
        .with("state", numbers(induction.state()))
        .with("assumed", numbers(induction.assumed()))
        .with("next", numbers(induction.next()))
        .with("kernel", Integer.toString(induction.kernel()));
  }

  private static Rows<String> numbers(List<Integer> numbers) {
    return Rows.of(numbers.stream().map(Object::toString).toList());
  }
}
