package dev.zonal.report;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Decay.ParityLaw;
import dev.zonal.theorem.DecayLaw;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.FirstCoefficients;
import dev.zonal.theorem.Verdict;
import java.util.Optional;

/** What came of an attempt to prove a power law of the eigenvalues. */
public final class DecayLawReport {
  private DecayLawReport() {}

  /**
   * @param form the closed forms of the first coefficients, if the kernel has any
   */
  public static Document of(
      Kernel kernel, int dimension, Decay result, Optional<FirstCoefficients> form) {
    String statement = "eta_k = C K^-E (1 + e_k), K = " + shift(dimension) + ", along each parity";
    Page page =
        Statement.page(statement, kernel, dimension)
            .field("verdict", Statement.verdict(result.verdict(), result.reason()));
    if (result.verdict() == Verdict.PROVEN) {
      describeProof(page, result);
      form.ifPresent(coefficients -> describe(page, coefficients));
    }
    return Statement.document(page, kernel, dimension, results(result));
  }

  private static String shift(int dimension) {
    return dimension == 2
        ? "k"
        : dimension % 2 == 0 ? "k + " + (dimension - 2) / 2 : "k + " + (dimension - 2) + "/2";
  }

  private static void describeProof(Page page, Decay result) {
    for (ParityLaw law : result.parities()) {
      describe(page.space(), law);
    }
    if (result.least().isPresent()) {
      String power = power("k", result.parities().get(0).law().orElseThrow().decayExponent());
      page.space().note("All k >= 1: c_1 " + power + " <= eta_k <= c_2 " + power);
      describeBounds(page, result.least().get(), result.greatest().orElseThrow());
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
    if (parity.law().isEmpty()) {
      page.note(
          name
              + "eta_k = 0 exactly for every k >= "
              + parity.zerosFrom().orElseThrow()
              + " (one layer without bias)");
      return;
    }
    DecayLaw law = parity.law().get();
    String unshifted = power("k", law.decayExponent());
    page.note(name + "eta_k = C " + power("K", law.decayExponent()) + " (1 + e_k)")
        .note("    C = " + Statement.shown(law.constant()))
        .note(
            "    |e_k| <= "
                + Statement.atMost(law.remainderConstant())
                + " "
                + power("K", law.remainderOrder())
                + " for k >= "
                + law.from()
                + ", so at most "
                + Statement.atMost(law.remainder()))
        .note("    c_1 " + unshifted + " <= eta_k <= c_2 " + unshifted + " for k >= 1");
    describeBounds(page, parity.least().orElseThrow(), parity.greatest().orElseThrow());
  }

  private static String power(String base, Rational exponent) {
    return base + "^-" + (exponent.isInteger() ? exponent : "(" + exponent + ")");
  }

  private static void describeBounds(Page page, Extremum least, Extremum greatest) {
    page.note(
            "    best c_1 " + Statement.shown(least.value()) + " (" + Statement.places(least) + ")")
        .note(
            "    best c_2 "
                + Statement.shown(greatest.value())
                + " ("
                + Statement.places(greatest)
                + ")");
  }

  private static Fields results(Decay result) {
    Fields results =
        Statement.results("decay", result.verdict(), result.reason())
            .with("parities", new Rows<>(result.parities(), DecayLawReport::fields));
    return result.least().isPresent()
        ? addBounds(results, result.least().get(), result.greatest().orElseThrow())
        : results;
  }

  private static Fields fields(ParityLaw parity) {
    Fields fields = new Fields().with("parity", parity.parity().toString());
    if (parity.law().isEmpty()) {
      return fields.with("zerosFrom", Long.toString(parity.zerosFrom().orElseThrow()));
    }
    DecayLaw law = parity.law().get();
    fields
        .with("exponent", law.decayExponent().toString())
        .with("from", Long.toString(law.from()))
        .with("constant", law.constant(), parity.exactConstant())
        .with("remainder", Statement.atMost(law.remainderConstant()))
        .with("remainderOrder", law.remainderOrder().toString());
    return addBounds(fields, parity.least().orElseThrow(), parity.greatest().orElseThrow());
  }

  private static Fields addBounds(Fields fields, Extremum least, Extremum greatest) {
    return fields.with("c1", Statement.extremum(least)).with("c2", Statement.extremum(greatest));
  }
}
