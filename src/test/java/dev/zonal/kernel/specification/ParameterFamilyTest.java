package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFamilyTest {
  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk; resntk:L=2..,alpha=positive,tau=any,sw2=positive",
        "resntk:L=3,alpha=any,tau=0; resntk:L=3,alpha=positive,tau=0,sw2=positive",
        "resntk:alpha2=1/3,L=1..1; resntk:L=1,tau=any,alpha2=1/3,sw2=positive",
        "fcntk:L=1..4,beta=positive; fcntk:L=1..4,beta=positive",
        "fcnngp: beta = 0 ; fcnngp:L=2..,beta=0",
        "ntk:act=relu,power=2,train=all; ntk:L=2..,train=all,act=relu,power=2,sw2=positive,sb2=any"
      })
  void aFamilyPrintsWhatIsFreeInIt(String text, String canonical) {
    ParameterFamily family = ParameterFamily.parse(text);
    Set<String> pieces = Set.of(canonical.substring(canonical.indexOf(':') + 1).split(","));
    String printed = family.toString();
    assertEquals(pieces, Set.of(printed.substring(printed.indexOf(':') + 1).split(",")));
    assertEquals(family, ParameterFamily.parse(printed));
  }

  @Test
  void aWeightThatMayBeZeroMakesTwoCases() {
    Set<Set<String>> zeros =
        ParameterFamily.parse("resntk").cases().stream()
            .map(ParameterFamily.Case::zero)
            .collect(Collectors.toSet());
    assertEquals(Set.of(Set.of(), Set.of("tau")), zeros);
    assertEquals(1, ParameterFamily.parse("resntk:tau=positive").cases().size());
    assertEquals(1, ParameterFamily.parse("resntk:tau=1/2").cases().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk; resntk:L=2,alpha=1/2; true",
        "resntk; resntk:L=1000,alpha=L^(-1/2); true",
        "resntk; resntk:L=3,alpha2=1/7,tau=5,sw2=1/3; true",
        "resntk; resntk:L=1,alpha=1; false",
        "resntk; resntk:L=2,alpha=1,train=all; false",
        "resntk; resntk:L=2,alpha=1,act=erf; false",
        "resntk; fcntk:L=2; false",
        "resntk; laplace:c=1; false",
        "resntk:tau=positive; resntk:L=2,alpha=1; false",
        "resntk:tau=positive; resntk:L=2,alpha=1,tau=1; true",
        "resntk:tau=0; resntk:L=2,alpha=1,tau=1; false",
        "resntk:alpha=1/2; resntk:L=2,alpha=1/2; true",
        "resntk:alpha=1/2; resntk:L=2,alpha=1; false",
        "fcntk:L=2..3; fcntk:L=4; false",
        "fcntk:L=2..3; fcntk:L=3,beta=2; true",
        "fcntk:L=2..3; fcntk:L=3,beta=2,bias=propagated; false",
        "ntk:act=gelu; ntk:act=gelu,L=2,sw2=3,sb2=1; true",
        "ntk:act=gelu; nngp:act=gelu,L=2,sw2=3,sb2=1; false"
      })
  void membersAreToldFromOthers(String family, String member, boolean isMember) {
    assertEquals(isMember, ParameterFamily.parse(family).contains(kernel(member)));
  }

  @Test
  void aMemberOfACaseIsAMemberOfTheFamily() {
    ParameterFamily family = ParameterFamily.parse("resntk:train=all");
    Map<String, Rational> weights =
        Map.of("alpha", Rational.of(2), "tau", Rational.of(3), "sw2", Rational.of(1, 5));
    for (ParameterFamily.Case part : family.cases()) {
      Kernel member = part.member(7, weights);
      assertTrue(family.contains(member), member::toString);
      assertEquals(part.zero().isEmpty(), member.toString().contains("tau=3"), member::toString);
    }
    assertFalse(ParameterFamily.parse("resntk").contains(family.cases().get(0).member(2, weights)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "laplace",
        "rntk",
        "nothing:L=2..",
        "resntk:L=0..",
        "resntk:L=..3",
        "resntk:L=3..2",
        "resntk:L=2..9999999",
        "resntk:L=half",
        "resntk:alpha=0",
        "resntk:alpha=-1",
        "resntk:alpha=some",
        "resntk:tau=-1",
        "resntk:alpha=1,alpha2=1",
        "resntk:act=nothing",
        "resntk:act=step",
        "resntk:L=2..,L=3..",
        "ntk:train=first",
        "ntk:train=[1]",
        "fcnngp:beta=positive"
      })
  void whatIsNoFamilyIsRefusedInOneLine(String text) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, () -> ParameterFamily.parse(text));
    assertEquals(1, refusal.getMessage().lines().count(), refusal::getMessage);
  }

  @Test
  void whereTheReadOutAloneIsTrainedThereIsAFamily() {
    assertEquals(List.of(2), List.of(ParameterFamily.parse("ntk:train=last").least()));
  }
}
