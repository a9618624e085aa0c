package dev.zonal.report.lab;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.network.ConvolutionalFamily;
import dev.zonal.lab.network.ConvolutionalRow;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.List;

/**
 * Convolutional networks of finite width beside their limit.
 *
 * @param seed of the sample
 * @param digits of the limit
 */
public record ConvolutionReport(ConvolutionalFamily family, long seed, int digits) {
  /** The document. */
  public Document of(List<ConvolutionalRow> rows) {
    Table<ConvolutionalRow> table =
        Table.of(rows)
            .withText("kernel", row -> Words.of(row.kind()))
            .withText("weights", row -> Words.of(row.hidden()))
            .with("n", row -> new Cell.Whole(row.width()))
            .withText("images", ConvolutionReport::images)
            .with("limit", this::limit)
            .with("nets", row -> new Cell.Whole(row.mean().count()))
            .with("mean", row -> Statistics.cell(row.mean().mean()))
            .with("error", row -> Statistics.cell(row.mean().standardError()))
            .with("z", row -> Cell.of(Statistics.plain(row.z())))
            .with("defect", row -> Cell.of(Statistics.percent(row.defect())))
            .with("var", row -> Statistics.cell(row.variance()));
    Fields results =
        new Fields()
            .with("channels", family.channels())
            .with("pixels", family.pixels())
            .with("filter", Words.of(family.filter()))
            .with("readout", Words.of(family.readout()))
            .with("digits", digits)
            .with("seed", seed)
            .with("rows", new Rows<>(rows, this::fields));
    Page page =
        new Page()
            .field("network", family.kernel())
            .field(
                "images",
                "%s pixels in a circle, %s channels: x_ac = sin(2a+3c+1), z_ac = cos(3a-2c)"
                    .formatted(family.pixels(), family.channels()))
            .field("filter", Words.of(family.filter()))
            .field("read-out", Words.of(family.readout()))
            .field("digits", Words.proved(digits))
            .field("seed", seed)
            .space()
            .note("z and defect are those of the limit; the mean differs from it by some c/n")
            .space()
            .table(table);
    return Document.of(
        page, table, Envelope.of("labcnn", 1, results).kernel(family.kernel().toString()));
  }

  private static String images(ConvolutionalRow row) {
    return row.isSecond() ? "xz" : "xx";
  }

  private Cell limit(ConvolutionalRow row) {
    return Cell.of(
        new CertifiedNumber(
            row.limit().rounded(), row.limit().enclosure(), row.limit().exact(), digits));
  }

  private Fields fields(ConvolutionalRow row) {
    return new Fields()
        .with("kernel", Words.of(row.kind()))
        .with("weights", Words.of(row.hidden()))
        .with("n", row.width())
        .with("images", images(row))
        .with("limit", new Fields().with("value", limit(row)))
        .with("nets", row.mean().count())
        .with("mean", Statistics.text(row.mean().mean()))
        .with("error", Statistics.text(row.mean().standardError()))
        .with("z", Statistics.plain(row.z()))
        .with("defect", Statistics.text(row.defect()))
        .with("variance", Statistics.text(row.variance()));
  }
}
