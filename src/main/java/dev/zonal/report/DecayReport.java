package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.spectrum.value.Parity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** The approach of k^d eta_k to its limit, for even and odd k apart, for people. */
public final class DecayReport {
  private static final MathContext SHOWN = new MathContext(10);

  private DecayReport() {}

  /**
   * The report.
   *
   * @param before what stands before the tables
   * @param after what stands after them
   * @param limits of k^d eta_k along the k of each parity
   */
  public static Document of(
      String before, Block<Key.Eigenvalue> block, Map<Parity, BigDecimal> limits, String after) {
    Page page = new Page().note(before);
    for (Parity parity : Parity.values()) {
      String name = parity == Parity.EVEN ? "Even" : "Odd";
      page.note(
              "%s k: k^%d eta_k tends to %s"
                  .formatted(name, block.first().dimension(), limits.get(parity)))
          .space()
          .table(table(block, parity))
          .space();
    }
    return Document.of(page.note(after));
  }

  private static Table<Row<Key.Eigenvalue>> table(Block<Key.Eigenvalue> block, Parity parity) {
    int d = block.first().dimension();
    return Table.of(
            block.rows().stream().filter(row -> Parity.of(row.key().k()) == parity).toList())
        .withText("k", row -> Long.toString(row.key().k()))
        .with("eta_k", row -> Cell.of(row.number()))
        .withText("k^" + d + " eta_k", row -> scaled(row, BigDecimal.valueOf(row.key().k())))
        .withText("K^" + d + " eta_k", row -> scaled(row, shifted(row.key())));
  }

  /** K = k + (d-2)/2, in which the correction starts at K^-2 and not at k^-1. */
  private static BigDecimal shifted(Key.Eigenvalue key) {
    return new BigDecimal("0.5").multiply(BigDecimal.valueOf(2 * key.k() + key.dimension() - 2));
  }

  private static String scaled(Row<Key.Eigenvalue> row, BigDecimal base) {
    return row.number()
        .rounded()
        .multiply(base.pow(row.key().dimension()))
        .round(SHOWN)
        .toPlainString();
  }
}
