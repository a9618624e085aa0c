package dev.zonal.report.lab;

import dev.zonal.arithmetic.Certification;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.truncation.KernelEntry;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.CertifiedValue;
import java.util.List;

/**
 * The kernels of the tangent hierarchy of a given network.
 *
 * @param digits that were asked for
 */
public record HierarchyKernelsReport(NetworkInstance network, int digits) {
  /** The document. */
  public Document of(List<KernelEntry> entries) {
    List<KernelEntry> certified = entries.stream().filter(e -> e.value().isCertified()).toList();
    List<KernelEntry> gaps = entries.stream().filter(e -> !e.value().isCertified()).toList();
    Table<KernelEntry> table =
        Table.of(certified)
            .with("order", entry -> new Cell.Whole(entry.order()))
            .withText("indices", entry -> entry.indices().toString())
            .with("value", entry -> Cell.of(number(entry.value(), digits)));
    Rows<KernelEntry> failures =
        new Rows<>(
            gaps,
            entry ->
                new Fields()
                    .with("order", entry.order())
                    .with("indices", entry.indices().toString())
                    .with("code", FAILURE)
                    .with("reason", entry.value().refusal().orElseThrow()));
    NetworkDescription about = new NetworkDescription(network);
    Fields results =
        about
            .fields()
            .with("digits", digits)
            .with("rows", table.records())
            .with("failures", failures);
    Page page =
        about.page().field("digits", Words.proved(digits)).space().table(table).space().note(NOTE);
    return Document.of(page, table, Envelope.of("hierarchy", 1, results));
  }

  static final String FAILURE = "not-certified";

  private static final String NOTE =
      """
      K_1 = f, and K_(r+1)(.., b) is the derivative of K_r along the gradient of f(x_b); K_2 is the
      tangent kernel. Kernels are symmetric in their first two arguments.""";

  static CertifiedNumber number(Certification<CertifiedValue> value, int digits) {
    CertifiedValue of = value.get();
    return new CertifiedNumber(of.rounded(), of.enclosure(), of.exact(), digits);
  }
}
