package dev.zonal.report;

import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The approach of k^d eta_k to its limit, for even and odd k apart, for people.
 *
 * @param evenLimit the limit along even k
 * @param oddLimit the limit along odd k
 */
public record DecayReport(
    SpectrumRequest request, SpectrumResult result, BigDecimal evenLimit, BigDecimal oddLimit) {
  private static final MathContext SHOWN = new MathContext(10);

  public void write(Writer out) throws IOException {
    out.append("Even k: k^" + request.dimension() + " eta_k tends to " + evenLimit + "\n\n");
    table(0).write(out);
    out.append("\nOdd k: k^" + request.dimension() + " eta_k tends to " + oddLimit + "\n\n");
    table(1).write(out);
  }

  private TextTable table(int parity) {
    int d = request.dimension();
    TextTable table = new TextTable("k", "eta_k", "k^" + d + " eta_k", "K^" + d + " eta_k");
    for (Eigenvalue eigenvalue : result.eigenvalues()) {
      long k = eigenvalue.frequency();
      if (k % 2 == parity) {
        // K = k + (d-2)/2, in which the correction starts at K^-2 and not at k^-1.
        BigDecimal shifted = new BigDecimal("0.5").multiply(BigDecimal.valueOf(2 * k + d - 2));
        BigDecimal eta = eigenvalue.rounded();
        table.add(
            Long.toString(k),
            ScientificNotation.of(eta, request.digits()),
            shown(eta.multiply(BigDecimal.valueOf(k).pow(d))),
            shown(eta.multiply(shifted.pow(d))));
      }
    }
    return table;
  }

  private static String shown(BigDecimal value) {
    return value.round(SHOWN).toPlainString();
  }
}
