package dev.zonal.report.proof;

import dev.zonal.arithmetic.Rational;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Decay.Geometric;
import dev.zonal.theorem.Decay.ParityLaw;
import dev.zonal.theorem.Decay.PowerLaw;
import dev.zonal.theorem.Decay.Vanishing;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.geometric.Singularity;
import dev.zonal.theorem.law.DecayLaw;
import java.util.List;

/** What came of an attempt to prove a power law of the eigenvalues. */
public final class DecayLawReport {
  private DecayLawReport() {}

  public static Document of(Spectrum spectrum, Outcome<Decay.Proof> result) {
    String statement =
        GeometricLaw.isFor(spectrum.kernel())
            ? "eta_k = C rho^k k^s (1 + e_k), along each parity"
            : "eta_k = C K^-E (1 + e_k), K = "
                + shift(spectrum.dimension())
                + ", along each parity";
    Page page = Statement.page(statement, spectrum).field("verdict", Statement.verdict(result));
    if (result instanceof Outcome.Proven<Decay.Proof> proven) {
      describeProof(page, proven.evidence());
      FirstCoefficients.of(spectrum.kernel()).ifPresent(form -> describe(page, form));
    }
    return Statement.document(page, spectrum, results(result));
  }

  private static String shift(int dimension) {
    return dimension == 2
        ? "k"
        : dimension % 2 == 0 ? "k + " + (dimension - 2) / 2 : "k + " + (dimension - 2) + "/2";
  }

  private static void describeProof(Page page, Decay.Proof proof) {
    for (ParityLaw law : proof.parities()) {
      describe(page.space(), law);
    }
    if (proof.least().isPresent()) {
      String power = power("k", proof.laws().get(0).law().decayExponent());
      page.space().note("All k >= 1: c_1 " + power + " <= eta_k <= c_2 " + power);
      describeBounds(page, proof.least().get(), proof.greatest().orElseThrow());
    }
  }

  private static void describe(Page page, FirstCoefficients form) {
    page.space()
        .note("Closed forms: C = -(A_1 + (-1)^k B_1) 2^(d-2) Gamma(d/2)^2/pi with")
        .note("    A_1 = " + form.atCoincidence())
        .note("    B_1 = " + form.atAntipode());
    if (!form.where().isEmpty()) {
      page.note("    where " + form.where());
    }
  }

  private static void describe(Page page, ParityLaw parity) {
    String name = parity.parity() + " k: ";
    if (parity instanceof Vanishing zero) {
      page.note(
          name
              + "eta_k = 0 exactly for every k >= "
              + zero.from()
              + " (its "
              + zero.parity()
              + " part is a polynomial)");
    } else if (parity instanceof PowerLaw power) {
      describe(page, name, power);
    } else if (parity instanceof Geometric geometric) {
      describe(page, name, geometric);
    }
  }

  private static void describe(Page page, String name, Geometric geometric) {
    GeometricLaw law = geometric.law();
    String decay = law.exponent().isZero() ? "rho^k" : "rho^k k^" + bracketed(law.exponent());
    page.note(name + "eta_k = C " + decay + " (1 + e_k)")
        .note("    C = " + Statement.shown(law.constant()))
        .note(
            "    rho = u - sqrt(u^2 - 1) = %s, singular at u = %s"
                .formatted(Statement.shown(law.rate()), place(law.singularity())))
        .note(
            "    |e_k| <= %s %s/k for k >= %s"
                .formatted(Statement.atMost(law.remainder()), law.from(), law.from()))
        .note("    c_1 " + decay + " <= eta_k <= c_2 " + decay + " for k >= 1");
    describeBounds(page, geometric.least(), geometric.greatest());
  }

  /** u_*, a fraction where it is known to be one. */
  public static String place(Singularity singularity) {
    return singularity
        .exact()
        .map(Rational::toString)
        .orElseGet(() -> Statement.shown(singularity.at()));
  }

  private static String bracketed(Rational exponent) {
    return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
  }

  private static void describe(Page page, String name, PowerLaw power) {
    DecayLaw law = power.law();
    String unshifted = power("k", law.decayExponent());
    page.note(name + "eta_k = C " + power("K", law.decayExponent()) + " (1 + e_k)")
        .note("    C = " + Statement.shown(law.constant()))
        .note(
            "    |e_k| <= %s %s for k >= %s, so at most %s"
                .formatted(
                    Statement.atMost(law.remainderConstant()),
                    power("K", law.remainderOrder()),
                    law.from(),
                    Statement.atMost(law.remainder())))
        .note("    c_1 " + unshifted + " <= eta_k <= c_2 " + unshifted + " for k >= 1");
    describeBounds(page, power.least(), power.greatest());
  }

  private static String power(String base, Rational exponent) {
    return base + "^-" + bracketed(exponent);
  }

  private static void describeBounds(Page page, Extremum least, Extremum greatest) {
    page.note("    best c_1 " + inWords(least)).note("    best c_2 " + inWords(greatest));
  }

  /** The extremum and where it is attained, for people. */
  public static String inWords(Extremum bound) {
    return Statement.shown(bound.value()) + " (" + Statement.places(bound) + ")";
  }

  private static Fields results(Outcome<Decay.Proof> result) {
    List<ParityLaw> parities = result.proof().map(Decay.Proof::parities).orElse(List.of());
    Fields results =
        Statement.results("decay", result)
            .with("parities", new Rows<>(parities, DecayLawReport::fields));
    result
        .proof()
        .filter(proof -> proof.least().isPresent())
        .ifPresent(p -> addBounds(results, p.least().get(), p.greatest().orElseThrow()));
    return results;
  }

  private static Fields fields(ParityLaw parity) {
    Fields fields = new Fields().with("parity", parity.parity().toString());
    if (parity instanceof Vanishing zero) {
      return fields.with("zerosFrom", Long.toString(zero.from()));
    }
    if (parity instanceof Geometric geometric) {
      return fields(fields, geometric);
    }
    PowerLaw power = (PowerLaw) parity;
    DecayLaw law = power.law();
    fields
        .with("exponent", law.decayExponent().toString())
        .with("from", Long.toString(law.from()))
        .with("constant", law.constant(), power.exactConstant())
        .with("remainder", Statement.atMost(law.remainderConstant()))
        .with("remainderOrder", law.remainderOrder().toString());
    return addBounds(fields, power.least(), power.greatest());
  }

  private static Fields fields(Fields fields, Geometric geometric) {
    GeometricLaw law = geometric.law();
    Singularity singularity = law.singularity();
    Fields described =
        singularity.exact().isPresent()
            ? fields.with("singularity", singularity.exact().get().toString())
            : fields.with("singularity", singularity.at());
    described
        .with("rate", law.rate())
        .with("power", law.exponent().toString())
        .with("from", Long.toString(law.from()))
        .with("constant", law.constant())
        .with("remainder", Statement.atMost(law.remainder()));
    return addBounds(fields, geometric.least(), geometric.greatest());
  }

  /** c_1 and c_2 with where they are attained. */
  public static Fields addBounds(Fields fields, Extremum least, Extremum greatest) {
    return fields.with("c1", Statement.extremum(least)).with("c2", Statement.extremum(greatest));
  }
}
