package dev.zonal.report.proof;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.data.gram.GramCertificate;
import dev.zonal.kernel.specification.IntervalFamily;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Words;
import dev.zonal.report.writer.JsonWriter;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.box.BoxProof;
import dev.zonal.theorem.box.FamilyBound;
import dev.zonal.theorem.box.Leaf;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Evidence;
import dev.zonal.theorem.certificate.Evidence.Bounded;
import dev.zonal.theorem.certificate.Evidence.Expansion;
import dev.zonal.theorem.certificate.Evidence.Geometric;
import dev.zonal.theorem.certificate.Evidence.Regions;
import dev.zonal.theorem.certificate.Evidence.TailBound;
import dev.zonal.theorem.certificate.Interval;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.dimension.Counterexample;
import dev.zonal.theorem.family.FamilyPositivity;
import dev.zonal.theorem.geometric.Singularity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Certificates as JSON documents (docs/certificates.md). */
public final class CertificateDocument {
  /** The version of the document. */
  static final String SCHEMA = "zonal.certificate/2";

  /** The version of those about the spheres of all dimensions. */
  private static final String ALL_DIMENSIONS = "zonal.certificate/3";

  /** The version of those about the smallest eigenvalue of a matrix. */
  private static final String MATRIX = "zonal.certificate/4";

  /** The version of those about a family of kernels. */
  private static final String FAMILY = "zonal.certificate/5";

  /** The version of those about boxes of parameters. */
  private static final String BOXES = "zonal.certificate/6";

  /** Of the ends between which a singularity is searched, which have no more. */
  private static final int SINGULARITY_DIGITS = 45;

  private CertificateDocument() {}

  /**
   * Writes a certificate.
   *
   * @param origin the program that wrote it, and its command
   */
  public static void write(Certificate certificate, Origin origin, Writer out) throws IOException {
    OptionalLibrary.JACKSON_CORE.require();
    Fields document = origin.fields(SCHEMA);
    add(document, certificate);
    JsonWriter.write(document, out);
  }

  /**
   * Writes a proof or refutation for all dimensions.
   *
   * @param origin the program that wrote it, and its command
   */
  public static void write(AllDimensions result, Origin origin, Writer out) throws IOException {
    OptionalLibrary.JACKSON_CORE.require();
    Fields document =
        origin
            .fields(ALL_DIMENSIONS)
            .with("statement", AllDimensionsReport.name(result))
            .with("sphere", new Fields().with("dimension", "all"))
            .with("kernel", result.kernel().toString());
    result
        .degrees()
        .ifPresent(degrees -> document.with("series", AllDimensionsReport.series(degrees)));
    result
        .counterexample()
        .ifPresent(
            found ->
                document
                    .with("refutation", Words.of(found.kind()))
                    .with("counterexample", AllDimensionsReport.fields(found)));
    if (result.zerosAllowed()) {
      result
          .degrees()
          .ifPresent(degrees -> document.with("zeros", AllDimensionsReport.vanishing(degrees)));
    }
    JsonWriter.write(document, out);
  }

  /**
   * Writes what is proved or refuted of a family.
   *
   * @param origin the program that wrote it, and its command
   */
  public static void write(FamilyPositivity result, Origin origin, Writer out) throws IOException {
    OptionalLibrary.JACKSON_CORE.require();
    Fields document =
        origin
            .fields(FAMILY)
            .with("statement", "positivity")
            .with("sphere", new Fields().with("dimension", "all"))
            .with("family", result.family().toString());
    if (result.counterexample().isPresent()) {
      AllDimensions member = result.counterexample().get();
      Counterexample found = member.counterexample().orElseThrow();
      FamilyReport.addMember(document.with("refutation", Words.of(found.kind())), member);
    } else {
      document.with("cases", FamilyReport.cases(result));
    }
    JsonWriter.write(document, out);
  }

  /**
   * Writes what is proved of all members of a family, or of the member that refutes it.
   *
   * @param origin the program that wrote it, and its command
   */
  public static void write(BoxProof proof, Origin origin, Writer out) throws IOException {
    if (proof.counterexample().isPresent()) {
      write(proof.counterexample().get().certificate(), origin, out);
      return;
    }
    OptionalLibrary.JACKSON_CORE.require();
    Fields document =
        origin
            .fields(BOXES)
            .with("statement", proof.statement().statement().name())
            .with(
                "sphere",
                new Fields()
                    .with("least", proof.leastDimension())
                    .with("greatest", proof.greatestDimension()))
            .with(
                "families",
                Rows.of(proof.families().stream().map(IntervalFamily::toString).toList()))
            .with("leaves", new Rows<>(proof.leaves(), CertificateDocument::leaf))
            .with("bounds", new Rows<>(proof.bounds(), CertificateDocument::bound));
    JsonWriter.write(document, out);
  }

  private static Fields leaf(Leaf leaf) {
    Fields fields = new Fields().with("dimension", leaf.dimension());
    Fields conclusion = new Fields();
    leaf.constants().forEach((name, claim) -> conclusion.with(name, ends(claim)));
    fields.with("conclusion", conclusion);
    addOfBox(fields, leaf, 0);
    if (leaf.evidence().size() > 1) {
      Fields other = new Fields();
      addOfBox(other, leaf, 1);
      fields.with("other", other);
    }
    return fields;
  }

