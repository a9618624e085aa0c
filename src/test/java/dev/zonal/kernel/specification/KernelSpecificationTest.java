package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.testkit.Kernels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelSpecificationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resntk:L=3,alpha=1/2                          | resntk:L=3,alpha=1/2",
        "resntk:alpha=0.5,L=3                          | resntk:L=3,alpha=1/2",
        "resntk : L = 3 , alpha = 2/4                  | resntk:L=3,alpha=1/2",
        "resntk:3,1/2                                  | resntk:L=3,alpha=1/2",
        "resntk:L=3,alpha=1e-3                         | resntk:L=3,alpha=1/1000",
        "resntk:L=3,alpha2=1/4                         | resntk:L=3,alpha=1/2",
        "resntk:L=3,alpha2=1/50                        | resntk:L=3,alpha2=1/50",
        "resntk:L=3,alpha=L^(-1/2)                     | resntk:L=3,alpha2=1/3",
        "resntk:L=4,alpha=L^(-1/2)                     | resntk:L=4,alpha=1/2",
        "resntk:L=3,alpha=L^-2                         | resntk:L=3,alpha=1/9",
        "resntk:L=1,alpha=L^(-1/3)                     | resntk:L=1,alpha=1",
        "resntk:L=9,alpha=L^(-1/3)                     | resntk:L=9,alpha=L^(-1/3)",
        "resntk:L=9,alpha=3^(-2/3)                     | resntk:L=9,alpha=L^(-1/3)",
        "resntk:L=8,alpha=L                            | resntk:L=8,alpha=8",
        "resntk:L=3,alpha=(4/9)^(1/3)                  | resntk:L=3,alpha=(3/2)^(-2/3)",
        "resntk:L=3,alpha=1,train=blocks,tau=0         | resntk:L=3,alpha=1",
        "resntk:L=3,alpha=1,train=all,tau=1/3          | resntk:L=3,alpha=1,tau=1/3,train=all",
        "resnngp:L=3,alpha=1                           | resnngp:L=3,alpha=1",
        "fcntk:L=3                                     | fcntk:L=3",
        "fcntk:L=3,beta=1/2,bias=trained               | fcntk:L=3,beta=1/2",
        "fcntk:L=3,bias=propagated,beta=1/2            | fcntk:L=3,beta=1/2,bias=propagated",
        "fcntk:L=3,bias=propagated                     | fcntk:L=3",
        "fcnngp:L=3,beta=1/2,bias=propagated           | fcnngp:L=3,beta=1/2,bias=propagated",
        "arccos:1                                      | arccos:n=1",
        "laplace:1                                     | laplace:c=1",
        "gammaexp:1,3/2                                | gammaexp:c=1,gamma=3/2",
        "matern:3/2,1                                  | matern:nu=3/2,c=1",
        "gaussian:2                                    | gaussian:c=2",
        "laplace:c=sqrt(3)/2                           | laplace:c=sqrt(3/4)",
        "laplace:c=3^(1/2)/2                           | laplace:c=sqrt(3/4)",
        "laplace:c=sqrt(3/4)                           | laplace:c=sqrt(3/4)",
        "laplace:c=2*sqrt(5)                           | laplace:c=sqrt(20)",
        "laplace:c=1/sqrt(2)                           | laplace:c=sqrt(1/2)",
        "laplace:c=sqrt(9)/2                           | laplace:c=3/2",
        "laplace:c=0.5*(2/3)^(-1/3)/3                  | laplace:c=12^(-2/3)",
        "laplace:length=2                              | laplace:c=1/2",
        "laplace:length=sqrt(2)                        | laplace:c=sqrt(1/2)",
        "gaussian:length=1/2                           | gaussian:c=2",
        "gaussian:length=2^(1/4)                       | gaussian:c=sqrt(1/8)",
        "gammaexp:gamma=1/3,length=2                   | gammaexp:c=2^(-1/3),gamma=1/3",
        "gammaexp:gamma=2,length=1/3                   | gammaexp:c=9,gamma=2",
        "matern:nu=3/2,length=1                        | matern:nu=3/2,c=sqrt(3)",
        "chord:-1/2                                    | chord:s=-1/2",
        "polynomial:[1, 0,-0.5, 0]                     | polynomial:[1,0,-1/2]",
        "polynomial:[0]                                | polynomial:[0]",
        "rbf:c=1/2                                     | gaussian:c=1/2",
        "exponential:length=2                          | laplace:c=1/2",
      })
  void prints_the_canonical_form(String written, String canonical) {
    Kernel kernel = KernelSpecification.parse(written);
    assertEquals(canonical, kernel.toString());
    assertEquals(kernel, KernelSpecification.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                          | no kernel is named; expected a specification such as resntk:L=3",
        "resnkt:L=3                    | unknown kernel 'resnkt'; did you mean 'resntk'? (known: resntk",
        "ResNTK:L=3                    | unknown kernel 'ResNTK'; did you mean 'resntk'?",
        "foo:c=1                       | unknown kernel 'foo' (known: resntk, resnngp, fcntk",
        "lap:c=1                       | unknown kernel 'lap'; did you mean 'laplace'?",
        "resntk(L=3, alpha=1/2)        | unknown kernel 'resntk(L=3, alpha=1/2)'; did you mean 'resntk:L=3,alpha=1/2'?",
        "resntk L=3 alpha=1/2          | unknown kernel 'resntk L=3 alpha=1/2'; did you mean 'resntk:L=3,alpha=1/2'?",
        "lapalce[ c = 1 ]              | unknown kernel 'lapalce[ c = 1 ]'; did you mean 'laplace:c=1'?",
        "RBF(1)                        | unknown kernel 'RBF(1)'",
        "resntk:L=3,alhpa=1            | unknown parameter 'alhpa' of resntk; did you mean 'alpha'?",
        "resntk:l=3,alpha=1            | unknown parameter 'l' of resntk; did you mean 'L'?",
        "resntk:alpha=1                | resntk: the parameter L is missing",
        "resntk:L=3                    | resntk: the parameter alpha (or alpha2, its square) is missing",
        "resntk:L=0,alpha=1            | L=0: L must be an integer from 1 to 1000000",
        "resntk:L=1000000000,alpha=1   | L=1000000000: L must be an integer from 1 to 1000000",
        "resntk:L=7/2,alpha=1          | L=7/2: L must be an integer",
        "resntk:L=3,alpha=0            | alpha=0: alpha must be a positive",
        "resntk:L=3,alpha=-1/2         | alpha=-1/2: alpha must be a positive",
        "resntk:L=3,alpha2=-1/2        | alpha2=-1/2: alpha2 must be a positive",
        "resntk:L=3,alpha=1/0          | alpha=1/0: the denominator is zero",
        "resntk:L=3,alpha=1,alpha=1    | 'alpha=1': the parameter alpha is given twice",
        "resntk:3,1,alpha=1            | 'alpha=1': the parameter alpha is given twice",
        "resntk:L=3,alpha=1,alpha2=1   | alpha2=1: give alpha or alpha2, not both",
        "resntk:L=3,alpha=1/2xyz       | alpha=1/2xyz: expected an exact number",
        "resntk:L=3,alpha=1/2,         | resntk: a parameter is missing after ','",
        "resntk:L=3,alpha=M^(1/2)      | alpha=M^(1/2): the base of a power must be L",
        "resntk:L=3,alpha=0^(1/2)      | alpha=0^(1/2): the base of a power must be L",
        "resntk:L=3,alpha=1/L          | alpha=1/L: a power is written like L^(-1/2)",
        "resntk:L=3,alpha=L^(1/2001)   | alpha=L^(1/2001): the denominator of an exponent",
        "resntk:L=3,alpha=L^9999       | alpha=L^9999: the power is too large or too small",
        "resntk:L=3,alpha=1,tau=-1     | tau=-1: tau must be a non-negative rational number",
        "resntk:L=3,alpha=1,train=al   | train=al: train must be blocks or all; did you mean 'all'?",
        "resntk:L=3,1                  | '1': after a key=value, every value needs its key (L, alpha",
        "fcnngp:L=3,beta=1             | beta=1: beta in fcnngp must come with bias=propagated",
        "arccos:n=101                  | n=101: n must be an integer from 0 to 100",
        "laplace                       | laplace: the parameter c (or length, which gives it) is missing",
        "laplace:                      | laplace: a parameter is missing after ':'",
        "laplace:c=                    | laplace: the value of c is missing",
        "laplace:1,2                   | length=2: give c or length, not both",
        "laplace:1,2,3                 | '3': too many values; laplace has the parameters c, length",
        "gaussian:length=0             | length=0: length must be a positive",
        "laplace:c=sqrt(0)             | c=sqrt(0): a root is taken of a positive number",
        "laplace:c=-1*sqrt(2)          | c=-1*sqrt(2): a root is taken of a positive number",
        "laplace:c=sqrt(2)/0           | c=sqrt(2)/0: a root is taken of a positive number",
        "laplace:c=sqrt(2)*2           | c=sqrt(2)*2: a root is written like sqrt(3)/2",
        "laplace:c=L^(1/2)             | c=L^(1/2): a root is written like sqrt(3)/2",
        "laplace:c=2^(1/1001)          | c=2^(1/1001): the denominator of an exponent",
        "laplace:c=1e900*2^(1/7)       | c=1e900*2^(1/7): the power is too large or too small",
        "laplace:c=7*2^(9999/2)        | c=7*2^(9999/2): the power is too large or too small",
        "laplace:c=1;d=2               | c=1;d=2: expected an exact number",
        "laplace:c=1e1001              | c=1e1001: a decimal exponent is at most 1000",
        "matern:nu=0,c=1               | nu=0: nu must be a positive rational number up to 2001/2",
        "gammaexp:c=1,gamma=5/2        | gamma=5/2: gamma must be a rational number above 0 and at most",
        "chord:s=1001                  | s=1001: s must be a rational number from -1000 to 1000",
        "polynomial:1                  | 1: expected a list such as [1,0,1/2] in square brackets",
        "polynomial:[]                 | []: a polynomial must have at least one coefficient",
        "polynomial:[1,x]              | 'x': expected an exact number",
        "läplace:c=1                   | '\\u00e4' at position 2: a specification is made of printable",
      })
  void names_the_offending_piece_and_what_is_allowed(String written, String beginning) {
    String message = messageFor(written);
    assertTrue(message.startsWith(beginning), message);
  }

  @Test
  void shortens_what_it_quotes() {
    String message = messageFor("laplace:c=" + "1".repeat(2000));
    assertTrue(message.endsWith("numerator and denominator have at most 1000 digits"), message);
    assertTrue(message.length() < 200, message);
    assertTrue(messageFor("x".repeat(3_000_000)).length() < 200);
  }

  @Test
  void accepts_every_example_of_the_catalogue_as_canonical() {
    for (CatalogueEntry entry : Catalogue.entries()) {
      assertEquals(entry.example(), KernelSpecification.parse(entry.example()).toString());
      assertTrue(entry.example().startsWith(entry.name() + ":"));
    }
  }

  @Property
  void printing_and_parsing_gives_the_kernel_back(@ForAll("kernels") Kernel kernel) {
    Kernel again = KernelSpecification.parse(kernel.toString());
    assertEquals(kernel, again);
    assertEquals(kernel.hashCode(), again.hashCode());
    assertEquals(kernel.toString(), again.toString());
  }

  @Property(tries = 5000)
  void any_text_is_a_kernel_or_one_line_of_complaint(@ForAll("texts") String text) {
    try {
      Kernel kernel = KernelSpecification.parse(text);
      assertEquals(kernel, KernelSpecification.parse(kernel.toString()));
    } catch (KernelSpecificationException e) {
      String message = e.getMessage();
      assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
      assertFalse(message.isBlank());
    }
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    return Kernels.all();
  }

  /**
   * Anything; pieces of specifications in any order; and specifications with a few characters
   * changed.
   */
  @Provide
  Arbitrary<String> texts() {
    List<String> pieces =
        List.of(
            "resntk",
            "fcntk",
            "fcnngp",
            "laplace",
            "matern",
            "chord",
            "polynomial",
            ":",
            ",",
            "=",
            "/",
            "^",
            "(",
            ")",
            "[",
            "]",
            "-",
            ".",
            "e",
            "L",
            "alpha",
            "alpha2",
            "c",
            "nu",
            "s",
            "bias",
            "propagated",
            "0",
            "1",
            "2",
            "1/2",
            "3/2",
            "10",
            "999",
            "1e999",
            " ");
    Arbitrary<String> jumbled =
        Arbitraries.of(pieces).list().ofMaxSize(14).map(list -> String.join("", list));
    Arbitrary<String> values =
        Combinators.combine(
                Arbitraries.of("resntk:L=4,alpha=", "chord:", "matern:1/2,", "polynomial:["),
                Arbitraries.of(pieces).list().ofMaxSize(6))
            .as((head, list) -> head + String.join("", list));
    Arbitrary<String> mutated =
        Combinators.combine(
                Kernels.all(),
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(pieces))
            .as(
                (kernel, at, removed, inserted) -> {
                  String s = kernel.toString();
                  int from = Math.min(at, s.length());
                  return s.substring(0, from)
                      + inserted
                      + s.substring(Math.min(from + removed, s.length()));
                });
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), jumbled, values, mutated);
  }

  private static String messageFor(String written) {
    return assertThrows(
            KernelSpecificationException.class, () -> KernelSpecification.parse(written))
        .getMessage();
  }
}
