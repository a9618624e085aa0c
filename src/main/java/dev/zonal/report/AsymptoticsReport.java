package dev.zonal.report;

import dev.zonal.arithmetic.Rational;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.DecayNumbers;
import dev.zonal.grid.DecayNumbers.Geometric;
import dev.zonal.grid.DecayNumbers.Kind;
import dev.zonal.grid.DecayNumbers.Law;
import dev.zonal.grid.DecayNumbers.Term;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The decay law of one spectrum. */
public final class AsymptoticsReport {
  private static final int BOUND_DIGITS = 6;

  private AsymptoticsReport() {}

  public static Document of(DecayNumbers numbers) {
    return Document.of(
        page(numbers),
        table(numbers, "s", "A", "B", number -> number.map(n -> Cell.of(n).text()).orElse("")),
        Envelope.of("asymptotics", 3, results(numbers))
            .kernel(numbers.kernel())
            .sphere(numbers.dimension()));
  }

  private static Table<Term> table(
      DecayNumbers numbers,
      String power,
      String atCoincidence,
      String atAntipode,
      Function<Optional<CertifiedNumber>, String> text) {
    return Table.of(numbers.terms())
        .withText(power, term -> term.exponent().toString())
        .withText(atCoincidence, term -> text.apply(term.atCoincidence()))
        .withText(atAntipode, term -> text.apply(term.atAntipode()));
  }

  private static Page page(DecayNumbers numbers) {
    Page page =
        new Page()
            .field("kernel", numbers.kernel())
            .field("sphere", Envelope.Sphere.name(numbers.dimension()) + ", probability measure")
            .field("digits", Words.proved(numbers.digits()));
    for (Parity parity : Parity.values()) {
      Law law = numbers.laws().get(parity);
      String name = parity + " k";
      page.space();
      if (law.geometric().isPresent()) {
        describe(page, name, law.geometric().get());
      } else if (law.refusal().isPresent()) {
        String verdict = law.isDecided() ? "no power law: " : "not decided: ";
        page.field(name, verdict + law.refusal().get());
      } else if (law.exponent().isEmpty()) {
        page.field(name, "the leading coefficient was not told from zero");
      } else {
        String power = bracketed(law.exponent().get());
        page.field(name, "k^" + power + " eta_k -> " + shown(law.constant()))
            .field("", certificate(law, power));
      }
    }
    if (!numbers.terms().isEmpty()) {
      String note = numbers.note().map(text -> "; " + text).orElse("");
      page.space()
          .note("Chord coefficients at u = 1 (A) and u = -1 (B)" + note)
          .space()
          .table(table(numbers, "s", "A_s", "B_s", AsymptoticsReport::shown));
    }
    return page;
  }

  private static void describe(Page page, String name, Geometric geometric) {
    GeometricLaw law = geometric.bounded().law();
    String decay = law.exponent().isZero() ? "rho^k" : "rho^k k^" + power(law.exponent());
    page.field(name, "eta_k = C " + decay + " (1 + e_k)")
        .field("", "C = " + shown(geometric.constant()))
        .field(
            "",
            "rho = u - sqrt(u^2 - 1) = %s, singular at u = %s"
                .formatted(shown(geometric.rate()), DecayLawReport.place(law.singularity())))
        .field(
            "", "|e_k| <= %s k0/k for k >= k0 = %s".formatted(bound(law.remainder()), law.from()))
        .field("", "c_1 " + decay + " <= eta_k <= c_2 " + decay + " for k >= 1")
        .field("", "best c_1 " + DecayLawReport.inWords(geometric.bounded().least()))
        .field("", "best c_2 " + DecayLawReport.inWords(geometric.bounded().greatest()));
  }

  private static String shown(Optional<CertifiedNumber> value) {
    return value.map(number -> Cell.of(number).text()).orElse("?");
  }

  private static String bracketed(Rational exponent) {
    return exponent.isInteger() && exponent.signum() >= 0
        ? exponent.toString()
        : "(" + exponent + ")";
  }

  private static String power(Rational exponent) {
    return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
  }

  private static String certificate(Law law, String power) {
    if (law.certified().isEmpty()) {
      return "no remainder is certified from any k up to 2^15 on";
    }
    UniformExpansion e = law.certified().get();
    return ("eta_k = C K^-%s (1 + e_k), |e_k| <= %s (K0/K)^%s"
            + " for k >= k0 = %s, K = k + (d-2)/2")
        .formatted(power, bound(e), bracketed(e.remainderOrder()), e.from());
  }

  private static String bound(Rational remainder) {
    return ScientificNotation.of(Precision.BOUNDS.of(remainder).upperDecimal(BOUND_DIGITS));
  }

  private static String bound(UniformExpansion expansion) {
    return ScientificNotation.of(expansion.remainder().upperDecimal(BOUND_DIGITS));
  }

  private static Fields results(DecayNumbers numbers) {
    Law even = numbers.laws().get(Parity.EVEN);
    Law odd = numbers.laws().get(Parity.ODD);
    Fields results =
        new Fields()
            .with("digits", numbers.digits())
            .with("A1", value(numbers.first()))
            .with("B1", value(numbers.firstAtAntipode()))
            .with("evenExponent", even.exponent().map(Rational::toString))
            .with("oddExponent", odd.exponent().map(Rational::toString))
            .with("evenConstant", value(even.constant()))
            .with("oddConstant", value(odd.constant()))
            .with("relativeOrder", numbers.relativeOrder().map(Rational::toString))
            .with("terms", new Rows<>(numbers.terms(), AsymptoticsReport::fields))
            .with("certifiedFrom", numbers.certifiedFrom().map(from -> Long.toString(from)))
            .with("evenRemainder", even.certified().map(AsymptoticsReport::bound))
            .with("oddRemainder", odd.certified().map(AsymptoticsReport::bound));
    numbers.decay().ifPresent(kind -> results.with("decay", name(kind)));
    even.geometric().ifPresent(law -> results.with("even", fields(law)));
    odd.geometric().ifPresent(law -> results.with("odd", fields(law)));
    return results;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Fields fields(Geometric geometric) {
    GeometricLaw law = geometric.bounded().law();
    Fields fields =
        new Fields()
            .with("singularity", DecayLawReport.place(law.singularity()))
            .with("rate", value(geometric.rate()))
            .with("power", law.exponent().toString())
            .with("constant", value(geometric.constant()))
            .with("from", Long.toString(law.from()))
            .with("remainder", bound(law.remainder()));
    return DecayLawReport.addBounds(
        fields, geometric.bounded().least(), geometric.bounded().greatest());
  }

  private static Fields fields(Term term) {
    return new Fields()
        .with("exponent", term.exponent().toString())
        .with("A", value(term.atCoincidence()))
        .with("B", value(term.atAntipode()));
  }

  private static Value value(Optional<CertifiedNumber> number) {
    return number.isPresent()
        ? new Fields().with("value", Cell.of(number.get()))
        : new Cell.Nothing();
  }
}
