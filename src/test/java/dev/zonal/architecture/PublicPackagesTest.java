package dev.zonal.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a user of the library may rely on is closed: it mentions nothing that may change. */
class PublicPackagesTest {
  private static final Set<String> PUBLIC =
      Set.of(
          "",
          "arithmetic",
          "arithmetic.ball",
          "arithmetic.function",
          "arithmetic.gaussian",
          "arithmetic.region",
          "context",
          "data.definite",
          "data.file",
          "data.gram",
          "data.input",
          "data.pair",
          "data.sequence",
          "kernel",
          "kernel.activation",
          "kernel.angle",
          "kernel.elementary",
          "kernel.layer",
          "kernel.network",
          "kernel.recurrent",
          "kernel.region",
          "kernel.spectral",
          "kernel.specification",
          "spectrum",
          "spectrum.tail",
          "spectrum.value",
          "theorem",
          "theorem.certificate",
          "theorem.confirmation",
          "theorem.dimension",
          "theorem.family",
          "theorem.geometric",
          "theorem.law",
          "theorem.shape",
          "grid",
          "testkit",
          "testkit.candidate",
          "verifier",
          "verifier.document");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.zonal");

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("dev.zonal");
  }

  private static boolean isInPublicPackage(JavaClass type) {
    return PUBLIC.stream().anyMatch(name -> isIn(type, name));
  }

  private static boolean isIn(JavaClass type, String name) {
    return type.getPackageName().replaceFirst("^dev\\.zonal\\.?", "").equals(name);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicPackagesTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  @Test
  void whatIsPublicThereMentionsNoOtherPackage() {
    Set<String> leaks = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isInPublicPackage(type) && isVisible(type)) {
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member)) {
            member.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(used -> isOurs(used) && !(isInPublicPackage(used) && isVisible(used)))
                .forEach(used -> leaks.add(member.getFullName() + ": " + used.getName()));
          }
        }
      }
    }
    assertEquals(Set.of(), leaks);
  }

  @Test
  void everyOneOfThemHasClassesAndIsNamedInTheArchitecture() throws IOException {
    String text = Files.readString(Path.of("docs/architecture.md"));
    Matcher section =
        Pattern.compile("The packages for users of the library are (.*?)\\. What", Pattern.DOTALL)
            .matcher(text);
    assertTrue(section.find());
    Set<String> named = new TreeSet<>();
    String parent = "";
    for (String name : section.group(1).replaceAll("[`;,\\s]+", " ").trim().split(" ")) {
      boolean isWhole = name.startsWith("dev.zonal");
      parent = isWhole ? name.replaceFirst("^dev\\.zonal\\.?", "") : parent;
      named.add(isWhole ? parent : parent + name);
    }
    assertEquals(new TreeSet<>(PUBLIC), named);
    for (String name : PUBLIC) {
      assertTrue(CLASSES.stream().anyMatch(c -> isIn(c, name)));
    }
  }

  @Test
  void theConsumerNeedsNoOther() throws IOException {
    String program =
        Files.readString(Path.of("src/it/consumer/src/main/java/consumer/Consumer.java"));
    Matcher imported = Pattern.compile("import dev\\.zonal\\.?([a-z.]*)\\.[A-Z]").matcher(program);
    assertTrue(imported.find());
    do {
      assertTrue(PUBLIC.contains(imported.group(1)), imported::group);
    } while (imported.find());
    assertFalse(PUBLIC.contains("report"));
  }
}
