package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.KernelSpecificationException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelRangeTest {
  @Property(tries = 50)
  void aRangeIsEachOfItsIntegersAndTheLastParameterRunsFastest(
      @ForAll @IntRange(min = 1, max = 30) int first,
      @ForAll @IntRange(min = 0, max = 9) int more) {
    List<Object> expected = new ArrayList<>();
    for (int depth = first; depth <= first + more; depth++) {
      for (String alpha : List.of("1/2", "L^(-1/2)", "1")) {
        expected.add(KernelSpecification.parse("resntk:L=" + depth + ",alpha=" + alpha));
      }
    }
    String range = first + ".." + (first + more);
    assertEquals(expected, KernelRange.parse("resntk:L=" + range + ",alpha={1/2,L^(-1/2),1}"));
    assertEquals(expected, KernelRange.parse("resntk: " + range + " , { 1/2, L^(-1/2) , 1 }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=3", "laplace:1", "polynomial:[0,1/2,1/2]", "rntk:T=2"})
  void aSpecificationWithoutAChoiceIsOneKernel(String specification) {
    assertEquals(
        List.of(KernelSpecification.parse(specification)), KernelRange.parse(specification));
  }

  @Test
  void listsHoldRangesAndListsOfNumbers() {
    assertEquals(
        List.of("fcntk:L=1", "fcntk:L=2", "fcntk:L=9"),
        KernelRange.parse("fcntk:L={1..2,9}").stream().map(Object::toString).toList());
    assertEquals(
        List.of("polynomial:[0,1]", "polynomial:[0,0,1]"),
        KernelRange.parse("polynomial:{[0,1],[0,0,1]}").stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fcntk:L=5..1               | 'L=5..1': a reversed range, write 1..5",
        "fcntk:L=1..                | 'L=1..': a range is one of integers, such as 1..5",
        "laplace:c=1/2..1           | 'c=1/2..1': a range is one of integers, such as 1..5",
        "laplace:c={1,,2}           | 'c={1,,2}': a value of the list is missing",
        "laplace:c={}               | 'c={}': a value of the list is missing",
        "laplace:c={1,2             | 'c={1,2': a list of values stands between braces, as in {1/2,1}",
        "laplace:c=1}               | 'c=1}': a list of values stands between braces, as in {1/2,1}",
        "laplace:c={1,{2}}          | 'c={1,{2}}': a list of values stands between braces, as in {1/2,1}",
        "laplace:c={1}2             | 'c={1}2': a list of values stands between braces, as in {1/2,1}",
        "fcntk:L=1..100000          | 'L=1..100000' names too many kernels, allowed are 1000 at once",
        "resntk:L=1..100,alpha={1,2,3,4,5,6,7,8,9,10,11} | too many kernels",
        "fcntk:l=1..3               | unknown parameter 'l' of fcntk; did you mean 'L'?",
        "fcntkk:L=1..3              | unknown kernel 'fcntkk'; did you mean 'fcntk'?",
        "laplace:c={1,0}            | c=0"
      })
  void whatIsNoneGetsOneLine(String specification, String message) {
    KernelSpecificationException refusal =
        assertThrows(KernelSpecificationException.class, () -> KernelRange.parse(specification));
    assertTrue(refusal.getMessage().contains(message), refusal::getMessage);
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fcntk:L=1..3", "laplace:c={1,2}"})
  void whereOneKernelIsExpectedSeveralAreRefused(String specification) {
    KernelSpecificationException refusal =
        assertThrows(
            KernelSpecificationException.class, () -> KernelSpecification.parse(specification));
    assertTrue(refusal.getMessage().contains("names several kernels"), refusal::getMessage);
  }
}
