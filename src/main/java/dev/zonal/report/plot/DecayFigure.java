package dev.zonal.report.plot;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.figure.Axis;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.DecayLaw;
import java.util.ArrayList;
import java.util.List;

/**
 * Eigenvalues against the frequency, with the power laws that are proved for them: C K^-E dashed,
 * and from k0 on the band C K^-E (1 +- B (K0/K)^q) that holds them.
 */
public final class DecayFigure {
  /** Of the curves of a law. */
  private static final int POINTS = 60;

  /** What stands at the frequencies. */
  public enum Quantity {
    /** eta_k. */
    EIGENVALUE,
    /** K^E eta_k with the exponent of the law of its parity. */
    SCALED
  }

  /**
   * The eigenvalues of one kernel on one sphere.
   *
   * @param laws those that are certified, for even and odd k
   */
  public record Spectrum(Block<Key.Eigenvalue> rows, List<DecayLaw> laws) {}

  private final Quantity quantity;
  private final List<Spectrum> spectra;
  private final List<Curve> curves = new ArrayList<>();

  private DecayFigure(Quantity quantity, List<Spectrum> spectra) {
    this.quantity = quantity;
    this.spectra = spectra;
  }

  /** The figure; eigenvalues that are zero, and those beyond doubles, have no place in it. */
  public static Figure of(Quantity quantity, List<Spectrum> spectra) {
    return new DecayFigure(quantity, spectra).figure();
  }

  private Figure figure() {
    boolean oneSphere =
        spectra.stream().map(s -> s.rows().first().dimension()).distinct().count() == 1;
    spectra.forEach(spectrum -> add(spectrum, oneSphere));
    String caption =
        "Eigenvalues of the integral operator with the probability measure%s; dashed: the law of the"
            + " limit; shaded: what is proved.";
    String sphere =
        oneSphere ? " on " + Envelope.Sphere.name(spectra.get(0).rows().first().dimension()) : "";
    return new Figure(
        caption.formatted(sphere),
        Axis.logarithmic("k"),
        quantity == Quantity.EIGENVALUE
            ? Axis.logarithmic("\\eta_k")
            : Axis.linear("K^{E}\\,\\eta_k"),
        curves);
  }

  private void add(Spectrum spectrum, boolean oneSphere) {
    Key.Eigenvalue first = spectrum.rows().first();
    String name = first.kernel() + (oneSphere ? "" : ", d = " + first.dimension());
    List<Point> points = new ArrayList<>();
    for (Row<Key.Eigenvalue> row : spectrum.rows().rows()) {
      points.add(point(row, spectrum.laws()));
    }
    curves.add(new Curve(name, Style.MARKS, points));
    long last = spectrum.rows().rows().stream().mapToLong(row -> row.key().k()).max().orElse(1);
    for (DecayLaw law : spectrum.laws()) {
      addLaw(law, last);
    }
  }

  private Point point(Row<Key.Eigenvalue> row, List<DecayLaw> laws) {
    long k = row.key().k();
    double value = row.number().rounded().doubleValue();
    if (quantity == Quantity.EIGENVALUE) {
      return new Point(k, value);
    }
    return laws.stream()
        .filter(law -> law.parity() == Parity.of(k))
        .findFirst()
        .map(law -> new Point(k, value * Math.pow(shifted(law, (double) k), exponent(law))))
        .orElse(new Point(k, Double.NaN));
  }

  private void addLaw(DecayLaw law, long last) {
    double constant = law.constant().toDouble();
    double remainder = law.remainder().upperDecimal(12).doubleValue();
    double order = law.remainderOrder().doubleValue();
    double from = shifted(law, (double) law.from());
    List<Point> limit = new ArrayList<>();
    List<Point> band = new ArrayList<>();
    for (double k : geometric(1, last)) {
      limit.add(new Point(k, constant * scale(law, k)));
    }
    if (law.from() < last) {
      for (double k : geometric(law.from(), last)) {
        double spread = remainder * Math.pow(from / shifted(law, k), order);
        double height = constant * scale(law, k);
        band.add(new Point(k, height * (1 - spread), height * (1 + spread)));
      }
    }
    curves.add(new Curve("", Style.BAND, band));
    curves.add(new Curve("", Style.DASHED, limit));
  }

  /** What C is multiplied by. */
  private double scale(DecayLaw law, double k) {
    return quantity == Quantity.EIGENVALUE ? Math.pow(shifted(law, k), -exponent(law)) : 1;
  }

  private static double exponent(DecayLaw law) {
    return law.decayExponent().doubleValue();
  }

  /** K = k + (d-2)/2. */
  private static double shifted(DecayLaw law, double k) {
    return k + (law.expansion().dimension() - 2) / 2.0;
  }

  private static List<Double> geometric(long first, long last) {
    List<Double> points = new ArrayList<>();
    for (int i = 0; i <= POINTS; i++) {
      points.add(first * Math.pow((double) last / first, (double) i / POINTS));
    }
    return points;
  }
}
