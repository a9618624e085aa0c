package dev.zonal.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimFileTest {
  private static List<Claim> read(String text) throws IOException {
    return ClaimFile.read(
        "claims.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static final Claim LEVEL =
      new Claim(
          2,
          new Subject.Eigenvalue(
              KernelSpecification.parse("resntk:L=3,alpha=1/2"), 3, 2, Convention.SURFACE),
          Scale.PAPER,
          ClaimedNumber.of("0.3", Optional.of("1%")),
          Optional.of("Table 1, a"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel,dimension,k,value,tolerance,convention,scale,reference\n"
            + "\"resntk:L=3,alpha=1/2\",3,2,0.3,1%,surface,paper,\"Table 1, a\"\n",
        "value;k;scale;tolerance;kernel;reference;convention;dimension\n"
            + "0.3;2;paper;1%;resntk:L=3,alpha=0.5;Table 1, a;surface;3",
        "\uFEFFkernel\tdimension\tk\tvalue\ttolerance\tconvention\tscale\treference\tu\r\n"
            + "resntk:L=3,alpha=1/2\t3\t2\t0.3\t1%\tsurface\tpaper\tTable 1, a\t\r\n\r\n\t\t\t\t\t\t\t\t\r\n",
        "kernel , dimension, k, value, tolerance, convention, scale, reference\n"
            + "\"resntk:L=3,alpha=1/2\" , 3, 2e0, 0.3, 1%, surface, paper, \"Table 1,  a\"\n# the end",
      })
  void columnsStandInAnyOrderAndSeparatorsAreThoseOfTheHeader(String text) throws IOException {
    assertEquals(List.of(LEVEL), read(text));
  }

  @Test
  void whatIsNotSaidIsTheUsual() throws IOException {
    assertEquals(
        new Claim(
            3,
            new Subject.Eigenvalue(
                KernelSpecification.parse("laplace:c=1"), 2, 0, Convention.PROBABILITY),
            Scale.UNIT,
            ClaimedNumber.of("1/3", Optional.empty()),
            Optional.empty()),
        read("# claims\nkernel,dimension,k,value\nlaplace:c=1,2,0,1/3").get(0));
  }

  @Test
  void aPointMakesAValueOfTheKernel() throws IOException {
    assertEquals(
        new Subject.Value(
            KernelSpecification.parse("laplace:c=1"), Optional.empty(), Rational.of(-1, 2)),
        read("kernel,u,value\nlaplace:c=1,-0.5,0.1").get(0).subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|: it is empty; a file of claims begins with a header such as kernel,dimension,k,value",
        "' \n \n'|: it is empty;",
        "kernel,dimension,k,value|: there are no claims in it;",
        "kernel,dimenson,k,value|, line 1: unknown column 'dimenson', allowed are kernel, dimension, k, u, convention, scale, value, tolerance, reference; did you mean 'dimension'?",
        "kernel,k,k,value|, line 1: the column k stands twice",
        "kernel,dimension,k|, line 1: there is no column value; a file of claims",
        "dimension,k,value|, line 1: there is no column kernel; a file of claims",
        "'kernel,dimension,k,value\nfcnkt:L=1,3,0,1'|, line 2: kernel: unknown kernel 'fcnkt'; did you mean 'fcntk'?",
        "'kernel,dimension,k,value\nresntk:L=3,alpha=1/2,3,0,1'|, line 2: it has 5 fields, the header has 4 (kernel, dimension, k, value); a kernel with commas stands in double quotes",
        "'kernel,dimension,k,value\nfcntk:L=1,3,0'|, line 2: it has 3 fields, the header has 4",
        "'kernel,dimension,k,value\nfcntk:L=1,3,0,1\n,3,0,1'|, line 3: there is no kernel",
        "'kernel,dimension,k,value\nfcntk:L=1,3,0,'|, line 2: there is no value",
        "'kernel;dimension;k;value\nfcntk:L=1;3;0;0,25'|, line 2: value: 0,25 has a decimal comma: write 0.25",
        "'kernel;dimension;k;value;tolerance\nfcntk:L=1;3;0;0.25;1,5%'|, line 2: tolerance: 1,5 has a decimal comma: write 1.5",
        "'kernel,dimension,k,value\nfcntk:L=1,3,0,0.2.5'|, line 2: value: 0.2.5: expected an exact number",
        "'kernel,dimension,k,value,tolerance\nfcntk:L=1,3,0,0.25,200%'|, line 2: tolerance: 200% allows any number",
        "'kernel,dimension,k,value\nfcntk:L=1,1,0,1'|, line 2: dimension: '1' is not allowed, allowed are integers from 2 to 1000000000",
        "'kernel,dimension,k,value\nfcntk:L=1,3,0.5,1'|, line 2: k: '0.5' is not allowed, allowed are integers from 0 to 1000000000000000000",
        "'kernel,dimension,k,value\nfcntk:L=1,3,-1,1'|, line 2: k: '-1' is not allowed",
        "'kernel,dimension,k,value\nfcntk:L=1,,0,1'|, line 2: an eigenvalue needs the dimension",
        "'kernel,dimension,k,u,value\nfcntk:L=1,3,0,0,1'|, line 2: both k and u are given",
        "'kernel,dimension,value\nfcntk:L=1,3,1'|, line 2: neither k nor u is given",
        "'kernel,u,value\nfcntk:L=1,1.5,1'|, line 2: u: '1.5' is not allowed, allowed are numbers from -1 to 1",
        "'kernel,u,value\nsobolev:s=3,1,1'|, line 2: a kernel that is given by its spectrum has values on a sphere",
        "'kernel,u,convention,value\nfcntk:L=1,1,surface,1'|, line 2: a value of the kernel has no convention",
        "'kernel,dimension,k,convention,value\nfcntk:L=1,3,1,surfce,1'|, line 2: convention: 'surfce' is unknown, allowed are probability, surface, schoenberg, gegenbauer; did you mean 'surface'?",
        "'kernel,dimension,k,scale,value\nfcntk:L=1,3,1,Paper,1'|, line 2: scale: 'Paper' is unknown, allowed are unit, paper; did you mean 'paper'?",
        "'kernel,dimension,k,convention,value\nfcntk:L=1,2,1,gegenbauer,1'|, line 2: convention: there are no Gegenbauer coefficients in dimension 2",
        "'kernel,dimension,k,value\nchord:s=-2,3,0,1'|, line 2: ",
        "'kernel,dimension,k,value\n\"fcntk:L=1,3,0,1'|: it is no CSV: "
      })
  void whatIsNoClaimIsRefusedByItsLine(String text, String message) {
    DataException refused = assertThrows(DataException.class, () -> read(text));
    String expected = "'claims.csv'" + message;
    assertEquals(
        expected,
        refused
            .getMessage()
            .substring(0, Math.min(expected.length(), refused.getMessage().length())));
    assertTrue(refused.getMessage().lines().count() == 1, refused.getMessage());
  }

  private static List<Claim> readYaml(String name, String text) throws IOException {
    return ClaimFile.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a list\n- kernel: resntk:L=3,alpha=1/2\n  dimension: 3\n  k: 2\n  value: 0.3\n"
            + "  tolerance: 1%\n  convention: surface\n  scale: paper\n  reference: Table 1, a\n  u:\n",
        "---\n- {value: '0.3', k: 2e0, scale: paper, tolerance: 1%, kernel: \"resntk:L=3,alpha=0.5\",\n"
            + "   u: ~, reference: 'Table 1,  a', convention: surface, dimension: 3}",
        "\uFEFF- reference: >\r\n    Table 1,\r\n    a\r\n  kernel: resntk:L=3,alpha=1/2\r\n"
            + "  dimension: 3\r\n  k: 2\r\n  value: 0.3\r\n  tolerance: 1%\r\n"
            + "  convention: surface\r\n  scale: paper",
      })
  void yamlHasTheSameNamesAsKeys(String text) throws IOException {
    for (String name : List.of("claims.yaml", "claims.YML", "/dev/stdin")) {
      List<Claim> claims = readYaml(name, text);
      assertEquals(1, claims.size());
      Claim claim = claims.get(0);
      assertEquals(
          new Claim(
              claim.line(), LEVEL.subject(), LEVEL.scale(), LEVEL.number(), LEVEL.reference()),
          claim);
    }
  }

  @Test
  void aClaimInYamlIsWhereItBegins() throws IOException {
    assertEquals(
        List.of(2, 5, 6),
        readYaml(
                "claims.yaml",
                "# claims\n- kernel: laplace:c=1\n  u: 1\n  value: 1\n"
                    + "- {kernel: 'laplace:c=1', u: 1, value: 1}\n"
                    + "- {kernel: 'laplace:c=1', u: 1, value: 1}\n")
            .stream()
            .map(Claim::line)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.30", "010", "1e6", "0.000", "-0", "1/3", "1_0"})
  void whatYamlMakesOfANumberIsNotAsked(String written) throws IOException {
    String claim = "kernel: 'laplace:c=1', u: 1, value: " + written;
    try {
      ClaimedNumber number = ClaimedNumber.of(written, Optional.empty());
      assertEquals(number, readYaml("c.yaml", "- {" + claim + "}").get(0).number());
    } catch (KernelSpecificationException none) {
      assertThrows(DataException.class, () -> readYaml("c.yaml", "- {" + claim + "}"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|: it is empty; claims in YAML are a list, such as - {kernel: ",
        "' \n# nothing\n'|: it is empty; claims in YAML",
        "'kernel: laplace:c=1\nvalue: 1'|, line 1: claims in YAML are a list, such as",
        "'- laplace:c=1'|, line 1: a claim has keys; claims in YAML",
        "'- kernel: laplace:c=1\n  dimenson: 3'|, line 2: unknown key 'dimenson', allowed are kernel, dimension, k, u, convention, scale, value, tolerance, reference; did you mean 'dimension'?",
        "'- kernel: laplace:c=1\n\n  kernel: chord:s=1'|, line 3: the key kernel stands twice",
        "'- kernel: laplace:c=1\n  k: [1, 2]'|, line 2: k is one value, as it is written",
        "'- kernel: &a laplace:c=1\n  u: 1\n  value: 1\n- kernel: *a'|, line 4: kernel is one value",
        "'- kernel: laplace:c=1\n  dimension: 3\n  k: 0\n  value: 0,25'|, line 1: value: 0,25 has a decimal comma: write 0.25",
        "'- kernel: laplace:c=1\n  u: 1'|, line 1: there is no value",
        "'- u: 1\n  value: 1'|, line 1: there is no kernel",
        "'- kernel: laplace:c=1\n  u: 1\n  value: 1\n---\n- kernel: laplace:c=1'|, line 5: a second document",
        "'- kernel: laplace: c=1'|, line 1: it is no YAML: ",
        "'- kernel: \"laplace'|, line 1: it is no YAML: ",
      })
  void whatIsNoClaimInYamlIsRefusedByItsLine(String text, String message) {
    DataException refused = assertThrows(DataException.class, () -> readYaml("claims.yaml", text));
    String expected = "'claims.yaml'" + message;
    assertEquals(
        expected,
        refused
            .getMessage()
            .substring(0, Math.min(expected.length(), refused.getMessage().length())));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void yamlThatIsTooLongIsRefused() {
    String text = "- {kernel: 'laplace:c=1', u: 1, value: 1}\n".repeat(80_000);
    assertEquals(
        "'claims.yaml': it has more than 3 MiB, which is much for YAML; CSV may have 16",
        assertThrows(DataException.class, () -> readYaml("claims.yaml", text)).getMessage());
  }

  /** Whatever a file is made of, it is claims or refused in one line. */
  @Property(tries = 300)
  void noTextMakesTheReaderFail(@ForAll("texts") String text) throws IOException {
    try {
      assertTrue(!readYaml("claims.yaml", text).isEmpty());
    } catch (DataException refused) {
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "- ",
            "kernel",
            "value",
            "u",
            ": ",
            "laplace:c=1",
            "1",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "'",
            "\"",
            "|",
            ">",
            "---\n",
            "...",
            "%",
            "\t",
            "\u0000",
            "? ",
            "<<",
            "@",
            "~")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }
}