  private static void addOfBox(Fields fields, Leaf leaf, int index) {
    fields.with("kernel", leaf.box().families().get(index).toString());
    addTails(fields, leaf.evidence().get(index));
  }

  private static Fields bound(FamilyBound bound) {
    Interval value = new Interval(bound.lower(), bound.upper());
    return addEnds(
        new Fields()
            .with("constant", bound.constant())
            .with("of", bound.isLeast() ? "least" : "greatest"),
        value);
  }

  /**
   * Writes what is proved or refuted of the smallest eigenvalue of a Gram matrix.
   *
   * @param origin the program that wrote it, and its command
   */
  public static void write(GramCertificate<?> certificate, Origin origin, Writer out)
      throws IOException {
    OptionalLibrary.JACKSON_CORE.require();
    JsonWriter.write(GramCertificateFields.add(origin.fields(MATRIX), certificate), out);
  }

  private static void add(Fields document, Certificate certificate) {
    document
        .with("statement", certificate.statement().name())
        .with("sphere", new Fields().with("dimension", certificate.dimension()));
    if (certificate.refutation().isPresent()) {
      document.with("refutation", Words.of(certificate.refutation().get()));
    } else {
      Fields conclusion = new Fields();
      certificate.conclusion().forEach((name, claim) -> conclusion.with(name, ends(claim)));
      document.with("conclusion", conclusion);
    }
    certificate
        .zeros()
        .ifPresent(
            z -> document.with("zeros", SemidefiniteReport.zeros(z.frequencies(), z.from())));
    add(document, certificate.evidence().get(0));
    if (certificate.evidence().size() > 1) {
      Fields other = new Fields();
      add(other, certificate.evidence().get(1));
      document.with("other", other);
    }
  }

  private static void add(Fields fields, Evidence evidence) {
    fields.with("kernel", evidence.kernel().toString());
    addTails(fields, evidence);
    if (!evidence.geometric().isEmpty()) {
      fields.with("geometric", new Rows<>(evidence.geometric(), CertificateDocument::geometric));
    }
    fields.with(
        "enclosures",
        new Rows<>(List.copyOf(evidence.enclosures().entrySet()), CertificateDocument::enclosure));
  }

  private static void addTails(Fields fields, Evidence evidence) {
    evidence.regions().ifPresent(regions -> fields.with("regions", regions(regions)));
    fields.with("tails", new Rows<>(evidence.tails(), CertificateDocument::tail));
    if (!evidence.expansions().isEmpty()) {
      fields.with("expansions", new Rows<>(evidence.expansions(), CertificateDocument::expansion));
    }
  }

  private static Fields regions(Regions regions) {
    return new Fields()
        .with("coincidence", bounded("radius", regions.coincidence()))
        .with("antipode", bounded("radius", regions.antipode()))
        .with("rectangle", bounded("height", regions.rectangle()));
  }

  private static Fields bounded(String size, Bounded region) {
    return new Fields()
        .with(size, ScientificNotation.of(region.size()))
        .with("bound", ScientificNotation.of(region.bound()));
  }

  private static Fields tail(TailBound tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("exponent", tail.exponent())
        .with("leading", ends(tail.leading()))
        .with("next", ends(tail.next()))
        .with("rest", ScientificNotation.of(tail.rest()));
  }

  private static Fields expansion(Expansion expansion) {
    return new Fields()
        .with("parity", expansion.parity().toString())
        .with("from", Long.toString(expansion.from()))
        .with("terms", new Rows<>(expansion.terms(), CertificateDocument::term))
        .with("rest", ScientificNotation.of(expansion.rest()))
        .with("order", expansion.order().toString());
  }

  private static Fields term(Expansion.Term term) {
    return new Fields()
        .with("exponent", term.exponent().toString())
        .with("coefficient", ends(term.coefficient()));
  }

  private static Fields geometric(Geometric law) {
    Fields fields =
        new Fields()
            .with("parity", law.parity().toString())
            .with("from", Long.toString(law.from()));
    return singularity(fields, law.singularity())
        .with("order", law.order().toString())
        .with("constant", ends(law.constant()))
        .with("deviation", ends(law.deviation()));
  }

  /** u_* as a fraction, or between decimals with r^2 of the disc around it. */
  private static Fields singularity(Fields fields, Singularity at) {
    if (at.square().isEmpty()) {
      return fields.with("singularity", at.lower().toString());
    }
    Fields between =
        new Fields()
            .with("lower", ScientificNotation.of(at.lower().decimal(SINGULARITY_DIGITS)))
            .with("upper", ScientificNotation.of(at.upper().decimal(SINGULARITY_DIGITS)));
    return fields.with("between", between).with("square", at.square().get().toString());
  }

  private static Fields enclosure(Map.Entry<Long, Interval> row) {
    return addEnds(new Fields().with("k", Long.toString(row.getKey())), row.getValue());
  }

  private static Fields ends(Interval interval) {
    return addEnds(new Fields(), interval);
  }

  private static Fields addEnds(Fields fields, Interval interval) {
    return fields
        .with("lower", ScientificNotation.of(interval.lower()))
        .with("upper", ScientificNotation.of(interval.upper()));
  }
}
