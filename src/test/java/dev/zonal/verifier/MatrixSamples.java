package dev.zonal.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.context.Context;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.gram.GramCertificate;
import dev.zonal.data.gram.GramDefiniteness;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.gram.GramSpectrum;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Claims;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Certificates about matrices, as the prover writes them for the files of docs/data. */
final class MatrixSamples {
  private MatrixSamples() {}

  /** The smallest eigenvalue to a number of digits. */
  static ObjectNode smallest(String kernel, boolean onSphere, String file, int digits)
      throws IOException {
    return smallest(parse(kernel, onSphere), onSphere, file, digits);
  }

  private static <X> ObjectNode smallest(
      DataKernel<X> kernel, boolean onSphere, String file, int digits) throws IOException {
    GramMatrix<X> matrix = matrix(kernel, file);
    GramSpectrum spectrum = GramSpectrum.of(matrix, digits);
    return written(GramCertificate.ofSmallest(kernel, onSphere, matrix, spectrum).get());
  }

  /** Whether the matrix is positive definite. */
  static ObjectNode definite(String kernel, boolean onSphere, String file) throws IOException {
    return definite(parse(kernel, onSphere), onSphere, file);
  }

  private static <X> ObjectNode definite(DataKernel<X> kernel, boolean onSphere, String file)
      throws IOException {
    GramMatrix<X> matrix = matrix(kernel, file);
    GramDefiniteness found = GramDefiniteness.of(kernel, matrix);
    return written(GramCertificate.ofDefiniteness(kernel, onSphere, matrix, found).orElseThrow());
  }

  private static DataKernel<?> parse(String kernel, boolean onSphere) {
    return DataKernels.ALL.parse(kernel, Scale.UNIT, onSphere);
  }

  private static <X> GramMatrix<X> matrix(DataKernel<X> kernel, String file) throws IOException {
    DataFile points = DataFile.open("docs/data/" + file);
    return new GramMatrix<>(points.points(kernel.inputs()), kernel.kernel());
  }

  private static ObjectNode written(GramCertificate<?> certificate) throws IOException {
    StringWriter out = new StringWriter();
    CertificateDocument.write(certificate, new Origin("zonal test", List.of("gram")), out);
    return AdversaryTest.parse(out.toString());
  }

  static Claims read(ObjectNode document) throws IOException, Unreadable {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return CertificateReader.read(new ByteArrayInputStream(bytes));
  }

  static Verifier.Report check(ObjectNode document) throws IOException, Unreadable {
    return new Verifier(Context.NONE).check(read(document));
  }
}
