package dev.zonal.report.proof;

import dev.zonal.data.definite.Singularity;
import dev.zonal.data.gram.GramCertificate;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.text.ScientificNotation;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** What a certificate about the smallest eigenvalue of a matrix says behind its head. */
final class GramCertificateFields {
  private GramCertificateFields() {}

  static Fields add(Fields document, GramCertificate<?> certificate) {
    document
        .with("statement", Words.of(certificate.statement()))
        .with("kernel", certificate.kernel().specification())
        .with("scale", Words.of(certificate.kernel().scale()))
        .with("onSphere", new Cell.Flag(certificate.onSphere()))
        .with("points", new Rows<>(certificate.points(), GramCertificateFields::point));
    certificate.refutation().ifPresent(reason -> document.with("refutation", reason));
    if (!certificate.singular().isEmpty()) {
      return document.with("pairs", new Rows<>(certificate.singular(), GramCertificateFields::of));
    }
    Fields bounds = new Fields();
    certificate.lower().ifPresent(end -> bounds.with("lower", ScientificNotation.of(end)));
    certificate.upper().ifPresent(end -> bounds.with("upper", ScientificNotation.of(end)));
    document.with("smallest", bounds);
    List<String> vector = certificate.vector().stream().map(BigInteger::toString).toList();
    return vector.isEmpty() ? document : document.with("vector", Rows.of(vector));
  }

  private static Rows<String> of(Singularity.Pair pair) {
    return Rows.of(List.of(Integer.toString(pair.first()), Integer.toString(pair.second())));
  }

  /** An array of exact numbers, nested as in a file of points in JSON. */
  private static Value point(Object point) {
    if (point instanceof Vector vector) {
      return Rows.of(
          IntStream.range(0, vector.dimension())
              .mapToObj(i -> vector.coordinate(i).toString())
              .toList());
    }
    if (point instanceof Sequence sequence) {
      return new Rows<>(sequence.steps(), GramCertificateFields::point);
    }
    if (point instanceof Image image) {
      return new Rows<>(rows(image), row -> new Rows<>(row, GramCertificateFields::point));
    }
    throw new IllegalArgumentException("no point: " + point);
  }

  private static List<List<Vector>> rows(Image image) {
    int columns = image.columns();
    return IntStream.range(0, image.rows())
        .mapToObj(row -> image.pixels().subList(row * columns, (row + 1) * columns))
        .toList();
  }
}
