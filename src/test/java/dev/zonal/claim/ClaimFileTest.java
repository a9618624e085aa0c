package dev.zonal.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
}
