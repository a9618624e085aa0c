package dev.zonal.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.zonal.kernel.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package is one idea: few classes, a page that says which, no circle. */
@AnalyzeClasses(packages = "dev.zonal", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/zonal");
  private static final int MOST_CLASSES = 15;

  /** Packages that are larger, with the reason. */
  private static final Map<String, String> LARGER = Map.of();

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("dev.zonal.(**)").should().beFreeOfCycles();

  /** What a kernel is made of is asked of the kernel: {@link Kernel#structure()}. */
  @ArchTest
  static final ArchRule onlyKernelPackagesAskForTheClassOfAKernel =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.zonal.kernel..")
          .should(askForTheClassOfAKernel());

  private static ArchCondition<JavaClass> askForTheClassOfAKernel() {
    return new ArchCondition<>("ask for the class of a kernel") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        for (JavaCodeUnit unit : owner.getCodeUnits()) {
          for (InstanceofCheck check : unit.getInstanceofChecks()) {
            boolean asks = check.getRawType().isAssignableTo(Kernel.class);
            events.add(
                new SimpleConditionEvent(
                    owner, asks, unit.getFullName() + " line " + check.getLineNumber()));
          }
        }
      }
    };
  }

  @Test
  void noPackageIsTooLargeToBeOneIdea() throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path folder : packages()) {
      int classes = classes(folder).size();
      if (classes > MOST_CLASSES) {
        sizes.put(SOURCES.relativize(folder).toString(), classes);
      }
    }
    assertEquals(LARGER.keySet(), sizes.keySet(), sizes::toString);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    for (Path folder : packages()) {
      assertTrue(Files.exists(folder.resolve("package-info.java")), folder::toString);
    }
  }

  private static List<Path> packages() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      List<Path> folders = all.filter(Files::isDirectory).toList();
      List<Path> result = new ArrayList<>();
      for (Path folder : folders) {
        if (!classes(folder).isEmpty()) {
          result.add(folder);
        }
      }
      return result;
    }
  }

  private static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !f.endsWith("package-info.java"))
          .toList();
    }
  }
}
