package dev.zonal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Parity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verifier is small, and trusts few classes of the prover: docs/certificates.md lists them. */
@AnalyzeClasses(packages = "dev.zonal", importOptions = ImportOption.DoNotIncludeTests.class)
class VerifierTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/zonal/verifier");
  private static final int MOST_LINES = 3_750;

  private static final List<Class<?>> TRUSTED =
      List.of(
          ChordPowerSpectrum.class,
          DataKernel.class,
          DataKernels.class,
          Eigenvalue.class,
          Enclosure.class,
          ExactSpectra.class,
          ExactSpectrum.class,
          InputKind.class,
          Parity.class,
          Scale.class,
          Spectrum.class);

  @ArchTest
  static final ArchRule theVerifierKnowsFewClassesOfTheProver =
      classes()
          .that()
          .resideInAPackage("dev.zonal.verifier..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "dev.zonal.verifier..",
                      "dev.zonal.arithmetic..",
                      "dev.zonal.kernel..",
                      "dev.zonal.data.input..",
                      "dev.zonal.data.pair..",
                      "dev.zonal.text..",
                      "dev.zonal.context..")
                  .or(belongToAnyOf(TRUSTED.toArray(Class<?>[]::new)))
                  .or(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAPackage("dev.zonal.."))));

  @Test
  void theTrustedClassesArePrintedInTheDocumentation() throws IOException {
    assertTrue(TRUSTED.size() <= 12);
    String page = Files.readString(Path.of("docs/certificates.md"));
    for (Class<?> trusted : TRUSTED) {
      String name = "`" + trusted.getName().replace("dev.zonal.", "") + "`";
      assertTrue(page.contains(name), name);
    }
  }

  /** Lines of code: without blank ones, imports and comments. */
  @Test
  void theVerifierIsReadInAnHour() throws IOException {
    long lines = 0;
    for (Path source : sources()) {
      lines +=
          Files.readAllLines(source).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.matches("(import|package|\\*|/\\*|//).*"))
              .count();
    }
    assertTrue(lines <= MOST_LINES, lines + " lines");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
