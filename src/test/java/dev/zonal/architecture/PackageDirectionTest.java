package dev.zonal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.zonal.arithmetic.Rational;

/**
 * Packages point one way: cli, then paper, then report, then grid, then theorem and symbolic, then
 * spectrum, kernel, arithmetic.
 */
@AnalyzeClasses(packages = "dev.zonal", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {

  @ArchTest
  static final ArchRule packagesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("dev.zonal.cli..")
          .layer("library")
          .definedBy("dev.zonal")
          .layer("paper")
          .definedBy("dev.zonal.paper..")
          .layer("vectors")
          .definedBy("dev.zonal.vectors..")
          .layer("report")
          .definedBy("dev.zonal.report..")
          .layer("grid")
          .definedBy("dev.zonal.grid..")
          .layer("claim")
          .definedBy("dev.zonal.claim..")
          .layer("store")
          .definedBy("dev.zonal.store..")
          .layer("theorem")
          .definedBy("dev.zonal.theorem..")
          .layer("verifier")
          .definedBy("dev.zonal.verifier..")
          .layer("data")
          .definedBy("dev.zonal.data..")
          .layer("lab")
          .definedBy("dev.zonal.lab..")
          .layer("symbolic")
          .definedBy("dev.zonal.symbolic..")
          .layer("testkit")
          .definedBy("dev.zonal.testkit..")
          .layer("spectrum")
          .definedBy("dev.zonal.spectrum..")
          .layer("kernel")
          .definedBy("dev.zonal.kernel..")
          .layer("arithmetic")
          .definedBy("dev.zonal.arithmetic..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("library")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("paper")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("vectors")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli", "library", "vectors", "paper")
          .whereLayer("claim")
          .mayOnlyBeAccessedByLayers("cli", "report", "paper")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("cli", "report")
          .whereLayer("grid")
          .mayOnlyBeAccessedByLayers(
              "cli", "library", "vectors", "report", "paper", "claim", "store")
          .whereLayer("theorem")
          .mayOnlyBeAccessedByLayers("cli", "library", "report", "paper", "grid", "testkit")
          .whereLayer("verifier")
          .mayOnlyBeAccessedByLayers("cli", "library", "report")
          .whereLayer("symbolic")
          .mayOnlyBeAccessedByLayers("cli", "report", "paper")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers(
              "cli", "library", "vectors", "report", "paper", "claim", "verifier", "lab")
          .whereLayer("lab")
          .mayOnlyBeAccessedByLayers("cli", "report", "paper")
          .whereLayer("testkit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("spectrum")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "library",
              "vectors",
              "report",
              "paper",
              "claim",
              "store",
              "grid",
              "data",
              "lab",
              "theorem",
              "verifier",
              "symbolic",
              "testkit");

  @ArchTest
  static final ArchRule kernelsKnowNothingAboveThem =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("dev.zonal.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.zonal.spectrum..",
              "dev.zonal.theorem..",
              "dev.zonal.symbolic..",
              "dev.zonal.grid..",
              "dev.zonal.report..",
              "dev.zonal.cli..");

  @ArchTest
  static final ArchRule arithmeticKnowsNoKernel =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("dev.zonal.arithmetic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.zonal.kernel..",
              "dev.zonal.spectrum..",
              "dev.zonal.theorem..",
              "dev.zonal.symbolic..",
              "dev.zonal.grid..",
              "dev.zonal.report..",
              "dev.zonal.cli..");

  @ArchTest
  static final ArchRule contextKnowsNothingOfZonal =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("dev.zonal.context..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.zonal..").and(resideOutsideOfPackage("dev.zonal.context..")));

  @ArchTest
  static final ArchRule onlySymbolicLoadsSymja =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages("dev.zonal.symbolic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.matheclipse..", "edu.jas..");

  @ArchTest
  static final ArchRule onlyStoresKnowTheDatabase =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonal.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocli =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonal.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  /** One exact number: the fractions of commons-numbers may have their sign below the line. */
  @ArchTest
  static final ArchRule onlyRationalKnowsTheFractionsOfTheLibrary =
      ArchRuleDefinition.noClasses()
          .that()
          .doNotBelongToAnyOf(Rational.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.numbers..");
}
