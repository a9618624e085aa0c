package dev.zonal.context;

import dev.zonal.claim.ClaimFile;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.report.CatalogueReport;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.writer.DocumentWriter;
import dev.zonal.store.Store;
import dev.zonal.symbolic.console.SymjaProcess;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import dev.zonal.verifier.document.CertificateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;

/** What a consumer may call; loaded by {@link OptionalLibraryTest} with a consumer's class path. */
final class ConsumerCalls {
  private ConsumerCalls() {}

  static Object derivation() {
    return Derivations.recursion("fcntk:L=1", false);
  }

  static Object symbolicKernel() {
    return SymbolicKernel.parse("fcntk:L=1");
  }

  static Object symjaProcess() throws IOException {
    try (SymjaProcess session = SymjaProcess.session(Duration.ofSeconds(9), 256)) {
      return session.evaluate("1");
    }
  }

  static Object certificate() throws IOException, CertificateReader.Unreadable {
    return CertificateReader.read(InputStream.nullInputStream());
  }

  static Object store() {
    return Store.read("docs/data/stores/numbers.db", "");
  }

  static Object yaml() throws IOException {
    return ClaimFile.read("claims.yaml", InputStream.nullInputStream());
  }

  static Object csvClaims() throws IOException {
    return ClaimFile.read("claims.csv", InputStream.nullInputStream());
  }

  static Object text() throws IOException {
    return report(Format.TEXT);
  }

  static Object csv() throws IOException {
    return report(Format.CSV);
  }

  static Object json() throws IOException {
    return report(Format.JSON);
  }

  private static String report(Format format) throws IOException {
    StringWriter out = new StringWriter();
    DocumentWriter.write(
        CatalogueReport.of(Catalogue.entries()), format, Origin.of(List.of()), out);
    return out.toString();
  }
}
