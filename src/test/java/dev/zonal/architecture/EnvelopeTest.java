package dev.zonal.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** A new document cannot forget the envelope: nothing else is written as a JSON document. */
@AnalyzeClasses(packages = "dev.zonal", importOptions = ImportOption.DoNotIncludeTests.class)
class EnvelopeTest {

  /** Certificates are flat, and make their head themselves (docs/certificates.md). */
  @ArchTest
  static final ArchRule onlyDocumentsAndCertificatesAreWrittenAsJson =
      ArchRuleDefinition.classes()
          .that()
          .haveFullyQualifiedName("dev.zonal.report.writer.JsonWriter")
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching(
              "dev\\.zonal\\.report\\.(writer\\.(JsonWriter|DocumentWriter)|proof\\.CertificateDocument)");

  @ArchTest
  static final ArchRule onlyWhatWritesResultsAndReadsDataKnowsTheLibraryOfJson =
      ArchRuleDefinition.noClasses()
          .that()
          .haveNameNotMatching(
              "dev\\.zonal\\.(report\\.writer\\.JsonWriter|data\\.file\\.JsonLayout"
                  + "|lab\\.hierarchy\\.NetworkFile|cli\\.table\\.TableDescription"
                  + "|claim\\.YamlClaims)(\\$.*)?")
          .and()
          .resideOutsideOfPackage("dev.zonal.verifier..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");
}
