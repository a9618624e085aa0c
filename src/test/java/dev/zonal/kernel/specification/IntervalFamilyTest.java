package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.region.KernelBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalFamilyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resntk:L=2..10,alpha=[1/10,1]",
        "resntk:L=2,alpha=1/2,tau=[0,3]",
        "resnngp:L=3,alpha=[1/2,1]",
        "resntk:L=2..3,alpha=[1/2,infinity],tau=1",
        "resnngp:L=3,alpha=[2,infinity]",
        "fcntk:L=2..3,beta=[0,1]",
        "fcnngp:L=2,beta=[1/2,1],bias=propagated",
        "laplace:c=[1,2]",
        "laplace:c=1",
        "sobolev:s=3/2",
        "resntk:L=2,alpha=1/2,train=all",
        "ntk:act=erf,L=2"
      })
  void a_family_is_read_and_printed(String text) {
    IntervalFamily family = IntervalFamily.parse(text);
    assertEquals(family, IntervalFamily.parse(family.toString()));
    for (int depth : family.depths()) {
      assertEquals(
          family.interval().isPresent(), KernelBox.isMany(family.ofDepth(depth).kernel(depth)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=2,alpha=[1,1/2]|alpha=[1,1/2]: an empty interval, its ends are in the wrong order",
        "resntk:L=2,alpha=[0,1]|alpha=0: alpha must be a positive rational number",
        "fcntk:L=2,beta=[-1,1]|beta=-1: beta must be a non-negative rational number",
        "resntk:L=3..2,alpha=[1/2,1]|L=3..2: there is no such depth",
        "resntk:L=2,alpha=[1/2,1],tau=[0,1]|resntk: one parameter may be an interval, not both alpha and tau",
        "resntk:L=2,alpha=[infinity,infinity]|alpha=[infinity,infinity]: expected an exact number",
        "resntk:L=2,alpha=[0,infinity]|alpha=0: alpha must be a positive rational number",
        "resntk:L=2,alpha=1,tau=[0,infinity]|tau=[0,infinity]: only alpha may be infinite",
        "laplace:c=[1,infinity]|c=[1,infinity]: only alpha may be infinite",
        "resntk:L=2,alpha=[1,infinity],act=erf|alpha=[1,infinity]: only the weight of blocks of ReLUs",
        "resnngp:L=2,alpha=[1,infinity],sw2=1|alpha=[1,infinity]: only the weight of blocks of ReLUs",
        "resntk:L=2,alpha=[x,1]|alpha=[x,1]: expected a rational number"
      })
  void what_is_no_family_is_refused_in_one_line(String text, String message) {
    String refusal =
        assertThrows(KernelSpecificationException.class, () -> IntervalFamily.parse(text))
            .getMessage();
    assertTrue(refusal.startsWith(message) || refusal.contains("alpha=[x,1]"), refusal);
    assertEquals(1, refusal.lines().count());
  }

  @Test
  void an_interval_of_one_number_is_that_number() {
    assertEquals(
        IntervalFamily.parse("resntk:L=2,alpha=1/2"),
        IntervalFamily.parse("resntk:L=2,alpha=[1/2,1/2]"));
  }

  @Test
  void what_names_one_kernel_is_told_from_what_names_many() {
    assertTrue(IntervalFamily.isMany("resntk:L=2..3,alpha=1"));
    assertTrue(IntervalFamily.isMany("laplace:c=[1,2]"));
    assertFalse(IntervalFamily.isMany("resntk:L=2,alpha=1"));
    assertFalse(IntervalFamily.isMany("poly:[1,0,1/2]"));
    assertFalse(IntervalFamily.isMany("ntk:act=relu,L=2,train=[1,3]"));
    assertFalse(IntervalFamily.isMany("resntk"));
  }

  @Test
  void a_member_is_the_kernel_with_the_number() {
    IntervalFamily family = IntervalFamily.parse("resntk:L=2..10,alpha=[1/10,1]");
    assertEquals(
        KernelSpecification.parse("resntk:L=7,alpha=1/3"), family.member(7, Rational.of(1, 3)));
  }
}
