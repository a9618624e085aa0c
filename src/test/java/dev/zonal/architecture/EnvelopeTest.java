package dev.zonal.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** A new document cannot forget the envelope: nothing else can open a JSON document. */
@AnalyzeClasses(packages = "dev.zonal", importOptions = ImportOption.DoNotIncludeTests.class)
class EnvelopeTest {

  /** Certificates are flat, and write their head themselves (docs/certificates.md). */
  @ArchTest
  static final ArchRule onlyTheEnvelopeOpensDocuments =
      ArchRuleDefinition.classes()
          .that()
          .haveFullyQualifiedName("dev.zonal.report.Json")
          .should()
          .onlyHaveDependentClassesThat()
          .haveNameMatching("dev\\.zonal\\.report\\.(Json(\\$.*)?|Envelope|CertificateDocument)");

  @ArchTest
  static final ArchRule onlyOneClassKnowsTheLibraryThatWrites =
      ArchRuleDefinition.noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Json")
          .and()
          .resideOutsideOfPackage("dev.zonal.verifier..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.fasterxml.jackson.core.JsonFactory");
}
